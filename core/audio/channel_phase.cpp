// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/channel_phase.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace earwitness {
namespace {

constexpr double kSilence = 1e-6;   // mean square, -60 dBFS
constexpr double kFarBelow = 0.01;  // energy: 20 dB
// Shares of the mean's energy that channels give which have nothing to do with each other.
constexpr double kUncorrelated = 0.2;
constexpr double kCancelled = 0.04;
constexpr float kLoudest = 1e6F;  // samples beyond are damage

constexpr int kStretches = 20;
constexpr double kStretchSeconds = 1.0;
constexpr size_t kBlockFrames = 4096;

}  // namespace

void PhaseMeter::add(const float* interleaved, size_t frames) {
  if (frames == 0) return;
  const size_t width = energies_.size();
  std::vector<double> sums(width + 1, 0.0), squares(width + 1, 0.0);
  for (size_t frame = 0; frame < frames; ++frame) {
    double all = 0.0;
    for (size_t channel = 0; channel < width; ++channel) {
      const float sample = interleaved[frame * width + channel];
      const double value = std::abs(sample) <= kLoudest ? double(sample) : 0.0;
      sums[channel] += value;
      squares[channel] += value * value;
      all += value;
    }
    all /= double(width);
    sums[width] += all;
    squares[width] += all * all;
  }
  const auto energy = [&](size_t i) {
    return std::max(0.0, squares[i] - sums[i] * sums[i] / double(frames));
  };
  for (size_t channel = 0; channel < width; ++channel) energies_[channel] += energy(channel);
  meanEnergy_ += energy(width);
  frames_ += double(frames);
}

bool PhaseMeter::meanIsSound() const {
  const double width = double(energies_.size());
  const double total = std::accumulate(energies_.begin(), energies_.end(), 0.0);
  return meanEnergy_ > kSilence * frames_ && meanEnergy_ * width * width >= kUncorrelated * total;
}

int PhaseMeter::channelInstead() const {
  const double width = double(energies_.size());
  const double total = std::accumulate(energies_.begin(), energies_.end(), 0.0);
  const auto loudest = std::max_element(energies_.begin(), energies_.end());
  const bool isCancelled =
      meanEnergy_ < kFarBelow * *loudest && meanEnergy_ * width * width < kCancelled * total;
  return isCancelled ? int(loudest - energies_.begin()) + 1 : 0;
}

int channelInsteadOfMean(SoundDecoder& sound, PhaseMeter meter) {
  const SoundDecoder::Info info = sound.info();
  const long stretch = std::lround(kStretchSeconds * info.sampleRate);
  const bool isShort = info.frames <= kStretches * stretch;
  std::vector<float> block(kBlockFrames * size_t(info.channels));
  for (int i = 0; i < kStretches && !meter.meanIsSound(); ++i) {
    const long begin =
        isShort ? i * stretch : long(double(info.frames - stretch) * i / (kStretches - 1));
    if (!isShort && !sound.seek(begin)) break;
    for (long left = stretch; left > 0;) {
      const size_t count = sound.read(block.data(), size_t(std::min(left, long(kBlockFrames))));
      if (count == 0) break;
      meter.add(block.data(), count);
      left -= long(count);
    }
  }
  return meter.channelInstead();
}

}  // namespace earwitness
