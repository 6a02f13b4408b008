// SPDX-License-Identifier: GPL-3.0-or-later
// How the main window is laid out.
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QScrollArea>
#include <QToolBar>
#include <QToolButton>

#include "app/gui/base/actions.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/live/event_table.h"
#include "app/gui/live/input_panel.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/model_input_view.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/store_worker.h"
#include "app/gui/shell/live_controller.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/picture_actions.h"
#include "app/gui/shell/teach_controller.h"
#include "app/gui/sound_view/class_column.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/widgets/pane_splitter.h"

namespace earwitness::gui {

namespace {

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

void MainWindow::buildCentre() {
  livePane_ = new LivePane(this);
  filePane_ = new FilePane(library_, backend_.playFile, this);
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
  devices_ = new DeviceCombo(backend_.inputDevices, this);
  devices_->watch(backend_.watchDevices);
  input_ = new InputPanel(devices_, actions_->learnRoom, actions_->recordTriggered, this);
  classes_ = new ClassColumn(this);
  eye_ = new ModelInputView(this);
  table_ = new EventTable(heard_->model(), this);
  setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
  setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  addPanel(tr("Input"), QStringLiteral("inputPanel"), scrolling(input_), Qt::LeftDockWidgetArea);
  addPanel(tr("Classes"), QStringLiteral("classPanel"), classes_, Qt::RightDockWidgetArea);
  addPanel(tr("Model input"), QStringLiteral("eyePanel"), eye_, Qt::RightDockWidgetArea)->hide();
  addPanel(tr("Events"), QStringLiteral("eventPanel"), table_, Qt::BottomDockWidgetArea);
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

void MainWindow::buildDesks() {
  liveController_ = new LiveController({.session = live_,
                                        .pane = livePane_,
                                        .input = input_,
                                        .classes = classes_->panel(),
                                        .eye = eye_,
                                        .heard = heard_,
                                        .desk = dispatcher_,
                                        .settings = settings_},
                                       this);
  heard_->setStore(store_);
  eventListController_ = new EventListController({.window = this,
                                                  .actions = actions_,
                                                  .table = table_,
                                                  .model = heard_->model(),
                                                  .store = store_,
                                                  .playback = playback_,
                                                  .live = live_,
                                                  .record = &liveController_->record(),
                                                  .files = library_},
                                                 this);
  pictureActions_ = new PictureActions({.window = this,
                                        .actions = actions_,
                                        .picture = livePane_->picture(),
                                        .playback = playback_,
                                        .live = live_,
                                        .events = eventListController_},
                                       this);
  teachController_ = new TeachController({.window = this,
                                          .actions = actions_,
                                          .teacher = teacher_,
                                          .live = live_,
                                          .livePane = livePane_,
                                          .file = filePane_->view(),
                                          .library = library_,
                                          .list = table_,
                                          .heard = heard_->model(),
                                          .events = eventListController_,
                                          .playback = playback_},
                                         this);
  filePane_->view()->setMenuActions(
      {actions_->teach},
      actions_->ofReview() + QList<QAction*>{actions_->sendToDataSet, actions_->revealEvent});
}

}  // namespace earwitness::gui
