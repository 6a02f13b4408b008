// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

struct soxr;

namespace earwitness {

/// Streaming mono sample rate conversion (soxr, high quality). Equal rates pass through unchanged.
/// Thread: one at a time.
class Resampler {
 public:
  Resampler(double inputRate, double outputRate);
  ~Resampler();
  Resampler(const Resampler&) = delete;
  Resampler& operator=(const Resampler&) = delete;

  /// Appends what the input completes to `output`. Throws Error when soxr refuses.
  void push(std::span<const float> input, std::vector<float>& output);
  /// Appends what the filter still holds. push() may not follow.
  void finish(std::vector<float>& output);

 private:
  void process(const float* input, size_t count, std::vector<float>& output);

  double ratio_;
  soxr* soxr_ = nullptr;
};

}  // namespace earwitness
