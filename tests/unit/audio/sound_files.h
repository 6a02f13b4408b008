// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <filesystem>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include <sndfile.h>

#include "core/base/error.h"

namespace earwitness {

inline std::vector<float> tone(double frequencyHz, double sampleRate, size_t count,
                               double amplitude = 0.5) {
  std::vector<float> samples(count);
  for (size_t i = 0; i < count; ++i)
    samples[i] =
        float(amplitude * std::sin(2.0 * std::numbers::pi * frequencyHz * double(i) / sampleRate));
  return samples;
}

/// The same value sequence on every platform, roughly uniform in +-1.
inline std::vector<float> noise(size_t count, uint32_t seed = 1) {
  std::vector<float> samples(count);
  for (float& sample : samples) {
    seed = seed * 1664525U + 1013904223U;
    sample = float(seed >> 8) / float(1U << 23) - 1.0F;
  }
  return samples;
}

/// Writes interleaved samples; `format` as libsndfile names it.
inline void writeSound(const std::filesystem::path& path, std::span<const float> interleaved,
                       int sampleRate, int channels = 1,
                       int format = SF_FORMAT_WAV | SF_FORMAT_PCM_16) {
  SF_INFO info{};
  info.samplerate = sampleRate;
  info.channels = channels;
  info.format = format;
  SNDFILE* file = sf_open(path.c_str(), SFM_WRITE, &info);
  if (file == nullptr) throw Error("The test cannot write %1: %2", path, sf_strerror(nullptr));
  const sf_count_t frames = sf_count_t(interleaved.size()) / channels;
  const sf_count_t written = sf_writef_float(file, interleaved.data(), frames);
  sf_close(file);
  if (written != frames) throw Error("The test cannot write %1.", path);
}

}  // namespace earwitness
