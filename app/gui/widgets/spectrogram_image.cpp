// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/spectrogram_image.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace earwitness::gui {

void SpectrogramImage::resize(int columns, int height, int nMels) {
  FeatureSettings features;
  features.nMels = nMels;
  resize(columns, height, features, FrequencyAxis::Mel);
}

void SpectrogramImage::resize(int columns, int height, const FeatureSettings& features,
                              FrequencyAxis axis) {
  image_ = QImage(std::max(1, columns), std::max(1, height), QImage::Format_RGB32);
  image_.fill(map_->at(0.0F));
  rows_.resize(size_t(image_.height()));
  const auto bandAt = [&](double y) {
    return bandPosition(1.0 - y / double(rows_.size()), features, axis);
  };
  for (size_t y = 0; y < rows_.size(); ++y)
    rows_[y] = rowOf(bandAt(double(y) + 1.0), bandAt(double(y)), features.nMels);
}

/// Positions in bands of the row's edges, 0 the lower edge of the first band.
SpectrogramImage::Row SpectrogramImage::rowOf(double bandBelow, double bandAbove, int nMels) {
  constexpr double kCrowded = 1.5;
  if (bandAbove - bandBelow > kCrowded) {
    const int first = std::clamp(int(std::lround(bandBelow)), 0, nMels - 1);
    return {first, std::clamp(int(std::lround(bandAbove)), first + 1, nMels), 0.0F};
  }
  const double centre =
      std::clamp((bandBelow + bandAbove) / 2.0 - 0.5, 0.0, std::max(0.0, double(nMels - 1)));
  const int lower = std::clamp(int(centre), 0, std::max(0, nMels - 2));
  return {lower, lower + 1, nMels > 1 ? float(centre - lower) : 0.0F};
}

void SpectrogramImage::setColumn(long index, std::span<const float> decibels,
                                 const DecibelRange& range) {
  const float scale = 1.0F / std::max(1.0F, range.ceilingDb - range.floorDb);
  const auto x = qsizetype(index % image_.width());
  const qsizetype stride = image_.bytesPerLine() / qsizetype(sizeof(QRgb));
  auto* pixel = reinterpret_cast<QRgb*>(image_.bits()) + x;
  for (const Row& row : rows_) {
    float level = decibels[size_t(row.band)];
    if (row.bandEnd > row.band + 1)
      level = *std::max_element(decibels.begin() + row.band, decibels.begin() + row.bandEnd);
    else if (row.upper > 0.0F)
      level += (decibels[size_t(row.band) + 1] - level) * row.upper;
    *pixel = map_->at((level - range.floorDb) * scale);
    pixel += stride;
  }
}

void SpectrogramImage::draw(QPainter& painter, const QRect& target, long first, long end,
                            int targetColumns) const {
  first = std::max(first, end - std::min(columns(), targetColumns));
  const double columnWidth = double(target.width()) / targetColumns;
  double x = target.x() + target.width() - double(end - first) * columnWidth;
  while (first < end) {
    const int source = int(first % columns());
    const int count = int(std::min<long>(end - first, columns() - source));
    painter.drawImage(QRectF(x, target.y(), count * columnWidth, target.height()), image_,
                      QRectF(source, 0, count, image_.height()));
    x += count * columnWidth;
    first += count;
  }
}

}  // namespace earwitness::gui
