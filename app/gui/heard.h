#pragma once

#include <QObject>
#include <QPair>
#include <QSet>
#include <memory>

#include "core/listening/listener.h"

namespace earwitness::gui {

class EventLog;
class EventTableModel;
class LiveSession;
struct FileRecord;

/// Puts what was heard into the list, and into the log where there is one. Thread: GUI.
class Heard : public QObject {
  Q_OBJECT
 public:
  explicit Heard(QObject* parent = nullptr);
  ~Heard() override;

  EventTableModel* model() const { return model_; }
  void setLog(std::unique_ptr<EventLog> log);

  void takeLive(const LiveSession& session, const LiveUpdate& update);
  /// The live stream is over: nothing goes on any more.
  void endLive(int stream);
  /// Once for each file and model, however often it is analysed.
  void takeFile(const FileRecord& file);

 private:
  EventTableModel* model_;
  std::unique_ptr<EventLog> log_;
  QSet<QPair<int, int>> taken_;  ///< (file, model) whose events are in the list
  int fileStream_ = 0;           ///< counts down, so that it never meets a listener's
};

}  // namespace earwitness::gui
