// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/secondary_windows.h"

#include <QMainWindow>
#include <algorithm>

#include "app/gui/history/history_page.h"
#include "app/gui/log/log_dialog.h"
#include "app/gui/log/report_dialog.h"
#include "app/gui/log/window_log.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/services.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/bring_to_front.h"
#include "core/base/clock_time.h"
#include "core/listening/event_threshold.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

SettingsContext contextOf(const Services& services) {
  SettingsContext context;
  context.usualFolder = recordingFolder({});
  context.recordingsBytes = services.dispatcher->recorder().usedBytes;
  context.storeFile = services.store->file();
  std::error_code none;
  const auto bytes = std::filesystem::file_size(context.storeFile, none);
  if (!none) context.storeBytes = int64_t(bytes);
  if (const auto classifier = services.classifier()) {
    const ModelDescription& model = classifier->description();
    context.labels = model.labels;
    for (size_t label = 0; label < model.labels.size(); ++label)
      context.thresholds.push_back(std::min(1.0F, eventThreshold(model, label)));
    context.defaultAlerts = defaultAlerts(model);
  }
  return context;
}

}  // namespace

SecondaryWindows::SecondaryWindows(Services& services, QMainWindow* window)
    : QObject(window), services_(services), window_(window) {}

void SecondaryWindows::showSettings() {
  if (settings_) return bringToFront(settings_);
  settings_ = new SettingsDialog(services_.settings->settings(), contextOf(services_), window_);
  settings_->setAttribute(Qt::WA_DeleteOnClose);
  LiveMonitor* monitor = services_.monitor;
  connect(settings_, &SettingsDialog::settingsChanged, services_.settings,
          &MonitoringSettingsStore::setSettings);
  connect(settings_, &SettingsDialog::learnRoomRequested, monitor, &LiveMonitor::measureRoom);
  connect(monitor, &LiveMonitor::roomProgressed, settings_, [this](double share) {
    if (share >= 0.0) settings_->setRoomLearning(share * NoiseProfiler::kSeconds);
  });
  connect(monitor, &LiveMonitor::roomMeasured, settings_,
          [this](const NoiseProfile& room) { settings_->setRoom(room, utcMsNow()); });
  connect(monitor, &LiveMonitor::roomFailed, settings_, &SettingsDialog::endRoomLearning);
  settings_->show();
}

void SecondaryWindows::makeHistory() {
  history_ = new HistoryPage(services_.store, window_);
  history_->setWindowFlag(Qt::Window);
  history_->setWindowTitle(tr("History"));
  connect(history_, &HistoryPage::playClip, services_.playback,
          [this](const QString& clip) { services_.playback->playFile(clip.toStdString()); });
  connect(history_, &HistoryPage::showFile, this, &SecondaryWindows::fileAsked);
  connect(history_, &HistoryPage::teachAsked, this,
          [this](const std::vector<StoredEvent>& events) { emit teachAsked(events, history_); });
  connect(history_, &HistoryPage::falseAlarmsChanged, this, &SecondaryWindows::falseAlarmsChanged);
  connect(&services_, &Services::recordingZoneChanged, history_,
          [this] { history_->setRecordingZone(services_.recordingZone()); });
  history_->setRecordingZone(services_.recordingZone());
  emit historyOpened(history_);
}

void SecondaryWindows::showHistory() {
  if (history_ == nullptr) makeHistory();
  bringToFront(history_);
}

void SecondaryWindows::showTraining() {
  if (studio_ == nullptr) {
    studio_ = new TrainingStudio(services_.backend, window_);
    connect(studio_, &TrainingStudio::modelChosen, this, &SecondaryWindows::modelChosen);
  }
  bringToFront(studio_);
}

void SecondaryWindows::trainWith(const std::filesystem::path& soundFolder) {
  showTraining();
  studio_->openSounds(soundFolder);
  studio_->settings()->startFrom(services_.model->file());
}

void SecondaryWindows::showLog() {
  if (!log_) {
    log_ = new LogDialog(windowLogFile(), window_);
    log_->setAttribute(Qt::WA_DeleteOnClose);
    connect(log_, &LogDialog::reportAsked, this, &SecondaryWindows::showReport);
  }
  bringToFront(log_);
}

void SecondaryWindows::showReport() {
  if (!report_) {
    ReportFacts facts;
    facts.desktop = desktopText();
    if (services_.live->isListening()) facts.source = services_.live->sourceName().toStdString();
    if (const auto classifier = services_.classifier()) facts.model = classifier->description();
    facts.modelFile = services_.model->file();
    facts.modelStatus = services_.model->status();
    const auto collect = [facts = std::move(facts), list = services_.backend.inputDevices] {
      return collectFacts(facts, list);
    };
    report_ = new ReportDialog(collect, window_);
    report_->setAttribute(Qt::WA_DeleteOnClose);
  }
  bringToFront(report_);
}

bool SecondaryWindows::canClose(const std::function<void()>& then) {
  if (studio_ == nullptr || !studio_->isVisible()) return true;
  studio_->closeThen(then);
  return false;
}

}  // namespace earwitness::gui
