// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/live_monitor.h"

#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/noise_measurement.h"

namespace earwitness::gui {

LiveMonitor::LiveMonitor(LiveSession* session, EventDispatcherHost* dispatcher,
                         MonitoringSettingsStore* settings, QObject* parent)
    : QObject(parent),
      session_(session),
      dispatcher_(dispatcher),
      settings_(settings),
      room_(new NoiseMeasurement(this)) {
  connect(session_, &LiveSession::updated, this, &LiveMonitor::take);
  connect(session_, &LiveSession::streamStarted, this, &LiveMonitor::startStream);
  connect(session_, &LiveSession::classesExtended, this, [this] {
    record_.extend(labels().size());
    emit classesChanged();
  });
  connect(session_, &LiveSession::listeningChanged, this, [this](bool listening) {
    if (!listening) stopListening();
  });
  connect(settings_, &MonitoringSettingsStore::loaded, this, &LiveMonitor::applySettings);
  connect(settings_, &MonitoringSettingsStore::changed, this, &LiveMonitor::applySettings);
  connect(room_, &NoiseMeasurement::progressed, this, &LiveMonitor::roomProgressed);
  connect(room_, &NoiseMeasurement::learned, this, &LiveMonitor::roomMeasured);
  connect(room_, &NoiseMeasurement::learned, this, [this](const NoiseProfile& profile) {
    changeSettings([&](MonitoringSettings& changed) {
      changed.room = profile;
      changed.useGate = true;
    });
    emit told(tr("Room noise measured. Sounds no louder than it are not reported."));
  });
}

const std::vector<std::string>& LiveMonitor::labels() const {
  static const std::vector<std::string> none;
  const auto& model = session_->classifier();
  return model ? model->description().labels : none;
}

std::vector<bool> LiveMonitor::ignored() const {
  std::vector<bool> ignored;
  for (const std::string& label : labels())
    ignored.push_back(settings_->settings().classNamed(label).hidden);
  return ignored;
}

// ---- The stream

void LiveMonitor::startStream() {
  dispatcher_->endStream();
  isDispatched_ = false;
  record_.clear();
  signal_.clear();
  heardSeconds_ = 0.0;
  if (room_->running())
    cancelMeasuring(tr("Room noise was not measured: the audio stream has changed."));
  emit classesChanged();
}

void LiveMonitor::stopListening() {
  if (room_->running()) cancelMeasuring(tr("Room noise was not measured: listening has stopped."));
  signal_.clear();
  heardSeconds_ = 0.0;
}

void LiveMonitor::take(const LiveUpdate& update) {
  // The name of the microphone is known once it is open.
  const auto& model = session_->classifier();
  if (!isDispatched_ && model && !session_->sourceName().isEmpty()) {
    dispatcher_->beginStream(session_->stream(), model->description(),
                             session_->sourceName().toStdString(), session_->history());
    isDispatched_ = true;
  }
  dispatcher_->take(update);
  record_.take(update);
  if (!session_->isListening()) return;  // the last words of a stream that was stopped
  watchSignal(update);
  room_->take(update);
}

void LiveMonitor::watchSignal(const LiveUpdate& update) {
  const double secondsHeard = update.health.secondsHeard;
  if (update.hasLevel) signal_.add(update.level, secondsHeard - heardSeconds_);
  heardSeconds_ = secondsHeard;
}

// ---- Settings

void LiveMonitor::applySettings() {
  dispatcher_->setSettings(settings_->settings());
  session_->setMonitoringSettings(settings_->settings());
  emit classesChanged();
}

void LiveMonitor::changeSettings(const std::function<void(MonitoringSettings&)>& change) {
  MonitoringSettings changed = settings_->settings();
  change(changed);
  settings_->setSettings(changed);
}

void LiveMonitor::changeClass(int label, const std::function<void(ClassSettings&)>& change) {
  const std::vector<std::string>& names = labels();
  if (size_t(label) >= names.size()) return;
  changeSettings(
      [&](MonitoringSettings& changed) { change(changed.classes[names[size_t(label)]]); });
}

void LiveMonitor::takeSuggestions(const std::vector<RuleSuggestion>& suggestions) {
  const std::vector<std::string>& names = labels();
  changeSettings([&](MonitoringSettings& changed) {
    for (const RuleSuggestion& suggestion : suggestions) {
      if (size_t(suggestion.label) >= names.size()) continue;
      ClassSettings& chosen = changed.classes[names[size_t(suggestion.label)]];
      chosen.threshold = suggestion.suggested.onThreshold;
      chosen.minimumSeconds = suggestion.suggested.minimumSeconds;
    }
  });
  emit told(tr("Thresholds applied: %1").arg(suggestions.size()));
}

// ---- Room noise

void LiveMonitor::cancelMeasuring(const QString& sentence) {
  room_->cancel();
  emit roomFailed(sentence);
  emit told(sentence);
}

void LiveMonitor::measureRoom() {
  if (room_->running()) return cancelMeasuring(tr("Measuring room noise was stopped."));
  if (!session_->isListening())
    return cancelMeasuring(tr("Press Listen first: room noise is measured with the microphone."));
  room_->start(session_->features());
  emit told(tr("Measuring room noise. Keep quiet for 20 seconds."));
}

}  // namespace earwitness::gui
