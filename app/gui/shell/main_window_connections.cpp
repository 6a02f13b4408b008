// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of the main window hear of which.
#include <QAction>
#include <QTimer>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/saved_state.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/files/file_opener.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/live/event_lane.h"
#include "app/gui/live/event_table.h"
#include "app/gui/live/input_panel.h"
#include "app/gui/live/live_pane.h"
#include "app/gui/live/picture_controls.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/event_dispatcher_host.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/shell/about.h"
#include "app/gui/shell/live_controller.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/model_menu.h"
#include "app/gui/shell/picture_actions.h"
#include "app/gui/shell/shortcuts_dialog.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/shell/teach_controller.h"
#include "app/gui/sound_view/class_column.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/device_combo.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/training/run/training_brake.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/unconfined_question.h"

namespace earwitness::gui {

void MainWindow::connectActions() {
  connect(actions_->open, &QAction::triggered, opener_, &FileOpener::askForFiles);
  connect(actions_->openFolder, &QAction::triggered, opener_, &FileOpener::askForFolder);
  connect(actions_->quit, &QAction::triggered, this, &QWidget::close);
  connect(actions_->listen, &QAction::triggered, this,
          [this](bool on) { on ? live_->start() : live_->stop(); });
  connect(actions_->freeze, &QAction::toggled, livePane_->picture(), &SpectrogramView::setFrozen);
  connect(livePane_->picture(), &SpectrogramView::frozenChanged, actions_, &Actions::showFrozen);
  connect(actions_->learnRoom, &QAction::triggered, liveController_, &LiveController::learnRoom);
  connect(actions_->findDevices, &QAction::triggered, this, &MainWindow::lookForDevices);
  connect(actions_->settings, &QAction::triggered, this, &MainWindow::showSettings);
  connect(actions_->history, &QAction::triggered, this, &MainWindow::showHistory);
  connect(actions_->train, &QAction::triggered, this, &MainWindow::showTraining);
  modelMenu_->setTrainAction(actions_->train);
  connect(actions_->fullScreen, &QAction::toggled, this,
          [this](bool on) { on ? showFullScreen() : showNormal(); });
  connect(actions_->shortcuts, &QAction::triggered, this, [this] {
    QList<Actions::Group> groups = actions_->groups();
    groups.append({tr("Live spectrogram"), livePane_->controls()->shortcutActions()});
    groups.append({tr("Files"), filePane_->shortcuts()});
    auto* dialog = new ShortcutsDialog(groups, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
  connect(actions_->showLog, &QAction::triggered, this, &MainWindow::showLog);
  connect(actions_->copyReport, &QAction::triggered, this, &MainWindow::showReport);
  connect(actions_->about, &QAction::triggered, this, [this] { showAbout(this); });
  using Mode = RecorderSettings::Mode;
  const std::pair<QAction*, Mode> modes[] = {{actions_->recordTriggered, Mode::Triggered},
                                             {actions_->recordEverything, Mode::Everything}};
  for (const auto& [action, mode] : modes)
    connect(action, &QAction::triggered, this, [this, m = mode](bool on) {
      MonitoringSettings settings = settings_->settings();
      settings.recorder.mode = on ? m : Mode::Off;
      settings_->setSettings(settings);
    });
}

void MainWindow::connectLive() {
  connect(live_, &LiveSession::updated, status_, &StatusLine::take);
  connect(live_, &LiveSession::updated, new TrainingBrake(this), &TrainingBrake::take);
  connect(live_, &LiveSession::updated, this, &MainWindow::heard);
  connect(classes_->panel(), &ClassPanel::scoresDrawn, this, &MainWindow::scoresDrawn);
  connect(live_, &LiveSession::streamStarted, status_, &StatusLine::clearLive);
  connect(live_, &LiveSession::listeningChanged, actions_, &Actions::showListening);
  connect(liveController_, &LiveController::firstScores, this, &MainWindow::firstScores);
  connect(liveController_, &LiveController::told, this, &MainWindow::tell);
  connect(liveController_, &LiveController::classesChanged, this, [this] {
    eventListController_->setLabels(liveController_->labels(), liveController_->hidden());
    pictureActions_->setLabels(liveController_->labels());
    teachController_->setLabels(liveController_->labels());
  });
  connect(pictureActions_, &PictureActions::told, this, &MainWindow::tell);
  connect(devices_, &DeviceCombo::deviceChosen, this, [this](const DeviceId& id) {
    savedState::setDevice(id);
    live_->setDevice(id);
  });
  // Both pictures have one axis and one colour map.
  connect(livePane_->picture(), &SpectrogramView::settingsChanged, filePane_->picture(),
          &OverviewView::setSettings);
  filePane_->picture()->setSettings(livePane_->picture()->settings());
  connect(livePane_->picture(), &SpectrogramView::firstColumnPainted, this,
          &MainWindow::firstColumnPainted);
  const auto showSettings = [this] {  // in the parts that show some of them
    const MonitoringSettings& settings = settings_->settings();
    using Mode = RecorderSettings::Mode;
    actions_->recordTriggered->setChecked(settings.recorder.mode == Mode::Triggered);
    actions_->recordEverything->setChecked(settings.recorder.mode == Mode::Everything);
    input_->setRecorder(settings.recorder.mode, dispatcher_->recorder());
    input_->setMicrophoneChannel(settings.microphoneChannel);
    input_->setFileChannel(settings.channel);
    library_->setChannel(settings.channel);
    setFileRules();
    setRecordingZone();
  };
  const auto store = [this](ChannelChoice MonitoringSettings::*which) {
    return [this, which](ChannelChoice channel) {
      MonitoringSettings settings = settings_->settings();
      settings.*which = channel;
      settings_->setSettings(settings);
    };
  };
  connect(input_, &InputPanel::microphoneChannelChosen, this,
          store(&MonitoringSettings::microphoneChannel));
  connect(input_, &InputPanel::fileChannelChosen, this, store(&MonitoringSettings::channel));
  connect(settings_, &MonitoringSettingsStore::loaded, this, showSettings);
  connect(settings_, &MonitoringSettingsStore::changed, this, showSettings);
  connect(settings_, &MonitoringSettingsStore::problem, this, &MainWindow::tell);
  connect(dispatcher_, &EventDispatcherHost::recorderChanged, this,
          [this](const RecorderState& state) {
            input_->setRecorder(settings_->settings().recorder.mode, state);
          });
  connect(dispatcher_, &EventDispatcherHost::problemChanged, this, &MainWindow::tell);
  connect(dispatcher_, &EventDispatcherHost::recordingLost, this, &MainWindow::tell);
}

void MainWindow::connectModel() {
  connect(host_, &ModelHost::opened, this, &MainWindow::modelOpened);
  connect(host_, &ModelHost::failed, this, &MainWindow::modelFailed);
  connect(teacher_, &TeacherHost::classifierChanged, this, &MainWindow::useTaught);
  connect(teachController_, &TeachController::told, this, &MainWindow::tell);
  connect(teachController_, &TeachController::trainingAsked, this, [this](const QString& folder) {
    showTraining();
    studio_->openSounds(folder.toStdString());
    studio_->settings()->startFrom(host_->file());
  });
  connect(host_, &ModelHost::statusChanged, this, [this](const ModelStatus& status) {
    using State = ModelStatus::State;
    status_->setModelStatus(status);
    // A child that cannot run is told to the file that asks for it.
    library_->setClassifierReady(status.state == State::Ready || status.state == State::Failed);
    liveController_->setClassesPlaceholder(
        status.isSilent ? tr("The model does not answer. Wait, or choose another one in the Model "
                             "menu.")
        : status.state == State::Starting ? tr("The model is starting.")
                                          : tr("No sounds detected yet."));
  });
  connect(host_, &ModelHost::unconfinable, this, [this](const QString& file) {
    askToRunUnconfined(this, file, [this, file] { host_->open(file.toStdString(), true); });
  });
  connect(modelMenu_, &ModelMenu::chosen, this, [this](const QString& file) {
    savedState::setModel(file.toStdString());
    openModel(file);
  });
  connect(opener_, &FileOpener::refused, this, &MainWindow::tell);
  connect(&ProblemReporter::instance(), &ProblemReporter::problem, this, &MainWindow::tell);
  connect(filePane_, &FilePane::told, this, &MainWindow::tell);
}

void MainWindow::connectEvents() {
  // Many files at once have other events when a threshold moves; the list takes them together.
  const auto takeFile = [this](int id) {
    if (filesToTake_.empty()) QTimer::singleShot(0, this, &MainWindow::takeFiles);
    filesToTake_.push_back(id);
  };
  connect(library_, &FileLibrary::scored, this, takeFile);
  connect(library_, &FileLibrary::refiltered, this, takeFile);
  connect(eventListController_, &EventListController::told, this, &MainWindow::tell);
  connect(eventListController_, &EventListController::rulesChosen, liveController_,
          &LiveController::takeSuggestions);
  connect(store_, &EventStoreWorker::failed, this, &MainWindow::tell);
  Reviewer* reviewer = eventListController_->reviewer();
  connect(dispatcher_, &EventDispatcherHost::stored, reviewer, &Reviewer::eventStored);
  connect(heard_, &EventFeed::stored, reviewer, &Reviewer::eventStored);
  connect(dispatcher_, &EventDispatcherHost::recorded, this,
          [this](int stream, const Recording& recording) {
            for (const int64_t id : recording.eventIds)
              heard_->model()->setClip(stream, id, recording.file);
          });
  // The list, the lane and the picture have one current event.
  EventTrack* track = livePane_->picture()->events();
  connect(track, &EventTrack::currentChanged, this, [this](qint64 id) {
    const auto row = heard_->model()->rowOf(live_->stream(), id);
    if (row && table_->currentIndex().row() != *row) table_->selectRow(*row);
  });
  connect(eventListController_, &EventListController::eventChosen, this,
          [this, track](const EventRow& event) {
            if (event.fileId != 0) return filePane_->show(event.fileId);
            if (event.stream == live_->stream()) track->setCurrent(event.id);
          });
  // As are the list and the events of a file.
  connect(filePane_->view(), &FileView::eventSelected, this, [this](int fileId, qint64 eventId) {
    const auto row = heard_->rowOf(fileId, eventId);
    if (row && table_->currentIndex().row() != *row) table_->selectRow(*row);
  });
  const auto play = [this](qint64 id) {
    if (const auto row = heard_->model()->rowOf(live_->stream(), id))
      eventListController_->playEvent(heard_->model()->eventAt(*row));
  };
  connect(livePane_->lane(), &EventLane::eventActivated, this, play);
  connect(livePane_->picture(), &SpectrogramView::eventActivated, this,
          [track](qint64 id) { track->setCurrent(id); });
}

}  // namespace earwitness::gui
