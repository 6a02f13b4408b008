#include "core/features/mel_filter_bank.h"

#include <algorithm>
#include <cmath>

namespace earwitness {

double hzToMel(double hz) {
  return 2595.0 * std::log10(1.0 + hz / 700.0);
}

double melToHz(double mel) {
  return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
}

MelFilterBank::MelFilterBank(const FeatureSettings& settings) {
  const int nBins = settings.nFft / 2 + 1;
  // torchaudio's melscale_fbanks() halves the rate in whole numbers; it shows at odd rates only.
  const int highestHz = settings.sampleRate / 2;
  const double binHz = double(highestHz) / (nBins - 1);
  const double melMin = hzToMel(settings.fMinHz);
  const double melStep = (hzToMel(settings.fMaxHz) - melMin) / (settings.nMels + 1);

  for (int mel = 0; mel < settings.nMels; ++mel) {
    const double left = melToHz(melMin + mel * melStep);
    const double centre = melToHz(melMin + (mel + 1) * melStep);
    const double right = melToHz(melMin + (mel + 2) * melStep);
    Band band;
    band.firstWeight = int(weights_.size());
    for (int bin = std::max(0, int(left / binHz)); bin < nBins && bin * binHz < right; ++bin) {
      const double hz = bin * binHz;
      const double weight =
          std::min((hz - left) / (centre - left), (right - hz) / (right - centre));
      if (weight <= 0.0) continue;
      if (band.nBins == 0) band.firstBin = bin;
      ++band.nBins;
      weights_.push_back(weight);
    }
    bands_.push_back(band);
  }
}

}  // namespace earwitness
