#include "app/gui/widgets/spectrogram_image.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/widgets/colour_map.h"

namespace earwitness::gui {

void SpectrogramImage::resize(int columns, int height, int nMels) {
  image_ = QImage(std::max(1, columns), std::max(1, height), QImage::Format_RGB32);
  image_.fill(ColourMap::inferno().at(0.0F));
  rows_.resize(size_t(image_.height()));
  for (size_t y = 0; y < rows_.size(); ++y) {
    const double fromBottom = 1.0 - (double(y) + 0.5) / double(rows_.size());
    const double band = std::clamp(fromBottom * nMels - 0.5, 0.0, double(nMels - 1));
    const int lower = std::clamp(int(band), 0, std::max(0, nMels - 2));
    rows_[y] = {lower, nMels > 1 ? float(band - lower) : 0.0F};
  }
}

void SpectrogramImage::setColumn(long index, std::span<const float> decibels,
                                 const DecibelRange& range) {
  const ColourMap& map = ColourMap::inferno();
  const float scale = 1.0F / (range.ceilingDb - range.floorDb);
  const auto x = qsizetype(index % image_.width());
  const qsizetype stride = image_.bytesPerLine() / qsizetype(sizeof(QRgb));
  auto* pixel = reinterpret_cast<QRgb*>(image_.bits()) + x;
  const bool oneBand = decibels.size() < 2;
  for (const Row& row : rows_) {
    const float low = decibels[size_t(row.band)];
    const float high = oneBand ? low : decibels[size_t(row.band) + 1];
    *pixel = map.at((low + (high - low) * row.upper - range.floorDb) * scale);
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
