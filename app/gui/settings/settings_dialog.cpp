// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/settings_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/gui/settings/alerts_page.h"
#include "app/gui/settings/class_table_model.h"
#include "app/gui/settings/classes_page.h"
#include "app/gui/settings/detection_page.h"
#include "app/gui/settings/language_page.h"
#include "app/gui/settings/recording_page.h"
#include "app/gui/settings/storage_page.h"

namespace earwitness::gui {

namespace {

constexpr QSize kUsualSize(920, 580);
constexpr int kNamesWidth = 150;
constexpr int kNamePadding = 16;

}  // namespace

SettingsDialog::SettingsDialog(const MonitoringSettings& settings, const SettingsContext& context,
                               QWidget* parent)
    : QDialog(parent),
      classes_(
          new ClassTableModel(context.labels, context.thresholds, context.defaultAlerts, this)),
      names_(new QListWidget(this)),
      stack_(new QStackedWidget(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                        QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults,
                                    this)),
      recording_(new RecordingPage(context, this)),
      detection_(new DetectionPage(this)) {
  setWindowTitle(tr("Settings"));
  addPage(tr("Recording"), recording_, true);
  addPage(tr("Alerts"), new AlertsPage(classes_, this), true);
  addPage(tr("Classes"), new ClassesPage(classes_, this), false);
  addPage(tr("Detection"), detection_, true);
  addPage(tr("Storage"), new StoragePage(context, this), true);
  addPage(tr("Language"), new LanguagePage(this), true);
  connect(detection_, &DetectionPage::learnRoomRequested, this,
          &SettingsDialog::learnRoomRequested);
  setUpButtons();
  fillLayout();
  settings_ = settings;
  setFields(settings);
  shown_ = fields();
  updateButtons();
  showPage(Page::Recording);
  resize(kUsualSize);
}

void SettingsDialog::addPage(const QString& name, SettingsPage* page, bool scrolls) {
  pages_.append(page);
  auto* item = new QListWidgetItem(name, names_);
  item->setSizeHint(QSize(0, names_->fontMetrics().height() + kNamePadding));
  connect(page, &SettingsPage::edited, this, &SettingsDialog::updateButtons);
  if (!scrolls) {
    stack_->addWidget(page);
    return;
  }
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidget(page);
  area->setFocusPolicy(Qt::NoFocus);
  stack_->addWidget(area);
}

void SettingsDialog::setUpButtons() {
  connect(buttons_, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
  connect(buttons_, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
  connect(buttons_->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
          &SettingsDialog::apply);
  connect(buttons_->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
          &SettingsDialog::restoreDefaults);
  buttons_->button(QDialogButtonBox::Ok)->setDefault(true);
}

void SettingsDialog::fillLayout() {
  names_->setFixedWidth(kNamesWidth);
  names_->setAccessibleName(tr("Pages"));
  names_->setFrameShape(QFrame::NoFrame);
  names_->setSpacing(2);
  connect(names_, &QListWidget::currentRowChanged, stack_, &QStackedWidget::setCurrentIndex);
  auto* line = new QFrame(this);
  line->setFrameShape(QFrame::HLine);
  line->setForegroundRole(QPalette::Mid);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(names_);
  middle->addWidget(stack_, 1);
  auto* bottom = new QHBoxLayout;
  bottom->setContentsMargins(16, 12, 16, 12);
  bottom->addWidget(buttons_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(middle, 1);
  layout->addWidget(line);
  layout->addLayout(bottom);
}

void SettingsDialog::showPage(Page page) {
  names_->setCurrentRow(int(page));
}

void SettingsDialog::setFields(const MonitoringSettings& settings) {
  filling_ = true;
  for (SettingsPage* page : pages_) page->setSettings(settings);
  filling_ = false;
}

MonitoringSettings SettingsDialog::fields() const {
  MonitoringSettings settings = settings_;
  for (const SettingsPage* page : pages_) page->store(settings);
  return settings;
}

/// Fields round, and leave out what they cannot show. So only what the user changed in them goes
/// into the settings.
MonitoringSettings SettingsDialog::entered() const {
  const auto changes = nlohmann::json::diff(toJson(shown_), toJson(fields()));
  return monitoringSettingsFromJson(toJson(settings_).patch(changes), "the dialog");
}

void SettingsDialog::updateButtons() {
  if (filling_) return;
  const bool usable = std::none_of(pages_.begin(), pages_.end(),
                                   [](const SettingsPage* page) { return page->hasProblem(); });
  const bool changed = std::any_of(pages_.begin(), pages_.end(),
                                   [](const SettingsPage* page) { return page->isChanged(); }) ||
                       toJson(fields()) != toJson(shown_);
  buttons_->button(QDialogButtonBox::Ok)->setEnabled(usable);
  buttons_->button(QDialogButtonBox::Apply)->setEnabled(usable && changed);
}

void SettingsDialog::apply() {
  const MonitoringSettings now = entered();
  const bool differs = toJson(now) != toJson(settings_);
  settings_ = now;
  shown_ = fields();
  for (SettingsPage* page : pages_) page->keep();
  updateButtons();
  if (differs) emit settingsChanged(settings_);
}

void SettingsDialog::accept() {
  apply();
  QDialog::accept();
}

void SettingsDialog::restoreDefaults() {
  MonitoringSettings defaults;
  defaults.room = fields().room;  // it took twenty seconds of silence
  defaults.roomLearnedUtcMs = fields().roomLearnedUtcMs;
  setFields(defaults);
  updateButtons();
}

void SettingsDialog::setRoom(const NoiseProfile& room, int64_t learnedUtcMs) {
  detection_->setRoom(room, learnedUtcMs);
}

void SettingsDialog::setRoomLearning(double secondsHeard) {
  detection_->setLearning(secondsHeard);
}

void SettingsDialog::endRoomLearning(const QString& sentence) {
  detection_->endLearning(sentence);
}

void SettingsDialog::setRecordingsBytes(int64_t bytes) {
  recording_->setUsedBytes(bytes);
}

}  // namespace earwitness::gui
