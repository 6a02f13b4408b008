// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "app/gui/base/icons.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

QAction* make(QObject* parent, const QString& text, const QKeySequence& keys, const QString& tip) {
  auto* action = new QAction(text, parent);
  action->setShortcut(keys);
  QString withKeys = tip.isEmpty() ? QString(text).remove(u'&').remove(QStringLiteral("…")) : tip;
  if (!keys.isEmpty())
    withKeys += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
  action->setToolTip(withKeys);
  return action;
}

QAction* makeSwitch(QObject* parent, const QString& text, const QKeySequence& keys,
                    const QString& tip) {
  QAction* action = make(parent, text, keys, tip);
  action->setCheckable(true);
  return action;
}

}  // namespace

Actions::Actions(QMainWindow* window, Theme* theme) : QObject(window) {
  makeFiles();
  makeListening();
  makeEvents();
  makeModel();
  makeView();
  showListening(false);
  showFrozen(false);
  buildMenus(window, theme);
}

void Actions::makeFiles() {
  open = make(this, tr("&Open…"), QKeySequence(tr("Ctrl+O")), tr("Open audio files"));
  open->setIcon(icon(Glyph::Folder));
  openFolder = make(this, tr("Open &folder…"), QKeySequence(tr("Ctrl+Shift+O")),
                    tr("Open the audio files of a folder"));
  exportEvents = make(this, tr("&Export events…"), QKeySequence(tr("Ctrl+E")),
                      tr("Save the list of events as CSV, JSON Lines, Audacity labels or a Raven "
                         "selection table"));
  savePicture = make(this, tr("Save &image…"), QKeySequence(tr("Ctrl+P")),
                     tr("Save the live spectrogram as a PNG image"));
  quit = make(this, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), {});
}

void Actions::makeListening() {
  listen =
      makeSwitch(this, tr("&Listen"), QKeySequence(tr("Ctrl+L")), tr("Start or stop listening"));
  freeze = makeSwitch(this, tr("&Freeze"), QKeySequence(Qt::Key_Space),
                      tr("Freeze the live spectrogram to scroll back. Listening continues."));
  jumpToNow =
      make(this, tr("&Jump to now"), QKeySequence(tr("Ctrl+Space")), tr("Return to the live view"));
  playStretch = make(this, tr("&Play selection"), QKeySequence(tr("Ctrl+Return")),
                     tr("Play the selected part of the live spectrogram"));
  playStretch->setIcon(icon(Glyph::Play));
  saveStretch = make(this, tr("&Save selection…"), QKeySequence(tr("Ctrl+S")),
                     tr("Save the selected part of the live spectrogram as WAV or FLAC"));
  learnRoom = make(this, tr("Measure &room noise"), QKeySequence(tr("Ctrl+R")),
                   tr("Measure the background noise for 20 seconds. Sounds no louder than it are "
                      "not reported."));
  recordTriggered =
      makeSwitch(this, tr("Record de&tected sounds"), QKeySequence(tr("Ctrl+Shift+R")),
                 tr("Save a clip of each event, with some audio before and after it"));
  recordTriggered->setIcon(icon(Glyph::Record));
  recordEverything =
      makeSwitch(this, tr("Record &everything"), {}, tr("Record all sound continuously"));
  findDevices = make(this, tr("Look for new &microphones"), QKeySequence(tr("Ctrl+M")),
                     tr("Look for newly connected microphones. Listening pauses for a moment."));
}

void Actions::makeEvents() {
  reviewRight =
      make(this, tr("Co&rrect"), QKeySequence(Qt::Key_Y), tr("Mark the selected event as correct"));
  reviewRight->setIcon(icon(Glyph::Check));
  reviewWrong = make(this, tr("&Wrong"), QKeySequence(Qt::Key_N),
                     tr("Mark the selected event as a false alarm"));
  reviewWrong->setIcon(icon(Glyph::Cross));
  relabel = make(this, tr("Change &label…"), QKeySequence(Qt::Key_L),
                 tr("Give the selected event a different label"));
  relabel->setIcon(icon(Glyph::Tag));
  nextToReview = make(this, tr("&Next to review"), QKeySequence(Qt::Key_J),
                      tr("Go to the next older event without a review"));
  playEvent = make(this, tr("&Play event"), QKeySequence(Qt::Key_E), tr("Play the selected event"));
  playEvent->setIcon(icon(Glyph::Play));
  whyNot = make(this, tr("W&hy was this (not) reported?"), QKeySequence(Qt::Key_W),
                tr("Compare scores with thresholds at the selected event or time"));
  teach = make(this, tr("&Teach…"), QKeySequence(tr("Ctrl+Shift+E")),
               tr("Teach the model the selected sound: a part of the live spectrogram or of a "
                  "file, or an event"));
  teach->setIcon(icon(Glyph::Tag));
  taught = make(this, tr("Taught so&unds…"), QKeySequence(tr("Ctrl+Shift+U")),
                tr("List, play and remove taught sounds"));
  sendToDataSet = make(
      this, tr("Send to &data set…"), QKeySequence(tr("Ctrl+D")),
      tr("Save the selected events, or the selected part of the spectrogram, as labelled clips"));
  suggestRules = make(this, tr("&Suggest thresholds…"), QKeySequence(tr("Ctrl+T")),
                      tr("Suggest thresholds and minimum durations from your reviews"));
  undo = make(this, tr("&Undo review"), QKeySequence::Undo, {});
  redo = make(this, tr("Red&o review"), QKeySequence::Redo, {});
}

void Actions::makeModel() {
  train = make(this, tr("&Train a model…"), QKeySequence(tr("Ctrl+Shift+T")),
               tr("Train a model from a folder of sounds, or from your own recordings"));
  train->setIcon(icon(Glyph::Train));
  train->setIconText(tr("Train"));
}

void Actions::makeView() {
  history = make(this, tr("&History…"), QKeySequence(tr("Ctrl+H")),
                 tr("Search and count all stored events"));
  history->setIcon(icon(Glyph::History));
  settings = make(this, tr("&Settings…"), QKeySequence(tr("Ctrl+,")), tr("Settings"));
  settings->setIcon(icon(Glyph::Settings));
  fullScreen = makeSwitch(this, tr("F&ull screen"), QKeySequence(Qt::Key_F11), {});
  shortcuts = make(this, tr("Keyboard &shortcuts"), QKeySequence(Qt::Key_F1), {});
  showLog = make(this, tr("Show &log…"), {}, tr("Show what Earwitness has logged"));
  copyReport = make(this, tr("&Copy report…"), {},
                    tr("Copy versions, devices, model and log for a report about a problem"));
  about = make(this, tr("&About Earwitness"), {}, {});
}

void Actions::buildMenus(QMainWindow* window, Theme* theme) {
  QMenu* file = window->menuBar()->addMenu(tr("&File"));
  file->addActions({open, openFolder});
  file->addSeparator();
  file->addActions({exportEvents, savePicture, saveStretch});
  file->addSeparator();
  file->addAction(settings);
  file->addSeparator();
  file->addAction(quit);
  QMenu* live = window->menuBar()->addMenu(tr("&Live"));
  live->addActions({listen, freeze, jumpToNow});
  live->addSeparator();
  live->addActions({playStretch, learnRoom});
  live->addSeparator();
  live->addActions({recordTriggered, recordEverything});
  live->addSeparator();
  live->addAction(findDevices);
  QMenu* events = window->menuBar()->addMenu(tr("&Events"));
  events->addActions({reviewRight, reviewWrong, relabel, nextToReview});
  events->addSeparator();
  events->addActions({playEvent, whyNot, sendToDataSet, suggestRules});
  events->addSeparator();
  events->addActions({teach, taught});
  events->addSeparator();
  events->addActions({undo, redo});
  events->addSeparator();
  events->addAction(history);
  model_ = window->menuBar()->addMenu(tr("&Model"));
  model_->setObjectName(QStringLiteral("modelMenu"));
  view_ = window->menuBar()->addMenu(tr("&View"));
  addThemes(view_, theme);
  view_->addAction(fullScreen);
  view_->addSeparator();
  QMenu* help = window->menuBar()->addMenu(tr("&Help"));
  help->addActions({shortcuts});
  help->addSeparator();
  help->addActions({showLog, copyReport});
  help->addSeparator();
  help->addActions({about});
}

void Actions::addThemes(QMenu* view, Theme* theme) {
  QMenu* menu = view->addMenu(tr("&Theme"));
  auto* group = new QActionGroup(this);
  const std::pair<QString, Theme::Choice> choices[] = {
      {tr("As the &system"), Theme::Choice::System},
      {tr("&Light"), Theme::Choice::Light},
      {tr("&Dark"), Theme::Choice::Dark}};
  for (const auto& [text, choice] : choices) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(theme->choice() == choice);
    group->addAction(action);
    connect(action, &QAction::triggered, theme, [theme, c = choice] { theme->setChoice(c); });
  }
}

QList<Actions::Group> Actions::groups() const {
  return {{tr("Listening"),
           {listen, freeze, jumpToNow, playStretch, saveStretch, learnRoom, recordTriggered,
            recordEverything, findDevices}},
          {tr("Files"), {open, openFolder, exportEvents, savePicture, quit}},
          {tr("Events"),
           {reviewRight, reviewWrong, relabel, nextToReview, playEvent, whyNot, sendToDataSet,
            suggestRules, teach, taught, undo, redo}},
          {tr("Models"), {train}},
          {tr("Window"), {history, settings, fullScreen, shortcuts}}};
}

void Actions::showListening(bool listening) {
  listen->setChecked(listening);
  listen->setIconText(listening ? tr("Stop") : tr("Listen"));
  listen->setIcon(icon(listening ? Glyph::Stop : Glyph::Microphone));
}

void Actions::showFrozen(bool frozen) {
  freeze->setChecked(frozen);
  freeze->setIcon(icon(frozen ? Glyph::Play : Glyph::Pause));
  jumpToNow->setEnabled(frozen);
}

}  // namespace earwitness::gui
