// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace earwitness::gui {

/// The whole of a file's waveform in at most `maximumColumns` columns, however long it is: when
/// they are full, pairs are merged and each column stands for twice as many samples.
class WaveformOverview {
 public:
  static constexpr int kMaximumColumns = 4096;
  static constexpr long kFirstSamplesPerColumn = 32;

  struct Column {
    float minimum = 0.0F;
    float maximum = 0.0F;
    double energy = 0.0;  ///< sum of squares
    long samples = 0;
    float rms() const;
  };

  explicit WaveformOverview(int maximumColumns = kMaximumColumns);

  /// Forgets everything; samples of this rate, in Hz, follow.
  void reset(double sampleRate);
  void append(std::span<const float> mono);

  /// Columns, the unfinished one at the end included.
  int columns() const { return int(columns_.size()); }
  const Column& column(int index) const { return columns_[size_t(index)]; }
  double columnSeconds() const { return double(samplesPerColumn_) / sampleRate_; }
  /// Several columns as one: [first, end), clamped to those that are there.
  Column merged(int first, int end) const;

 private:
  void mergePairs();

  int maximumColumns_;
  double sampleRate_ = 16000.0;
  long samplesPerColumn_ = kFirstSamplesPerColumn;  ///< times a power of two
  std::vector<Column> columns_;
};

}  // namespace earwitness::gui
