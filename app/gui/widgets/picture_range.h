// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/spectrogram_image.h"

namespace earwitness::gui {

/// Chooses the decibels between black and the brightest colour from the loudest band in view: it
/// rises at once, falls slowly, and moves in steps so that a picture is seldom coloured anew.
/// Below a comfortable loudness it stops falling, so that a quiet room stays dark.
class PictureRange {
 public:
  static constexpr float kSpanDb = 72.0F;
  static constexpr float kLowestCeilingDb = 4.0F;
  static constexpr float kStepDb = 4.0F;
  static constexpr float kFallDbPerSecond = 3.0F;

  /// `peakDb`: the loudest band among what is visible. Returns true where range() has changed.
  bool follow(float peakDb, double elapsedSeconds);
  /// The range that fits a finished picture.
  static DecibelRange fitting(float peakDb);
  const DecibelRange& range() const { return range_; }
  void reset();

 private:
  float ceilingDb_ = kLowestCeilingDb;
  DecibelRange range_ = fitting(kLowestCeilingDb);
};

}  // namespace earwitness::gui
