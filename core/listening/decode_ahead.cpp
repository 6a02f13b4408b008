// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/decode_ahead.h"

#include <span>
#include <utility>

namespace earwitness {

DecodeAhead::DecodeAhead(const std::filesystem::path& path, const FeatureSettings& features,
                         WindowPlan plan, bool withSamples, ChannelChoice channel)
    : reader_(path, channel),
      pipeline_(reader_.sampleRate(), features, plan, Pipeline::Mode::Stream),
      withSamples_(withSamples),
      sampleRate_(reader_.sampleRate()),
      frames_(reader_.frames()),
      thread_([this] { run(); }) {}

DecodeAhead::~DecodeAhead() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::optional<DecodedBlock> DecodeAhead::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ended_ || !blocks_.empty(); });
  if (blocks_.empty()) {
    if (problem_) std::rethrow_exception(problem_);
    return std::nullopt;
  }
  DecodedBlock block = std::move(blocks_.front());
  blocks_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return block;
}

AudioReport DecodeAhead::report() {
  const std::lock_guard lock(mutex_);
  return report_;
}

void DecodeAhead::run() {
  std::exception_ptr problem;
  try {
    decode();
  } catch (...) {
    problem = std::current_exception();
  }
  {
    const std::lock_guard lock(mutex_);
    problem_ = problem;
    report_ = reader_.report();
    ended_ = true;
  }
  changed_.notify_all();
}

void DecodeAhead::decode() {
  DecodedBlock block;
  const auto onFrames = [&block](const LogMel& frames, long firstFrame) {
    block.frames = frames;
    block.firstFrame = firstFrame;
  };
  const auto onWindow = [&block](Window&& window) { block.windows.push_back(std::move(window)); };
  std::vector<float> samples(kBlockSamples);
  while (const size_t count = reader_.read(samples)) {
    block = {};
    block.nSamples = count;
    const auto read = std::span(samples).first(count);
    if (withSamples_) block.samples.assign(read.begin(), read.end());
    pipeline_.push(read, onFrames, onWindow);
    if (!put(std::move(block))) return;
  }
  block = {};
  pipeline_.finish(onFrames, onWindow);
  put(std::move(block));
}

bool DecodeAhead::put(DecodedBlock&& block) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopping_ || blocks_.size() < kMaximumBlocks; });
  if (stopping_) return false;
  blocks_.push_back(std::move(block));
  lock.unlock();
  changed_.notify_all();
  return true;
}

}  // namespace earwitness
