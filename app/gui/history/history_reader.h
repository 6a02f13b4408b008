// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/monitoring/event_store.h"

namespace earwitness::gui {

/// What the history page shows of the store.
struct HistoryAnswer {
  std::vector<StoredEvent> events;  ///< newest first, as many as were asked for
  int64_t count = 0;                ///< of all that fit the query
  CountStep step = CountStep::Day;  ///< hours where all lies within a few days
  std::vector<EventCount> counts;
  std::vector<EventCount> labels;  ///< of the whole store
};

/// Reads and writes the event store one job after the other, each on a thread of the background
/// with a store of its own. Thread: GUI.
class HistoryReader : public QObject {
  Q_OBJECT
 public:
  explicit HistoryReader(std::filesystem::path storeFile, QObject* parent = nullptr);

  /// A later one makes earlier ones that have not been answered void.
  void load(const EventQuery& query);
  /// Further rows of the same query.
  void loadMore(const EventQuery& query);
  /// `work` runs on the background's thread, `done` on this one if it did not throw.
  void run(std::function<void(EventStore&)> work, std::function<void()> done = {});
  bool isBusy() const { return isRunning_ || !jobs_.empty(); }

 signals:
  void loaded(const earwitness::gui::HistoryAnswer& answer);
  void moreLoaded(const std::vector<earwitness::StoredEvent>& events);
  /// One sentence of what went wrong; empty when the next job of its kind went well.
  void problem(const QString& sentence);

 private:
  struct Job {
    std::function<void(EventStore&)> work;
    std::function<void()> done;
    bool makesStore = false;  ///< where there is none yet; else the work is left out
  };

  void add(Job job);
  void startNext();
  void tell(const QString& sentence, bool ofLoad);

  std::filesystem::path storeFile_;
  std::deque<Job> jobs_;
  bool isRunning_ = false;
  bool loadFailed_ = false;  ///< the problem that stands is of reading, not of the user's own doing
  int newestLoad_ = 0;
};

}  // namespace earwitness::gui
