// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace earwitness::test {

/// Sounds that a small model tells apart after a few epochs, each time a little different.
class SyntheticSounds {
 public:
  static constexpr int kSampleRate = 16000;
  /// All but the first are audible.
  static constexpr std::array<const char*, 4> kLabels = {"quiet", "alarm", "engine", "knocking"};

  explicit SyntheticSounds(unsigned seed) : random_(seed) {}

  std::vector<float> make(const std::string& label, double seconds) {
    const double gain = std::pow(10.0, -uniform(4.0, 16.0) / 20.0);
    if (label == "alarm") return alarm(seconds, gain);
    if (label == "engine") return engine(seconds, gain);
    if (label == "knocking") return knocking(seconds, gain);
    return quiet(seconds);
  }

  /// <folder>/<label>/<number>.wav
  void writeDataSet(const std::filesystem::path& folder, int clipsPerLabel, double seconds) {
    for (const char* label : kLabels) {
      std::filesystem::create_directories(folder / label);
      for (int i = 0; i < clipsPerLabel; ++i)
        writeWave(folder / label / (std::to_string(i) + ".wav"), make(label, seconds));
    }
  }

  /// Mono, 16 bit.
  static void writeWave(const std::filesystem::path& path, const std::vector<float>& samples) {
    std::ofstream file(path, std::ios::binary);
    const auto put = [&file](auto value) {
      file.write(reinterpret_cast<const char*>(&value), sizeof value);
    };
    const auto bytes = uint32_t(samples.size() * 2);
    file.write("RIFF", 4);
    put(uint32_t(36 + bytes));
    file.write("WAVEfmt ", 8);
    put(uint32_t(16));
    put(uint16_t(1));
    put(uint16_t(1));
    put(uint32_t(kSampleRate));
    put(uint32_t(kSampleRate * 2));
    put(uint16_t(2));
    put(uint16_t(16));
    file.write("data", 4);
    put(bytes);
    for (const float sample : samples)
      put(int16_t(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
  }

 private:
  double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }

  std::vector<float> generate(double seconds, const std::function<double(double t)>& sample) {
    std::vector<float> samples(size_t(seconds * kSampleRate));
    for (size_t i = 0; i < samples.size(); ++i) samples[i] = float(sample(double(i) / kSampleRate));
    return samples;
  }

  /// Two tones in turns.
  std::vector<float> alarm(double seconds, double gain) {
    const double low = uniform(800.0, 1000.0);
    const double high = low * uniform(1.4, 1.6);
    const double changes = uniform(4.0, 6.0);
    double phase = 0.0;
    return generate(seconds, [=](double t) mutable {
      const bool isHigh = std::lround(std::floor(t * changes)) % 2 != 0;
      phase += 2.0 * std::numbers::pi * (isHigh ? high : low) / kSampleRate;
      return gain * (std::sin(phase) + 0.3 * std::sin(3.0 * phase)) / 1.3;
    });
  }

  /// Many harmonics of a low and wavering pitch.
  std::vector<float> engine(double seconds, double gain) {
    const double pitch = uniform(60.0, 110.0);
    const double wavering = uniform(2.0, 5.0);
    double turns = 0.0;
    return generate(seconds, [=, this](double t) mutable {
      turns += pitch * (1.0 + 0.05 * std::sin(wavering * t)) / kSampleRate;
      return gain * (1.6 * (turns - std::floor(turns)) - 0.8 + uniform(-0.1, 0.1));
    });
  }

  /// Short bursts of noise.
  std::vector<float> knocking(double seconds, double gain) {
    const double perSecond = uniform(3.0, 5.0);
    const double decay = uniform(30.0, 60.0);
    return generate(seconds, [=, this](double t) {
      const double sinceKnock = std::fmod(t, 1.0 / perSecond);
      return gain * uniform(-1.5, 1.5) * std::exp(-decay * sinceKnock);
    });
  }

  /// From digital silence to a faint noise.
  std::vector<float> quiet(double seconds) {
    const double level =
        uniform(0.0, 1.0) < 0.4 ? 0.0 : std::pow(10.0, -uniform(60.0, 90.0) / 20.0);
    return generate(seconds, [=, this](double) { return level * uniform(-1.0, 1.0); });
  }

  std::mt19937 random_;
};

}  // namespace earwitness::test
