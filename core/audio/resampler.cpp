// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/resampler.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <soxr.h>

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr size_t kBlockSamples = 4096;
// soxr builds ever longer filters for ever odder ratios, without end for an infinite one.
constexpr double kLowestRate = 100.0;  // Hz
constexpr double kHighestRate = 10e6;
constexpr double kLargestRatio = 1000.0;

bool isUsable(double rate) {
  return rate >= kLowestRate && rate <= kHighestRate;
}

std::string rateText(double rate) {
  return std::to_string(std::lround(rate)) + " Hz";
}

}  // namespace

Resampler::Resampler(double inputRate, double outputRate) : ratio_(outputRate / inputRate) {
  if (!isUsable(inputRate) || !isUsable(outputRate) || ratio_ > kLargestRatio ||
      ratio_ < 1.0 / kLargestRatio)
    throw Error(
        "Sound cannot be converted from %1 Hz to %2 Hz: these sample rates are out of range.",
        std::to_string(inputRate), std::to_string(outputRate));
  if (inputRate == outputRate) return;
  const soxr_io_spec_t ioSpec = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
  const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
  soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
  // Short blocks halve what live sound waits for in the filter (44.1 kHz: 12 ms in the mean instead
  // of 23) for some 0.1 ms of work more per second of sound.
  runtime.log2_min_dft_size = 8;
  runtime.log2_large_dft_size = 9;
  soxr_error_t error = nullptr;
  soxr_ = soxr_create(inputRate, outputRate, 1, &error, &ioSpec, &quality, &runtime);
  if (soxr_ == nullptr || error != nullptr) {
    soxr_delete(soxr_);
    throw Error("Sound cannot be converted from %1 to %2: %3.", rateText(inputRate),
                rateText(outputRate), (error ? error : "no reason given"));
  }
}

Resampler::~Resampler() {
  soxr_delete(soxr_);
}

void Resampler::push(std::span<const float> input, std::vector<float>& output) {
  if (soxr_ == nullptr) {
    output.insert(output.end(), input.begin(), input.end());
    return;
  }
  while (!input.empty()) {
    const std::span<const float> block = input.first(std::min(input.size(), kBlockSamples));
    process(block.data(), block.size(), output);
    input = input.subspan(block.size());
  }
}

void Resampler::finish(std::vector<float>& output) {
  if (soxr_ != nullptr) process(nullptr, 0, output);
}

// input null: drains the filter.
void Resampler::process(const float* input, size_t count, std::vector<float>& output) {
  const size_t room = size_t(std::ceil(double(std::max<size_t>(count, 256)) * ratio_)) + 64;
  while (true) {
    const size_t before = output.size();
    output.resize(before + room);
    size_t consumed = 0;
    size_t produced = 0;
    const soxr_error_t error =
        soxr_process(soxr_, input, count, &consumed, output.data() + before, room, &produced);
    output.resize(before + produced);
    if (error != nullptr) throw Error("Sample rate conversion failed: %1.", error);
    if (input != nullptr) {
      input += consumed;
      count -= consumed;
      if (count == 0 && produced < room) return;
    } else if (produced < room) {
      return;
    }
  }
}

}  // namespace earwitness
