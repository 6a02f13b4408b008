// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/input_panel.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/live/health_strip.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/widgets/channel_box.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/pane_layout.h"
#include "core/monitoring/recorder.h"

namespace earwitness::gui {

namespace {

QToolButton* buttonFor(QAction* action, const char* name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setDefaultAction(action);
  button->setObjectName(QString::fromLatin1(name));
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  return button;
}

QLabel* note(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QString::fromLatin1(name));
  label->setWordWrap(true);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

InputPanel::InputPanel(DeviceCombo* devices, QAction* learnRoom, QAction* record, QWidget* parent)
    : QWidget(parent),
      devices_(devices),
      meter_(new LevelMeter(this)),
      advice_(note("gainAdvice", this)),
      health_(new HealthStrip(this)),
      room_(note("roomState", this)),
      learning_(new QProgressBar(this)),
      recorder_(note("recorderState", this)),
      microphoneChannel_(new ChannelBox(tr("Channel of the microphone"), this)),
      fileChannel_(new ChannelBox(tr("Channel of files"), this)) {
  devices_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  devices_->setMinimumHeight(30);
  // Two lines are always there, so that what is below does not jump.
  advice_->setMinimumHeight(2 * fontMetrics().lineSpacing());
  advice_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  learning_->setAccessibleName(tr("Measuring room noise"));
  learning_->setRange(0, 1000);
  learning_->setTextVisible(false);
  learning_->setFixedHeight(6);
  learning_->hide();

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing);
  layout->setSpacing(kPaneSpacing - 2);
  layout->addWidget(section(tr("Microphone")));
  layout->addWidget(devices_);
  layout->addWidget(microphoneChannel_);
  microphoneChannel_->setObjectName(QStringLiteral("microphoneChannel"));
  microphoneChannel_->setToolTip(tr("Which channel of a multi-channel microphone to listen to"));
  connect(microphoneChannel_, &ChannelBox::chosen, this,
          [this] { emit microphoneChannelChosen(microphoneChannel_->channel()); });
  layout->addWidget(meter_);
  layout->addWidget(advice_);
  layout->addSpacing(kPaneSpacing / 2);
  layout->addWidget(section(tr("Health")));
  layout->addWidget(health_);
  layout->addSpacing(kPaneSpacing / 2);
  layout->addWidget(section(tr("Room noise")));
  layout->addWidget(room_);
  layout->addWidget(learning_);
  layout->addWidget(buttonFor(learnRoom, "learnRoomButton", this));
  layout->addSpacing(kPaneSpacing / 2);
  layout->addWidget(section(tr("Recorder")));
  layout->addWidget(recorder_);
  layout->addWidget(buttonFor(record, "recordButton", this));
  layout->addSpacing(kPaneSpacing / 2);
  layout->addWidget(section(tr("Channel of files")));
  layout->addWidget(fileChannel_);
  fileChannel_->setObjectName(QStringLiteral("fileChannel"));
  fileChannel_->setToolTip(tr("Which channel of multi-channel files to analyse from now on"));
  connect(fileChannel_, &ChannelBox::chosen, this,
          [this] { emit fileChannelChosen(fileChannel_->channel()); });
  layout->addStretch(1);
}

QSize InputPanel::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 36, QWidget::sizeHint().height()};
}

QWidget* InputPanel::section(const QString& title) {
  auto* label = new QLabel(title, this);
  QFont bold = label->font();
  bold.setBold(true);
  label->setFont(bold);
  return label;
}

void InputPanel::take(const LiveUpdate& update, double hopSeconds) {
  if (update.hasLevel) {
    meter_->setLevel(update.level);
    signal_.add(update.level, update.health.secondsHeard - heardSeconds_);
    advice_->setText(signal_.advice());
  }
  heardSeconds_ = update.health.secondsHeard;
  meter_->advance();
  health_->take(update, signal_, hopSeconds);
}

void InputPanel::clear() {
  meter_->clear();
  signal_.clear();
  heardSeconds_ = 0.0;
  advice_->clear();
  health_->clear();
}

void InputPanel::setLearning(double progress) {
  learning_->setVisible(progress >= 0.0);
  if (progress >= 0.0) learning_->setValue(int(progress * 1000.0));
}

void InputPanel::setRoomText(const QString& text) {
  room_->setText(text);
}

void InputPanel::setRecorder(RecorderSettings::Mode mode, const RecorderState& state) {
  using Mode = RecorderSettings::Mode;
  QString text = mode == Mode::Triggered    ? tr("Saves the audio of events.")
                 : mode == Mode::Everything ? tr("Saves all audio.")
                                            : tr("Off. No audio is saved.");
  if (state.clips > 0)
    text += u'\n' +
            tr("Clips: %1, %2")
                .arg(state.clips)
                .arg(QLocale().formattedDataSize(state.usedBytes, 1, QLocale::DataSizeSIFormat));
  if (!state.problem.empty()) text = coreText(state.problem);
  if (text != recorder_->text()) recorder_->setText(text);
}

void InputPanel::setMicrophoneChannel(ChannelChoice channel) {
  microphoneChannel_->setChannel(channel);
}
void InputPanel::setFileChannel(ChannelChoice channel) {
  fileChannel_->setChannel(channel);
}

QString InputPanel::adviceText() const {
  return advice_->text();
}
QString InputPanel::recorderText() const {
  return recorder_->text();
}

}  // namespace earwitness::gui
