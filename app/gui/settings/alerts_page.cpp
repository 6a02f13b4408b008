// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/alerts_page.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

#include "app/gui/settings/alert_tester.h"
#include "app/gui/settings/class_table_model.h"
#include "app/gui/settings/command_text.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr int kListRows = 7;

AlertSettings noWays() {
  AlertSettings settings;
  settings.notification = false;
  return settings;
}

QTime timeOf(int minute) {
  return QTime(minute / 60, minute % 60);
}

int minuteOf(const QTime& time) {
  return time.hour() * 60 + time.minute();
}

}  // namespace

AlertsPage::AlertsPage(ClassTableModel* classes, QWidget* parent)
    : SettingsPage(parent), form_(new SettingsForm(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form_);
  addWayRows();
  addTimeRows();
  addClassRows(classes);

  const auto editedAndChecked = [this] {
    check();
    emit edited();
  };
  for (QCheckBox* box : {notification_, sound_, quietHours_})
    connect(box, &QCheckBox::toggled, this, editedAndChecked);
  for (QLineEdit* edit : {command_, webhook_})
    connect(edit, &QLineEdit::textChanged, this, editedAndChecked);
  for (QTimeEdit* edit : {quietFrom_, quietTo_})
    connect(edit, &QTimeEdit::timeChanged, this, editedAndChecked);
  connect(coolDown_, &QDoubleSpinBox::valueChanged, this, &AlertsPage::edited);
}

QPushButton* AlertsPage::makeTestButton(const QString& way) {
  auto* button = new QPushButton(tr("Test"), form_);
  button->setAccessibleName(tr("Test %1").arg(way));
  button->setAutoDefault(false);
  return button;
}

void AlertsPage::addWayRows() {
  form_->addHeading(tr("Alert methods"));
  notification_ = new QCheckBox(tr("Desktop &notification"), form_);
  auto* testNotification = makeTestButton(tr("the desktop notification"));
  notificationRow_ = makeRowOf({notification_, testNotification}, form_);
  form_->addRow(notificationRow_,
                tr("One notification per class. A new alert replaces the previous one."));
  connect(testNotification, &QPushButton::clicked, this, [this, testNotification] {
    AlertSettings only = noWays();
    only.notification = true;
    test(testNotification, notificationRow_, only);
  });
  sound_ = new QCheckBox(tr("&Sound"), form_);
  auto* testSound = makeTestButton(tr("the sound"));
  soundRow_ = makeRowOf({sound_, testSound}, form_);
  form_->addRow(soundRow_, tr("Two soft tones. The microphone may pick them up."));
  connect(testSound, &QPushButton::clicked, this, [this, testSound] {
    AlertSettings only = noWays();
    only.sound = true;
    test(testSound, soundRow_, only);
  });
  command_ = new QLineEdit(form_);
  command_->setPlaceholderText(tr("program \"an argument\" another"));
  testCommand_ = makeTestButton(tr("the command"));
  form_->addRow(tr("Comm&and:"), makeRowOf({command_, testCommand_}, form_, 0),
                tr("Started without a shell. Receives the alert as JSON on its standard input and "
                   "in EARWITNESS_LABEL, _SCORE and _TIME. Stopped after ten seconds."));
  connect(testCommand_, &QPushButton::clicked, this, [this] {
    AlertSettings only = noWays();
    only.command = command();
    test(testCommand_, command_->parentWidget(), only);
  });
  webhook_ = new QLineEdit(form_);
  webhook_->setPlaceholderText(QStringLiteral("https://"));
  webhook_->setInputMethodHints(Qt::ImhUrlCharactersOnly);
  testWebhook_ = makeTestButton(tr("the webhook"));
  form_->addRow(tr("&Webhook:"), makeRowOf({webhook_, testWebhook_}, form_, 0),
                tr("The same JSON is sent to this address. Empty: nothing leaves this computer."));
  connect(testWebhook_, &QPushButton::clicked, this, [this] {
    AlertSettings only = noWays();
    only.webhookUrl = webhook_->text().trimmed().toStdString();
    test(testWebhook_, webhook_->parentWidget(), only);
  });
}

void AlertsPage::addTimeRows() {
  form_->addHeading(tr("Timing"));
  coolDown_ = new QDoubleSpinBox(form_);
  coolDown_->setRange(0.0, AlertSettings::kMaxCoolDownSeconds);
  coolDown_->setDecimals(1);
  coolDown_->setSingleStep(10.0);
  coolDown_->setSuffix(tr(" s", "seconds"));
  form_->addRow(
      tr("Repeat &delay:"), makeRowOf({coolDown_}, form_),
      tr("Time before the same class can alert again. Its events are still detected and listed."));
  quietHours_ = new QCheckBox(tr("&Quiet hours from"), form_);
  quietFrom_ = new QTimeEdit(form_);
  quietFrom_->setAccessibleName(tr("Quiet hours begin"));
  quietTo_ = new QTimeEdit(form_);
  quietTo_->setAccessibleName(tr("Quiet hours end"));
  for (QTimeEdit* edit : {quietFrom_, quietTo_}) edit->setDisplayFormat(QStringLiteral("HH:mm"));
  quietRow_ = makeRowOf(
      {quietHours_, quietFrom_, new QLabel(tr("to", "from a time to a time"), form_), quietTo_},
      form_);
  form_->addRow(quietRow_, tr("No alerts between these times. Events are still listed."));
}

void AlertsPage::addClassRows(ClassTableModel* classes) {
  form_->addHeading(tr("Classes"));
  filter_ = new QLineEdit(form_);
  filter_->setPlaceholderText(tr("Part of a name"));
  filter_->setClearButtonEnabled(true);
  form_->addRow(tr("&Find:"), filter_, {});
  alertClasses_ = new AlertClassesModel(classes, this);
  list_ = new QListView(form_);
  list_->setModel(alertClasses_);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setUniformItemSizes(true);
  list_->setMinimumHeight(kListRows * list_->fontMetrics().lineSpacing() + 24);
  form_->addStretchingRow(tr("Clas&ses:"), list_, tr("Press Space to tick the selected class."));
  connect(filter_, &QLineEdit::textChanged, alertClasses_,
          &AlertClassesModel::setFilterFixedString);
}

void AlertsPage::setSettings(const MonitoringSettings& settings) {
  const AlertSettings& alerts = settings.alerts;
  notification_->setChecked(alerts.notification);
  sound_->setChecked(alerts.sound);
  coolDown_->setValue(alerts.coolDownSeconds);
  quietHours_->setChecked(alerts.quietHours);
  quietFrom_->setTime(timeOf(alerts.quietFromMinute));
  quietTo_->setTime(timeOf(alerts.quietToMinute));
  commandBefore_ = alerts.command;
  commandTextBefore_ = commandText(alerts.command);
  command_->setText(commandTextBefore_);
  webhook_->setText(QString::fromStdString(alerts.webhookUrl));
  check();
}

void AlertsPage::store(MonitoringSettings& settings) const {
  AlertSettings& alerts = settings.alerts;
  alerts.notification = notification_->isChecked();
  alerts.sound = sound_->isChecked();
  alerts.coolDownSeconds = coolDown_->value();
  alerts.quietHours = quietHours_->isChecked();
  alerts.quietFromMinute = minuteOf(quietFrom_->time());
  alerts.quietToMinute = minuteOf(quietTo_->time());
  alerts.command = command();
  alerts.webhookUrl = webhook_->text().trimmed().toStdString();
}

std::vector<std::string> AlertsPage::command() const {
  // Not every command that a file can hold survives as a line; one that nobody touched does.
  return command_->text() == commandTextBefore_ ? commandBefore_
                                                : commandFromText(command_->text());
}

bool AlertsPage::isCommandBad() const {
  return hasOpenQuote(command_->text());
}

bool AlertsPage::isUrlBad() const {
  const std::string url = webhook_->text().trimmed().toStdString();
  return !url.empty() && !isWebAddress(url);
}

bool AlertsPage::hasProblem() const {
  return isCommandBad() || isUrlBad();
}

void AlertsPage::check() {
  form_->setProblem(command_->parentWidget(),
                    isCommandBad() ? tr("A quotation mark is not closed.") : QString());
  form_->setProblem(webhook_->parentWidget(),
                    isUrlBad()
                        ? tr("Enter a web address that begins with http:// or https:// and a name.")
                        : QString());
  testCommand_->setEnabled(!isCommandBad() && !command_->text().trimmed().isEmpty());
  testWebhook_->setEnabled(!isUrlBad() && !webhook_->text().trimmed().isEmpty());
  quietFrom_->setEnabled(quietHours_->isChecked());
  quietTo_->setEnabled(quietHours_->isChecked());
  const bool never = quietHours_->isChecked() && quietFrom_->time() == quietTo_->time();
  form_->setNote(quietRow_,
                 never ? tr("Start and end are the same, so quiet hours never apply.") : QString());
}

void AlertsPage::test(QPushButton* button, QWidget* row, const AlertSettings& settings) {
  button->setEnabled(false);
  form_->setNote(row, tr("Sending…"));
  auto* tester = new AlertTester(this);
  connect(tester, &AlertTester::finished, this,
          [this, tester, button, row](const QString& problem) {
            tester->deleteLater();
            button->setEnabled(true);
            if (problem.isEmpty())
              form_->setNote(row, tr("Sent."));
            else
              form_->setProblem(row, problem);
          });
  tester->send(settings);
}

}  // namespace earwitness::gui
