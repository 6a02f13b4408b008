// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <deque>
#include <filesystem>
#include <optional>

#include "core/monitoring/event_store.h"

namespace earwitness::gui {

/// One sound in the list of what was heard.
struct EventRow {
  int stream = 0;                          ///< which listener or file it came from
  qint64 id = 0;                           ///< of the event in its stream
  std::string labelName;                   ///< as the model has it
  QString label;                           ///< for people
  QDateTime clock;                         ///< of the onset; not valid for files
  std::optional<CivilTime> recorded = {};  ///< of the onset in a file, when its start is known
  double onsetSeconds = 0.0;               ///< from the start of the stream
  double seconds = 0.0;                    ///< how long
  float score = 0.0F;                      ///< the highest
  float meanScore = 0.0F;
  bool open = false;           ///< still going on
  QString source;              ///< microphone or file, for people
  std::filesystem::path file;  ///< empty when live
  int fileId = 0;              ///< in the window's list of files; 0 when live
  qint64 rowId = 0;            ///< in the event store; 0 where it is not there (yet)
  Verdict verdict = Verdict::None;
  std::string correctedLabel;  ///< where relabelled
  std::filesystem::path clip;  ///< its recording; empty without one

  /// The label after review, as the model or the reviewer has it.
  const std::string& finalLabel() const {
    return verdict == Verdict::Relabelled ? correctedLabel : labelName;
  }
};

/// What was heard, newest first; an event that goes on changes in place. Holds the newest rows
/// only. Thread: GUI.
class EventTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Time, Sound, Duration, Score, Review, Source, ColumnCount };

  explicit EventTableModel(int maximumRows = 10000, QObject* parent = nullptr);

  /// Adds the event, or updates the row that has its stream and id.
  void put(const EventRow& event);
  /// Nothing of this stream goes on any more.
  void closeStream(int stream);
  const EventRow& eventAt(int row) const { return events_[size_t(row)]; }
  std::optional<int> rowOf(int stream, qint64 id) const;
  /// What became known of an event later; passed over where the event is not in the list any more.
  void setRowId(int stream, qint64 id, qint64 rowId);
  void setClip(int stream, qint64 id, const std::filesystem::path& clip);
  void setVerdict(int row, Verdict verdict, const std::string& correctedLabel);
  /// Takes the events of these streams out of the list.
  void removeStreams(const QSet<int>& streams);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const EventRow& event, int column) const;
  QString reviewText(const EventRow& event) const;
  QString recordedText(const EventRow& event) const;
  void rowChanged(int row);

  size_t maximumRows_;
  std::deque<EventRow> events_;                ///< newest first
  QHash<QPair<int, qint64>, qint64> serials_;  ///< (stream, id) -> serial number
  qint64 newestSerial_ = 0;                    ///< of events_.front()
};

}  // namespace earwitness::gui
