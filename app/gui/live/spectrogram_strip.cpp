// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/spectrogram_strip.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
constexpr double kRounding = 1e-6;  // of a column: what sums of floating steps may be off
}

void SpectrogramStrip::layOut(const QSize& pixels, const FeatureSettings& features,
                              FrequencyAxis axis, const ColourMap& map, double columnsPerPixel) {
  image_.setColourMap(map);
  image_.resize(pixels.width(), pixels.height(), features, axis);
  columnsPerPixel_ = columnsPerPixel;
  levels_.assign(size_t(features.nMels), 0.0F);
  next_ = levels_;
  invalidate();
}

void SpectrogramStrip::setRange(const DecibelRange& range) {
  if (range == range_) return;
  range_ = range;
  invalidate();
}

bool SpectrogramStrip::drawsOut() const {
  return columnsPerPixel_ < 1.0 - kRounding;
}

long SpectrogramStrip::pixelEnd(double position) const {
  // A pixel between two columns needs both.
  const double complete = drawsOut() ? position - 1.0 : position;
  return std::max(0L, long(std::floor(complete / columnsPerPixel_ + kRounding)));
}

void SpectrogramStrip::colour(const SpectrogramHistory& history, long first, long end) {
  first = std::max({0L, first, end - width()});
  const auto colourEach = [&](long from, long to) {
    for (long pixel = from; pixel < to; ++pixel) {
      gather(history, pixel);
      image_.setColumn(pixel, levels_, range_);
    }
    colouredPixels_ += std::max(0L, to - from);
  };
  if (first >= end_ || end <= first_) {
    colourEach(first, end);
  } else {
    colourEach(first, std::min(end, first_));
    colourEach(end_, end);
  }
  first_ = first;
  end_ = end;
}

void SpectrogramStrip::gather(const SpectrogramHistory& history, long pixel) {
  if (drawsOut()) {
    gatherBetween(history, (double(pixel) + 0.5) * columnsPerPixel_ - 0.5);
    return;
  }
  const auto edge = [&](long at) {
    return long(std::floor(double(at) * columnsPerPixel_ + kRounding));
  };
  const long first = std::max(history.begin(), edge(pixel));
  const long end = std::min(history.end(), std::max(edge(pixel + 1), first + 1));
  if (first < end)
    history.maximum(first, end, levels_);
  else
    std::fill(levels_.begin(), levels_.end(), SpectrogramHistory::kGapDb);
}

/// position: in columns' centres.
void SpectrogramStrip::gatherBetween(const SpectrogramHistory& history, double position) {
  const long nearest = std::lround(position);
  if (nearest < history.begin() || nearest >= history.end()) {
    std::fill(levels_.begin(), levels_.end(), SpectrogramHistory::kGapDb);
    return;
  }
  history.maximum(nearest, nearest + 1, levels_);
  const long other = position < double(nearest) ? nearest - 1 : nearest + 1;
  if (other < history.begin() || other >= history.end()) return;
  const auto isGap = [&](long column) {
    return history.peakDb(column, column + 1) == SpectrogramHistory::kGapDb;
  };
  if (isGap(nearest) || isGap(other)) return;
  history.maximum(other, other + 1, next_);
  const auto share = float(std::abs(position - double(nearest)));
  for (size_t band = 0; band < levels_.size(); ++band)
    levels_[band] += (next_[band] - levels_[band]) * share;
}

void SpectrogramStrip::draw(QPainter& painter, const QRect& target) const {
  image_.draw(painter, target, first_, end_, width());
}

}  // namespace earwitness::gui
