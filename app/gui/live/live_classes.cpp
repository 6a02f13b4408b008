// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/live_classes.h"

#include <algorithm>

#include "app/gui/base/shown_label.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/class_panel.h"
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

LiveClasses::LiveClasses(ClassPanel* panel, Services& services)
    : QObject(panel), panel_(panel), services_(services) {
  followStream();
  takeChanges();
}

void LiveClasses::setPlaceholder(const QString& text) {
  panel_->setPlaceholder(text);
}

void LiveClasses::followStream() {
  const LiveSession* session = services_.live;
  connect(session, &LiveSession::streamStarted, this, &LiveClasses::showClasses);
  connect(session, &LiveSession::classesExtended, this, &LiveClasses::showClasses);
  connect(session, &LiveSession::updated, this, &LiveClasses::take);
  connect(session, &LiveSession::listeningChanged, this, [this](bool listening) {
    if (!listening) panel_->clear();
  });
  connect(services_.settings, &MonitoringSettingsStore::loaded, this, &LiveClasses::showTreatments);
  connect(services_.settings, &MonitoringSettingsStore::changed, this,
          &LiveClasses::showTreatments);
  connect(services_.model, &ModelHost::statusChanged, this, &LiveClasses::showStatus);
}

void LiveClasses::takeChanges() {
  LiveMonitor* monitor = services_.monitor;
  connect(panel_, &ClassPanel::thresholdChanged, monitor, [monitor](int label, float threshold) {
    monitor->changeClass(label, [threshold](ClassSettings& c) { c.threshold = threshold; });
  });
  connect(panel_, &ClassPanel::thresholdReset, monitor, [monitor](int label) {
    monitor->changeClass(label, [](ClassSettings& c) { c.threshold.reset(); });
  });
  connect(panel_, &ClassPanel::pinned, monitor, [monitor](int label, bool on) {
    monitor->changeClass(label, [on](ClassSettings& c) { c.pinned = on; });
  });
  connect(panel_, &ClassPanel::hidden, monitor, [monitor](int label, bool on) {
    monitor->changeClass(label, [on](ClassSettings& c) { c.hidden = on; });
  });
  connect(panel_, &ClassPanel::groupHidden, monitor, [monitor](const QList<int>& group, bool on) {
    const std::vector<std::string>& names = monitor->labels();
    monitor->changeSettings([&](MonitoringSettings& settings) {
      for (const int label : group)
        if (size_t(label) < names.size()) settings.classes[names[size_t(label)]].hidden = on;
    });
  });
}

void LiveClasses::showClasses() {
  const auto& model = services_.live->classifier();
  panel_->setLabels(shownLabels(services_.monitor->labels()),
                    model ? treatmentsOf(model->description(), services_.settings->settings())
                          : std::vector<ClassPanel::Treatment>());
  if (model)
    panel_->setRelations(hierarchyOf(model->description()), groupsOf(model->description()));
}

void LiveClasses::showTreatments() {
  if (const auto& model = services_.live->classifier())
    panel_->setTreatments(treatmentsOf(model->description(), services_.settings->settings()));
}

void LiveClasses::showStatus(const ModelStatus& status) {
  setPlaceholder(status.isSilent
                     ? tr("The model does not answer. Wait, or choose another one in the Model "
                          "menu.")
                 : status.state == ModelStatus::State::Starting ? tr("The model is starting.")
                                                                : tr("No sounds detected yet."));
}

void LiveClasses::take(const LiveUpdate& update) {
  if (!services_.live->isListening()) return;  // the last words of a stream that was stopped
  if (!update.windows.empty() && !isFrozen_) {
    const ScoredWindow& newest = update.windows.back();
    panel_->setScores(newest.smoothed, newest.scores);
  }
  panel_->advance();
  if (update.windows.empty() || hasScores_) return;
  hasScores_ = true;
  emit firstScores();
}

}  // namespace earwitness::gui
