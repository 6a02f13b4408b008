// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <memory>
#include <vector>

#include "core/features/feature_settings.h"
#include "core/features/log_scale.h"
#include "core/features/mel_filter_bank.h"

namespace earwitness {

/// The tables that computing a frame needs.
struct LogMelTables {
  /// Throws Error when the settings do not validate.
  explicit LogMelTables(const FeatureSettings& settings);

  FeatureSettings settings;
  std::vector<double> window;  ///< (nFft), zero before windowBegin and after its last sample
  size_t windowBegin = 0;
  std::vector<std::complex<double>>
      twiddles;  ///< (nFft / 4 + 1) join even and odd samples' spectra
  MelFilterBank filters;
  LogScaleParameters logScale;
};

/// Computes frames that follow each other by a hop. One FFT plan; no allocation per frame.
/// Thread: one at a time.
class LogMelKernel {
 public:
  virtual ~LogMelKernel() = default;
  /// samples ((nFrames - 1) * hop + nFft) -> out (nFrames, nMels).
  virtual void compute(const float* samples, size_t nFrames, float* out) = 0;
};

/// Two frames at a time, with what every processor of the architecture has.
std::unique_ptr<LogMelKernel> makeBaselineKernel(const LogMelTables& tables);
/// Four frames at a time with AVX2. The same bits: lanes do not mix, and nothing is contracted to
/// fused operations. Null where this build or this processor has no AVX2.
std::unique_ptr<LogMelKernel> makeAvx2Kernel(const LogMelTables& tables);

}  // namespace earwitness
