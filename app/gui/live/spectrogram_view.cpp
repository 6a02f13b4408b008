// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/spectrogram_view.h"

#include <QDateTime>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/live/picture_render.h"
#include "app/gui/live/spectrogram_input.h"
#include "app/gui/widgets/plot_frame.h"
#include "core/base/clock_time.h"
#include "core/listening/listener.h"

namespace earwitness::gui {

namespace {
constexpr double kTrimEventsEverySeconds = 30.0;
constexpr int kNowMargin = 6;
}  // namespace

SpectrogramView::SpectrogramView(QWidget* parent)
    : QWidget(parent),
      events_(new EventTrack(this)),
      input_(std::make_unique<SpectrogramInput>(*this)),
      now_(new QToolButton(this)) {
  setObjectName(QStringLiteral("liveSpectrogram"));
  setAccessibleName(tr("Live spectrogram"));
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAttribute(Qt::WA_OpaquePaintEvent);
  grabGesture(Qt::PinchGesture);
  now_->setObjectName(QStringLiteral("jumpToNow"));
  now_->setAccessibleName(tr("Jump to now"));
  now_->setToolTip(tr("Return to the live view"));
  now_->setToolButtonStyle(Qt::ToolButtonTextOnly);
  now_->hide();
  connect(now_, &QToolButton::clicked, this, &SpectrogramView::jumpToNow);
  connect(events_, &EventTrack::changed, this, &SpectrogramView::updatePicture);
  sinceAdvance_.start();
}

SpectrogramView::~SpectrogramView() = default;

QSize SpectrogramView::sizeHint() const {
  return {800, 260};
}
QSize SpectrogramView::minimumSizeHint() const {
  return {240, 140};
}

QRect SpectrogramView::plotRect() const {
  return PlotMargins::of(*this, true).plot(rect());
}

// ---- What is heard
// -------------------------------------------------------------------------------

void SpectrogramView::reset(const FeatureSettings& features) {
  const bool wasFrozen = isFrozen();
  history_.reset(features);
  range_.reset();
  scroll_.reset();
  events_->clear();
  eventsTrimmedAt_ = 0;
  setPlayhead(std::nullopt);
  setSelection(std::nullopt);
  layOutPicture();
  now_->hide();
  if (wasFrozen) emit frozenChanged(false);
}

void SpectrogramView::append(const LogMel& frames, long firstFrame, qint64 clockMs) {
  history_.append(frames, firstFrame, clockMs);
  const auto trimColumns = long(kTrimEventsEverySeconds / history_.columnSeconds());
  if (history_.begin() - eventsTrimmedAt_ < trimColumns) return;
  eventsTrimmedAt_ = history_.begin();
  events_->forgetBefore(history_.timeline().secondsAt(double(history_.begin())));
}

void SpectrogramView::take(const LiveUpdate& update) {
  if (update.frames.nFrames() == 0) return;
  qint64 clockMs = utcMsNow();
  if (update.utcMs > 0) {
    // The newest sample lies behind the end of the newest frame.
    const double heardSeconds = (double(update.firstFrame + update.frames.nFrames()) - 0.5) *
                                history_.features().frameSeconds();
    clockMs = update.utcMs - qint64((update.streamSeconds - heardSeconds) * 1000.0);
  }
  append(update.frames, update.firstFrame, clockMs);
}

double SpectrogramView::newestSeconds() const {
  return history_.timeline().secondsAt(double(history_.end()));
}

// ---- What is in view
// -----------------------------------------------------------------------------

void SpectrogramView::advance() {
  const double elapsed = double(sinceAdvance_.nsecsElapsed()) * 1e-9;
  sinceAdvance_.restart();
  advance(elapsed);
}

void SpectrogramView::advance(double elapsedSeconds) {
  scroll_.advance(history_.begin(), history_.end(), elapsedSeconds / history_.columnSeconds());
  if (isFrozen()) {
    showHowFarBehind();
    return;
  }
  const long pixelEnd = strip_.pixelEnd(scroll_.endPosition());
  if (pixelEnd == shownPixelEnd_) return;
  range_.follow(history_.peakDb(long(scroll_.startPosition()), history_.end()), elapsedSeconds);
  applyRange();
  moved();
}

/// The picture stands elsewhere than it did.
void SpectrogramView::moved() {
  shownPixelEnd_ = strip_.pixelEnd(scroll_.endPosition());
  updatePicture();
  emit viewportChanged();
}

void SpectrogramView::updatePicture() {
  const int left = plotRect().x();  // the labels at its left stay
  update(QRect(left, 0, width() - left, height()));
}

void SpectrogramView::applyRange() {
  strip_.setRange(settings_.automatic ? range_.range() : settings_.range());
}

QSize SpectrogramView::devicePixels() const {
  return (QSizeF(plotRect().size()) * devicePixelRatioF()).toSize().expandedTo({1, 1});
}

void SpectrogramView::layOutPicture() {
  const QSize pixels = devicePixels();
  const double span = settings_.spanSeconds / history_.columnSeconds();
  scroll_.setSpan(span);
  strip_.layOut(pixels, history_.features(), settings_.axis, ColourMap::named(settings_.map),
                span / pixels.width());
  applyRange();
  moved();
  update();
}

void SpectrogramView::layOutIfResized() {
  if (devicePixels() != QSize(strip_.width(), strip_.height())) layOutPicture();
}

void SpectrogramView::setFrozen(bool frozen) {
  if (frozen == isFrozen()) return;
  scroll_.setFrozen(frozen);
  showHowFarBehind();
  now_->setVisible(frozen);
  moved();
  describe();
  emit frozenChanged(frozen);
}

void SpectrogramView::showHowFarBehind() {
  const double seconds = scroll_.behind() * history_.columnSeconds();
  const QString text = seconds < 1.0 ? tr("Now") : tr("Now (%1 ago)").arg(positionLabel(seconds));
  if (text == now_->text()) return;
  now_->setText(text);
  placeNowButton();
}

void SpectrogramView::placeNowButton() {
  now_->adjustSize();
  const QRect plot = plotRect();
  now_->move(plot.x() + plot.width() - now_->width() - kNowMargin,
             plot.y() + plot.height() - now_->height() - kNowMargin);
}

void SpectrogramView::describe() {
  if (!isFrozen()) {
    setAccessibleDescription(tr("Running; %1 visible").arg(durationText(settings_.spanSeconds)));
    return;
  }
  setAccessibleDescription(tr("Frozen; %1").arg(timeRangeText(time())));
}

void SpectrogramView::setSettings(const PictureSettings& wanted) {
  const PictureSettings settings = wanted.valid();
  if (settings == settings_) return;
  settings_ = settings;
  layOutPicture();
  describe();
  emit settingsChanged(settings_);
}

void SpectrogramView::zoom(double factor, std::optional<double> x) {
  const QRect plot = plotRect();
  PictureSettings zoomed = settings_;
  zoomed.spanSeconds *= factor;
  zoomed = zoomed.valid();
  const double share = x ? std::clamp((*x - plot.x()) / std::max(1, plot.width()), 0.0, 1.0) : 0.5;
  scroll_.setSpan(zoomed.spanSeconds / history_.columnSeconds(), share);
  setSettings(zoomed);
}

void SpectrogramView::pan(double share) {
  if (!isFrozen()) return;
  scroll_.moveBy(share * scroll_.span());
  moved();
  describe();
}

void SpectrogramView::panToStart() {
  if (!isFrozen()) return;
  scroll_.moveToStart();
  moved();
  describe();
}

void SpectrogramView::panToEnd() {
  if (!isFrozen()) return;
  scroll_.moveToEnd();
  moved();
  describe();
}

void SpectrogramView::bringIntoView(const TimeStretch& stretch) {
  const double start = history_.timeline().positionAt(stretch.startSeconds);
  const double end = history_.timeline().positionAt(stretch.endSeconds);
  if (start >= scroll_.startPosition() && end <= scroll_.endPosition()) return;
  setFrozen(true);
  const bool fits = end - start < scroll_.span();
  scroll_.moveTo(fits ? (start + end + scroll_.span()) / 2.0 : start + scroll_.span());
  moved();
  describe();
}

PictureTime SpectrogramView::time() const {
  const QRect plot = plotRect();
  return {.timeline = &history_.timeline(),
          .plot = plot,
          .endPosition = double(shownPixelEnd_) * strip_.columnsPerPixel(),
          .columnsPerPixel =
              strip_.columnsPerPixel() * double(strip_.width()) / std::max(1, plot.width())};
}

void SpectrogramView::setSelection(std::optional<TimeStretch> stretch) {
  if (stretch) {
    const auto [low, high] = std::minmax(stretch->startSeconds, stretch->endSeconds);
    const double oldest = history_.timeline().secondsAt(double(history_.begin()));
    stretch = TimeStretch{std::max({low, oldest, 0.0}), std::min(high, newestSeconds())};
    if (stretch->startSeconds >= stretch->endSeconds) stretch.reset();
  }
  if (stretch == selection_) return;
  selection_ = stretch;
  updatePicture();
  const TimeStretch told = selection_.value_or(TimeStretch{});
  emit selectionChanged(told.startSeconds, told.endSeconds);
}

void SpectrogramView::setPlayhead(std::optional<double> streamSeconds) {
  if (streamSeconds == playhead_) return;
  playhead_ = streamSeconds;
  updatePicture();
}

// ---- Drawing
// -------------------------------------------------------------------------------------

void SpectrogramView::paintEvent(QPaintEvent* event) {
  layOutIfResized();  // moved to a screen of another density
  QPainter painter(this);
  painter.setFont(smallFont(font()));
  painter.fillRect(event->rect(), palette().color(QPalette::Window));
  const QRect plot = plotRect();
  if (event->rect().x() < plot.x()) {
    const int spacing = painter.fontMetrics().height() + 1;
    drawFrequencyAxis(painter, plot,
                      frequencyTicks(history_.features(), plot.height(), spacing, settings_.axis),
                      *this);
  }
  paintPicture(painter);
  if (!painted_ && shownPixelEnd_ > 0) {
    painted_ = true;
    emit firstColumnPainted();
  }
}

void SpectrogramView::paintPicture(QPainter& painter) {
  const PictureTime shown = time();
  const ColourMap& map = strip_.colourMap();
  labels_.setFont(painter.font());
  if (shownPixelEnd_ < strip_.width())
    painter.fillRect(shown.plot, QColor(map.at(0.0F)));  // it is not full yet
  strip_.colour(history_, shownPixelEnd_ - strip_.width(), shownPixelEnd_);
  strip_.draw(painter, shown.plot);
  PictureOverlay overlay(painter, shown, map);
  overlay.clockAxis(palette(), size());
  painter.setClipRect(shown.plot);
  if (selection_) overlay.selection(*selection_);
  overlay.events(*events_, newestSeconds(), labels_);
  if (playhead_) overlay.playhead(*playhead_);
  if (const QString text = readoutAt(cursor_); !text.isEmpty()) overlay.readout(cursor_, text);
}

/// Empty where nothing was heard.
QString SpectrogramView::readoutAt(const QPoint& cursor) const {
  const PictureTime shown = time();
  if (!shown.plot.contains(cursor)) return {};
  const long first = long(std::floor(shown.positionAt(cursor.x())));
  const long end = std::max(first + 1, long(std::floor(shown.positionAt(cursor.x() + 1))));
  if (first < history_.begin() || end > history_.end()) return {};
  const FeatureSettings& features = history_.features();
  const double height = (shown.plot.bottom() - cursor.y() + 0.5) / shown.plot.height();
  const int band =
      std::clamp(int(bandPosition(height, features, settings_.axis)), 0, features.nMels - 1);
  std::vector<float> levels(size_t(features.nMels));
  history_.maximum(first, end, levels);
  const float db = levels[size_t(band)];
  if (db <= SpectrogramHistory::kGapDb) return {};
  const double hz = std::max(0.0, frequencyAt(height, features, settings_.axis));
  return tr("%1 · %2 Hz · %3 dB")
      .arg(QDateTime::fromMSecsSinceEpoch(shown.utcMsAt(cursor.x())).toString(u"HH:mm:ss.zzz"))
      .arg(int(std::lround(hz)))
      .arg(int(std::lround(db)));
}

QString SpectrogramView::timeRangeText(const PictureTime& shown) const {
  const auto first = std::max(shown.positionAt(shown.plot.x()), double(history_.begin()));
  const QDateTime start = QDateTime::fromMSecsSinceEpoch(clockMsAt(first));
  const QDateTime end = QDateTime::fromMSecsSinceEpoch(clockMsAt(shown.endPosition));
  return tr("%1, %2 to %3")
      .arg(locale().toString(start.date(), QLocale::LongFormat), start.toString(u"HH:mm:ss"),
           end.toString(u"HH:mm:ss"));
}

QImage SpectrogramView::render(const QSize& size) const {
  const PictureTime shown = time();
  return renderPicture({.history = history_,
                        .settings = settings_,
                        .range = strip_.range(),
                        .endPosition = shown.endPosition,
                        .spanColumns = scroll_.span(),
                        .events = *events_,
                        .newestSeconds = newestSeconds(),
                        .title = timeRangeText(shown),
                        .font = font(),
                        .palette = palette()},
                       size);
}

// ---- What the user does
// --------------------------------------------------------------------------

bool SpectrogramView::event(QEvent* event) {
  if (event->type() == QEvent::MouseMove) {
    cursor_ = static_cast<QMouseEvent*>(event)->position().toPoint();
    updatePicture();
  }
  if (input_->handle(event)) return true;
  return QWidget::event(event);
}

void SpectrogramView::resizeEvent(QResizeEvent*) {
  layOutIfResized();
  placeNowButton();
}

void SpectrogramView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) layOutPicture();
}

void SpectrogramView::leaveEvent(QEvent*) {
  cursor_ = {-1, -1};
  updatePicture();
}

}  // namespace earwitness::gui
