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

}  // namespace

Actions::Actions(QMainWindow* window, Theme* theme) : QObject(window) {
  open = make(window, tr("&Open…"), QKeySequence(tr("Ctrl+O")), tr("Open audio files"));
  open->setIcon(icon(Glyph::Folder));
  openFolder = make(window, tr("Open &folder…"), QKeySequence(tr("Ctrl+Shift+O")),
                    tr("Open the audio files of a folder"));
  quit = make(window, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), {});
  listen = make(window, tr("&Listen"), QKeySequence(tr("Ctrl+L")), tr("Listen or stop"));
  listen->setCheckable(true);
  freeze = make(window, tr("&Freeze"), QKeySequence(Qt::Key_Space),
                tr("Freeze the live picture; listening goes on"));
  freeze->setCheckable(true);
  findDevices =
      make(window, tr("Look for new &microphones"), QKeySequence(tr("Ctrl+M")),
           tr("Look for microphones that were plugged in; listening pauses for a moment"));
  shortcuts = make(window, tr("Keyboard &shortcuts"), QKeySequence(Qt::Key_F1), {});
  about = make(window, tr("&About Earwitness"), {}, {});
  showListening(false);
  showFrozen(false);

  QMenu* file = window->menuBar()->addMenu(tr("&File"));
  file->addActions({open, openFolder});
  file->addSeparator();
  file->addAction(quit);
  QMenu* live = window->menuBar()->addMenu(tr("&Live"));
  live->addActions({listen, freeze});
  live->addSeparator();
  live->addAction(findDevices);
  QMenu* model = window->menuBar()->addMenu(tr("&Model"));
  model->setObjectName(QStringLiteral("modelMenu"));
  QMenu* view = window->menuBar()->addMenu(tr("&View"));
  addThemes(view, theme);
  QMenu* help = window->menuBar()->addMenu(tr("&Help"));
  help->addActions({shortcuts, about});
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

QList<QAction*> Actions::all() const {
  return {listen, freeze, findDevices, open, openFolder, shortcuts, quit};
}

void Actions::showListening(bool listening) {
  listen->setChecked(listening);
  listen->setIconText(listening ? tr("Stop") : tr("Listen"));
  listen->setIcon(icon(listening ? Glyph::Stop : Glyph::Microphone));
}

void Actions::showFrozen(bool frozen) {
  freeze->setChecked(frozen);
  freeze->setIcon(icon(frozen ? Glyph::Play : Glyph::Pause));
}

}  // namespace earwitness::gui
