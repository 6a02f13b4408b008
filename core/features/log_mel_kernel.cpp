#include "core/features/log_mel_kernel.h"

#include <cmath>
#include <numbers>

namespace earwitness {
namespace {

const FeatureSettings& validated(const FeatureSettings& settings) {
  settings.validate();
  return settings;
}

/// 0.5 - 0.5 cos(2 pi n / N)
std::vector<double> periodicHannWindow(int nFft) {
  std::vector<double> window(static_cast<size_t>(nFft));
  for (int n = 0; n < nFft; ++n)
    window[size_t(n)] = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * n / nFft);
  return window;
}

/// -i exp(-2 pi i k / nFft)
std::vector<std::complex<double>> joiningTwiddles(int nFft) {
  std::vector<std::complex<double>> twiddles(size_t(nFft / 4 + 1));
  for (size_t k = 0; k < twiddles.size(); ++k)
    twiddles[k] = std::polar(1.0, -std::numbers::pi * (2.0 * double(k) / nFft + 0.5));
  return twiddles;
}

}  // namespace

LogMelTables::LogMelTables(const FeatureSettings& wanted)
    : settings(validated(wanted)),
      window(periodicHannWindow(settings.nFft)),
      twiddles(joiningTwiddles(settings.nFft)),
      filters(settings),
      logScale(settings) {}

}  // namespace earwitness
