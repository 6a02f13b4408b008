#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

namespace earwitness {

/// What is done to training windows. Each strength of 0 switches its step off. Steps are made in
/// the order in which they stand here.
struct AugmentationSettings {
  double melShiftBands = 0.0;   ///< up to so many bands up or down, fractions too
  double stretch = 0.0;         ///< speed between 1 / (1 + stretch) and 1 + stretch
  bool roll = false;            ///< start anywhere; what leaves at the end comes in at the start
  double gainDb = 0.0;          ///< up to so much louder or softer
  double mixProbability = 0.0;  ///< between-class mixing of two clips (Tokozume et al., 2018)
  int frequencyMaskBands = 0;   ///< widest frequency mask (SpecAugment, Park et al., 2019)
  int frequencyMasks = 1;
  int timeMaskFrames = 0;  ///< longest time mask
  int timeMasks = 1;
  bool maskWithMean = false;  ///< fill masks with the window's mean instead of 0

  bool operator==(const AugmentationSettings&) const = default;
};
nlohmann::json toJson(const AugmentationSettings& settings);
/// Missing keys keep `defaults`; unknown keys and values out of range throw Error.
AugmentationSettings augmentationFromJson(const nlohmann::json& json,
                                          AugmentationSettings defaults = {});

/// One training example under construction.
struct Example {
  std::vector<float> logMel;  ///< (nFrames, nMels)
  std::vector<float> target;  ///< (nClasses), sums to 1
};

/// Makes examples out of windows. Thread: one at a time; the randomness comes from outside, so
/// that an example depends on its place in the run alone and not on what was made before it.
class Augmenter {
 public:
  using Random = std::mt19937_64;

  Augmenter(const AugmentationSettings& settings, const FeatureSettings& features, long nFrames);

  const AugmentationSettings& settings() const { return settings_; }
  /// Steps that change one window alone, before mixing: shift, stretch, roll, gain.
  void vary(std::span<const float> window, std::span<float> out, Random& random) const;
  /// Mixes `other` into `window` in the power domain at equal level; gives back the share of
  /// `window` in the label.
  double mix(std::span<float> window, std::span<const float> other, Random& random) const;
  /// Frequency and time masks.
  void mask(std::span<float> window, Random& random) const;

 private:
  double levelDb(std::span<const float> window) const;
  double powerPerUnit() const;

  AugmentationSettings settings_;
  FeatureSettings features_;
  long nFrames_;
  long nMels_;
};

/// Uniform in [low, high), the same on every platform.
double uniform(Augmenter::Random& random, double low, double high);

}  // namespace earwitness
