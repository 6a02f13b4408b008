// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/listening/pipeline.h"

namespace earwitness {

/// The scores of a whole file from those of its stream of windows: their mean over the windows that
/// are not filled up, since those before them tell of the file's start again and again; the scores
/// of the last window, which holds everything, where the file is shorter than a window.
/// Thread: one at a time.
class WholeScores {
 public:
  /// scores (nLabels) of the next window.
  void add(const Window& window, std::span<const float> scores) {
    last_.assign(scores.begin(), scores.end());
    if (window.filledFrames > 0) return;
    sums_.resize(scores.size(), 0.0);
    for (size_t label = 0; label < scores.size(); ++label) sums_[label] += scores[label];
    ++nWindows_;
  }
  /// (nLabels); empty where there was no window.
  std::vector<float> scores() const {
    if (nWindows_ == 0) return last_;
    std::vector<float> means;
    for (const double sum : sums_) means.push_back(float(sum / double(nWindows_)));
    return means;
  }

 private:
  std::vector<double> sums_;  ///< of the whole windows
  size_t nWindows_ = 0;
  std::vector<float> last_;
};

}  // namespace earwitness
