// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

#include "app/gui/services/clip_sender.h"
#include "core/events/threshold_fit.h"

class QTableView;
class QWidget;

namespace earwitness::gui {

class Actions;
class EventSelection;
class EventTableModel;
class Reviewer;
class Services;
struct EventRow;

/// What is done with the events in the list: hear, judge, explain, export, send to a data set,
/// learn thresholds from. Thread: GUI.
class EventListController : public QObject {
  Q_OBJECT
 public:
  EventListController(Services& services, Actions* actions, QTableView* table,
                      EventTableModel* model, QWidget* window);

  Reviewer* reviewer() const { return reviewer_; }
  /// Labels of the model in use, as it has them, and which of them the user hides.
  void setLabels(const std::vector<std::string>& labels, std::vector<bool> hidden);

  void playEvent(const EventRow& event);
  /// "Why, or why not?" at a position of the live stream.
  void explain(double streamSeconds, const QString& when);
  EventSelection* selection() const { return selection_; }
  /// Where the sound of an event is, with so many seconds before and after it.
  ClipSource clipOf(const EventRow& event, double aroundSeconds) const;
  /// Asks where to, and sends.
  void sendToDataSet(std::vector<ClipSource> clips);

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);
  /// The user took these.
  void rulesChosen(const std::vector<earwitness::RuleSuggestion>& suggestions);
  /// An event was chosen in the list: it is to be shown where it is.
  void eventChosen(const earwitness::gui::EventRow& event);

 private:
  void connectActions();
  void playSelected();
  void explainSelected();
  void suggest();
  void exportAll();

  Services& services_;
  Actions* actions_;
  QTableView* table_;
  EventTableModel* model_;
  QWidget* window_;
  EventSelection* selection_;
  Reviewer* reviewer_;
  std::vector<std::string> labels_;
  QStringList labelTexts_;
  std::vector<bool> hidden_;
};

}  // namespace earwitness::gui
