// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include "core/augmentation/augmentation_settings.h"
#include "core/augmentation/augmentation_steps.h"
#include "core/features/feature_settings.h"

namespace earwitness {

/// A window as it is in the feature store.
struct SourceWindow {
  std::span<const float> logMel;  ///< (nFrames, nMels)
  int label = 0;                  ///< or any other number that says which window it is
};

/// Labels of the windows in a mixture, and their shares, which sum to 1.
using LabelShares = std::vector<std::pair<int, float>>;

/// Makes training examples out of windows as a list of steps says. Thread: any number at a time;
/// the randomness comes from outside, so that an example depends on its place in the run alone and
/// not on what was made before it.
class Augmenter {
 public:
  using Random = std::mt19937_64;
  /// Draws a window to mix with.
  using Another = std::function<SourceWindow(Random& random)>;

  /// Windows of `nFrames` frames. Generates the noises of the step `noise` here, by `seed`.
  Augmenter(const AugmentationList& list, const FeatureSettings& features, long nFrames,
            uint64_t seed);

  /// How many frames the examples of a batch have: nFrames, or fewer where the list crops.
  long drawFrames(Random& random) const;

  /// Fills `out` (frames, nMels) with an example of `source`, treated step by step; a mixing step
  /// draws another window and treats it with the steps before it. Gives back the labels' shares.
  LabelShares make(const SourceWindow& source, std::span<float> out, Random& random,
                   const Another& another) const;

 private:
  LabelShares make(const SourceWindow& source, std::span<float> out, Random& random,
                   const Another& another, size_t nSteps) const;
  void crop(std::span<const float> window, std::span<float> out, Random& random) const;
  void apply(const AugmentationStep& step, const Picture& picture, Random& random) const;
  void bend(const AugmentationStep& step, const Picture& picture, Random& random) const;
  void mask(const AugmentationStep& step, const Picture& picture, Random& random) const;
  void addNoise(const AugmentationStep& step, const Picture& picture, Random& random) const;
  void mix(size_t place, const Picture& picture, LabelShares& shares, Random& random,
           const Another& another) const;
  long bandAbove(double hz) const;

  AugmentationList list_;
  FeatureSettings features_;
  long nFrames_;
  long nMels_;
  float powerPerUnit_;  ///< power is exp(value * powerPerUnit)
  std::vector<std::vector<float>> noises_;
};

}  // namespace earwitness
