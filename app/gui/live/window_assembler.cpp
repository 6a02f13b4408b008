// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/window_assembler.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
constexpr double kLateSeconds = 10.0;  // how far behind the frames a window's scores may come
}

void WindowAssembler::reset(const FeatureSettings& features, long windowFrames) {
  features_ = features;
  windowFrames_ = windowFrames;
  frames_.clear();
  firstFrame_ = 0;
  sourceStarts_.clear();
  sourceEnded_ = true;
}

void WindowAssembler::take(const LiveUpdate& update) {
  const LogMel& fresh = update.frames;
  if (windowFrames_ > 0 && fresh.nMels == features_.nMels && fresh.nFrames() > 0) {
    const long held = long(frames_.size()) / features_.nMels;
    if (update.firstFrame != firstFrame_ + held || frames_.empty()) {
      // Frames were lost in between: no window can reach back over them.
      frames_.clear();
      firstFrame_ = update.firstFrame;
      if (!sourceEnded_) sourceStarts_.clear();
    }
    if (sourceEnded_) sourceStarts_.push_back(update.firstFrame);
    sourceEnded_ = false;
    frames_.insert(frames_.end(), fresh.values.begin(), fresh.values.end());
    forgetOldFrames();
  }
  if (update.state == ListenerState::WaitingForDevice) sourceEnded_ = true;
}

void WindowAssembler::forgetOldFrames() {
  const long most = windowFrames_ + std::lround(kLateSeconds / features_.frameSeconds());
  const long held = long(frames_.size()) / features_.nMels;
  if (held < 2 * most) return;
  frames_.erase(frames_.begin(), frames_.begin() + (held - most) * features_.nMels);
  firstFrame_ += held - most;
  while (sourceStarts_.size() > 1 && sourceStarts_[1] <= firstFrame_)
    sourceStarts_.erase(sourceStarts_.begin());
}

std::optional<std::vector<float>> WindowAssembler::windowEndingAt(double endSeconds) const {
  if (windowFrames_ == 0) return std::nullopt;
  const long nMels = features_.nMels;
  const long end = std::lround(endSeconds / features_.frameSeconds()) + 1;
  const auto source = std::upper_bound(sourceStarts_.begin(), sourceStarts_.end(), end - 1);
  long from = end - windowFrames_;
  if (source != sourceStarts_.begin()) from = std::max(from, *std::prev(source));
  if (from < firstFrame_ || from >= end) return std::nullopt;
  if (end > firstFrame_ + long(frames_.size()) / nMels) return std::nullopt;
  std::vector<float> window(size_t(windowFrames_ * nMels), features_.silenceLevel());
  std::copy(frames_.begin() + (from - firstFrame_) * nMels,
            frames_.begin() + (end - firstFrame_) * nMels, window.end() - (end - from) * nMels);
  return window;
}

}  // namespace earwitness::gui
