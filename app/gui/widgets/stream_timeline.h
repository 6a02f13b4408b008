// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

namespace earwitness::gui {

/// Where a spectrogram's columns lie on the two clocks: the stream's seconds, which frames, events
/// and the sound history count, and the clock on the wall, in ms since the epoch. A position is a
/// column number with a fraction: column c spans c to c + 1. While the device is away the wall's
/// clock goes on and the stream's stands still. Both mappings go on in a straight line beyond what
/// was added. Thread: GUI.
class StreamTimeline {
 public:
  /// Forgets everything. `columnSeconds`: what a column spans.
  void reset(double columnSeconds);
  /// From the column on, the stream's seconds run from `seconds`.
  void run(long column, double seconds);
  /// From the column on they stand still, where the columns before led them.
  void stand(long column);
  /// The position was heard at this time. Readings come with the jitter of whoever reads the
  /// device, so each moves the clock a little only; the first one sets it.
  void heardAt(double position, int64_t utcMs);
  /// Forgets what is needed for columns before this one only.
  void forgetBefore(long column);

  bool empty() const { return segments_.empty(); }
  double columnSeconds() const { return columnSeconds_; }
  double secondsAt(double position) const;
  /// Of a moment at which the stream stood still: the position behind the gap.
  double positionAt(double seconds) const;
  bool hasClock() const { return hasClock_; }
  int64_t utcMsAt(double position) const;
  double positionAtUtcMs(int64_t utcMs) const;

 private:
  struct Segment {
    long column = 0;
    double seconds = 0.0;  ///< at the column's left edge
    bool running = true;
  };
  const Segment& segmentAt(double position) const;
  double secondsIn(const Segment& segment, double position) const;

  double columnSeconds_ = 1.0;
  std::deque<Segment> segments_;  ///< by column; their seconds never fall
  double clockOriginMs_ = 0.0;    ///< of position 0, smoothed
  bool hasClock_ = false;
};

}  // namespace earwitness::gui
