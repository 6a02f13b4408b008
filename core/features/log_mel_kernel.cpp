// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/log_mel_kernel.h"

#include <cmath>
#include <numbers>

namespace earwitness {
namespace {

const FeatureSettings& validated(const FeatureSettings& settings) {
  settings.validate();
  return settings;
}

/// Of a window of the settings' shape, from n = 0 on; `span` is N, or N - 1 of a symmetric one.
double windowAt(FrameWindow shape, int n, int span) {
  const double cosine = std::cos(2.0 * std::numbers::pi * n / span);
  if (shape == FrameWindow::Hamming) return 0.54 - 0.46 * cosine;
  const double hann = 0.5 - 0.5 * cosine;
  return shape == FrameWindow::Povey ? std::pow(hann, 0.85) : hann;
}

std::vector<double> windowOf(const FeatureSettings& settings, size_t begin) {
  const int length = settings.samplesOfWindow();
  std::vector<double> window(size_t(settings.nFft), 0.0);
  for (int n = 0; n < length; ++n)
    window[begin + size_t(n)] =
        windowAt(settings.window, n, settings.symmetricWindow ? length - 1 : length);
  return window;
}

/// In the middle of the FFT, as torch.stft() has it; in front where frames begin with a sample.
size_t windowBeginOf(const FeatureSettings& settings) {
  if (settings.padding == FramePadding::None) return 0;
  return size_t(settings.nFft - settings.samplesOfWindow()) / 2;
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
      window(windowOf(settings, windowBeginOf(settings))),
      windowBegin(windowBeginOf(settings)),
      twiddles(joiningTwiddles(settings.nFft)),
      filters(settings),
      logScale(settings) {}

}  // namespace earwitness
