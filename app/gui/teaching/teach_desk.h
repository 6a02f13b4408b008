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
class LiveSession;
class PlaybackHost;
class SpectrogramView;
struct HeardEvent;

/// Teaching by pointing: at a part of the live picture, or at an event; and what a wrong event
/// teaches. Thread: GUI.
class TeachDesk : public QObject {
  Q_OBJECT
 public:
  struct Parts {
    QWidget* window = nullptr;
    Actions* actions = nullptr;
    TeacherHost* teacher = nullptr;
    const LiveSession* live = nullptr;
    const SpectrogramView* picture = nullptr;
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
  void teach();
  void ask(const TeachRequest& request);
  std::string labelCalled(const QString& name) const;
  void learnFromWrong(const HeardEvent& event);
  TeachRequest requestOf(const HeardEvent& event) const;

  Parts parts_;
  std::vector<std::string> labels_;
};

}  // namespace earwitness::gui
