// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "app/gui/widgets/stream_timeline.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"

namespace earwitness::gui {

/// The last minutes of a live spectrogram in decibels: a ring, addressed by a column number that
/// only grows. A column holds `framesPerColumn()` frames, merged by their maximum, so that there
/// are 60 to 120 a second with any model's hop. Kept in 16 bit, steps of 1/64 dB: 8 MB for ten
/// minutes of 80 bands at the report's hop. Thread: GUI.
class SpectrogramHistory {
 public:
  static constexpr float kGapDb = -1000.0F;  ///< in columns where nothing was heard
  static constexpr double kSeconds = 600.0;

  explicit SpectrogramHistory(double seconds = kSeconds);

  /// Forgets everything and takes columns of this kind from now on.
  void reset(const FeatureSettings& features);
  /// Frames that go on with what was there. Frames of another shape are left out.
  void append(const LogMel& frames) { appendFrom(frames, nextFrame_); }
  /// Frames of which the first is the stream's frame `firstFrame`, and the last was heard at
  /// `utcMs`. A gap is put in where frames are missing, and where the clock says that the device
  /// was away.
  void append(const LogMel& frames, long firstFrame, int64_t utcMs);
  /// Columns of silence where the device was away: the stream's seconds stand still.
  void appendGap(long columns);

  long begin() const;                ///< oldest column still held
  long end() const { return end_; }  ///< one past the newest
  /// The loudest of the columns [first, end) band by band, which must be held and not be none:
  /// out (nMels), decibels.
  void maximum(long first, long end, std::span<float> out) const;
  /// A single column, decibels.
  std::vector<float> column(long index) const;
  /// Of all bands in the columns [first, end), as far as they are held; kGapDb for none.
  float peakDb(long first, long end) const;

  const StreamTimeline& timeline() const { return timeline_; }
  const FeatureSettings& features() const { return features_; }
  int framesPerColumn() const { return framesPerColumn_; }
  double columnSeconds() const { return features_.frameSeconds() * framesPerColumn_; }

 private:
  using Level = int16_t;
  static constexpr Level kGapLevel = std::numeric_limits<Level>::min();

  void appendFrom(const LogMel& frames, long firstFrame);
  void appendEmpty(long columns);
  void finishColumn();
  double frameEdgeSeconds(long frame) const;
  long gapBefore(long endFrame, int64_t utcMs) const;
  Level* slot(long index) { return levels_.get() + (index % capacity_) * features_.nMels; }
  const Level* slot(long index) const {
    return levels_.get() + (index % capacity_) * features_.nMels;
  }

  double seconds_;
  long capacity_ = 1;
  FeatureSettings features_;
  ToDecibels toDb_{FeatureSettings()};
  int framesPerColumn_ = 1;
  // Left as they come: a slot is written before it is read, and pages nobody wrote cost nothing.
  std::unique_ptr<Level[]> levels_;  ///< (capacity, nMels)
  std::unique_ptr<Level[]> peaks_;   ///< (capacity)
  int framesInColumn_ = 0;           ///< of the column at end_, not yet counted
  long end_ = 0;
  long nextFrame_ = 0;  ///< of the stream
  StreamTimeline timeline_;
};

}  // namespace earwitness::gui
