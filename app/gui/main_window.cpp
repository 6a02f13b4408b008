#include "app/gui/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QVBoxLayout>

#include "app/gui/about.h"
#include "app/gui/actions.h"
#include "app/gui/background.h"
#include "app/gui/files/file_library.h"
#include "app/gui/files/file_opener.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/heard.h"
#include "app/gui/kept_state.h"
#include "app/gui/live/control_bar.h"
#include "app/gui/live/device_combo.h"
#include "app/gui/live/event_log.h"
#include "app/gui/live/heard_table.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/live_session.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/model_files.h"
#include "app/gui/model_host.h"
#include "app/gui/model_menu.h"
#include "app/gui/shortcuts_dialog.h"
#include "app/gui/status_line.h"
#include "app/gui/theme.h"
#include "app/gui/widgets/level_meter.h"
#include "app/gui/widgets/pane_layout.h"
#include "app/gui/widgets/pane_splitter.h"
#include "app/gui/widgets/space_key.h"

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
      heard_(new Heard(this)) {
  setWindowTitle(tr("Earwitness"));
  buildLayout();
  connectActions();
  connectLive();
  connectModel();
  kept::restoreLayout(*this, *splitter_);
  devices_->setWanted(kept::device());
  live_->setDevice(kept::device());
  connect(this, &MainWindow::firstPainted, this, &MainWindow::begin);
  connect(this, &MainWindow::firstPainted, theme, &Theme::followSystem);
  QTimer::singleShot(kBeginAtLatestMs, this, &MainWindow::begin);
}

MainWindow::~MainWindow() {
  live_->stop();
}

void MainWindow::buildLayout() {
  devices_ = new DeviceCombo(backend_.inputDevices, this);
  controls_ = new ControlBar(actions_->listen, actions_->freeze, actions_->open, devices_, this);
  livePane_ = new LivePane(this);
  filePane_ = new FilePane(library_, this);
  table_ = new HeardTable(heard_->model(), this);
  splitter_ = new PaneSplitter(this);
  splitter_->setObjectName(QStringLiteral("panes"));
  auto* tablePane = new QWidget(this);
  auto* tableLayout = new QVBoxLayout(tablePane);
  tableLayout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing);
  tableLayout->addWidget(table_);
  const std::pair<QWidget*, int> panes[] = {{livePane_, 5}, {filePane_, 4}, {tablePane, 2}};
  for (const auto& [pane, stretch] : panes) {
    splitter_->addWidget(pane);
    splitter_->setStretchFactor(splitter_->count() - 1, stretch);
  }
  auto* centre = new QWidget(this);
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(controls_);
  layout->addWidget(splitter_, 1);
  setCentralWidget(centre);
  status_ = new StatusLine(this);
  setStatusBar(status_);
  opener_ = new FileOpener(library_, filePane_, this);
  modelMenu_ = new ModelMenu(findChild<QMenu*>(QStringLiteral("modelMenu")), this);
  keepSpaceForControls(this);
  livePane_->picture()->setFocus();
}

void MainWindow::connectActions() {
  connect(actions_->open, &QAction::triggered, opener_, &FileOpener::askForFiles);
  connect(actions_->openFolder, &QAction::triggered, opener_, &FileOpener::askForFolder);
  connect(actions_->quit, &QAction::triggered, this, &QWidget::close);
  connect(actions_->listen, &QAction::triggered, this,
          [this](bool on) { on ? live_->start() : live_->stop(); });
  connect(actions_->freeze, &QAction::toggled, livePane_->picture(), &SpectrogramView::setFrozen);
  connect(livePane_->picture(), &SpectrogramView::frozenChanged, actions_, &Actions::showFrozen);
  connect(actions_->findDevices, &QAction::triggered, this, &MainWindow::lookForDevices);
  connect(actions_->shortcuts, &QAction::triggered, this, [this] {
    auto* dialog = new ShortcutsDialog(actions_->all(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
  connect(actions_->about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::connectLive() {
  connect(live_, &LiveSession::updated, this, &MainWindow::takeLive);
  connect(live_, &LiveSession::streamStarted, this, [this] {
    heard_->endLive(live_->stream() - 1);
    status_->clearLive();
    const auto& model = live_->classifier();
    livePane_->startStream(live_->features(),
                           model ? model->description().labels : std::vector<std::string>());
  });
  connect(live_, &LiveSession::listeningChanged, this, [this](bool listening) {
    actions_->showListening(listening);
    livePane_->setListening(listening);
    if (listening) return;
    heard_->endLive(live_->stream());
    controls_->meter()->clear();
    livePane_->setBanner({});
  });
  connect(devices_, &DeviceCombo::deviceChosen, this, [this](const DeviceId& id) {
    kept::setDevice(id);
    live_->setDevice(id);
  });
  connect(livePane_->picture(), &SpectrogramView::firstColumnPainted, this,
          &MainWindow::firstColumnPainted);
}

void MainWindow::connectModel() {
  connect(host_, &ModelHost::opened, this, &MainWindow::modelOpened);
  connect(host_, &ModelHost::failed, this, &MainWindow::modelFailed);
  connect(host_, &ModelHost::statusChanged, this, [this](const ModelStatus& status) {
    using State = ModelStatus::State;
    status_->setModelStatus(status);
    // A child that cannot run is told to the file that asks for it.
    library_->setClassifierReady(status.state == State::Ready || status.state == State::Failed);
    livePane_->setClassesPlaceholder(status.state == State::Starting ? tr("The model is starting.")
                                                                     : tr("Nothing heard yet."));
  });
  connect(modelMenu_, &ModelMenu::chosen, this, [this](const QString& file) {
    kept::setModel(file.toStdString());
    openModel(file);
  });
  connect(opener_, &FileOpener::refused, this,
          [this](const QString& sentence) { status_->showMessage(sentence, kMessageMs); });
  connect(library_, &FileLibrary::scored, this,
          [this](int id) { heard_->takeFile(*library_->find(id)); });
}

void MainWindow::begin() {
  if (begun_) return;
  begun_ = true;
  if (!options_.eventLog.isEmpty()) {
    try {
      heard_->setLog(std::make_unique<EventLog>(options_.eventLog));
    } catch (const std::exception& problem) {
      status_->showMessage(QString::fromStdString(problem.what()));
    }
  }
  struct Found {
    std::vector<std::filesystem::path> models;
    std::filesystem::path model;
    DeviceId device;
  };
  auto found = std::make_shared<Found>();
  inBackground(
      this,
      [found, usedLast = kept::model(), options = options_, list = backend_.inputDevices] {
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
                        .arg(QString::fromStdString(model.features.summary())));
  live_->setClassifier(host_->classifier());
  library_->setClassifierReady(false);
  library_->setClassifier(host_->classifier());
  library_->refresh(filePane_->shownId());
  finishBeginning();
}

void MainWindow::modelFailed(const QString& sentence) {
  if (host_->classifier()) {
    status_->showMessage(sentence, kMessageMs);
    return;
  }
  if (!fallbackModel_.empty() && host_->lastAsked() != fallbackModel_) {
    status_->showMessage(sentence, kMessageMs);
    host_->open(fallbackModel_);
    return;
  }
  status_->setModelProblem(sentence);
  livePane_->setClassesPlaceholder(tr("No model is loaded."));
  finishBeginning();
}

void MainWindow::openModel(const QString& file) {
  host_->open(file.toStdString());
}

void MainWindow::takeLive(const LiveUpdate& update) {
  heard_->takeLive(*live_, update);
  if (!live_->isListening()) return;  // the last words of a stream that was stopped
  livePane_->take(update);
  if (update.hasLevel) controls_->meter()->setLevel(update.level);
  controls_->meter()->advance();
  status_->take(update);
  livePane_->setBanner(update.state == ListenerState::WaitingForDevice
                           ? QString::fromStdString(update.message)
                           : QString());
  if (update.windows.empty() || scored_) return;
  scored_ = true;
  emit firstScores();
}

void MainWindow::lookForDevices() {
  // PortAudio looks for devices only while none is open.
  const bool listening = live_->isListening();
  connect(
      devices_, &DeviceCombo::refreshed, this,
      [this, listening](int count) {
        if (listening) live_->start();
        status_->showMessage(tr("Microphones found: %1").arg(count), kMessageMs);
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
  kept::keepLayout(*this, *splitter_);
  QMainWindow::closeEvent(event);
}

}  // namespace earwitness::gui
