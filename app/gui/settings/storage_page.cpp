#include "app/gui/settings/storage_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/gui/settings/byte_size_edit.h"
#include "app/gui/settings/settings_form.h"

namespace earwitness::gui {

StoragePage::StoragePage(const SettingsContext& context, QWidget* parent) : SettingsPage(parent) {
  auto* form = new SettingsForm(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form);

  form->addHeading(tr("Event store"));
  keep_ = new QCheckBox(tr("&Keep every event"), form);
  form->addRow(keep_, tr("Class, time, scores and your review; the history page reads them."));
  auto* file = new QLineEdit(QString::fromStdString(context.storeFile.string()), form);
  file->setReadOnly(true);
  file->setCursorPosition(0);
  form->addRow(tr("&File:"), file, tr("An SQLite file; any tool for these can read it."));
  auto* size =
      new QLabel(context.storeBytes < 0 ? tr("not known") : byteSizeText(context.storeBytes), form);
  form->addRow(tr("Size:"), size, {});
  form->endRows();
  connect(keep_, &QCheckBox::toggled, this, &StoragePage::edited);
}

void StoragePage::setSettings(const DeskSettings& settings) {
  keep_->setChecked(settings.storeEvents);
}

void StoragePage::store(DeskSettings& settings) const {
  settings.storeEvents = keep_->isChecked();
}

}  // namespace earwitness::gui
