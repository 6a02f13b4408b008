// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/waveform_overview.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {

void take(WaveformOverview::Column& column, const WaveformOverview::Column& other) {
  if (other.samples == 0) return;
  if (column.samples == 0) {
    column = other;
    return;
  }
  column.minimum = std::min(column.minimum, other.minimum);
  column.maximum = std::max(column.maximum, other.maximum);
  column.energy += other.energy;
  column.samples += other.samples;
}

WaveformOverview::Column columnOf(std::span<const float> samples) {
  const auto [minimum, maximum] = std::minmax_element(samples.begin(), samples.end());
  double energy = 0.0;
  for (const float sample : samples) energy += double(sample) * double(sample);
  return {*minimum, *maximum, energy, long(samples.size())};
}

}  // namespace

float WaveformOverview::Column::rms() const {
  return samples == 0 ? 0.0F : float(std::sqrt(energy / double(samples)));
}

WaveformOverview::WaveformOverview(int maximumColumns)
    : maximumColumns_(std::max(2, maximumColumns + maximumColumns % 2)) {}

void WaveformOverview::reset(double sampleRate) {
  sampleRate_ = sampleRate;
  samplesPerColumn_ = kFirstSamplesPerColumn;
  columns_.clear();
}

void WaveformOverview::append(std::span<const float> mono) {
  while (!mono.empty()) {
    if (columns_.empty() || columns_.back().samples == samplesPerColumn_) {
      if (columns() == maximumColumns_) mergePairs();
      columns_.emplace_back();
    }
    Column& last = columns_.back();
    const size_t count = std::min(mono.size(), size_t(samplesPerColumn_ - last.samples));
    take(last, columnOf(mono.first(count)));
    mono = mono.subspan(count);
  }
}

WaveformOverview::Column WaveformOverview::merged(int first, int end) const {
  Column whole;
  for (int i = std::max(0, first); i < std::min(end, columns()); ++i) take(whole, column(i));
  return whole;
}

void WaveformOverview::mergePairs() {
  for (size_t pair = 0; pair < columns_.size() / 2; ++pair) {
    Column both = columns_[2 * pair];
    take(both, columns_[2 * pair + 1]);
    columns_[pair] = both;
  }
  columns_.resize(columns_.size() / 2);
  samplesPerColumn_ *= 2;
}

}  // namespace earwitness::gui
