#pragma once

#include <cstdint>
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

}  // namespace earwitness
