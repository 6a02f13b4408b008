// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <span>
#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness {

/// How steeply the sound rises at each frame of a stretch: what places an onset within the seconds
/// that a window's score leaves open. A byte a frame, so that a day's takes a few megabytes.
struct EnergyRises {
  static constexpr float kStepDb = 0.25F;  ///< of a value

  double startSeconds = 0.0;    ///< centre of the first frame
  double frameSeconds = 0.0;    ///< between two frames
  std::vector<uint8_t> values;  ///< (nFrames), in steps of kStepDb
  /// Where the stream first became clearly louder than it was at its start (StreamStart); infinite
  /// until then. An event that is noticed before that already sounded at the start.
  double outgrownSeconds = std::numeric_limits<double>::infinity();

  bool operator==(const EnergyRises&) const = default;
};

/// frames (nFrames, nMels) of `features`, the first one's centre at `startSeconds` -> the rises of
/// those whose centres are after `afterSeconds`. A frame's rise is how much the level of the bands
/// in the 60 ms from it on is above that of the 200 ms before it, without the few decibels that
/// noise fluctuates by, mean over the bands (after the spectral flux of S. Dixon, "Onset Detection
/// Revisited", DAFx 2006). The frames at either end that lack those neighbours have none: the last
/// ones of a window are the next window's to tell. Pure.
EnergyRises energyRises(std::span<const float> frames, const FeatureSettings& features,
                        double startSeconds, double afterSeconds);

/// Compares a stream with its own first moments. A rise needs 200 ms before it, so it cannot tell
/// of a sound that is there from the first sample; this can: what is no louder than the start has
/// not begun since. Thread: one at a time.
class StreamStart {
 public:
  /// Frames as for energyRises(); those up to `afterSeconds` are known already. The first ones that
  /// are pushed are the stream's start.
  void push(std::span<const float> frames, const FeatureSettings& features, double startSeconds,
            double afterSeconds);
  /// Where the level of 60 ms is first 6 dB above the loudest of the first quarter of a second;
  /// infinite until then, and where that takes longer than ten seconds.
  double outgrownSeconds() const { return outgrownSeconds_; }

 private:
  void add(double power, const FeatureSettings& features, double seconds);

  std::deque<double> powers_;  ///< of the last 60 ms, a frame each
  double startPower_ = 0.0;
  long nFrames_ = 0;
  double outgrownSeconds_ = std::numeric_limits<double>::infinity();
};

}  // namespace earwitness
