// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/live_controller.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/live/input_panel.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/model_input_view.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/noise_measurement.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/event_feed.h"
#include "core/listening/event_threshold.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

std::vector<std::optional<SoundGroup>> groupsOf(const ModelDescription& model) {
  std::vector<std::optional<SoundGroup>> groups;
  for (const SoundName* sound : soundsOf(model, SoundTable::builtIn()))
    groups.push_back(sound != nullptr ? std::optional(sound->group) : std::nullopt);
  return groups;
}

std::vector<ClassPanel::Treatment> treatmentsOf(const ModelDescription& model,
                                                const MonitoringSettings& settings) {
  std::vector<ClassPanel::Treatment> treatments;
  for (size_t i = 0; i < model.labels.size(); ++i) {
    const ClassSettings chosen = settings.classNamed(model.labels[i]);
    treatments.push_back(
        {.threshold = chosen.threshold.value_or(std::min(1.0F, eventThreshold(model, i))),
         .isModels = !chosen.threshold.has_value(),
         .pinned = chosen.pinned,
         .hidden = chosen.hidden});
  }
  return treatments;
}

}  // namespace

LiveController::LiveController(Parts parts, QObject* parent)
    : QObject(parent), parts_(parts), room_(new NoiseMeasurement(this)) {
  LiveSession* session = parts_.session;
  connect(session, &LiveSession::updated, this, &LiveController::take);
  connect(session, &LiveSession::streamStarted, this, &LiveController::startStream);
  connect(session, &LiveSession::classesExtended, this, [this] {
    record_.extend(labels().size());
    showClasses();
    emit classesChanged();
  });
  connect(session, &LiveSession::listeningChanged, this, &LiveController::setListening);
  connect(parts_.settings, &MonitoringSettingsStore::loaded, this, &LiveController::applySettings);
  connect(parts_.settings, &MonitoringSettingsStore::changed, this, &LiveController::applySettings);

  ClassPanel* classes = parts_.classes;
  connect(classes, &ClassPanel::thresholdChanged, this, [this](int label, float threshold) {
    changeClass(label, [threshold](ClassSettings& c) { c.threshold = threshold; });
  });
  connect(classes, &ClassPanel::thresholdReset, this,
          [this](int label) { changeClass(label, [](ClassSettings& c) { c.threshold.reset(); }); });
  connect(classes, &ClassPanel::pinned, this, [this](int label, bool on) {
    changeClass(label, [on](ClassSettings& c) { c.pinned = on; });
  });
  connect(classes, &ClassPanel::hidden, this, [this](int label, bool on) {
    changeClass(label, [on](ClassSettings& c) { c.hidden = on; });
  });
  connect(classes, &ClassPanel::groupHidden, this, [this](const QList<int>& group, bool on) {
    const std::vector<std::string> names = labels();
    changeSettings([&](MonitoringSettings& settings) {
      for (const int label : group)
        if (size_t(label) < names.size()) settings.classes[names[size_t(label)]].hidden = on;
    });
  });

  connect(room_, &NoiseMeasurement::progressed, parts_.input, &InputPanel::setLearning);
  connect(room_, &NoiseMeasurement::progressed, this, &LiveController::roomProgressed);
  connect(room_, &NoiseMeasurement::learned, this, &LiveController::roomLearned);
  connect(room_, &NoiseMeasurement::learned, this, [this](const NoiseProfile& profile) {
    changeSettings([&](MonitoringSettings& settings) {
      settings.room = profile;
      settings.useGate = true;
    });
    emit told(tr("Room noise measured. Sounds no louder than it are not reported."));
  });
}

std::vector<std::string> LiveController::labels() const {
  const auto& model = parts_.session->classifier();
  return model ? model->description().labels : std::vector<std::string>();
}

std::vector<bool> LiveController::hidden() const {
  std::vector<bool> hidden;
  for (const std::string& label : labels())
    hidden.push_back(parts_.settings->settings().classNamed(label).hidden);
  return hidden;
}

void LiveController::setClassesPlaceholder(const QString& text) {
  parts_.classes->setPlaceholder(text);
}

// ---- Streams
// ---------------------------------------------------------------------------------------

void LiveController::startStream() {
  const LiveSession& session = *parts_.session;
  parts_.heard->endLive(session.stream() - 1);
  parts_.desk->endStream();
  streamIsOnDesk_ = false;
  record_.clear();
  if (room_->running())
    cancelLearning(tr("Room noise was not measured: the audio stream has changed."));
  parts_.pane->startStream(session.features());
  parts_.pane->picture()->events()->clear();
  showClasses();
  const auto& model = session.classifier();
  parts_.eye->reset(session.features(), model ? &model->description() : nullptr);
  parts_.input->clear();
  emit classesChanged();
}

void LiveController::showClasses() {
  const auto& model = parts_.session->classifier();
  labelTexts_ = shownLabels(labels());
  parts_.classes->setLabels(labelTexts_,
                            model ? treatmentsOf(model->description(), parts_.settings->settings())
                                  : std::vector<ClassPanel::Treatment>());
  if (model)
    parts_.classes->setRelations(hierarchyOf(model->description()), groupsOf(model->description()));
}

void LiveController::setListening(bool listening) {
  parts_.pane->setListening(listening);
  if (listening) return;
  parts_.heard->endLive(parts_.session->stream());
  if (room_->running()) cancelLearning(tr("Room noise was not measured: listening has stopped."));
  parts_.classes->clear();
  parts_.input->clear();
  parts_.pane->setBanner({});
}

void LiveController::take(const LiveUpdate& update) {
  // The name of the microphone is known once it is open.
  const auto& model = parts_.session->classifier();
  if (!streamIsOnDesk_ && model && !parts_.session->sourceName().isEmpty()) {
    parts_.desk->beginStream(parts_.session->stream(), model->description(),
                             parts_.session->sourceName().toStdString(), parts_.session->history());
    streamIsOnDesk_ = true;
  }
  parts_.desk->take(update);
  parts_.heard->takeLive(*parts_.session, update);
  record_.take(update);
  showEvents(update);
  if (!parts_.session->isListening()) return;  // the last words of a stream that was stopped
  parts_.pane->take(update);
  parts_.input->take(update, parts_.session->hopSeconds());
  parts_.eye->setFrozen(parts_.pane->picture()->isFrozen());
  parts_.eye->take(update);
  room_->take(update);
  if (!update.windows.empty() && !parts_.pane->picture()->isFrozen()) {
    const ScoredWindow& newest = update.windows.back();
    parts_.classes->setScores(newest.smoothed, newest.scores);
  }
  parts_.classes->advance();
  parts_.pane->setBanner(bannerText(update));
  if (update.windows.empty() || scored_) return;
  scored_ = true;
  emit firstScores();
}

void LiveController::showEvents(const LiveUpdate& update) {
  EventTrack* track = parts_.pane->picture()->events();
  for (const Event& event : update.events)
    track->put(pictureEvent(event, labelTexts_.value(event.label)));
  for (const NearMiss& nearMiss : update.nearMisses)
    track->put(pictureEvent(nearMiss, labelTexts_.value(nearMiss.label)));
}

QString LiveController::bannerText(const LiveUpdate& update) const {
  if (update.state == ListenerState::WaitingForDevice) return coreText(update.message);
  if (parts_.input->signal().verdict() == SignalWatch::Verdict::NoSignal)
    return tr("No signal from '%1' for 10 seconds. Is it muted? You can select another one in the "
              "list of microphones.")
        .arg(parts_.session->sourceName());
  return {};
}

// ---- Settings
// --------------------------------------------------------------------------------------

void LiveController::applySettings() {
  const MonitoringSettings& settings = parts_.settings->settings();
  parts_.desk->setSettings(settings);
  parts_.session->setMonitoringSettings(settings);
  showTreatments();
  QString room = tr("Not measured. Background noise may cause false alarms.");
  if (!settings.room.empty())
    room = settings.useGate ? tr("Measured. Sounds no louder than it are not reported.")
                            : tr("Measured, but turned off in the settings.");
  parts_.input->setRoomText(room);
}

void LiveController::showTreatments() {
  if (const auto& model = parts_.session->classifier())
    parts_.classes->setTreatments(treatmentsOf(model->description(), parts_.settings->settings()));
  emit classesChanged();
}

void LiveController::changeSettings(const std::function<void(MonitoringSettings&)>& change) {
  MonitoringSettings settings = parts_.settings->settings();
  change(settings);
  parts_.settings->setSettings(settings);
}

void LiveController::changeClass(int label, const std::function<void(ClassSettings&)>& change) {
  const std::vector<std::string> names = labels();
  if (size_t(label) >= names.size()) return;
  changeSettings(
      [&](MonitoringSettings& settings) { change(settings.classes[names[size_t(label)]]); });
}

void LiveController::takeSuggestions(const std::vector<RuleSuggestion>& suggestions) {
  const std::vector<std::string> names = labels();
  changeSettings([&](MonitoringSettings& settings) {
    for (const RuleSuggestion& suggestion : suggestions) {
      if (size_t(suggestion.label) >= names.size()) continue;
      ClassSettings& chosen = settings.classes[names[size_t(suggestion.label)]];
      chosen.threshold = suggestion.suggested.onThreshold;
      chosen.minimumSeconds = suggestion.suggested.minimumSeconds;
    }
  });
  emit told(tr("Thresholds applied: %1").arg(suggestions.size()));
}

void LiveController::cancelLearning(const QString& sentence) {
  room_->cancel();
  emit roomFailed(sentence);
  emit told(sentence);
}

void LiveController::learnRoom() {
  if (room_->running()) return cancelLearning(tr("Measuring room noise was stopped."));
  if (!parts_.session->isListening())
    return cancelLearning(tr("Press Listen first: room noise is measured with the microphone."));
  room_->start(parts_.session->features());
  emit told(tr("Measuring room noise. Keep quiet for 20 seconds."));
}

}  // namespace earwitness::gui
