#include "app/gui/live/spectrogram_view.h"

#include <QDateTime>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/theme.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/colour_map.h"
#include "app/gui/widgets/plot_frame.h"
#include "app/gui/widgets/text_format.h"

namespace earwitness::gui {

namespace {
constexpr int kHistoryColumns = 8192;  // about 100 s at the report's hop
constexpr double kJumpColumns = 60.0;  // further behind than this: jump instead of catching up
constexpr qint64 kGapMs = 700;         // silence of the stream that is drawn as a gap
constexpr double kClockPull = 0.02;    // share of a new clock reading in the smoothed anchor
}  // namespace

SpectrogramView::SpectrogramView(QWidget* parent) : QWidget(parent), history_(kHistoryColumns) {
  setObjectName(QStringLiteral("liveSpectrogram"));
  setAccessibleName(tr("Live spectrogram"));
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAttribute(Qt::WA_OpaquePaintEvent);
  sinceAdvance_.start();
}

QSize SpectrogramView::sizeHint() const {
  return {800, 260};
}
QSize SpectrogramView::minimumSizeHint() const {
  return {240, 90};
}

QRect SpectrogramView::plotRect() const {
  return PlotMargins::of(*this, true).plot(rect());
}

void SpectrogramView::reset(const FeatureSettings& features) {
  history_.reset(features);
  range_.reset();
  head_ = 0.0;
  shownEnd_ = colouredEnd_ = 0;
  anchored_ = false;
  layoutPicture();
}

void SpectrogramView::append(const LogMel& frames, qint64 clockMs) {
  const double columnMs = history_.columnSeconds() * 1000.0;
  const long before = history_.end();
  if (anchored_) {
    const auto expected = qint64(double(before) * columnMs) + anchorMs_;
    const auto fresh = double(frames.nFrames()) * history_.features().frameSeconds() * 1000.0;
    const auto missing = double(clockMs - expected) - fresh;
    if (missing > double(kGapMs)) history_.appendGap(long(missing / columnMs));
  }
  history_.append(frames);
  const qint64 anchor = clockMs - qint64(double(history_.end()) * columnMs);
  anchorMs_ =
      anchored_ ? anchorMs_ + qint64(std::lround(double(anchor - anchorMs_) * kClockPull)) : anchor;
  anchored_ = true;
}

qint64 SpectrogramView::clockMsAt(double column) const {
  return anchorMs_ + qint64(column * history_.columnSeconds() * 1000.0);
}

void SpectrogramView::advance() {
  const double elapsed = double(sinceAdvance_.nsecsElapsed()) * 1e-9;
  sinceAdvance_.restart();
  const auto target = double(history_.end());
  // Frames come in bursts; the head moves with the clock and is pulled gently to where it should
  // be.
  head_ += elapsed / history_.columnSeconds();
  head_ += (target - head_) * 0.08;
  if (std::abs(target - head_) > kJumpColumns) head_ = target;
  head_ = std::min(head_, target);
  if (frozen_) return;

  const long end = long(head_);
  if (end <= shownEnd_) return;
  shownEnd_ = end;
  if (range_.follow(visiblePeakDb(), elapsed))
    colourAll();
  else
    colourNewColumns();
  update();
}

float SpectrogramView::visiblePeakDb() const {
  float peak = SpectrogramHistory::kGapDb;
  const long first = std::max(history_.begin(), shownEnd_ - picture_.columns());
  for (long column = first; column < shownEnd_; ++column)
    peak = std::max(peak, history_.columnPeakDb(column));
  return peak;
}

void SpectrogramView::setFrozen(bool frozen) {
  if (frozen == frozen_) return;
  frozen_ = frozen;
  if (!frozen_) {
    // The anchor kept running while the picture stood still.
    head_ = double(history_.end());
    advance();
  }
  update();
  emit frozenChanged(frozen_);
}

void SpectrogramView::layoutPicture() {
  const QRect plot = plotRect();
  const double ratio = devicePixelRatioF();
  picture_.resize(std::max(1, plot.width()), int(std::lround(plot.height() * ratio)),
                  history_.features().nMels);
  colourAll();
}

void SpectrogramView::colourAll() {
  colouredEnd_ = std::max(history_.begin(), shownEnd_ - picture_.columns());
  colourNewColumns();
  update();
}

void SpectrogramView::colourNewColumns() {
  long column = std::max({colouredEnd_, history_.begin(), shownEnd_ - picture_.columns()});
  for (; column < shownEnd_; ++column)
    picture_.setColumn(column, history_.column(column), range_.range());
  colouredEnd_ = shownEnd_;
}

void SpectrogramView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(plot, QColor(ColourMap::inferno().at(0.0F)));
  const long first = std::max(colouredEnd_ - picture_.columns(), 0L);
  picture_.draw(painter, plot, first, shownEnd_, plot.width());
  paintAxes(painter, plot);
  if (plot.contains(cursor_)) paintReadout(painter, plot);
  if (!painted_ && shownEnd_ > 0) {
    painted_ = true;
    emit firstColumnPainted();
  }
}

void SpectrogramView::paintAxes(QPainter& painter, const QRect& plot) const {
  painter.setFont(smallFont(font()));
  const int lineHeight = painter.fontMetrics().height();
  drawFrequencyAxis(painter, plot,
                    frequencyTicks(history_.features(), plot.height(), lineHeight + 1), *this);
  if (!anchored_) return;

  const double columnMs = history_.columnSeconds() * 1000.0;
  const int labelWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("00:00:00"));
  const auto stepMs =
      qint64(std::max(1.0, timeStepSeconds(columnMs / 1000.0, labelWidth + 24)) * 1000.0);
  const qint64 endMs = clockMsAt(double(shownEnd_));
  const qint64 startMs = endMs - qint64(plot.width() * columnMs);
  const qint64 zoneMs = QDateTime::fromMSecsSinceEpoch(endMs).offsetFromUtc() * 1000LL;
  std::vector<AxisTick> ticks;
  for (qint64 ms = ((startMs + zoneMs) / stepMs + 1) * stepMs - zoneMs; ms < endMs; ms += stepMs) {
    const double position = double(ms - startMs) / double(endMs - startMs);
    if (position * plot.width() < labelWidth / 2.0 ||
        (1.0 - position) * plot.width() < labelWidth / 2.0)
      ticks.push_back({position, {}});  // its label would be pushed aside: it comes or goes later
    else
      ticks.push_back({position, QDateTime::fromMSecsSinceEpoch(ms).toString(u"HH:mm:ss")});
  }
  drawTimeAxis(painter, plot, ticks, *this);
}

void SpectrogramView::paintReadout(QPainter& painter, const QRect& plot) const {
  const long column = shownEnd_ - (plot.right() - cursor_.x()) - 1;
  if (column < history_.begin() || column >= shownEnd_) return;
  const double position = (plot.bottom() - cursor_.y() + 0.5) / plot.height();
  const FeatureSettings& features = history_.features();
  const int band = std::clamp(int(position * features.nMels), 0, features.nMels - 1);
  const float db = history_.column(column)[size_t(band)];
  if (db <= SpectrogramHistory::kGapDb) return;
  const double hz = std::max(0.0, frequencyAt(position, features));
  const QString text =
      tr("%1 · %2 Hz · %3 dB")
          .arg(QDateTime::fromMSecsSinceEpoch(clockMsAt(double(column))).toString(u"HH:mm:ss.zzz"))
          .arg(int(std::lround(hz)))
          .arg(int(std::lround(db)));

  painter.setPen(QColor(255, 255, 255, 90));
  painter.drawLine(plot.left(), cursor_.y(), plot.right(), cursor_.y());
  painter.drawLine(cursor_.x(), plot.top(), cursor_.x(), plot.bottom());
  const QSize size = painter.fontMetrics().size(Qt::TextSingleLine, text) + QSize(12, 6);
  QPoint corner = cursor_ + QPoint(12, -size.height() - 8);
  corner.setX(std::clamp(corner.x(), plot.left() + 2, plot.right() - size.width() - 2));
  corner.setY(std::max(corner.y(), plot.top() + 2));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(0, 0, 0, 190));
  painter.drawRoundedRect(QRect(corner, size), 4, 4);
  painter.setPen(Qt::white);
  painter.drawText(QRect(corner, size), Qt::AlignCenter, text);
}

void SpectrogramView::resizeEvent(QResizeEvent*) {
  layoutPicture();
}

void SpectrogramView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) layoutPicture();
}

void SpectrogramView::mouseMoveEvent(QMouseEvent* event) {
  cursor_ = event->position().toPoint();
  update();
}

void SpectrogramView::leaveEvent(QEvent*) {
  cursor_ = {-1, -1};
  update();
}

}  // namespace earwitness::gui
