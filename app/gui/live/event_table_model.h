#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <deque>

namespace earwitness::gui {

/// One sound in the list of what was heard.
struct HeardEvent {
  int stream = 0;             ///< which listener or file it came from
  qint64 id = 0;              ///< of the event in its stream
  QString label;              ///< for people
  QDateTime clock;            ///< of the onset; not valid for files
  double onsetSeconds = 0.0;  ///< from the start of the stream
  double seconds = 0.0;       ///< how long
  float score = 0.0F;         ///< the highest
  bool open = false;          ///< still going on
  QString source;             ///< microphone or file
};

/// What was heard, newest first; an event that goes on changes in place. Holds the newest rows
/// only. Thread: GUI.
class EventTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Time, Sound, Duration, Score, Source, ColumnCount };

  explicit EventTableModel(int maximumRows = 10000, QObject* parent = nullptr);

  /// Adds the event, or updates the row that has its stream and id.
  void put(const HeardEvent& event);
  /// Nothing of this stream goes on any more.
  void closeStream(int stream);
  const HeardEvent& eventAt(int row) const { return events_[size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const HeardEvent& event, int column) const;

  size_t maximumRows_;
  std::deque<HeardEvent> events_;              ///< newest first
  QHash<QPair<int, qint64>, qint64> serials_;  ///< (stream, id) -> serial number
  qint64 newestSerial_ = 0;                    ///< of events_.front()
};

}  // namespace earwitness::gui
