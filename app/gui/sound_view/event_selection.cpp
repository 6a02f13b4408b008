// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_selection.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <algorithm>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/reveal_file.h"
#include "app/gui/sound_view/event_row_model.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {
constexpr const char* kDataSetKey = "dataSet/folder";
}  // namespace

EventSelection::EventSelection(QTableView* table, const EventRowModel* model,
                               const EventActions& actions, SpecialEventActions special,
                               QObject* parent)
    : QObject(parent),
      table_(table),
      model_(model),
      actions_(actions),
      special_(std::move(special)) {
  table_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(table_, &QWidget::customContextMenuRequested, this, &EventSelection::showMenu);
  connect(table_, &QTableView::doubleClicked, this, &EventSelection::play);
  connect(actions_.revealEvent, &QAction::triggered, this, &EventSelection::reveal);
}

std::vector<int> EventSelection::rows() const {
  return selectedRows(*table_->selectionModel());
}

std::vector<EventRow> EventSelection::events() const {
  std::vector<EventRow> events;
  for (const int row : rows()) events.push_back(model_->eventAt(row));
  return events;
}

std::vector<EventRow> EventSelection::eventsOrMessage() {
  std::vector<EventRow> selected = events();
  if (selected.empty()) emit told(tr("Select an event in the list first."));
  return selected;
}

void EventSelection::select(int row) {
  table_->selectRow(row);
  table_->scrollTo(model_->index(row, 0));
}

/// The menu key may ask for it where the selected row is out of view.
void EventSelection::showMenu(const QPoint& position) {
  if (rows().empty()) return;
  auto* menu = new QMenu(table_);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(actions_.playEvent);
  menu->addActions(special_.afterPlay);
  menu->addSeparator();
  menu->addActions(actions_.ofReview());
  menu->addSeparator();
  menu->addActions({actions_.teach, actions_.sendToDataSet});
  menu->addSeparator();
  menu->addActions({copyAction(*table_), actions_.revealEvent});
  menu->addActions(special_.last);
  const QRect view = table_->viewport()->rect();
  menu->popup(table_->viewport()->mapToGlobal(view.contains(position) ? position : view.center()));
}

/// Where there is nothing to play, the list may have something else that shows the event.
void EventSelection::play() {
  if (actions_.playEvent->isEnabled()) return actions_.playEvent->trigger();
  if (!special_.afterPlay.isEmpty()) special_.afterPlay.front()->trigger();
}

void EventSelection::reveal() {
  const std::vector<EventRow> events = eventsOrMessage();
  if (events.empty()) return;
  const auto saved = std::find_if(events.begin(), events.end(),
                                  [](const EventRow& event) { return event.hasSavedSound(); });
  if (saved == events.end())
    return emit told(
        tr("There is no file with the audio of this event. Turn on the recorder to save the audio "
           "of events."));
  revealFile(textOf(savedSound(*saved, 0.0).file));
}

void EventSelection::askForLabel(const std::vector<std::string>& labels,
                                 std::function<void(const std::string& label)> chosen) {
  const std::vector<EventRow> events = eventsOrMessage();
  if (events.empty()) return;
  const QString question = events.size() == 1
                               ? tr("What was it, if not %1?").arg(events[0].shownModelLabel())
                               : tr("What were these %n events?", nullptr, int(events.size()));
  gui::askForLabel(table_->window(), tr("Change label"), question, labels, std::move(chosen));
}

void EventSelection::sendToDataSet(const std::function<ClipSource(const EventRow&)>& soundOf,
                                   const std::shared_ptr<AudioHistory>& history) {
  const std::vector<EventRow> events = eventsOrMessage();
  std::vector<ClipSource> clips;
  for (const EventRow& event : events)
    if (event.verdict != Verdict::Wrong) clips.push_back(soundOf(event));
  if (!clips.empty())
    return askToSendClips(table_->window(), std::move(clips), history,
                          [this](const QString& sentence) { emit told(sentence); });
  if (!events.empty())
    emit told(
        tr("This event is marked wrong. Give it the right label (L) before sending it to a data "
           "set."));
}

void askForLabel(QWidget* window, const QString& title, const QString& question,
                 const std::vector<std::string>& labels,
                 std::function<void(const std::string& label)> chosen) {
  QStringList names = shownLabels(labels);
  names.sort(Qt::CaseInsensitive);
  auto* dialog = new QInputDialog(window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(question);
  dialog->setComboBoxItems(names);
  dialog->setComboBoxEditable(true);
  if (auto* combo = dialog->findChild<QComboBox*>()) {
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->setCurrentText({});
  }
  const auto answer = [labels, chosen = std::move(chosen)](const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) return;
    const auto known = std::find_if(labels.begin(), labels.end(), [&](const std::string& label) {
      return isCalled(label, name);
    });
    chosen(known != labels.end() ? *known : name.toStdString());
  };
  QObject::connect(dialog, &QInputDialog::textValueSelected, window, answer);
  dialog->open();
}

void askToSendClips(QWidget* window, std::vector<ClipSource> clips,
                    const std::shared_ptr<AudioHistory>& history,
                    std::function<void(const QString& sentence)> done) {
  auto* dialog =
      new QFileDialog(window, EventSelection::tr("Data set folder, with one folder per class"),
                      QSettings().value(kDataSetKey).toString());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  const auto send = [window, clips = std::move(clips), history,
                     done = std::move(done)](const QString& folder) {
    QSettings().setValue(kDataSetKey, folder);
    inBackground(
        window,
        [clips, path = std::filesystem::path(folder.toStdString()), history] {
          return sendClips(clips, path, history);
        },
        [done, folder](const SentClips& sent) {
          QString sentence =
              EventSelection::tr("Clips saved to '%1': %2").arg(folder).arg(sent.written);
          if (sent.forgotten > 0)
            sentence += EventSelection::tr(", no longer available: %1").arg(sent.forgotten);
          done(sent.problem.empty() ? sentence : coreText(sent.problem));
        },
        done);
  };
  QObject::connect(dialog, &QFileDialog::fileSelected, window, send);
  dialog->open();
}

}  // namespace earwitness::gui
