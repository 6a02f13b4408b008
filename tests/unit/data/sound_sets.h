// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "tests/unit/audio/sound_files.h"

namespace earwitness {

inline void writeText(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline void writeClip(const std::filesystem::path& path, const std::vector<float>& samples,
                      int sampleRate = 16000) {
  std::filesystem::create_directories(path.parent_path());
  writeSound(path, samples, sampleRate);
}

/// Samples that are not numbers, which the audio reader refuses.
inline void writeNanClip(const std::filesystem::path& path) {
  std::filesystem::create_directories(path.parent_path());
  const std::vector<float> samples(8000, std::numeric_limits<float>::quiet_NaN());
  writeSound(path, samples, 16000, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
}

/// Half of it is missing; the rest is read.
inline void writeTruncatedClip(const std::filesystem::path& path) {
  writeClip(path, noise(16000));
  std::filesystem::resize_file(path, 16000);
}

inline std::vector<float> clicks(size_t count, size_t period, float amplitude = 0.8F) {
  std::vector<float> samples(count, 0.0F);
  for (size_t i = 0; i < count; i += period) samples[i] = amplitude;
  return samples;
}

/// Three classes that a network tells apart at once, as a folder per class. No two clips are equal.
inline void writeThreeClasses(const std::filesystem::path& root, int clipsPerClass = 8,
                              double seconds = 1.0) {
  constexpr int kRate = 16000;
  const auto count = size_t(seconds * kRate);
  for (int i = 0; i < clipsPerClass; ++i) {
    const std::string name = std::to_string(i) + ".wav";
    std::vector<float> hiss = noise(count, uint32_t(100 + i));
    for (float& sample : hiss) sample *= 0.3F;
    writeClip(root / "clicks" / name, clicks(count, size_t(1600 + 100 * i)));
    writeClip(root / "noise" / name, hiss);
    writeClip(root / "tone" / name, tone(400.0 + 50.0 * i, kRate, count, 0.3));
  }
}

}  // namespace earwitness
