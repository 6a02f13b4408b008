// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/energy_rises.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/features/log_scale.h"

namespace earwitness {
namespace {

constexpr double kBeforeSeconds = 0.2;
constexpr double kAfterSeconds = 0.06;
constexpr float kNoiseDb = 4.0F;  // what the means of a band of steady noise differ by, or less
constexpr float kFaintestDb = -70.0F;    // below it nothing rises: digital silence into faint noise
constexpr double kFaintestPower = 1e-7;  // of a band: kFaintestDb
constexpr double kStartSeconds = 0.25;   // of a stream, that later levels are compared with
constexpr double kOutgrownFactor = 4.0;  // of power: 6 dB
constexpr double kComparedSeconds = 10.0;  // longer than any window

long framesIn(double seconds, const FeatureSettings& features) {
  return std::max(2L, std::lround(seconds / features.frameSeconds()));
}

/// Means of each band over `count` frames that move on frame by frame.
class BandMeans {
 public:
  BandMeans(std::span<const float> levelsDb, size_t nMels, long first, long count)
      : levelsDb_(levelsDb), sums_(nMels, 0.0F), first_(first), count_(count) {
    for (long frame = first; frame < first + count; ++frame) add(frame, 1.0F);
  }
  void advance() {
    add(first_ + count_, 1.0F);
    add(first_, -1.0F);
    ++first_;
  }
  float operator[](size_t band) const { return sums_[band] / float(count_); }

 private:
  void add(long frame, float sign) {
    const float* level = levelsDb_.data() + size_t(frame) * sums_.size();
    for (float& sum : sums_) sum += sign * *level++;
  }

  std::span<const float> levelsDb_;
  std::vector<float> sums_;
  long first_;
  long count_;
};

std::vector<float> levelsDb(std::span<const float> frames, const FeatureSettings& features) {
  const ToDecibels toDb(features);
  std::vector<float> levels(frames.size());
  std::transform(frames.begin(), frames.end(), levels.begin(), [&toDb](float value) {
    // Rounded to whole steps, so that sums are exact and the same wherever a window begins.
    return std::round(std::max(toDb(value), kFaintestDb) / EnergyRises::kStepDb) *
           EnergyRises::kStepDb;
  });
  return levels;
}

}  // namespace

EnergyRises energyRises(std::span<const float> frames, const FeatureSettings& features,
                        double startSeconds, double afterSeconds) {
  const auto nMels = size_t(features.nMels);
  const long nFrames = nMels == 0 ? 0 : long(frames.size() / nMels);
  const double frameSeconds = features.frameSeconds();
  const long before = framesIn(kBeforeSeconds, features);
  const long after = framesIn(kAfterSeconds, features);
  const long firstAfter = std::lround((afterSeconds - startSeconds) / frameSeconds) + 1;
  // The frames that the window before could not tell of yet are told of now.
  const long first = std::max(before, firstAfter - (after - 1));
  const long end = nFrames - (after - 1);
  EnergyRises rises{.startSeconds = startSeconds + double(first) * frameSeconds,
                    .frameSeconds = frameSeconds,
                    .values = {}};
  if (first >= end) return rises;

  const long from = first - before;
  const std::vector<float> levels = levelsDb(frames.subspan(size_t(from) * nMels), features);
  BandMeans past(levels, nMels, 0, before);
  BandMeans future(levels, nMels, before, after);
  rises.values.reserve(size_t(end - first));
  for (long frame = first; frame < end; ++frame) {
    float sum = 0.0F;
    for (size_t band = 0; band < nMels; ++band)
      sum += std::max(0.0F, future[band] - past[band] - kNoiseDb);
    const float steps = sum / float(nMels) / EnergyRises::kStepDb;
    rises.values.push_back(uint8_t(std::min(std::lround(steps), 255L)));
    if (frame + 1 == end) break;
    past.advance();
    future.advance();
  }
  return rises;
}

void StreamStart::push(std::span<const float> frames, const FeatureSettings& features,
                       double startSeconds, double afterSeconds) {
  const auto nMels = size_t(features.nMels);
  const double frameSeconds = features.frameSeconds();
  const long most = std::lround(kComparedSeconds / frameSeconds);
  const long nFrames = nMels == 0 ? 0 : long(frames.size() / nMels);
  const long first = std::max(0L, std::lround((afterSeconds - startSeconds) / frameSeconds) + 1);
  const ToDecibels toDb(features);
  for (long frame = first; frame < nFrames && nFrames_ < most && std::isinf(outgrownSeconds_);
       ++frame) {
    double power = 0.0;
    for (const float value : frames.subspan(size_t(frame) * nMels, nMels))
      power += std::max(std::exp(toDb(value) / 10.0 * std::numbers::ln10), kFaintestPower);
    add(power, features, startSeconds + double(frame) * frameSeconds);
  }
}

void StreamStart::add(double power, const FeatureSettings& features, double seconds) {
  const long count = framesIn(kAfterSeconds, features);
  powers_.push_back(power);
  if (long(powers_.size()) > count) powers_.pop_front();
  const double mean = std::accumulate(powers_.begin(), powers_.end(), 0.0) / double(powers_.size());
  if (nFrames_++ < framesIn(kStartSeconds, features))
    startPower_ = std::max(startPower_, mean);
  else if (mean > kOutgrownFactor * startPower_)
    outgrownSeconds_ = seconds;
}

}  // namespace earwitness
