// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/events/event_export.h"

namespace earwitness {

enum class Verdict { None, Right, Wrong, Relabelled };

/// The user says that it was not what the model called it.
inline bool isFalseAlarm(Verdict verdict) {
  return verdict == Verdict::Wrong || verdict == Verdict::Relabelled;
}

/// As exports have it: "", "right", "wrong" or "relabelled".
std::string reviewOf(Verdict verdict);

/// A row of the event store.
struct StoredEvent {
  int64_t id = 0;      ///< of the row; 0: not stored yet
  std::string source;  ///< device, or path of the file
  bool live = true;
  int64_t onsetUtcMs = 0;     ///< of a file's event: when it was analysed
  double onsetSeconds = 0.0;  ///< in the stream or file
  double offsetSeconds = 0.0;
  bool open = false;  ///< still going on when it was last written
  std::string label;  ///< as the model has it
  float peakScore = 0.0F;
  float meanScore = 0.0F;
  std::string modelName;
  std::string modelFingerprint;
  Verdict verdict = Verdict::None;
  std::string correctedLabel;  ///< where relabelled
  std::string clip;            ///< path of its recording; empty without one
  double sourceSeconds = 0.0;  ///< length of the file, also of one that was listened to; 0 live
  double sourceRate = 0.0;     ///< Hz; 0 where not known
  float highHz = 0.0F;         ///< highest frequency that the model heard; 0 where not known

  /// The label after review.
  const std::string& finalLabel() const {
    return verdict == Verdict::Relabelled ? correctedLabel : label;
  }
};

/// Where an event is in the order of time.
struct EventPlace {
  int64_t onsetUtcMs = 0;
  int64_t id = 0;  ///< of its row
};

struct EventQuery {
  std::optional<int64_t> fromUtcMs = {};     ///< onset at or after
  std::optional<int64_t> toUtcMs = {};       ///< onset before
  std::optional<EventPlace> olderThan = {};  ///< the last one read, where reading continues
  std::vector<std::string> labels = {};      ///< final labels; none: all
  std::string text = {};                     ///< part of label, source or model, any case
  std::string source = {};                   ///< part of the source, any case
  std::optional<bool> live = {};
  std::optional<Verdict> verdict = {};
  float minimumScore = 0.0F;
  int64_t limit = 1000;
  int64_t offset = 0;  ///< newest first
};

enum class CountStep { Hour, Day };

struct EventCount {
  int64_t startUtcMs = 0;  ///< of the hour or day; 0 for counts of all time
  std::string label;       ///< final label
  int64_t count = 0;
};

/// All events, in SQLite with a write-ahead log: written by one process or several, readable while
/// it is written. What is put waits in memory until commit(), which the caller does once a second,
/// so that no writer keeps another waiting; a kill loses what was put since. Every function throws
/// Error with one sentence on a file that is damaged or not a store, one of a newer version, a full
/// disk; what waits is kept then, and written by a later commit() that can.
/// Thread: one at a time; open one for each thread.
class EventStore {
 public:
  /// Creates the file and its folder where they are missing. Events that a process that died left
  /// open are closed; those of writers that live are not.
  explicit EventStore(const std::filesystem::path& file);
  /// Writes what waits, and closes the events that this store left open.
  ~EventStore();
  EventStore(EventStore&&) noexcept;

  /// stateFolder() / "events.sqlite"
  static std::filesystem::path usualFile();

  /// Inserts where id is 0 and returns the new id; else writes times, scores and `open` anew, if
  /// the event has not been removed meanwhile.
  int64_t put(const StoredEvent& event);
  void commit();
  /// These write at once. Relabelling to what the model said is Verdict::Right.
  /// Throws Error where there is no such event.
  void review(int64_t id, Verdict verdict, const std::string& correctedLabel = {});
  /// Passed over where the event has been removed.
  void setClip(int64_t id, const std::string& path);
  /// The events of a file by one model, instead of those it had; reviews are kept where label and
  /// times are the same. Returns their ids in order.
  std::vector<int64_t> replaceFile(const std::string& path, const std::string& modelFingerprint,
                                   const std::vector<StoredEvent>& events);
  void remove(const std::vector<int64_t>& ids);

  /// What is asked for takes in what this store has put, if that can be written now; other stores
  /// see it after commit().
  std::optional<StoredEvent> find(int64_t id) const;
  std::vector<StoredEvent> query(const EventQuery& query) const;
  /// Without limit and offset, as in countsPer().
  int64_t count(const EventQuery& query) const;
  /// Per label and hour or day of the local time zone, whose days may have 23 or 25 hours.
  /// Oldest first, labels by name.
  std::vector<EventCount> countsPer(CountStep step, const EventQuery& query) const;
  /// Final labels that occur, with their counts, most frequent first.
  std::vector<EventCount> labels() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// As it leaves the program.
ExportedEvent exportedEvent(const StoredEvent& event);

}  // namespace earwitness
