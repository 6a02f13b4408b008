// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/events/event.h"

namespace earwitness::gui {

/// An event or a near-miss as it stands on the picture and in the lane.
struct PictureEvent {
  int64_t id = 0;  ///< unique among events and near-misses of the track; not 0
  QString label;   ///< for people
  double onsetSeconds = 0.0;
  double offsetSeconds = 0.0;
  bool open = false;  ///< still going on
  float score = 0.0F;
  int colour = 0;  ///< the same for a label always; its index in the model
  bool nearMiss = false;
  QString reason;  ///< of a near-miss: a sentence

  bool operator==(const PictureEvent&) const = default;
};

/// Of a listener, whose near-misses count apart from its events: they get numbers below 0.
PictureEvent pictureEvent(const Event& event, const QString& label);
PictureEvent pictureEvent(const NearMiss& nearMiss, const QString& label);
/// One of seven colours that colour-blind people tell apart; further indices repeat them.
QColor eventColour(int index);

/// The events of a stream in the order of their onsets, each in a row where it covers no other, and
/// the one that is current. Finds those in a stretch of time without looking at all.
/// Thread: GUI.
class EventTrack : public QObject {
  Q_OBJECT
 public:
  static constexpr int kRows = 3;  ///< where more overlap, they share the last

  using QObject::QObject;

  void setEvents(std::vector<PictureEvent> events);
  /// Adds, or replaces the one with its id, which keeps its row.
  void put(const PictureEvent& event);
  void clear();
  /// Forgets what ended before this moment.
  void forgetBefore(double seconds);

  int size() const { return int(items_.size()); }
  const PictureEvent& at(int index) const { return items_[size_t(index)].event; }
  int rowAt(int index) const { return items_[size_t(index)].row; }
  std::optional<int> indexOf(int64_t id) const;
  /// Those that touch [startSeconds, endSeconds], in order; what is open has no end.
  std::vector<int> between(double startSeconds, double endSeconds) const;

  std::optional<int64_t> current() const { return current_; }
  /// An id that is not there is none.
  void setCurrent(std::optional<int64_t> id);
  /// Makes the next one (1) or the one before (-1) current; from none, the last before
  /// `nearSeconds`. False where there is none.
  bool step(int direction, double nearSeconds);

 signals:
  void changed();
  /// 0: no event is current.
  void currentChanged(qint64 id);

 private:
  struct Item {
    PictureEvent event;
    int row = 0;
  };
  void insert(const PictureEvent& event, std::optional<int> row);
  void removeAt(int index);
  int freeRow(const PictureEvent& event) const;
  void updateReach(size_t from);

  std::vector<Item> items_;                      ///< by onset, then id
  std::vector<double> reach_;                    ///< latest offset of the items up to here
  std::unordered_map<int64_t, double> onsetOf_;  ///< id -> onset
  std::optional<int64_t> current_;
};

}  // namespace earwitness::gui
