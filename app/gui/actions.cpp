#include "app/gui/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "app/gui/icons.h"
#include "app/gui/theme.h"

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
  savePicture = make(this, tr("Save &picture…"), QKeySequence(tr("Ctrl+P")),
                     tr("Save the live picture as PNG"));
  quit = make(this, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), {});
}

void Actions::makeListening() {
  listen = makeSwitch(this, tr("&Listen"), QKeySequence(tr("Ctrl+L")), tr("Listen or stop"));
  freeze = makeSwitch(this, tr("&Freeze"), QKeySequence(Qt::Key_Space),
                      tr("Freeze the live picture to scroll back; listening goes on"));
  jumpToNow = make(this, tr("&Jump to now"), QKeySequence(tr("Ctrl+Space")),
                   tr("Let the live picture go on"));
  playStretch = make(this, tr("&Play stretch"), QKeySequence(tr("Ctrl+Return")),
                     tr("Play the stretch that is selected in the live picture"));
  playStretch->setIcon(icon(Glyph::Play));
  saveStretch = make(this, tr("&Save stretch…"), QKeySequence(tr("Ctrl+S")),
                     tr("Save the stretch that is selected in the live picture as WAV or FLAC"));
  learnRoom = make(this, tr("Learn my &room"), QKeySequence(tr("Ctrl+R")),
                   tr("Listen to the empty room for 20 seconds, so that it stays quiet"));
  recordTriggered = makeSwitch(this, tr("Record what &triggers"), QKeySequence(tr("Ctrl+Shift+R")),
                               tr("Save a clip of each event, a little before and after it"));
  recordTriggered->setIcon(icon(Glyph::Record));
  recordEverything = makeSwitch(this, tr("Record &everything"), {}, tr("Save all that is heard"));
  findDevices =
      make(this, tr("Look for new &microphones"), QKeySequence(tr("Ctrl+M")),
           tr("Look for microphones that were plugged in; listening pauses for a moment"));
}

void Actions::makeEvents() {
  reviewRight = make(this, tr("&Right"), QKeySequence(Qt::Key_Y),
                     tr("The selected event was what it is called"));
  reviewRight->setIcon(icon(Glyph::Check));
  reviewWrong = make(this, tr("&Wrong"), QKeySequence(Qt::Key_N),
                     tr("The selected event was something else"));
  reviewWrong->setIcon(icon(Glyph::Cross));
  relabel = make(this, tr("Another &label…"), QKeySequence(Qt::Key_L),
                 tr("Say what the selected event was"));
  relabel->setIcon(icon(Glyph::Tag));
  nextToReview = make(this, tr("&Next to review"), QKeySequence(Qt::Key_J),
                      tr("Select the next older event that was not reviewed"));
  playEvent = make(this, tr("&Play event"), QKeySequence(Qt::Key_E), tr("Play the selected event"));
  playEvent->setIcon(icon(Glyph::Play));
  whyNot = make(this, tr("W&hy, or why not?"), QKeySequence(Qt::Key_W),
                tr("Scores against thresholds at the selected event or moment"));
  teach =
      make(this, tr("&Teach…"), QKeySequence(tr("Ctrl+Shift+E")),
           tr("Teach the model the selected sound: a part of the live picture or of a file, or an "
              "event"));
  teach->setIcon(icon(Glyph::Tag));
  taught = make(this, tr("Taught so&unds…"), QKeySequence(tr("Ctrl+Shift+U")),
                tr("List, play and remove what the model was taught"));
  sendToDataSet = make(this, tr("Send to &data set…"), QKeySequence(tr("Ctrl+D")),
                       tr("Save the selected events, or the selected stretch, as labelled clips"));
  suggestRules = make(this, tr("&Suggest thresholds…"), QKeySequence(tr("Ctrl+T")),
                      tr("Thresholds and durations that fit what you reviewed"));
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
                 tr("All events so far, with search and counts"));
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
  QMenu* model = window->menuBar()->addMenu(tr("&Model"));
  model->setObjectName(QStringLiteral("modelMenu"));
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
