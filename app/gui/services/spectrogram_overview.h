// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <span>
#include <vector>

#include "app/gui/widgets/spectrogram_image.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"

namespace earwitness::gui {

/// The whole of a file's spectrogram in at most `maximumColumns` columns, however long it is: when
/// they are full, pairs are merged by their maximum and each column stands for twice as many
/// frames.
class SpectrogramOverview {
 public:
  static constexpr int kMaximumColumns = 4096;

  explicit SpectrogramOverview(int maximumColumns = kMaximumColumns);

  void reset(const FeatureSettings& features);
  void append(const LogMel& frames);

  /// Columns, the unfinished one at the end included.
  int columns() const;
  long framesPerColumn() const { return framesPerColumn_; }
  long frames() const { return frames_; }
  /// (nMels) decibels, lowest band first.
  std::span<const float> column(int index) const;
  float peakDb() const { return peakDb_; }
  const FeatureSettings& features() const { return features_; }
  double columnSeconds() const { return double(framesPerColumn_) * features_.frameSeconds(); }

  /// A picture of the columns [first, end) of at most `maximumWidth` pixels, each the maximum of
  /// `columnsPerPixel()` columns; bands are interpolated to `height` pixels, lowest at the bottom.
  QImage render(int first, int end, int maximumWidth, int height, const DecibelRange& range,
                FrequencyAxis axis = FrequencyAxis::Mel,
                const ColourMap& map = ColourMap::inferno()) const;
  static int columnsPerPixel(int columns, int maximumWidth);

 private:
  void mergePairs();

  int maximumColumns_;
  FeatureSettings features_;
  ToDecibels toDb_{FeatureSettings()};
  std::vector<float> values_;  ///< (columns, nMels)
  long framesPerColumn_ = 1;   ///< a power of two
  long frames_ = 0;
  float peakDb_ = -1000.0F;
};

}  // namespace earwitness::gui
