// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/live_session.h"

#include "app/gui/base/background.h"

namespace earwitness::gui {

namespace {
constexpr int kFrameMs = 16;
constexpr int kHiddenMs = 100;

NoiseProfile roomOf(const MonitoringSettings& settings) {
  return settings.useGate ? settings.room : NoiseProfile{};
}
}  // namespace

LiveSession::LiveSession(Backend backend, QObject* parent)
    : QObject(parent), backend_(std::move(backend)) {
  timer_.setTimerType(Qt::PreciseTimer);
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &LiveSession::tick);
}

LiveSession::~LiveSession() {
  retire();
}

void LiveSession::start() {
  if (wanted_) return;
  wanted_ = true;
  launch();
  emit listeningChanged(true);
}

void LiveSession::stop() {
  if (!wanted_) return;
  wanted_ = false;
  tick();  // what was heard until now
  retire();
  emit listeningChanged(false);
}

void LiveSession::setClassifier(std::shared_ptr<Classifier> classifier) {
  if (classifier == classifier_) return;
  classifier_ = std::move(classifier);
  if (wanted_) restart();
}

void LiveSession::extendClassifier(std::shared_ptr<Classifier> classifier) {
  if (!listener_ || streamClassifier_ != classifier_) return setClassifier(std::move(classifier));
  tick();  // what has fewer scores
  EventSettings events = eventSettingsOf(classifier->description(), monitoringSettings_);
  listener_->extendClassifier(classifier, events);
  classifier_ = streamClassifier_ = std::move(classifier);
  eventSettings_ = std::move(events);
  emit classesExtended();
}

void LiveSession::setDevice(const DeviceId& device) {
  if (device == device_) return;
  device_ = device;
  if (wanted_) restart();
}

void LiveSession::setMonitoringSettings(const MonitoringSettings& settings) {
  const bool sameChannel = settings.microphoneChannel == monitoringSettings_.microphoneChannel;
  monitoringSettings_ = settings;
  if (!sameChannel && wanted_) {
    restart();
    return;
  }
  if (!streamClassifier_) return;
  eventSettings_ = eventSettingsOf(streamClassifier_->description(), monitoringSettings_);
  if (!listener_) return;
  listener_->setEventSettings(eventSettings_);
  listener_->setRoom(roomOf(monitoringSettings_));
}

void LiveSession::setInView(bool inView) {
  timer_.setInterval(inView ? kFrameMs : kHiddenMs);
}

void LiveSession::restart() {
  tick();
  retire();
  launch();
}

void LiveSession::launch() {
  if (retiring_ || listener_) return;  // a device is closed before it is opened again
  Listener::Settings settings;
  streamClassifier_ = classifier_;
  if (classifier_) {
    settings.features = classifier_->description().features;
    settings.events = eventSettingsOf(classifier_->description(), monitoringSettings_);
  }
  eventSettings_ = settings.events;
  settings.room = roomOf(monitoringSettings_);
  history_ = std::make_shared<AudioHistory>();
  settings.history = history_;
  settings.channel = monitoringSettings_.microphoneChannel;
  features_ = settings.features;
  ++stream_;
  sourceName_.clear();
  const auto openSource = [open = backend_.openCapture, device = device_] { return open(device); };
  listener_ = std::make_unique<Listener>(openSource, classifier_, settings);
  timer_.start();
  emit streamStarted();
}

void LiveSession::retire() {
  timer_.stop();
  if (!listener_) return;
  retiring_ = true;
  // Its threads may be waiting for a device.
  std::shared_ptr<Listener> last(std::move(listener_));
  inBackground(
      this, [last] { last->stop(); },
      [this, last] {
        retiring_ = false;
        emit updated(last->drain());  // the ends of events that were open
        emit closed();
        if (wanted_) launch();
      });
}

void LiveSession::tick() {
  if (!listener_) return;
  LiveUpdate update = listener_->drain();
  // Of windows that were classified just before the classes were extended.
  if (streamClassifier_) {
    const size_t nLabels = streamClassifier_->description().labels.size();
    for (ScoredWindow& window : update.windows) {
      window.scores.resize(nLabels, 0.0F);
      window.smoothed.resize(nLabels, 0.0F);
    }
  }
  sourceName_ = QString::fromStdString(update.source);
  emit updated(update);
}

}  // namespace earwitness::gui
