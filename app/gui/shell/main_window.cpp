// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QScrollArea>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <utility>

#include "app/gui/base/actions.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/base/theme.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/files/file_opener.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/history/history_page.h"
#include "app/gui/live/event_table.h"
#include "app/gui/live/input_panel.h"
#include "app/gui/live/live_classes.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/model_input_view.h"
#include "app/gui/live/picture_controls.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_log.h"
#include "app/gui/services/live_monitor.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/services.h"
#include "app/gui/shell/about.h"
#include "app/gui/shell/current_event.h"
#include "app/gui/shell/model_menu.h"
#include "app/gui/shell/picture_actions.h"
#include "app/gui/shell/secondary_windows.h"
#include "app/gui/shell/shortcuts_dialog.h"
#include "app/gui/shell/start_up.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/shell/teach_controller.h"
#include "app/gui/sound_view/class_column.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/training/run/training_brake.h"
#include "app/gui/widgets/pane_splitter.h"
#include "app/gui/widgets/space_key.h"
#include "app/gui/widgets/unconfined_question.h"

namespace earwitness::gui {

namespace {

constexpr int kMessageMs = 12000;
constexpr int kBeginAtLatestMs = 1500;  // if the window is started hidden
constexpr int kListDevicesMs = 1500;

/// Takes the height that there is, and scrolls where that is too little.
QScrollArea* scrolling(QWidget* content) {
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  area->setWidget(content);
  return area;
}

}  // namespace

MainWindow::MainWindow(Backend backend, StartOptions options, Theme* theme)
    : services_(new Services(std::move(backend), this)),
      actions_(new Actions(this, theme)),
      windows_(new SecondaryWindows(*services_, this)),
      start_(new StartUp(*services_, options, this)),
      feed_(new EventFeed(*services_, this)),
      status_(new StatusLine(this)) {
  setWindowTitle(tr("Earwitness"));
  setStatusBar(status_);
  status_->follow(*services_);
  buildCentre();
  buildToolBar();
  buildDocks();
  buildControllers();
  keepSpaceForControls(this);
  livePane_->picture()->setFocus();
  connectActions();
  connectRecorder();
  connectPanes();
  connectModel();
  connectMessages();
  connectStart(options);
  savedState::restoreLayout(*this, *splitter_);
  connect(this, &MainWindow::firstPainted, theme, &Theme::followSystem);
}

MainWindow::~MainWindow() {
  services_->live->stop();
}

void MainWindow::openModel(const QString& file) {
  services_->model->open(file.toStdString());
}

// ---- Layout

void MainWindow::buildCentre() {
  livePane_ = new LivePane(*services_, this);
  filePane_ = new FilePane(*services_, this);
  splitter_ = new PaneSplitter(this);
  splitter_->setObjectName(QStringLiteral("panes"));
  const std::pair<QWidget*, int> panes[] = {{livePane_, 5}, {filePane_, 4}};
  for (const auto& [pane, stretch] : panes) {
    splitter_->addWidget(pane);
    splitter_->setStretchFactor(splitter_->count() - 1, stretch);
  }
  setCentralWidget(splitter_);
}

void MainWindow::buildToolBar() {
  auto* bar = new QToolBar(tr("Toolbar"), this);
  bar->setObjectName(QStringLiteral("toolBar"));
  bar->setMovable(false);
  bar->setIconSize({16, 16});
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  const auto add = [bar](QAction* action, const char* name) {
    bar->addAction(action);
    auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
    button->setObjectName(QString::fromLatin1(name));
    button->setFocusPolicy(Qt::StrongFocus);
  };
  add(actions_->listen, "listenButton");
  add(actions_->freeze, "freezeButton");
  bar->addSeparator();
  add(actions_->open, "openButton");
  bar->addSeparator();
  add(actions_->playEvent, "playEventButton");
  add(actions_->reviewRight, "rightButton");
  add(actions_->reviewWrong, "wrongButton");
  add(actions_->relabel, "relabelButton");
  auto* spacer = new QWidget(bar);
  spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(spacer);
  add(actions_->train, "trainButton");
  add(actions_->history, "historyButton");
  add(actions_->settings, "settingsButton");
  addToolBar(bar);
}

void MainWindow::buildDocks() {
  input_ = new InputPanel(*services_, actions_->learnRoom, actions_->recordTriggered, this);
  classes_ = new ClassColumn(this);
  liveClasses_ = new LiveClasses(classes_->panel(), *services_);
  modelInput_ = new ModelInputView(this);
  modelInput_->follow(services_->live);
  events_ = new EventTable(feed_->model(), this);
  setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
  setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  addPanel(tr("Input"), QStringLiteral("inputPanel"), scrolling(input_), Qt::LeftDockWidgetArea);
  addPanel(tr("Classes"), QStringLiteral("classPanel"), classes_, Qt::RightDockWidgetArea);
  addPanel(tr("Model input"), QStringLiteral("eyePanel"), modelInput_, Qt::RightDockWidgetArea)
      ->hide();
  addPanel(tr("Events"), QStringLiteral("eventPanel"), events_, Qt::BottomDockWidgetArea);
  QAction* files = actions_->viewMenu()->addAction(tr("&Files"));
  files->setCheckable(true);
  files->setChecked(true);
  connect(files, &QAction::toggled, filePane_, &QWidget::setVisible);
}

QDockWidget* MainWindow::addPanel(const QString& title, const QString& name, QWidget* content,
                                  Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title, this);
  dock->setObjectName(name);
  dock->setWidget(content);
  addDockWidget(area, dock);
  actions_->viewMenu()->addAction(dock->toggleViewAction());
  return dock;
}

void MainWindow::buildControllers() {
  opener_ = new FileOpener(services_->files, filePane_, this);
  modelMenu_ = new ModelMenu(actions_->modelMenu(), this);
  modelMenu_->setTrainAction(actions_->train);
  eventList_ = new EventListController(*services_, actions_, events_, feed_->model(), this);
  pictureActions_ =
      new PictureActions(*services_, actions_, livePane_->picture(), eventList_, this);
  teachController_ = new TeachController(*services_, {.window = this,
                                                      .actions = actions_,
                                                      .live = livePane_,
                                                      .file = filePane_->view(),
                                                      .table = events_,
                                                      .heard = feed_->model(),
                                                      .events = eventList_});
  new CurrentEvent(
      *services_,
      {.table = events_, .feed = feed_, .list = eventList_, .live = livePane_, .file = filePane_});
  filePane_->view()->setMenuActions(
      {actions_->teach},
      actions_->ofReview() + QList<QAction*>{actions_->sendToDataSet, actions_->revealEvent});
}

// ---- Connections

void MainWindow::connectActions() {
  const auto on = [this](QAction* action, auto* receiver, auto method) {
    connect(action, &QAction::triggered, receiver, method);
  };
  on(actions_->open, opener_, &FileOpener::askForFiles);
  on(actions_->openFolder, opener_, &FileOpener::askForFolder);
  on(actions_->quit, this, &QWidget::close);
  on(actions_->learnRoom, services_->monitor, &LiveMonitor::measureRoom);
  on(actions_->findDevices, input_, &InputPanel::findDevices);
  on(actions_->settings, windows_, &SecondaryWindows::showSettings);
  on(actions_->history, windows_, &SecondaryWindows::showHistory);
  on(actions_->train, windows_, &SecondaryWindows::showTraining);
  on(actions_->showLog, windows_, &SecondaryWindows::showLog);
  on(actions_->copyReport, windows_, &SecondaryWindows::showReport);
  on(actions_->shortcuts, this, &MainWindow::showShortcuts);
  on(actions_->about, this, [this] { showAbout(this); });
  on(actions_->listen, services_->live,
     [live = services_->live](bool wanted) { wanted ? live->start() : live->stop(); });
  connect(services_->live, &LiveSession::listeningChanged, actions_, &Actions::showListening);
  connect(actions_->freeze, &QAction::toggled, livePane_->picture(), &SpectrogramView::setFrozen);
  connect(livePane_->picture(), &SpectrogramView::frozenChanged, actions_, &Actions::showFrozen);
  connect(actions_->fullScreen, &QAction::toggled, this,
          [this](bool wanted) { wanted ? showFullScreen() : showNormal(); });
}

void MainWindow::connectRecorder() {
  using Mode = RecorderSettings::Mode;
  const std::pair<QAction*, Mode> modes[] = {{actions_->recordTriggered, Mode::Triggered},
                                             {actions_->recordEverything, Mode::Everything}};
  for (const auto& [action, mode] : modes) {
    connect(action, &QAction::triggered, services_->monitor, [this, m = mode](bool wanted) {
      services_->monitor->changeSettings(
          [&](MonitoringSettings& settings) { settings.recorder.mode = wanted ? m : Mode::Off; });
    });
    const auto show = [this, a = action, m = mode] {
      a->setChecked(services_->settings->settings().recorder.mode == m);
    };
    connect(services_->settings, &MonitoringSettingsStore::loaded, action, show);
    connect(services_->settings, &MonitoringSettingsStore::changed, action, show);
  }
}

void MainWindow::connectPanes() {
  connect(services_->live, &LiveSession::updated, new TrainingBrake(this), &TrainingBrake::take);
  connect(services_->live, &LiveSession::updated, this, &MainWindow::heard);
  connect(classes_->panel(), &ClassPanel::scoresDrawn, this, &MainWindow::scoresDrawn);
  connect(liveClasses_, &LiveClasses::firstScores, this, &MainWindow::firstScores);
  const SpectrogramView* picture = livePane_->picture();
  connect(picture, &SpectrogramView::firstColumnPainted, this, &MainWindow::firstColumnPainted);
  connect(picture, &SpectrogramView::frozenChanged, liveClasses_, &LiveClasses::setFrozen);
  connect(picture, &SpectrogramView::frozenChanged, modelInput_, &ModelInputView::setFrozen);
  // Both pictures have one axis and one colour map.
  connect(picture, &SpectrogramView::settingsChanged, filePane_->picture(),
          &OverviewView::setSettings);
  filePane_->picture()->setSettings(picture->settings());
  const LiveMonitor* monitor = services_->monitor;
  connect(monitor, &LiveMonitor::classesChanged, this, [this, monitor] {
    const std::vector<std::string>& labels = monitor->labels();
    eventList_->setLabels(labels, monitor->ignored());
    pictureActions_->setLabels(labels);
    teachController_->setLabels(labels);
  });
  connect(eventList_, &EventListController::rulesChosen, monitor, &LiveMonitor::takeSuggestions);
  Reviewer* reviewer = eventList_->reviewer();
  connect(services_->dispatcher, &EventDispatcherHost::stored, reviewer, &Reviewer::eventStored);
  connect(feed_, &EventFeed::stored, reviewer, &Reviewer::eventStored);
  connect(windows_, &SecondaryWindows::fileAsked, opener_,
          [this](const QString& file) { opener_->open({file.toStdString()}); });
  connect(windows_, &SecondaryWindows::teachAsked, teachController_, &TeachController::teachStored);
  connect(windows_, &SecondaryWindows::falseAlarmsChanged, teachController_,
          &TeachController::followStored);
  connect(windows_, &SecondaryWindows::historyOpened, this, [this](HistoryPage* history) {
    connect(teachController_, &TeachController::told, history, &HistoryPage::showMessage);
  });
  connect(teachController_, &TeachController::trainingAsked, windows_,
          [this](const QString& folder) { windows_->trainWith(folder.toStdString()); });
}

void MainWindow::connectModel() {
  const auto choose = [this](const QString& file) {
    savedState::setModel(file.toStdString());
    openModel(file);
  };
  connect(modelMenu_, &ModelMenu::chosen, this, choose);
  connect(windows_, &SecondaryWindows::modelChosen, this, choose);
  connect(services_->model, &ModelHost::opened, modelMenu_,
          [this] { modelMenu_->setCurrent(services_->model->file()); });
  connect(services_->model, &ModelHost::unconfinable, this, [this](const QString& file) {
    askToRunUnconfined(this, file,
                       [this, file] { services_->model->open(file.toStdString(), true); });
  });
}

void MainWindow::connectStart(const StartOptions& options) {
  DeviceCombo* devices = input_->devices();
  devices->setWanted(savedState::device());
  services_->live->setDevice(savedState::device());
  connect(this, &MainWindow::firstPainted, start_, &StartUp::begin);
  QTimer::singleShot(kBeginAtLatestMs, start_, &StartUp::begin);
  connect(start_, &StartUp::deviceFound, devices, &DeviceCombo::setWanted);
  connect(start_, &StartUp::bundledModelsFound, modelMenu_, &ModelMenu::setModels);
  connect(start_, &StartUp::modelMissing, this, [this](const QString& sentence) {
    status_->setModelProblem(sentence);
    liveClasses_->setPlaceholder(tr("No model is loaded."));
  });
  connect(start_, &StartUp::finished, this,
          [this, devices, paths = options.paths, openSample = options.openSample] {
            // Looking for devices would hold the opening of one up.
            QTimer::singleShot(kListDevicesMs, devices, &DeviceCombo::refresh);
            if (!paths.empty())
              opener_->open(paths);
            else if (openSample)
              opener_->openSample();
          });
  if (!options.eventLog.isEmpty())
    connect(start_, &StartUp::begun, this, [this, file = options.eventLog] { openEventLog(file); });
}

void MainWindow::openEventLog(const QString& file) {
  try {
    feed_->setLog(std::make_unique<EventLog>(file));
  } catch (const std::exception&) {
    status_->showMessage(shownProblem());
  }
}

void MainWindow::connectMessages() {
  connect(services_, &Services::told, this, &MainWindow::tell);
  connect(start_, &StartUp::told, this, &MainWindow::tell);
  connect(input_, &InputPanel::told, this, &MainWindow::tell);
  connect(opener_, &FileOpener::refused, this, &MainWindow::tell);
  connect(filePane_, &FilePane::told, this, &MainWindow::tell);
  connect(eventList_, &EventListController::told, this, &MainWindow::tell);
  connect(pictureActions_, &PictureActions::told, this, &MainWindow::tell);
  connect(teachController_, &TeachController::told, this, &MainWindow::tell);
}

void MainWindow::tell(const QString& sentence) {
  if (sentence.isEmpty())
    status_->clearMessage();
  else
    status_->showMessage(sentence, kMessageMs);
}

void MainWindow::showShortcuts() {
  QList<Actions::Group> groups = actions_->groups();
  groups.append({tr("Live spectrogram"), livePane_->controls()->shortcutActions()});
  groups.append({tr("Files"), filePane_->shortcuts()});
  auto* dialog = new ShortcutsDialog(groups, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

// ---- Events of the window itself

void MainWindow::paintEvent(QPaintEvent* event) {
  QMainWindow::paintEvent(event);
  if (std::exchange(isPainted_, true)) return;
  // Behind the event that brings the picture to the screen.
  QTimer::singleShot(0, this, &MainWindow::firstPainted);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange) services_->live->setInView(!isMinimized());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!windows_->canClose([this] { close(); })) return event->ignore();
  savedState::keepLayout(*this, *splitter_);
  QMainWindow::closeEvent(event);
}

}  // namespace earwitness::gui
