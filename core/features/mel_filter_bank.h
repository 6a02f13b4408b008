// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness {

/// Triangular filters, equally wide on the settings' mel scale, stored sparse: a band is a run of
/// neighbouring FFT bins and their weights. Bands narrower than a bin may hold no bin at all.
class MelFilterBank {
 public:
  struct Band {
    int firstBin = 0;  ///< of nFft / 2 + 1
    int nBins = 0;
    int firstWeight = 0;  ///< index into weights()
  };

  /// The settings must validate.
  explicit MelFilterBank(const FeatureSettings& settings);

  const std::vector<Band>& bands() const { return bands_; }  ///< (nMels)
  const std::vector<double>& weights() const {
    return weights_;
  }  ///< of all bands, one after another

 private:
  std::vector<Band> bands_;
  std::vector<double> weights_;
};

double hzToMel(double hz, MelScale scale = MelScale::Htk);
double melToHz(double mel, MelScale scale = MelScale::Htk);

}  // namespace earwitness
