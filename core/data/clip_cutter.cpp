// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clip_cutter.h"

#include <algorithm>

#include "core/data/parallel.h"

namespace earwitness {
namespace {

constexpr size_t kReadSamples = 16384;
constexpr long kMostWindowsHeld = 8;  // then old frames are let go

}  // namespace

WindowPlan ClipCutter::planOf(const FeatureSettings& features, double windowSeconds) {
  ModelDescription model;
  model.features = features;
  model.windowSeconds = windowSeconds;
  return WindowPlan::of(model, windowSeconds);
}

ClipCutter::ClipCutter(const FeatureSettings& features, WindowPlan plan, double windowSeconds)
    : features_(features),
      plan_(plan),
      windowSeconds_(windowSeconds),
      logMel_(features),
      samples_(kReadSamples) {}

void ClipCutter::cut(ClipReader& reader, const std::atomic<bool>* stop, const Take& take) {
  begin(reader.sampleRate());
  while (const size_t count = reader.read(samples_)) {
    if (isSet(stop)) throw Stopped();
    push(std::span<const float>(samples_).first(count), take);
  }
  finish(take);
}

void ClipCutter::cut(std::span<const float> samples, double sampleRate, const Take& take) {
  begin(sampleRate);
  for (size_t done = 0; done < samples.size(); done += kReadSamples)
    push(samples.subspan(done, std::min(kReadSamples, samples.size() - done)), take);
  finish(take);
}

/// Forgets a clip that was given up.
void ClipCutter::begin(double sampleRate) {
  logMel_.reset();
  frames_.values.clear();
  frames_.nMels = features_.nMels;
  firstHeld_ = nextWindow_ = lastEnd_ = 0;
  resampler_.reset();
  if (sampleRate != features_.sampleRate) resampler_.emplace(sampleRate, features_.sampleRate);
}

void ClipCutter::push(std::span<const float> samples, const Take& take) {
  resampled_.clear();
  if (resampler_) resampler_->push(samples, resampled_);
  logMel_.push(resampler_ ? std::span<const float>(resampled_) : samples, frames_);
  takeWholeWindows(take);
}

void ClipCutter::finish(const Take& take) {
  resampled_.clear();
  if (resampler_) resampler_->finish(resampled_);
  logMel_.push(resampled_, frames_);
  logMel_.finish(frames_);
  takeWholeWindows(take);
  takeLastWindow(take);
}

std::span<const float> ClipCutter::windowAt(long firstFrame) const {
  return std::span(frames_.values)
      .subspan(size_t((firstFrame - firstHeld_) * features_.nMels),
               size_t(plan_.windowFrames * features_.nMels));
}

void ClipCutter::takeWholeWindows(const Take& take) {
  for (; nextWindow_ + plan_.windowFrames <= nFrames(); nextWindow_ += plan_.hopFrames) {
    take(windowAt(nextWindow_));
    lastEnd_ = nextWindow_ + plan_.windowFrames;
  }
  if (frames_.nFrames() > kMostWindowsHeld * plan_.windowFrames) forgetOldFrames();
}

void ClipCutter::forgetOldFrames() {
  // What the next window needs, and what the last one would if the file ended here.
  const long done = std::min(nextWindow_, nFrames() - plan_.windowFrames) - firstHeld_;
  if (done <= 0) return;
  frames_.values.erase(frames_.values.begin(), frames_.values.begin() + done * features_.nMels);
  firstHeld_ += done;
}

/// A file shorter than a window is filled up with silence.
void ClipCutter::takeLastWindow(const Take& take) {
  if (lastEnd_ == 0) {
    frames_.values.resize(size_t(plan_.windowFrames * features_.nMels), features_.silenceLevel());
    take(windowAt(0));
    return;
  }
  const double freshSeconds = double(nFrames() - lastEnd_) * features_.frameSeconds();
  if (freshSeconds >= kLeastFreshShare * windowSeconds_)
    take(windowAt(nFrames() - plan_.windowFrames));
}

}  // namespace earwitness
