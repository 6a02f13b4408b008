// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/services/teacher_host.h"

class QWidget;

namespace earwitness {
struct StoredEvent;
}

namespace earwitness::gui {

class Actions;
class EventListController;
class EventTableModel;
class FileView;
class LivePane;
class Services;
struct EventRow;

/// Teaching by pointing: at a part of the live picture or of a file, or at an event of the list or
/// of the history; and what a wrong event teaches. Thread: GUI.
class TeachController : public QObject {
  Q_OBJECT
 public:
  struct Parts {
    QWidget* window = nullptr;
    Actions* actions = nullptr;
    LivePane* live = nullptr;
    FileView* file = nullptr;
    QWidget* table = nullptr;  ///< of events
    const EventTableModel* heard = nullptr;
    EventListController* events = nullptr;
  };
  TeachController(Services& services, Parts parts);

  /// Labels of the model, as it has them.
  void setLabels(std::vector<std::string> labels) { labels_ = std::move(labels); }
  void showTaught();
  /// Events of the history, which are selected in this window.
  void teachStored(const std::vector<StoredEvent>& events, QWidget* window);
  /// The user says that these are false alarms, or takes that back.
  void followStored(const std::vector<StoredEvent>& events, bool areFalseAlarms);

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);
  /// A model is to be trained with the data set in this folder, which has just been made.
  void trainingAsked(const QString& folder);

 private:
  enum class Place { Picture, File, List };  ///< List: of events, and the lane above it
  using Requests = std::vector<TeachRequest>;

  void saveForTraining(const std::vector<ClipSource>& clips);
  void followPointing();
  void teach();
  Requests selectedIn(Place place) const;
  Requests selectedInPicture() const;
  Requests selectedInFile() const;
  Requests selectedInList() const;
  static QString textOf(const TeachRequest& request);
  void ask(const Requests& requests, QWidget* window);
  std::string labelCalled(const QString& name) const;
  TeachRequest requestOf(const EventRow& event) const;
  TeachRequest requestOf(const StoredEvent& event) const;
  void followHeard(const EventRow& event, bool isFalseAlarm);
  void follow(TeachRequest request, const std::string& label, bool isFalseAlarm);

  Services& services_;
  Parts parts_;
  std::vector<std::string> labels_;
  Place pointed_ = Place::Picture;  ///< where the user has selected something last
};

}  // namespace earwitness::gui
