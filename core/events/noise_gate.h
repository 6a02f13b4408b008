// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/features/log_mel.h"

namespace earwitness {

/// How loud an empty room is, band by band, with the features it was learned with.
struct NoiseProfile {
  FeatureSettings features;
  std::vector<float> floorDb;  ///< (nMels): what a band seldom exceeds while nothing happens
  double seconds = 0.0;        ///< how long was listened

  bool empty() const { return floorDb.empty(); }
  /// True where it was learned with these very features, so that it can gate their windows.
  bool fits(const FeatureSettings& other) const;
};

nlohmann::json toJson(const NoiseProfile& profile);
/// Throws Error, naming `source`, where something is missing or of the wrong kind.
NoiseProfile roomProfileFromJson(const nlohmann::json& json, const std::string& source);

/// Frames of an empty room -> its profile. Thread: one at a time.
class NoiseProfiler {
 public:
  static constexpr double kSeconds = 20.0;

  explicit NoiseProfiler(const FeatureSettings& features);
  /// Throws Error on frames of another number of bands.
  void push(const LogMel& frames);
  double secondsHeard() const;
  bool done() const { return secondsHeard() >= kSeconds; }
  NoiseProfile profile() const;

 private:
  FeatureSettings features_;
  long nFrames_ = 0;
  std::vector<std::vector<long>> histograms_;  ///< (nMels): counts of steps of a decibel
};

/// Tells whether anything in a window rises above the room: enough of its cells (a frame's band)
/// are over the band's floor and a margin, which a short click fills and a single cell of noise
/// does not. Pure. Thread: any.
class NoiseGate {
 public:
  /// An empty profile lets everything pass.
  explicit NoiseGate(NoiseProfile profile = {}, float marginDb = 6.0F);
  /// window (nFrames, nMels) in the profile's features. Digital silence rises above no room.
  bool passes(std::span<const float> window) const;

 private:
  NoiseProfile profile_;
  float marginDb_;
};

}  // namespace earwitness
