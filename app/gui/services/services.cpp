// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/services.h"

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/teacher_host.h"
#include "core/base/error.h"

namespace earwitness::gui {

Services::Services(Backend usedBackend, QObject* parent)
    : QObject(parent),
      backend(std::move(usedBackend)),
      settings(new MonitoringSettingsStore(monitoringSettingsFile(), this)),
      model(new ModelHost(backend, this)),
      teacher(new TeacherHost(this)),
      live(new LiveSession(backend, this)),
      store(new EventStoreWorker(EventStore::usualFile(), this)),
      dispatcher(new EventDispatcherHost(store->access(), this)),
      monitor(new LiveMonitor(live, dispatcher, settings, this)),
      files(new FileLibrary(this)),
      playback(new PlaybackHost(backend, this)) {
  connect(model, &ModelHost::opened, this, &Services::useModel);
  connect(model, &ModelHost::statusChanged, files, [this](const ModelStatus& status) {
    using State = ModelStatus::State;
    // A child that cannot run is told to the file that asks for it.
    files->setClassifierReady(status.state == State::Ready || status.state == State::Failed);
  });
  connect(teacher, &TeacherHost::classifierChanged, this, &Services::useTaught);
  connect(settings, &MonitoringSettingsStore::loaded, this, &Services::useSettings);
  connect(settings, &MonitoringSettingsStore::changed, this, &Services::useSettings);

  connect(settings, &MonitoringSettingsStore::problem, this, &Services::told);
  connect(monitor, &LiveMonitor::told, this, &Services::told);
  connect(dispatcher, &EventDispatcherHost::problemChanged, this, &Services::told);
  connect(dispatcher, &EventDispatcherHost::recordingLost, this, &Services::told);
  connect(store, &EventStoreWorker::failed, this, &Services::told);
  connect(playback, &PlaybackHost::failed, this, &Services::told);
  connect(&ProblemReporter::instance(), &ProblemReporter::problem, this, &Services::told);
}

Services::~Services() {
  live->stop();
}

std::shared_ptr<Classifier> Services::classifier() const {
  const std::shared_ptr<Classifier>& taught = teacher->classifier();
  return taught ? taught : model->classifier();
}

void Services::useModel() {
  live->setClassifier(model->classifier());
  files->setClassifierReady(false);
  files->setClassifier(model->classifier());
  setFileRules();
  emit filesOutdated();
  teacher->setModel(model->classifier(), model->file());
}

/// The model has learned or forgotten a class.
void Services::useTaught(bool extended) {
  const std::shared_ptr<Classifier>& taught = teacher->classifier();
  if (extended)
    live->extendClassifier(taught);
  else
    live->setClassifier(taught);
  files->setClassifier(taught);
  setFileRules();
  emit filesOutdated();
}

void Services::useSettings() {
  files->setChannel(settings->settings().channel);
  setFileRules();
  recordingZone_ = {};
  try {
    recordingZone_ = TimeZone::named(settings->settings().recordingZone);
  } catch (const Error&) {
    emit told(shownProblem());  // times stay as they are written
  }
  files->setRecordingZone(recordingZone_);
  emit recordingZoneChanged();
}

void Services::setFileRules() {
  if (const auto& description = files->description())
    files->setRules(eventSettingsOf(*description, settings->settings()));
}

}  // namespace earwitness::gui
