#include "app/gui/files/overview_view.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/theme.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/plot_frame.h"
#include "app/gui/widgets/text_format.h"

namespace earwitness::gui {

OverviewView::OverviewView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("fileSpectrogram"));
  setAccessibleName(tr("Spectrogram of the file"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize OverviewView::sizeHint() const {
  return {800, 140};
}
QSize OverviewView::minimumSizeHint() const {
  return {240, 60};
}
QRect OverviewView::plotRect() const {
  return PlotMargins::of(*this, false).plot(rect());
}

void OverviewView::setOverview(const SpectrogramOverview* overview) {
  overview_ = overview;
  stale_ = true;
  update();
}

void OverviewView::setSeconds(double seconds) {
  seconds_ = seconds;
  update();
}

void OverviewView::setPlaceholder(const QString& text) {
  placeholder_ = text;
  update();
}

const QImage& OverviewView::image() {
  if (!stale_) return image_;
  stale_ = false;
  image_ = {};
  if (overview_ == nullptr || overview_->columns() == 0) return image_;
  const QSizeF pixels = QSizeF(plotRect().size()) * devicePixelRatioF();
  image_ = overview_->render(std::max(1, int(pixels.width())), std::max(1, int(pixels.height())),
                             PictureRange::fitting(overview_->peakDb()));
  // The last column and the last pixel may stand for less than the others.
  imageSeconds_ = image_.width() * overview_->columnsPerPixel(std::max(1, int(pixels.width()))) *
                  overview_->columnSeconds();
  return image_;
}

void OverviewView::resizeEvent(QResizeEvent*) {
  stale_ = true;
}

void OverviewView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(plot, QColor(ColourMap::inferno().at(0.0F)));
  painter.setFont(smallFont(font()));
  if (const QImage& picture = image(); !picture.isNull() && seconds_ > 0.0) {
    const QRectF target(plot.x(), plot.y(), plot.width() * imageSeconds_ / seconds_, plot.height());
    painter.setClipRect(plot);
    painter.drawImage(target, picture, QRectF(picture.rect()));
    painter.setClipping(false);
  } else if (!placeholder_.isEmpty()) {
    painter.setPen(QColor(255, 255, 255, 150));
    painter.setFont(font());
    painter.drawText(plot.adjusted(16, 4, -16, -4), Qt::AlignCenter | Qt::TextWordWrap,
                     placeholder_);
    painter.setFont(smallFont(font()));
  }
  const FeatureSettings features = overview_ != nullptr ? overview_->features() : FeatureSettings{};
  const int lineHeight = painter.fontMetrics().height();
  drawFrequencyAxis(painter, plot, frequencyTicks(features, plot.height(), lineHeight + 1), *this);
}

}  // namespace earwitness::gui
