// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/recording_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/gui/settings/byte_size_edit.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

QDoubleSpinBox* makeMarginEdit(QWidget* parent) {
  auto* edit = new QDoubleSpinBox(parent);
  edit->setRange(0.0, RecorderSettings::kMaxMarginSeconds);
  edit->setDecimals(1);
  edit->setSingleStep(0.5);
  edit->setSuffix(RecordingPage::tr(" s", "seconds"));
  return edit;
}

QString pathText(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

}  // namespace

RecordingPage::RecordingPage(const SettingsContext& context, QWidget* parent)
    : SettingsPage(parent), form_(new SettingsForm(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(form_);
  addModeRows();
  addPlaceRows(context);
  addClipRows();
  addLimitRows();
  form_->endRows();
  setUsedBytes(context.recordingsBytes);

  for (QRadioButton* mode : modes_)
    connect(mode, &QRadioButton::toggled, this, [this](bool on) {
      if (!on) return;
      check();
      emit edited();
    });
  connect(folder_, &QLineEdit::textChanged, this, [this] {
    check();
    emit edited();
  });
  connect(choose_, &QPushButton::clicked, this, &RecordingPage::chooseFolder);
  connect(format_, &QComboBox::currentIndexChanged, this, &RecordingPage::edited);
  connect(before_, &QDoubleSpinBox::valueChanged, this, &RecordingPage::edited);
  connect(after_, &QDoubleSpinBox::valueChanged, this, &RecordingPage::edited);
  connect(hasQuota_, &QCheckBox::toggled, this, [this] {
    check();
    emit edited();
  });
  connect(quota_, &ByteSizeEdit::edited, this, [this] {
    check();
    emit edited();
  });
  connect(floor_, &ByteSizeEdit::edited, this, &RecordingPage::edited);
  connect(minimumPerClass_, &QSpinBox::valueChanged, this, &RecordingPage::edited);
}

void RecordingPage::addModeRows() {
  const std::array texts{tr("Record &nothing"), tr("Record de&tected sounds"),
                         tr("Record &everything")};
  const std::array helps{
      tr("Events are listed, but their audio is not saved."),
      tr("A clip for each event, with a little before and after it, in a folder for its class."),
      tr("Continuous one-hour files, plus a clip for each event.")};
  form_->addHeading(tr("What to record"));
  for (size_t i = 0; i < modes_.size(); ++i) {
    modes_[i] = new QRadioButton(texts[i], form_);
    form_->addRow(modes_[i], helps[i]);
  }
}

void RecordingPage::addPlaceRows(const SettingsContext& context) {
  form_->addHeading(tr("Files"));
  folder_ = new QLineEdit(form_);
  folder_->setPlaceholderText(pathText(context.usualFolder));
  folder_->setClearButtonEnabled(true);
  choose_ = new QPushButton(tr("&Choose…"), form_);
  choose_->setAccessibleName(tr("Choose the folder for recordings"));
  choose_->setAutoDefault(false);
  form_->addRow(tr("F&older:"), makeRowOf({folder_, choose_}, form_, 0),
                tr("Folder for recordings. Empty: the folder shown in grey."));
  format_ = new QComboBox(form_);
  format_->addItems({tr("FLAC, about half the size"), tr("WAV, readable by all programs")});
  form_->addRow(tr("For&mat:"), makeRowOf({format_}, form_),
                tr("Both formats are lossless, 16 bit."));
}

void RecordingPage::addClipRows() {
  before_ = makeMarginEdit(form_);
  form_->addRow(tr("&Before:"), makeRowOf({before_}, form_),
                tr("Seconds of audio before the event to include in its clip."));
  after_ = makeMarginEdit(form_);
  form_->addRow(tr("&After:"), makeRowOf({after_}, form_),
                tr("Seconds of audio after the event to include in its clip."));
}

void RecordingPage::addLimitRows() {
  form_->addHeading(tr("Disk space"));
  hasQuota_ = new QCheckBox(tr("Limit di&sk space to"), form_);
  hasQuota_->setAccessibleName(tr("Limit the disk space for recordings"));
  quota_ = new ByteSizeEdit(tr("Quota"), form_);
  form_->addRow(tr("Q&uota:"), makeRowOf({hasQuota_, quota_}, form_),
                tr("When the limit is reached, the oldest recordings are deleted permanently."));
  floor_ = new ByteSizeEdit(tr("Leave free"), form_);
  form_->addRow(tr("&Leave free:"), makeRowOf({floor_}, form_),
                tr("Recording pauses while less than this is free on the disk."));
  minimumPerClass_ = new QSpinBox(form_);
  minimumPerClass_->setRange(0, RecorderSettings::kMaxMinimumPerClass);
  minimumPerClass_->setSuffix(tr(" clips"));
  form_->addRow(
      tr("&Keep at least:"), makeRowOf({minimumPerClass_}, form_),
      tr("This many of the newest clips of each class are never deleted, even above the limit."));
}

void RecordingPage::setSettings(const MonitoringSettings& settings) {
  const RecorderSettings& recorder = settings.recorder;
  modes_[size_t(recorder.mode)]->setChecked(true);
  folder_->setText(pathText(recorder.folder));
  format_->setCurrentIndex(int(recorder.format));
  before_->setValue(recorder.beforeSeconds);
  after_->setValue(recorder.afterSeconds);
  hasQuota_->setChecked(recorder.quotaBytes > 0);
  quota_->setBytes(recorder.quotaBytes > 0 ? recorder.quotaBytes : RecorderSettings{}.quotaBytes);
  floor_->setBytes(recorder.freeDiskFloorBytes);
  minimumPerClass_->setValue(recorder.minimumPerClass);
  check();
}

void RecordingPage::store(MonitoringSettings& settings) const {
  RecorderSettings& recorder = settings.recorder;
  for (size_t i = 0; i < modes_.size(); ++i)
    if (modes_[i]->isChecked()) recorder.mode = RecorderSettings::Mode(i);
  recorder.folder = folder_->text().trimmed().toStdString();
  recorder.format = RecorderSettings::Format(format_->currentIndex());
  recorder.beforeSeconds = before_->value();
  recorder.afterSeconds = after_->value();
  recorder.quotaBytes = hasQuota_->isChecked() ? quota_->bytes() : 0;
  recorder.freeDiskFloorBytes = floor_->bytes();
  recorder.minimumPerClass = minimumPerClass_->value();
}

bool RecordingPage::isFolderBad() const {
  const QString folder = folder_->text().trimmed();
  return !folder.isEmpty() && !QDir::isAbsolutePath(folder);
}

bool RecordingPage::isQuotaBad() const {
  return hasQuota_->isChecked() && quota_->bytes() == 0;
}

bool RecordingPage::hasProblem() const {
  return isFolderBad() || isQuotaBad();
}

void RecordingPage::check() {
  form_->setProblem(folder_->parentWidget(),
                    isFolderBad() ? tr("Enter an absolute path (starting with /).") : QString());
  quota_->setEnabled(hasQuota_->isChecked());
  if (isQuotaBad())
    form_->setProblem(quota_->parentWidget(),
                      tr("The limit is too small for any recording. Enter a larger value."));
  else
    setUsedBytes(usedBytes_);
}

void RecordingPage::setUsedBytes(int64_t bytes) {
  usedBytes_ = bytes;
  form_->setNote(quota_->parentWidget(),
                 bytes < 0 ? QString() : tr("%1 used now.").arg(byteSizeText(bytes)));
}

void RecordingPage::chooseFolder() {
  const QString start = folder_->text().isEmpty() ? folder_->placeholderText() : folder_->text();
  const QString chosen =
      QFileDialog::getExistingDirectory(this, tr("Folder for recordings"), start);
  if (!chosen.isEmpty()) folder_->setText(chosen);
}

}  // namespace earwitness::gui
