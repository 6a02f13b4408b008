// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/mel_filter_bank.h"

#include <algorithm>
#include <cmath>

namespace earwitness {
namespace {

// Slaney's Auditory Toolbox: 3 mel in 200 Hz up to 1 kHz, then 27 mel for each factor of 6.4.
constexpr double kSlaneyHzPerMel = 200.0 / 3.0;
constexpr double kSlaneyKneeHz = 1000.0;
constexpr double kSlaneyKneeMel = kSlaneyKneeHz / kSlaneyHzPerMel;
const double kSlaneyLogStep = std::log(6.4) / 27.0;

struct Triangle {
  double left, centre, right;

  /// 1 at the centre, 0 at the sides and below beyond them.
  double at(double x) const {
    return std::min((x - left) / (centre - left), (right - x) / (right - centre));
  }
};

}  // namespace

double hzToMel(double hz, MelScale scale) {
  if (scale == MelScale::Kaldi) return 1127.0 * std::log(1.0 + hz / 700.0);
  if (scale == MelScale::Htk) return 2595.0 * std::log10(1.0 + hz / 700.0);
  if (hz < kSlaneyKneeHz) return hz / kSlaneyHzPerMel;
  return kSlaneyKneeMel + std::log(hz / kSlaneyKneeHz) / kSlaneyLogStep;
}

double melToHz(double mel, MelScale scale) {
  if (scale == MelScale::Kaldi) return 700.0 * (std::exp(mel / 1127.0) - 1.0);
  if (scale == MelScale::Htk) return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
  if (mel < kSlaneyKneeMel) return mel * kSlaneyHzPerMel;
  return kSlaneyKneeHz * std::exp(kSlaneyLogStep * (mel - kSlaneyKneeMel));
}

MelFilterBank::MelFilterBank(const FeatureSettings& settings) {
  const MelScale scale = settings.melScale;
  const bool isKaldi = scale == MelScale::Kaldi;
  const int nBins = settings.nFft / 2 + (isKaldi ? 0 : 1);
  // torchaudio's melscale_fbanks() halves the rate in whole numbers; it shows at odd rates only.
  const int highestHz = settings.sampleRate / 2;
  const double binHz = isKaldi ? double(settings.sampleRate) / settings.nFft
                               : double(highestHz) / (settings.nFft / 2);
  const double melMin = hzToMel(settings.fMinHz, scale);
  const double melStep = (hzToMel(settings.fMaxHz, scale) - melMin) / (settings.nMels + 1);

  for (int mel = 0; mel < settings.nMels; ++mel) {
    const Triangle inMel{melMin + mel * melStep, melMin + (mel + 1) * melStep,
                         melMin + (mel + 2) * melStep};
    const Triangle inHz{melToHz(inMel.left, scale), melToHz(inMel.centre, scale),
                        melToHz(inMel.right, scale)};
    const double height = settings.areaNormalised ? 2.0 / (inHz.right - inHz.left) : 1.0;
    Band band;
    band.firstWeight = int(weights_.size());
    for (int bin = std::max(0, int(inHz.left / binHz)); bin < nBins && bin * binHz < inHz.right;
         ++bin) {
      const double hz = bin * binHz;
      const double weight = isKaldi ? inMel.at(hzToMel(hz, scale)) : inHz.at(hz);
      if (weight <= 0.0) continue;
      if (band.nBins == 0) band.firstBin = bin;
      ++band.nBins;
      weights_.push_back(height * weight);
    }
    bands_.push_back(band);
  }
}

}  // namespace earwitness
