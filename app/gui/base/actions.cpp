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

QAction* makeSwitch(QObject* parent, const QString& text, const QKeySequence& keys,
                    const QString& tip) {
  QAction* action = makeAction(parent, text, keys, tip);
  action->setCheckable(true);
  return action;
}

}  // namespace

QAction* makeAction(QObject* parent, const QString& text, const QKeySequence& keys,
                    const QString& tip) {
  auto* action = new QAction(text, parent);
  action->setShortcut(keys);
  QString withKeys = tip.isEmpty() ? QString(text).remove(u'&').remove(QStringLiteral("…")) : tip;
  if (!keys.isEmpty())
    withKeys += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
  action->setToolTip(withKeys);
  return action;
}

EventActions::EventActions(QObject* parent) {
  const auto add = [parent](Glyph glyph, const QString& text, const QKeySequence& keys,
                            const QString& tip) {
    QAction* action = makeAction(parent, text, keys, tip);
    action->setIcon(icon(glyph));
    return action;
  };
  playEvent = add(Glyph::Play, Actions::tr("&Play event"), QKeySequence(Qt::Key_E),
                  Actions::tr("Play the selected event"));
  reviewRight = add(Glyph::Check, Actions::tr("Co&rrect"), QKeySequence(Qt::Key_Y),
                    Actions::tr("Mark the selected event as correct"));
  reviewWrong = add(Glyph::Cross, Actions::tr("&Wrong"), QKeySequence(Qt::Key_N),
                    Actions::tr("Mark the selected event as a false alarm"));
  relabel = add(Glyph::Tag, Actions::tr("Change &label…"), QKeySequence(Qt::Key_L),
                Actions::tr("Give the selected event a different label"));
  clearReview = add(Glyph::Clear, Actions::tr("Cl&ear review"), QKeySequence(Qt::Key_U), {});
  teach = add(Glyph::Tag, Actions::tr("&Teach…"), QKeySequence(Actions::tr("Ctrl+Shift+E")),
              Actions::tr("Teach the model the selected sound: a part of the live spectrogram or "
                          "of a file, or an event"));
  sendToDataSet =
      makeAction(parent, Actions::tr("Send to &data set…"), QKeySequence(Actions::tr("Ctrl+D")),
                 Actions::tr("Save the selected events, or the selected part of the "
                             "spectrogram, as labelled clips"));
  revealEvent = add(Glyph::Folder, Actions::tr("Show in its &folder"), {},
                    Actions::tr("Show the clip or the file of the selected event in its folder"));
}

Actions::Actions(QMainWindow* window, Theme* theme) : QObject(window), EventActions(this) {
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
  open = makeAction(this, tr("&Open…"), QKeySequence(tr("Ctrl+O")), tr("Open audio files"));
  open->setIcon(icon(Glyph::Folder));
  openFolder = makeAction(this, tr("Open &folder…"), QKeySequence(tr("Ctrl+Shift+O")),
                          tr("Open the audio files of a folder"));
  exportEvents =
      makeAction(this, tr("&Export events…"), QKeySequence(tr("Ctrl+E")),
                 tr("Save the list of events as CSV, JSON Lines, Audacity labels or a Raven "
                    "selection table"));
  savePicture = makeAction(this, tr("Save &image…"), QKeySequence(tr("Ctrl+P")),
                           tr("Save the live spectrogram as a PNG image"));
  quit = makeAction(this, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), {});
}

void Actions::makeListening() {
  listen =
      makeSwitch(this, tr("&Listen"), QKeySequence(tr("Ctrl+L")), tr("Start or stop listening"));
  freeze = makeSwitch(this, tr("&Freeze"), QKeySequence(Qt::Key_Space),
                      tr("Freeze the live spectrogram to scroll back. Listening continues."));
  jumpToNow = makeAction(this, tr("&Jump to now"), QKeySequence(tr("Ctrl+Space")),
                         tr("Return to the live view"));
  playStretch = makeAction(this, tr("&Play selection"), QKeySequence(tr("Ctrl+Return")),
                           tr("Play the selected part of the live spectrogram"));
  playStretch->setIcon(icon(Glyph::Play));
  saveStretch = makeAction(this, tr("&Save selection…"), QKeySequence(tr("Ctrl+S")),
                           tr("Save the selected part of the live spectrogram as WAV or FLAC"));
  learnRoom =
      makeAction(this, tr("Measure &room noise"), QKeySequence(tr("Ctrl+R")),
                 tr("Measure the background noise for 20 seconds. Sounds no louder than it are "
                    "not reported."));
  recordTriggered =
      makeSwitch(this, tr("Record de&tected sounds"), QKeySequence(tr("Ctrl+Shift+R")),
                 tr("Save a clip of each event, with some audio before and after it"));
  recordTriggered->setIcon(icon(Glyph::Record));
  recordEverything =
      makeSwitch(this, tr("Record &everything"), {}, tr("Record all sound continuously"));
  findDevices =
      makeAction(this, tr("Look for new &microphones"), QKeySequence(tr("Ctrl+M")),
                 tr("Look for newly connected microphones. Listening pauses for a moment."));
}

void Actions::makeEvents() {
  nextToReview = makeAction(this, tr("&Next to review"), QKeySequence(Qt::Key_J),
                            tr("Go to the next older event without a review"));
  whyNot = makeAction(this, tr("W&hy was this (not) reported?"), QKeySequence(Qt::Key_W),
                      tr("Compare scores with thresholds at the selected event or time"));
  taught = makeAction(this, tr("Taught so&unds…"), QKeySequence(tr("Ctrl+Shift+U")),
                      tr("List, play and remove taught sounds"));
  suggestRules = makeAction(this, tr("&Suggest thresholds…"), QKeySequence(tr("Ctrl+T")),
                            tr("Suggest thresholds and minimum durations from your reviews"));
  undo = makeAction(this, tr("&Undo review"), QKeySequence::Undo, {});
  redo = makeAction(this, tr("Red&o review"), QKeySequence::Redo, {});
}

void Actions::makeModel() {
  train = makeAction(this, tr("&Train a model…"), QKeySequence(tr("Ctrl+Shift+T")),
                     tr("Train a model from a folder of sounds, or from your own recordings"));
  train->setIcon(icon(Glyph::Train));
  train->setIconText(tr("Train"));
}

void Actions::makeView() {
  history = makeAction(this, tr("&History…"), QKeySequence(tr("Ctrl+H")),
                       tr("Search and count all stored events"));
  history->setIcon(icon(Glyph::History));
  settings = makeAction(this, tr("&Settings…"), QKeySequence(tr("Ctrl+,")), tr("Settings"));
  settings->setIcon(icon(Glyph::Settings));
  fullScreen = makeSwitch(this, tr("F&ull screen"), QKeySequence(Qt::Key_F11), {});
  shortcuts = makeAction(this, tr("Keyboard &shortcuts"), QKeySequence(Qt::Key_F1), {});
  showLog = makeAction(this, tr("Show &log…"), {}, tr("Show what Earwitness has logged"));
  copyReport = makeAction(this, tr("&Copy report…"), {},
                          tr("Copy versions, devices, model and log for a report about a problem"));
  about = makeAction(this, tr("&About Earwitness"), {}, {});
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
  events->addActions(ofReview());
  events->addAction(nextToReview);
  events->addSeparator();
  events->addActions({playEvent, revealEvent, whyNot, sendToDataSet, suggestRules});
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
           ofReview() + QList<QAction*>{nextToReview, playEvent, revealEvent, whyNot, sendToDataSet,
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
