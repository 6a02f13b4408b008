// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/sound_view/event_row.h"

class QAction;
class QTableView;

namespace earwitness::gui {

class EventRowModel;
struct EventActions;

/// What the menu of a list offers besides what each list does.
struct SpecialEventActions {
  QList<QAction*> afterPlay = {};
  QList<QAction*> last = {};
};

/// The events that are selected in a list, the menu of what can be done with them, and what is done
/// the same way in each list. A double click plays. Thread: GUI.
class EventSelection : public QObject {
  Q_OBJECT
 public:
  /// `table` shows `model` and has the style of tables.
  EventSelection(QTableView* table, const EventRowModel* model, const EventActions& actions,
                 SpecialEventActions special = {}, QObject* parent = nullptr);

  /// Ascending.
  std::vector<int> rows() const;
  std::vector<EventRow> events() const;
  /// The same; where there are none, says what to do first.
  std::vector<EventRow> eventsOrMessage();
  void select(int row);
  /// Asks for the label of the selected events.
  void askForLabel(const std::vector<std::string>& labels,
                   std::function<void(const std::string& label)> chosen);
  /// Saves the sound of the selected events in a data set, except that of wrong ones.
  void sendToDataSet(const std::function<ClipSource(const EventRow&)>& soundOf,
                     const std::shared_ptr<AudioHistory>& history);

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  void showMenu(const QPoint& position);
  void play();
  void reveal();

  QTableView* table_;
  const EventRowModel* model_;
  const EventActions& actions_;
  SpecialEventActions special_;
};

/// Asks for a label, of the model or a new one. `labels` are those of the model, as it has them;
/// `chosen` gets one of them where the answer means it, else what was typed.
void askForLabel(QWidget* window, const QString& title, const QString& question,
                 const std::vector<std::string>& labels,
                 std::function<void(const std::string& label)> chosen);

/// Asks for the folder of a data set, and saves these clips there. `done` gets one sentence.
void askToSendClips(QWidget* window, std::vector<ClipSource> clips,
                    const std::shared_ptr<AudioHistory>& history,
                    std::function<void(const QString& sentence)> done);

}  // namespace earwitness::gui
