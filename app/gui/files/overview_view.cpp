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
  render();
}

void OverviewView::refresh() {
  render();
}

void OverviewView::setSeconds(double seconds) {
  seconds_ = seconds;
  update();
}

void OverviewView::setPlaceholder(const QString& text) {
  placeholder_ = text;
  update();
}

void OverviewView::render() {
  image_ = {};
  if (overview_ != nullptr && overview_->columns() > 0) {
    const int height = std::max(1, int(std::lround(plotRect().height() * devicePixelRatioF())));
    image_ = overview_->render(height, PictureRange::fitting(overview_->peakDb()));
  }
  update();
}

void OverviewView::resizeEvent(QResizeEvent*) {
  render();
}

void OverviewView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(plot, QColor(ColourMap::inferno().at(0.0F)));
  painter.setFont(smallFont(font()));
  if (!image_.isNull() && seconds_ > 0.0) {
    const double covered = double(overview_->frames()) * overview_->features().frameSeconds();
    const double share = std::min(1.0, covered / seconds_);
    // Columns are wider than pixels in a short file: smoothing would blur onsets, so only shrinking
    // does.
    const QRectF target(plot.x(), plot.y(), plot.width() * share, plot.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          image_.width() > target.width() * devicePixelRatioF());
    painter.drawImage(target, image_, QRectF(image_.rect()));
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
