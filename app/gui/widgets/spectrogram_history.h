#pragma once

#include <span>
#include <vector>

#include "core/features/log_mel.h"

namespace earwitness::gui {

/// Factor from a model's own logarithm to decibels.
float decibelFactor(const FeatureSettings& features);

/// The newest columns of a live spectrogram in decibels: a ring, addressed by a column number that
/// only grows. A column holds `framesPerColumn()` frames, merged by their maximum, so that the
/// picture scrolls at a readable speed with any model's hop. Thread: GUI.
class SpectrogramHistory {
 public:
  static constexpr float kGapDb = -1000.0F;  ///< in columns where nothing was heard

  explicit SpectrogramHistory(int capacityColumns);

  /// Forgets everything and takes columns of this kind from now on.
  void reset(const FeatureSettings& features);
  void append(const LogMel& frames);
  /// Columns of silence where the device was away.
  void appendGap(long columns);

  long begin() const;                ///< oldest column still held
  long end() const { return end_; }  ///< one past the newest
  std::span<const float> column(long index) const;
  float columnPeakDb(long index) const { return peaks_[size_t(index % capacity_)]; }

  const FeatureSettings& features() const { return features_; }
  int framesPerColumn() const { return framesPerColumn_; }
  double columnSeconds() const { return features_.frameSeconds() * framesPerColumn_; }

 private:
  float* slot(long index) { return values_.data() + (index % capacity_) * features_.nMels; }
  void finishColumn();

  long capacity_;
  FeatureSettings features_;
  float toDecibel_ = 1.0F;
  int framesPerColumn_ = 1;
  std::vector<float> values_;  ///< (capacity, nMels)
  std::vector<float> peaks_;   ///< (capacity)
  int framesInColumn_ = 0;     ///< of the column at end_, not yet counted
  long end_ = 0;
};

}  // namespace earwitness::gui
