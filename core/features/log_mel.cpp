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
    pending_.insert(pending_.end(), block.begin(), block.end());
    if (!startPadded_ && pending_.size() > size_t(settings().nFft / 2)) padStart();
    if (startPadded_) emitReadyFrames(frames);
  }
}

void StreamingLogMel::finish(LogMel& frames) {
  const auto padding = size_t(settings().nFft / 2);
  if (!startPadded_) push(std::vector<float>(padding + 1 - pending_.size()), frames);
  // Sample n + i mirrors sample n - 2 - i.
  const size_t end = pending_.size();
  pending_.reserve(end + padding);
  for (size_t i = 0; i < padding; ++i) pending_.push_back(pending_[end - 2 - i]);
  emitReadyFrames(frames);
  reset();
}

void StreamingLogMel::reset() {
  pending_.clear();
  begin_ = 0;
  startPadded_ = false;
}

/// Sample -i mirrors sample i.
void StreamingLogMel::padStart() {
  const auto padding = size_t(settings().nFft / 2);
  const std::vector<float> mirrored(pending_.rend() - long(padding) - 1, pending_.rend() - 1);
  pending_.insert(pending_.begin(), mirrored.begin(), mirrored.end());
  startPadded_ = true;
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
