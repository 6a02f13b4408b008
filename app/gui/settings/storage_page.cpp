// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/storage_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include "app/gui/settings/byte_size_edit.h"
#include "app/gui/widgets/settings_form.h"
#include "core/base/error.h"
#include "core/base/time_zone.h"

namespace earwitness::gui {

StoragePage::StoragePage(const SettingsContext& context, QWidget* parent)
    : SettingsPage(parent), form_(new SettingsForm(this)) {
  SettingsForm* form = form_;
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form);

  form->addHeading(tr("Event store"));
  keep_ = new QCheckBox(tr("&Store every event"), form);
  form->addRow(keep_,
               tr("Stores class, time, scores and review of every event, as shown in History."));
  auto* file = new QLineEdit(QString::fromStdString(context.storeFile.string()), form);
  file->setReadOnly(true);
  file->setCursorPosition(0);
  form->addRow(tr("&File:"), file, tr("An SQLite file, readable by any SQLite tool."));
  auto* size =
      new QLabel(context.storeBytes < 0 ? tr("not known") : byteSizeText(context.storeBytes), form);
  form->addRow(tr("Size:"), size, {});
  addZoneRow();
  form->endRows();
  connect(keep_, &QCheckBox::toggled, this, &StoragePage::edited);
}

void StoragePage::addZoneRow() {
  form_->addHeading(tr("Start times of recordings"));
  zone_ = new QComboBox(form_);
  zone_->setObjectName(QStringLiteral("recordingZone"));
  zone_->setEditable(true);
  zone_->setInsertPolicy(QComboBox::NoInsert);
  zone_->addItem(tr("As written, without a time zone"), QString());
  zone_->addItem(tr("Time zone of this computer"), QStringLiteral("local"));
  zone_->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
    if (id.contains('/')) zone_->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
  form_->addRow(tr("Time &zone:"), zone_,
                tr("Time zone for start times in file names and metadata that do not include one. "
                   "You can also enter an offset such as +02:00."));
  zone_->lineEdit()->setAccessibleName(zone_->accessibleName());
  connect(zone_, &QComboBox::currentTextChanged, this, [this] {
    form_->setProblem(zone_, hasProblem() ? tr("Unknown time zone.") : QString());
    emit edited();
  });
}

QString StoragePage::zone() const {
  const QString text = zone_->currentText().trimmed();
  const int row = zone_->findText(text, Qt::MatchFixedString);
  return row < 0 ? text : zone_->itemData(row).toString();
}

bool StoragePage::hasProblem() const {
  try {
    TimeZone::named(zone().toStdString());
    return false;
  } catch (const Error&) {
    return true;
  }
}

void StoragePage::setSettings(const MonitoringSettings& settings) {
  keep_->setChecked(settings.storeEvents);
  const QString zone = QString::fromStdString(settings.recordingZone);
  const int row = zone_->findData(zone);
  if (row >= 0)
    zone_->setCurrentIndex(row);
  else
    zone_->setEditText(zone);
}

void StoragePage::store(MonitoringSettings& settings) const {
  settings.storeEvents = keep_->isChecked();
  if (!hasProblem()) settings.recordingZone = zone().toStdString();
}

}  // namespace earwitness::gui
