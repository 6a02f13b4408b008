// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/input_panel.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/live/health_strip.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/widgets/channel_box.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/pane_layout.h"

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

InputPanel::InputPanel(Services& services, QAction* learnRoom, QAction* record, QWidget* parent)
    : QWidget(parent),
      services_(services),
      devices_(new DeviceCombo(services.backend.inputDevices, this)),
      meter_(new LevelMeter(this)),
      advice_(note("gainAdvice", this)),
      health_(new HealthStrip(this)),
      room_(note("roomState", this)),
      learning_(new QProgressBar(this)),
      recorder_(note("recorderState", this)),
      microphoneChannel_(new ChannelBox(tr("Channel of the microphone"), this)),
      fileChannel_(new ChannelBox(tr("Channel of files"), this)) {
  build(learnRoom, record);
  follow();
}

void InputPanel::build(QAction* learnRoom, QAction* record) {
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

void InputPanel::follow() {
  const LiveSession* session = services_.live;
  connect(session, &LiveSession::streamStarted, this, &InputPanel::clear);
  connect(session, &LiveSession::updated, this, &InputPanel::take);
  connect(session, &LiveSession::listeningChanged, this, [this](bool listening) {
    if (!listening) clear();
  });
  connect(services_.monitor, &LiveMonitor::roomProgressed, this, &InputPanel::showRoomProgress);
  connect(services_.settings, &MonitoringSettingsStore::loaded, this, &InputPanel::showSettings);
  connect(services_.settings, &MonitoringSettingsStore::changed, this, &InputPanel::showSettings);
  connect(services_.dispatcher, &EventDispatcherHost::recorderChanged, this,
          &InputPanel::showRecorder);
  connect(microphoneChannel_, &ChannelBox::chosen, this, [this] {
    services_.monitor->changeSettings([this](MonitoringSettings& settings) {
      settings.microphoneChannel = microphoneChannel_->channel();
    });
  });
  connect(fileChannel_, &ChannelBox::chosen, this, [this] {
    services_.monitor->changeSettings(
        [this](MonitoringSettings& settings) { settings.channel = fileChannel_->channel(); });
  });
  devices_->watch(services_.backend.watchDevices);
  connect(devices_, &DeviceCombo::deviceChosen, this, [this](const DeviceId& id) {
    savedState::setDevice(id);
    services_.live->setDevice(id);
  });
}

void InputPanel::take(const LiveUpdate& update) {
  if (!services_.live->isListening()) return;  // the last words of a stream that was stopped
  const SignalWatch& signal = services_.monitor->signal();
  if (update.hasLevel) {
    meter_->setLevel(update.level);
    advice_->setText(signal.advice());
  }
  meter_->advance();
  health_->take(update, signal, services_.live->hopSeconds());
}

void InputPanel::clear() {
  meter_->clear();
  advice_->clear();
  health_->clear();
}

void InputPanel::showRoomProgress(double share) {
  learning_->setVisible(share >= 0.0);
  if (share >= 0.0) learning_->setValue(int(share * 1000.0));
}

void InputPanel::showSettings() {
  const MonitoringSettings& settings = services_.settings->settings();
  microphoneChannel_->setChannel(settings.microphoneChannel);
  fileChannel_->setChannel(settings.channel);
  if (settings.room.empty())
    room_->setText(tr("Not measured. Background noise may cause false alarms."));
  else if (settings.useGate)
    room_->setText(tr("Measured. Sounds no louder than it are not reported."));
  else
    room_->setText(tr("Measured, but turned off in the settings."));
  showRecorder();
}

void InputPanel::showRecorder() {
  using Mode = RecorderSettings::Mode;
  const Mode mode = services_.settings->settings().recorder.mode;
  const RecorderState& state = services_.dispatcher->recorder();
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

void InputPanel::findDevices() {
  // PortAudio looks for devices only while none is open.
  const bool wasListening = services_.live->isListening();
  connect(
      devices_, &DeviceCombo::refreshed, this,
      [this, wasListening](int count) {
        if (wasListening) services_.live->start();
        emit told(tr("Microphones found: %1").arg(count));
      },
      Qt::SingleShotConnection);
  if (!wasListening) return devices_->refresh();
  connect(services_.live, &LiveSession::closed, devices_, &DeviceCombo::refresh,
          Qt::SingleShotConnection);
  services_.live->stop();
}

}  // namespace earwitness::gui
