// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/log_mel.h"

#include <algorithm>
#include <cassert>

#include "core/features/log_mel_kernel.h"

namespace earwitness {
namespace {

/// A long clip goes through in blocks that stay in the processor's cache.
constexpr size_t kBlockSamples = 8192;

}  // namespace

struct LogMelFrame::Plan {
  explicit Plan(const FeatureSettings& settings)
      : tables(settings), kernel(makeAvx2Kernel(tables)) {
    if (!kernel) kernel = makeBaselineKernel(tables);
  }

  LogMelTables tables;
  std::unique_ptr<LogMelKernel> kernel;
};

LogMelFrame::LogMelFrame(const FeatureSettings& settings)
    : plan_(std::make_unique<Plan>(settings)) {}
LogMelFrame::~LogMelFrame() = default;
LogMelFrame::LogMelFrame(LogMelFrame&&) noexcept = default;
LogMelFrame& LogMelFrame::operator=(LogMelFrame&&) noexcept = default;

const FeatureSettings& LogMelFrame::settings() const {
  return plan_->tables.settings;
}

void LogMelFrame::compute(std::span<const float> samples, std::span<float> out) {
  assert(samples.size() == size_t(settings().nFft));
  computeMany(samples, out);
}

void LogMelFrame::computeMany(std::span<const float> samples, std::span<float> out) {
  [[maybe_unused]] const auto hop = size_t(settings().hopSamples);
  const auto nMels = size_t(settings().nMels);
  assert(out.size() % nMels == 0);
  const size_t nFrames = out.size() / nMels;
  assert(nFrames == 0 || samples.size() >= (nFrames - 1) * hop + size_t(settings().nFft));
  plan_->kernel->compute(samples.data(), nFrames, out.data());
}

StreamingLogMel::StreamingLogMel(const FeatureSettings& settings) : frame_(settings) {}

void StreamingLogMel::push(std::span<const float> samples, LogMel& frames) {
  frames.nMels = settings().nMels;
  while (!samples.empty()) {
    const auto block = samples.first(std::min(samples.size(), kBlockSamples));
    samples = samples.subspan(block.size());
    append(block);
    if (!startPadded_ && pending_.size() >= leastSamples()) padStart();
    if (startPadded_) emitReadyFrames(frames);
  }
}

void StreamingLogMel::append(std::span<const float> samples) {
  if (settings().samplesLost() == 0) {
    pending_.insert(pending_.end(), samples.begin(), samples.end());
    return;
  }
  const auto emphasis = float(settings().preEmphasis);
  for (const float sample : samples) {
    if (last_) pending_.push_back(sample - emphasis * *last_);
    last_ = sample;
  }
}

/// Samples that the start's padding needs.
size_t StreamingLogMel::leastSamples() const {
  switch (settings().padding) {
    case FramePadding::Reflect:
      return size_t(settings().nFft / 2 + 1);
    case FramePadding::Zeros:
      return 1;
    case FramePadding::None:
      break;
  }
  return size_t(settings().samplesOfWindow());
}

void StreamingLogMel::finish(LogMel& frames) {
  frames.nMels = settings().nMels;
  if (!startPadded_) {
    pending_.resize(std::max(pending_.size(), leastSamples()));
    padStart();
  }
  const size_t end = pending_.size();
  if (settings().padding == FramePadding::None) {
    pending_.resize(end + size_t(settings().nFft - settings().samplesOfWindow()));
  } else {
    pending_.resize(end + size_t(settings().nFft / 2));
    // Sample n + i mirrors sample n - 2 - i.
    if (settings().padding == FramePadding::Reflect)
      for (size_t i = end; i < pending_.size(); ++i) pending_[i] = pending_[2 * end - 2 - i];
  }
  emitReadyFrames(frames);
  reset();
}

void StreamingLogMel::reset() {
  pending_.clear();
  begin_ = 0;
  startPadded_ = false;
  last_.reset();
}

void StreamingLogMel::padStart() {
  startPadded_ = true;
  const auto padding = size_t(settings().nFft / 2);
  if (settings().padding == FramePadding::Zeros) {
    pending_.insert(pending_.begin(), padding, 0.0F);
  } else if (settings().padding == FramePadding::Reflect) {
    // Sample -i mirrors sample i.
    const std::vector<float> mirrored(pending_.rend() - long(padding) - 1, pending_.rend() - 1);
    pending_.insert(pending_.begin(), mirrored.begin(), mirrored.end());
  }
}

void StreamingLogMel::emitReadyFrames(LogMel& frames) {
  const auto nFft = size_t(settings().nFft);
  const auto hop = size_t(settings().hopSamples);
  if (pending_.size() >= begin_ + nFft) {
    const size_t ready = 1 + (pending_.size() - begin_ - nFft) / hop;
    const size_t old = frames.values.size();
    frames.values.resize(old + ready * size_t(settings().nMels));
    frame_.computeMany(std::span(pending_).subspan(begin_), std::span(frames.values).subspan(old));
    begin_ += ready * hop;
  }
  // The end's padding mirrors the last nFft / 2 + 1 samples, even those that no frame needs any
  // more.
  const size_t kept = std::min(pending_.size(), nFft / 2 + 1);
  const size_t done = std::min(begin_, pending_.size() - kept);
  pending_.erase(pending_.begin(), pending_.begin() + long(done));
  begin_ -= done;
}

LogMel logMel(std::span<const float> samples, const FeatureSettings& settings) {
  StreamingLogMel stream(settings);
  LogMel frames;
  frames.values.reserve(size_t(settings.framesOf(long(samples.size())) * settings.nMels));
  stream.push(samples, frames);
  stream.finish(frames);
  return frames;
}

}  // namespace earwitness
