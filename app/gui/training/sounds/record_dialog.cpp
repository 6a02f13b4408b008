// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/record_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/background.h"
#include "app/gui/base/icons.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/level_meter.h"

namespace earwitness::gui {

namespace {

constexpr int kSeconds = 10;
constexpr int kRoomSeconds = 20;
constexpr double kClipSeconds = 2.0;
constexpr QSize kIconSize(120, 40);
constexpr int kProgressSteps = 1000;

}  // namespace

RecordDialog::RecordDialog(const Backend& backend, PlaybackHost* playback, const QString& className,
                           bool isBackground, QWidget* parent)
    : QDialog(parent),
      playback_(playback),
      recorder_(new ClipRecorder(backend, this)),
      isBackground_(isBackground),
      banner_(new Banner(this)),
      device_(new DeviceCombo(backend.inputDevices, this)),
      seconds_(new QSpinBox(this)),
      clipSeconds_(new QDoubleSpinBox(this)),
      meter_(new LevelMeter(this)),
      big_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      record_(new QPushButton(this)),
      count_(new QLabel(this)),
      list_(new QListWidget(this)),
      play_(new QPushButton(tr("&Play"), this)),
      delete_(new QPushButton(tr("&Delete"), this)),
      keep_(new QPushButton(this)) {
  setObjectName(QStringLiteral("recordDialog"));
  setWindowTitle(isBackground ? tr("Record background") : tr("Record “%1”").arg(className));
  device_->setWanted(savedState::device());
  if (backend.watchDevices) device_->watch(backend.watchDevices);
  build(isBackground ? tr("Record the usual background noise, such as a fan, traffic or typing. "
                          "Make none of the sounds you want to detect.")
                     : tr("Make the sound several times with pauses in between. Each occurrence "
                          "becomes a clip."));
  connectParts();
  showState(recorder_->state());
  showClips();
  recorder_->open(device_->wanted());
}

void RecordDialog::build(const QString& hint) {
  auto* hintLabel = new QLabel(hint, this);
  hintLabel->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  keep_->setObjectName(QStringLiteral("keepClips"));
  keep_->setAutoDefault(false);
  buttons->addButton(keep_, QDialogButtonBox::AcceptRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* panes = new QHBoxLayout;
  panes->setSpacing(20);
  panes->addWidget(buildControls(), 1);
  panes->addWidget(buildClips(), 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(16, 14, 16, 12);
  rows->setSpacing(10);
  rows->addWidget(hintLabel);
  rows->addWidget(banner_);
  rows->addLayout(panes, 1);
  rows->addWidget(buttons);
  resize(760, 440);
  record_->setFocus();
}

QWidget* RecordDialog::buildControls() {
  seconds_->setObjectName(QStringLiteral("recordSeconds"));
  seconds_->setRange(ClipRecorder::kShortestSeconds, ClipRecorder::kLongestSeconds);
  seconds_->setValue(isBackground_ ? kRoomSeconds : kSeconds);
  seconds_->setSuffix(tr(" s", "seconds"));
  seconds_->setAccessibleName(tr("Length of the recording"));
  clipSeconds_->setObjectName(QStringLiteral("clipSeconds"));
  clipSeconds_->setRange(0.5, 10.0);
  clipSeconds_->setSingleStep(0.5);
  clipSeconds_->setDecimals(1);
  clipSeconds_->setValue(kClipSeconds);
  clipSeconds_->setSuffix(tr(" s", "seconds"));
  clipSeconds_->setAccessibleName(tr("Length of a clip"));
  meter_->setAccessibleName(tr("Level"));
  big_->setObjectName(QStringLiteral("recordCount"));
  big_->setAlignment(Qt::AlignCenter);
  QFont font = big_->font();
  font.setPointSizeF(font.pointSizeF() * 2.4);
  font.setBold(true);
  big_->setFont(font);
  big_->setMinimumHeight(QFontMetrics(font).height() + 16);
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setAccessibleName(tr("Recording"));
  record_->setObjectName(QStringLiteral("record"));
  record_->setDefault(true);
  record_->setMinimumHeight(36);

  auto* pane = new QWidget(this);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->addRow(tr("&Microphone:"), device_);
  form->addRow(tr("&Record:"), seconds_);
  form->addRow(tr("&Clip length:"), clipSeconds_);
  auto* rows = new QVBoxLayout(pane);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addLayout(form);
  rows->addSpacing(8);
  rows->addWidget(meter_);
  rows->addWidget(big_, 1);
  rows->addWidget(progress_);
  rows->addWidget(record_);
  return pane;
}

QWidget* RecordDialog::buildClips() {
  count_->setObjectName(QStringLiteral("recordedCount"));
  count_->setWordWrap(true);
  list_->setObjectName(QStringLiteral("recordedClips"));
  list_->setAccessibleName(tr("Recorded clips"));
  list_->setIconSize(kIconSize);
  list_->setUniformItemSizes(true);
  list_->setAlternatingRowColors(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  play_->setObjectName(QStringLiteral("playRecorded"));
  play_->setAutoDefault(false);
  delete_->setObjectName(QStringLiteral("deleteRecorded"));
  delete_->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(play_);
  buttons->addStretch(1);
  buttons->addWidget(delete_);
  auto* pane = new QWidget(this);
  auto* rows = new QVBoxLayout(pane);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(count_);
  rows->addWidget(list_, 1);
  rows->addLayout(buttons);
  return pane;
}

void RecordDialog::connectParts() {
  connect(record_, &QPushButton::clicked, this, &RecordDialog::toggle);
  connect(device_, &DeviceCombo::deviceChosen, this, [this](const DeviceId& device) {
    banner_->setText({});
    recorder_->open(device);
  });
  connect(recorder_, &ClipRecorder::stateChanged, this, &RecordDialog::showState);
  connect(recorder_, &ClipRecorder::level, this, [this](const Level& level) {
    meter_->setLevel(level);
    meter_->advance();
  });
  connect(recorder_, &ClipRecorder::countdown, this, [this](int left) {
    big_->setText(QString::number(left));
    big_->setAccessibleName(tr("Recording starts in %1").arg(left));
  });
  connect(recorder_, &ClipRecorder::progressed, this, [this](double share, double seconds) {
    progress_->setValue(int(share * kProgressSteps));
    big_->setText(durationText(seconds));
  });
  connect(recorder_, &ClipRecorder::recorded, this, &RecordDialog::take);
  connect(recorder_, &ClipRecorder::failed, banner_, &Banner::setText);
  connect(clipSeconds_, &QDoubleSpinBox::valueChanged, this, &RecordDialog::recut);
  connect(list_, &QListWidget::itemSelectionChanged, this, &RecordDialog::showClips);
  connect(list_, &QListWidget::itemActivated, this, &RecordDialog::playSelected);
  connect(play_, &QPushButton::clicked, this, &RecordDialog::playSelected);
  connect(delete_, &QPushButton::clicked, this, &RecordDialog::deleteSelected);
  const auto addKey = [this](const QKeySequence& key, void (RecordDialog::*act)()) {
    auto* shortcut = new QShortcut(key, list_);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
  };
  addKey(Qt::Key_Space, &RecordDialog::playSelected);
  addKey(QKeySequence::Delete, &RecordDialog::deleteSelected);
}

void RecordDialog::toggle() {
  using State = ClipRecorder::State;
  const State state = recorder_->state();
  if (state == State::Countdown || state == State::Recording) return recorder_->stop();
  playback_->stop();
  banner_->setText({});
  if (state == State::Closed) recorder_->open(device_->wanted());
  recorder_->record(seconds_->value());
}

void RecordDialog::showState(ClipRecorder::State state) {
  using State = ClipRecorder::State;
  const bool busy = state == State::Countdown || state == State::Recording;
  record_->setText(busy             ? tr("&Stop")
                   : takes_.empty() ? tr("&Start recording")
                                    : tr("&Record more"));
  record_->setIcon(icon(busy ? Glyph::Stop : Glyph::Record));
  for (QWidget* widget : {static_cast<QWidget*>(device_), static_cast<QWidget*>(seconds_),
                          static_cast<QWidget*>(clipSeconds_)})
    widget->setEnabled(!busy);
  if (state == State::Closed) meter_->clear();
  if (busy) return;
  big_->setText({});
  big_->setAccessibleName({});
  progress_->setValue(0);
}

void RecordDialog::take(const std::vector<float>& samples, double sampleRate, qint64 startUtcMs) {
  if (samples.empty()) return;
  takes_.push_back({.samples = std::make_shared<const std::vector<float>>(samples),
                    .sampleRate = sampleRate,
                    .startUtcMs = startUtcMs,
                    .clips = {}});
  addRows(takes_.size() - 1);
  showState(recorder_->state());
}

void RecordDialog::recut() {
  rows_.clear();
  list_->clear();
  for (size_t i = 0; i < takes_.size(); ++i) addRows(i);
}

void RecordDialog::addRows(size_t takeIndex) {
  const RecordedTake& its = takes_[takeIndex];
  const auto clips =
      cutIntoClips(*its.samples, its.sampleRate,
                   {.clipSeconds = clipSeconds_->value(), .keepSilence = isBackground_});
  for (const ClipSpan& clip : clips) {
    rows_.push_back({takeIndex, clip});
    list_->addItem(tr("%1, from %2", "length of a clip, where in the recording")
                       .arg(durationText(double(clip.end - clip.begin) / its.sampleRate),
                            durationText(double(clip.begin) / its.sampleRate)));
  }
  if (clips.empty())
    banner_->setText(
        tr("Only silence was recorded. Move closer to the microphone, or increase its gain."));
  drawThumbnails();
  showClips();
}

void RecordDialog::drawThumbnails() {
  const int drawing = ++drawing_;
  auto images = std::make_shared<std::vector<QImage>>();
  readInBackground(
      this,
      [images, rows = rows_, takes = takes_] {
        for (const Row& row : rows)
          images->push_back(
              spectrogramThumbnail(std::span(*takes[row.take].samples)
                                       .subspan(row.clip.begin, row.clip.end - row.clip.begin),
                                   takes[row.take].sampleRate));
      },
      [this, images, drawing] {
        if (drawing != drawing_) return;
        for (size_t i = 0; i < images->size(); ++i)
          list_->item(int(i))->setIcon(QPixmap::fromImage((*images)[i]));
      });
}

void RecordDialog::showClips() {
  double seconds = 0.0;
  for (const Row& row : rows_)
    seconds += double(row.clip.end - row.clip.begin) / takes_[row.take].sampleRate;
  const int count = int(rows_.size());
  count_->setText(count == 0 ? tr("Nothing recorded yet")
                             : tr("%n clips, %1", nullptr, count).arg(durationText(seconds)));
  keep_->setText(count > 0 ? tr("&Keep %n clips", nullptr, count) : tr("&Keep"));
  keep_->setEnabled(count > 0);
  play_->setEnabled(list_->selectedItems().size() == 1);
  delete_->setEnabled(!list_->selectedItems().isEmpty());
}

void RecordDialog::playSelected() {
  if (playback_->playing()) return playback_->stop();
  const QList<QListWidgetItem*> chosen = list_->selectedItems();
  if (chosen.size() != 1) return;
  const Row& row = rows_[size_t(list_->row(chosen.front()))];
  const RecordedTake& its = takes_[row.take];
  playback_->playStretch({its.samples->begin() + std::ptrdiff_t(row.clip.begin),
                          its.samples->begin() + std::ptrdiff_t(row.clip.end)},
                         its.sampleRate, 0.0);
}

void RecordDialog::deleteSelected() {
  playback_->stop();
  ++drawing_;
  for (QListWidgetItem* item : list_->selectedItems()) {
    rows_.erase(rows_.begin() + list_->row(item));
    delete item;
  }
  drawThumbnails();
  showClips();
}

std::vector<RecordedTake> RecordDialog::takes() const {
  std::vector<RecordedTake> kept = takes_;
  for (const Row& row : rows_) kept[row.take].clips.push_back(row.clip);
  std::erase_if(kept, [](const RecordedTake& its) { return its.clips.empty(); });
  return kept;
}

void RecordDialog::reject() {
  if (rows_.empty()) return QDialog::reject();
  auto* box = new QMessageBox(QMessageBox::Question, windowTitle(),
                              tr("Discard %Ln recorded clips?", nullptr, int(rows_.size())),
                              QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* drop = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  connect(drop, &QPushButton::clicked, this, [this] { QDialog::reject(); });
  box->open();
}

void RecordDialog::done(int result) {
  playback_->stop();
  recorder_->close();
  QDialog::done(result);
}

}  // namespace earwitness::gui
