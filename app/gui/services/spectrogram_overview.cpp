// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/spectrogram_overview.h"

#include <algorithm>

#include "app/gui/widgets/spectrogram_history.h"

namespace earwitness::gui {

SpectrogramOverview::SpectrogramOverview(int maximumColumns)
    : maximumColumns_(std::max(2, maximumColumns + maximumColumns % 2)) {
  reset({});
}

void SpectrogramOverview::reset(const FeatureSettings& features) {
  features_ = features;
  toDb_ = ToDecibels(features);
  values_.clear();
  framesPerColumn_ = 1;
  frames_ = 0;
  peakDb_ = -1000.0F;
}

int SpectrogramOverview::columns() const {
  return int(values_.size()) / features_.nMels;
}

std::span<const float> SpectrogramOverview::column(int index) const {
  return {values_.data() + size_t(index) * size_t(features_.nMels), size_t(features_.nMels)};
}

void SpectrogramOverview::append(const LogMel& frames) {
  if (frames.nMels != features_.nMels) return;
  const auto bands = size_t(features_.nMels);
  for (long i = 0; i < frames.nFrames(); ++i) {
    if (frames_ % framesPerColumn_ == 0) {
      if (columns() == maximumColumns_) mergePairs();
      // After a merge the last column may be only half full, which is the one to go on with.
      if (frames_ % framesPerColumn_ == 0)
        values_.resize(values_.size() + bands, SpectrogramHistory::kGapDb);
    }
    float* out = values_.data() + values_.size() - bands;
    const auto frame = frames.frame(i);
    for (size_t band = 0; band < bands; ++band) {
      out[band] = std::max(out[band], toDb_(frame[band]));
      peakDb_ = std::max(peakDb_, out[band]);
    }
    ++frames_;
  }
}

void SpectrogramOverview::mergePairs() {
  const auto bands = size_t(features_.nMels);
  const int pairs = columns() / 2;
  for (int pair = 0; pair < pairs; ++pair) {
    const float* left = values_.data() + size_t(2 * pair) * bands;
    float* out = values_.data() + size_t(pair) * bands;
    for (size_t band = 0; band < bands; ++band)
      out[band] = std::max(left[band], left[bands + band]);
  }
  values_.resize(size_t(pairs) * bands);
  framesPerColumn_ *= 2;
}

int SpectrogramOverview::columnsPerPixel(int columns, int maximumWidth) {
  return std::max(1, (columns + maximumWidth - 1) / std::max(1, maximumWidth));
}

QImage SpectrogramOverview::render(int first, int end, int maximumWidth, int height,
                                   const DecibelRange& range, FrequencyAxis axis,
                                   const ColourMap& map) const {
  const int perPixel = columnsPerPixel(end - first, maximumWidth);
  const int width = std::max(1, (end - first + perPixel - 1) / perPixel);
  SpectrogramImage picture;
  picture.resize(width, height, features_, axis);
  picture.setColourMap(map);
  std::vector<float> merged(size_t(features_.nMels));
  for (int x = 0; first + x * perPixel < end; ++x) {
    std::fill(merged.begin(), merged.end(), SpectrogramHistory::kGapDb);
    for (int i = first + x * perPixel; i < std::min(end, first + (x + 1) * perPixel); ++i) {
      const auto values = column(i);
      for (size_t band = 0; band < merged.size(); ++band)
        merged[band] = std::max(merged[band], values[band]);
    }
    picture.setColumn(x, merged, range);
  }
  return picture.image();
}

}  // namespace earwitness::gui
