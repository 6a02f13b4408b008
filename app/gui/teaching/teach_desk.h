#pragma once

#include <QObject>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/teaching/teacher_host.h"

class QWidget;

namespace earwitness::gui {

class Actions;
class EventDesk;
class FileLibrary;
class FileView;
class LivePane;
class LiveSession;
class PlaybackHost;
struct HeardEvent;

/// Teaching by pointing: at a part of the live picture or of a file, or at an event; and what a
/// wrong event teaches. Thread: GUI.
class TeachDesk : public QObject {
  Q_OBJECT
 public:
  struct Parts {
    QWidget* window = nullptr;
    Actions* actions = nullptr;
    TeacherHost* teacher = nullptr;
    const LiveSession* live = nullptr;
    LivePane* livePane = nullptr;
    FileView* file = nullptr;
    const FileLibrary* library = nullptr;
    QWidget* list = nullptr;  ///< of events
    EventDesk* events = nullptr;
    PlaybackHost* playback = nullptr;
  };
  explicit TeachDesk(Parts parts, QObject* parent = nullptr);

  /// Labels of the model, as it has them.
  void setLabels(std::vector<std::string> labels) { labels_ = std::move(labels); }
  void showTaught();

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  enum class Place { Picture, File, List };  ///< List: of events, and the lane above it
  using Requests = std::vector<TeachRequest>;

  void followPointing();
  void teach();
  Requests selectedIn(Place place) const;
  Requests selectedInPicture() const;
  Requests selectedInFile() const;
  Requests selectedInList() const;
  static QString textOf(const TeachRequest& request);
  void ask(const Requests& requests, QWidget* window);
  std::string labelCalled(const QString& name) const;
  TeachRequest requestOf(const HeardEvent& event) const;
  void learnFromWrong(const HeardEvent& event);
  void learnCounterExample(TeachRequest request, const std::string& label);

  Parts parts_;
  std::vector<std::string> labels_;
  Place pointed_ = Place::Picture;  ///< where the user has selected something last
};

}  // namespace earwitness::gui
