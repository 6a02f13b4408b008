// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/main_window.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QMenu>
#include <QTimer>
#include <algorithm>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/file_opener.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/history/history_page.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/log/log_dialog.h"
#include "app/gui/log/report_dialog.h"
#include "app/gui/log/window_log.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_log.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_files.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/shell/live_controller.h"
#include "app/gui/shell/model_menu.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/shell/teach_controller.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/bring_to_front.h"
#include "app/gui/widgets/space_key.h"
#include "core/base/error.h"
#include "core/base/time_zone.h"
#include "core/listening/event_threshold.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

constexpr int kMessageMs = 12000;
constexpr int kBeginAtLatestMs = 1500;  // where the window is started hidden
constexpr int kListDevicesMs = 1500;
constexpr int kListenAtLatestMs = 500;  // where opening the model takes long

}  // namespace

MainWindow::MainWindow(Backend backend, StartOptions options, Theme* theme)
    : backend_(std::move(backend)),
      options_(std::move(options)),
      actions_(new Actions(this, theme)),
      host_(new ModelHost(backend_, this)),
      live_(new LiveSession(backend_, this)),
      library_(new FileLibrary(this)),
      heard_(new EventFeed(this)),
      settings_(new MonitoringSettingsStore(monitoringSettingsFile(), this)),
      store_(new EventStoreWorker(EventStore::usualFile(), this)),
      dispatcher_(new EventDispatcherHost(store_->access(), this)),
      playback_(new PlaybackHost(backend_, this)),
      teacher_(new TeacherHost(this)) {
  setWindowTitle(tr("Earwitness"));
  buildCentre();
  buildToolBar();
  buildDocks();
  status_ = new StatusLine(this);
  setStatusBar(status_);
  opener_ = new FileOpener(library_, filePane_, this);
  modelMenu_ = new ModelMenu(findChild<QMenu*>(QStringLiteral("modelMenu")), this);
  buildDesks();
  keepSpaceForControls(this);
  livePane_->picture()->setFocus();
  connectActions();
  connectLive();
  connectModel();
  connectEvents();
  savedState::restoreLayout(*this, *splitter_);
  devices_->setWanted(savedState::device());
  live_->setDevice(savedState::device());
  connect(this, &MainWindow::firstPainted, this, &MainWindow::begin);
  connect(this, &MainWindow::firstPainted, theme, &Theme::followSystem);
  QTimer::singleShot(kBeginAtLatestMs, this, &MainWindow::begin);
}

MainWindow::~MainWindow() {
  live_->stop();
}

// ---- The beginning
// ---------------------------------------------------------------------------------

void MainWindow::begin() {
  if (begun_) return;
  begun_ = true;
  settings_->load();
  if (!options_.eventLog.isEmpty()) {
    try {
      heard_->setLog(std::make_unique<EventLog>(options_.eventLog));
    } catch (const std::exception&) {
      status_->showMessage(shownProblem());
    }
  }
  struct Found {
    std::vector<std::filesystem::path> models;
    std::filesystem::path model;
    DeviceId device;
  };
  auto found = std::make_shared<Found>();
  readInBackground(
      this,
      [found, usedLast = savedState::model(), options = options_, list = backend_.inputDevices] {
        found->models = bundledModels();
        found->model = chooseModel(options.model, usedLast, found->models);
        if (!options.device.isEmpty()) found->device = deviceNamed(options.device, list());
      },
      [this, found] {
        if (!found->device.empty()) {
          devices_->setWanted(found->device);
          live_->setDevice(found->device);
        }
        modelMenu_->setModels(found->models);
        if (options_.model.empty()) fallbackModel_ = chooseModel({}, {}, found->models);
        if (found->model.empty())
          modelFailed(tr("No model was found. Open one from the Model menu."));
        else
          host_->open(found->model);
      });
  if (options_.listen && options_.device.isEmpty())
    QTimer::singleShot(kListenAtLatestMs, live_, &LiveSession::start);
}

void MainWindow::finishBeginning() {
  if (beginningFinished_) return;
  beginningFinished_ = true;
  // Looking for devices would hold the opening of one up; the menu is filled a little later.
  QTimer::singleShot(kListDevicesMs, devices_, &DeviceCombo::refresh);
  if (options_.listen) live_->start();
  if (!options_.paths.empty())
    opener_->open(options_.paths);
  else if (options_.openSample)
    opener_->openSample();
}

void MainWindow::modelOpened() {
  const ModelDescription& model = host_->classifier()->description();
  modelMenu_->setCurrent(host_->file());
  status_->setModel(QString::fromStdString(model.name),
                    tr("%1\nClasses: %2\n%3")
                        .arg(QString::fromStdString(host_->file().string()))
                        .arg(model.labels.size())
                        .arg(coreText(model.features.summary())));
  live_->setClassifier(host_->classifier());
  library_->setClassifierReady(false);
  library_->setClassifier(host_->classifier());
  setFileRules();
  library_->refresh(filePane_->shownId());
  teacher_->setModel(host_->classifier(), host_->file());
  finishBeginning();
}

/// The model has learned or forgotten a class.
void MainWindow::useTaught(bool extended) {
  const std::shared_ptr<Classifier>& classifier = teacher_->classifier();
  if (extended)
    live_->extendClassifier(classifier);
  else
    live_->setClassifier(classifier);
  library_->setClassifier(classifier);
  setFileRules();
  library_->refresh(filePane_->shownId());
}

void MainWindow::modelFailed(const QString& sentence) {
  if (host_->classifier()) return tell(sentence);
  if (!fallbackModel_.empty() && host_->lastAsked() != fallbackModel_) {
    tell(sentence);
    host_->open(fallbackModel_);
    return;
  }
  status_->setModelProblem(sentence);
  liveController_->setClassesPlaceholder(tr("No model is loaded."));
  finishBeginning();
}

void MainWindow::openModel(const QString& file) {
  host_->open(file.toStdString());
}

// ---- Dialogs and the window itself
// -----------------------------------------------------------------

void MainWindow::setFileRules() {
  if (const auto& model = library_->description())
    library_->setRules(eventSettingsOf(*model, settings_->settings()));
}

void MainWindow::setRecordingZone() {
  TimeZone zone;
  try {
    zone = TimeZone::named(settings_->settings().recordingZone);
  } catch (const Error&) {
    tell(shownProblem());  // times stay as they are written
  }
  library_->setRecordingZone(zone);
  if (history_ != nullptr) history_->setRecordingZone(zone);
}

void MainWindow::takeFiles() {
  std::vector<const FileRecord*> files;
  for (const int id : std::exchange(filesToTake_, {}))
    if (const FileRecord* file = library_->find(id)) files.push_back(file);
  heard_->takeFiles(files);
}

void MainWindow::tell(const QString& sentence) {
  if (sentence.isEmpty())
    status_->clearMessage();
  else
    status_->showMessage(sentence, kMessageMs);
}

void MainWindow::showSettings() {
  if (settingsDialog_) return bringToFront(settingsDialog_);
  SettingsContext context;
  context.usualFolder = recordingFolder({});
  context.recordingsBytes = dispatcher_->recorder().usedBytes;
  context.storeFile = store_->file();
  std::error_code none;
  const auto bytes = std::filesystem::file_size(context.storeFile, none);
  if (!none) context.storeBytes = int64_t(bytes);
  if (const auto& model = teacher_->classifier()) {
    context.labels = model->description().labels;
    const ModelDescription& description = model->description();
    for (size_t label = 0; label < description.labels.size(); ++label)
      context.thresholds.push_back(std::min(1.0F, eventThreshold(description, label)));
    context.defaultAlerts = defaultAlerts(description);
  }
  settingsDialog_ = new SettingsDialog(settings_->settings(), context, this);
  settingsDialog_->setAttribute(Qt::WA_DeleteOnClose);
  connect(settingsDialog_, &SettingsDialog::settingsChanged, settings_,
          &MonitoringSettingsStore::setSettings);
  connect(settingsDialog_, &SettingsDialog::learnRoomRequested, liveController_,
          &LiveController::learnRoom);
  connect(liveController_, &LiveController::roomProgressed, settingsDialog_, [this](double share) {
    if (share >= 0.0) settingsDialog_->setRoomLearning(share * NoiseProfiler::kSeconds);
  });
  connect(liveController_, &LiveController::roomLearned, settingsDialog_,
          [this](const NoiseProfile& room) {
            settingsDialog_->setRoom(room, QDateTime::currentMSecsSinceEpoch());
          });
  connect(liveController_, &LiveController::roomFailed, settingsDialog_,
          &SettingsDialog::endRoomLearning);
  settingsDialog_->show();
}

void MainWindow::showHistory() {
  if (history_ == nullptr) {
    history_ = new HistoryPage(store_, this);
    history_->setWindowFlag(Qt::Window);
    history_->setWindowTitle(tr("History"));
    connect(history_, &HistoryPage::playClip, this,
            [this](const QString& clip) { playback_->playFile(clip.toStdString()); });
    connect(history_, &HistoryPage::showFile, this,
            [this](const QString& file, double) { opener_->open({file.toStdString()}); });
    connect(history_, &HistoryPage::teachAsked, this,
            [this](const std::vector<StoredEvent>& events) {
              teachController_->teachStored(events, history_);
            });
    connect(history_, &HistoryPage::falseAlarmsChanged, teachController_,
            &TeachController::followStored);
    connect(teachController_, &TeachController::told, history_, &HistoryPage::showMessage);
    setRecordingZone();
  }
  bringToFront(history_);
}

void MainWindow::showTraining() {
  if (studio_ == nullptr) {
    studio_ = new TrainingStudio(backend_, this);
    connect(studio_, &TrainingStudio::modelChosen, this, [this](const QString& file) {
      savedState::setModel(file.toStdString());
      openModel(file);
    });
  }
  bringToFront(studio_);
}

void MainWindow::showLog() {
  if (logDialog_ == nullptr) {
    logDialog_ = new LogDialog(windowLogFile(), this);
    logDialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(logDialog_, &LogDialog::reportAsked, this, &MainWindow::showReport);
  }
  bringToFront(logDialog_);
}

void MainWindow::showReport() {
  if (reportDialog_ == nullptr) {
    ReportFacts facts;
    facts.desktop = desktopText();
    if (live_->isListening()) facts.source = live_->sourceName().toStdString();
    const std::shared_ptr<Classifier> taught = teacher_->classifier();
    if (const auto model = taught ? taught : host_->classifier())
      facts.model = model->description();
    facts.modelFile = host_->file();
    facts.modelStatus = host_->status();
    const auto collect = [facts = std::move(facts), listInputs = backend_.inputDevices] {
      return collectFacts(facts, listInputs);
    };
    reportDialog_ = new ReportDialog(collect, this);
    reportDialog_->setAttribute(Qt::WA_DeleteOnClose);
  }
  bringToFront(reportDialog_);
}

void MainWindow::lookForDevices() {
  // PortAudio looks for devices only while none is open.
  const bool listening = live_->isListening();
  connect(
      devices_, &DeviceCombo::refreshed, this,
      [this, listening](int count) {
        if (listening) live_->start();
        tell(tr("Microphones found: %1").arg(count));
      },
      Qt::SingleShotConnection);
  if (!listening) return devices_->refresh();
  connect(live_, &LiveSession::closed, devices_, &DeviceCombo::refresh, Qt::SingleShotConnection);
  live_->stop();
}

void MainWindow::paintEvent(QPaintEvent* event) {
  QMainWindow::paintEvent(event);
  if (painted_) return;
  painted_ = true;
  // Behind the event that brings the picture to the screen.
  QTimer::singleShot(0, this, &MainWindow::firstPainted);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange) live_->setInView(!isMinimized());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (studio_ != nullptr && studio_->isVisible()) {
    event->ignore();
    return studio_->closeThen([this] { close(); });
  }
  savedState::keepLayout(*this, *splitter_);
  QMainWindow::closeEvent(event);
}

}  // namespace earwitness::gui
