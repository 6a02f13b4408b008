// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/augmentation_steps.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace earwitness {
namespace {

float blend(float a, float b, float share) {
  return a + (b - a) * share;
}

}  // namespace

void shiftBands(const Picture& picture, double bands) {
  const long whole = long(std::floor(bands));
  const float share = float(bands - double(whole));
  const long nMels = picture.nMels;
  std::vector<float> row(size_t(nMels), 0.0F);
  for (long t = 0; t < picture.nFrames; ++t) {
    float* frame = picture.frame(t);
    std::copy_n(frame, nMels, row.begin());
    for (long m = 0; m < nMels; ++m) {
      const long low = std::clamp(m - whole - 1, 0L, nMels - 1);
      const long high = std::clamp(m - whole, 0L, nMels - 1);
      frame[m] = blend(row[size_t(high)], row[size_t(low)], share);
    }
  }
}

void changeSpeed(const Picture& picture, double speed) {
  const std::vector<float> source(picture.values.begin(), picture.values.end());
  const long nMels = picture.nMels;
  for (long t = 0; t < picture.nFrames; ++t) {
    const double position = std::fmod(double(t) * speed, double(picture.nFrames));
    const long frame = std::min(long(position), picture.nFrames - 1);
    const float* a = source.data() + frame * nMels;
    const float* b = source.data() + (frame + 1 == picture.nFrames ? 0 : frame + 1) * nMels;
    const float share = float(position - double(frame));
    float* target = picture.frame(t);
    for (long m = 0; m < nMels; ++m) target[m] = blend(a[m], b[m], share);
  }
}

void rollFrames(const Picture& picture, long frames) {
  std::rotate(picture.values.begin(), picture.values.begin() + frames * picture.nMels,
              picture.values.end());
}

void shiftFrames(const Picture& picture, long frames, float silence) {
  const long distance = std::min(std::abs(frames), picture.nFrames) * picture.nMels;
  const auto begin = picture.values.begin();
  const auto end = picture.values.end();
  if (frames > 0) {
    std::copy_backward(begin, end - distance, end);
    std::fill(begin, begin + distance, silence);
  } else {
    std::copy(begin + distance, end, begin);
    std::fill(end - distance, end, silence);
  }
}

void addGain(const Picture& picture, std::span<const float> gain, float silence) {
  for (long t = 0; t < picture.nFrames; ++t) {
    float* frame = picture.frame(t);
    for (long m = 0; m < picture.nMels; ++m)
      frame[m] = frame[m] <= silence ? silence : std::max(silence, frame[m] + gain[size_t(m)]);
  }
}

void limitBands(const Picture& picture, long first, float silence) {
  fillBands(picture, std::min(first, picture.nMels), picture.nMels, silence);
}

void fillBands(const Picture& picture, long from, long to, float fill) {
  for (long t = 0; t < picture.nFrames; ++t)
    std::fill(picture.frame(t) + from, picture.frame(t) + to, fill);
}

void fillFrames(const Picture& picture, long from, long to, float fill) {
  std::fill(picture.frame(from), picture.frame(to), fill);
}

std::vector<float> bentLine(std::span<const float> points, long nMels) {
  std::vector<float> line(size_t(nMels), points.empty() ? 0.0F : points[0]);
  if (points.size() < 2) return line;
  for (long m = 0; m < nMels; ++m) {
    const double place = double(m) * double(points.size() - 1) / double(std::max(1L, nMels - 1));
    const size_t left = std::min(size_t(place), points.size() - 2);
    line[size_t(m)] = blend(points[left], points[left + 1], float(place - double(left)));
  }
  return line;
}

double levelDb(std::span<const float> power, long nMels) {
  std::vector<float> frames(power.size() / size_t(nMels));
  for (size_t t = 0; t < frames.size(); ++t)
    frames[t] =
        std::accumulate(power.begin() + long(t) * nMels, power.begin() + long(t + 1) * nMels, 0.0F);
  const size_t loudest = std::max<size_t>(1, frames.size() / 10);
  std::nth_element(frames.begin(), frames.begin() + long(loudest) - 1, frames.end(),
                   std::greater<>());
  const double mean =
      std::accumulate(frames.begin(), frames.begin() + long(loudest), 0.0) / double(loudest);
  return 10.0 * std::log10(std::max(mean, 1e-12));
}

}  // namespace earwitness
