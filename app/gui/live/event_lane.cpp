// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/event_lane.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/live/spectrogram_view.h"

namespace earwitness::gui {

namespace {
constexpr int kLabelPadding = 4;
constexpr int kRowGap = 2;
constexpr double kRadius = 3.0;

QColor labelOn(const QColor& block) {
  return qGray(block.rgb()) > 105 ? QColor(0x14181d) : QColor(Qt::white);
}
}  // namespace

EventLane::EventLane(SpectrogramView* view, QWidget* parent) : QWidget(parent), view_(view) {
  setObjectName(QStringLiteral("eventLane"));
  setAccessibleName(tr("Events in time"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  setAttribute(Qt::WA_OpaquePaintEvent);
  connect(view_, &SpectrogramView::viewportChanged, this, qOverload<>(&QWidget::update));
  connect(view_->events(), &EventTrack::changed, this, qOverload<>(&QWidget::update));
  connect(view_->events(), &EventTrack::currentChanged, this, [this](qint64 id) {
    describe();
    emit currentEventChanged(id);
  });
  describe();
}

int EventLane::rowHeight() const {
  return QFontMetrics(smallFont(font())).height() + kRowGap + 2;
}

QSize EventLane::sizeHint() const {
  return {240, EventTrack::kRows * rowHeight() + kRowGap};
}

/// Where there is little room, rows share their place before the picture gives way.
QSize EventLane::minimumSizeHint() const {
  return {240, rowHeight() + kRowGap};
}

PictureTime EventLane::time() const {
  PictureTime time = view_->time();
  const int offset = view_->mapToGlobal(QPoint()).x() - mapToGlobal(QPoint()).x();
  time.plot = QRect(time.plot.x() + offset, 0, time.plot.width(), height());
  return time;
}

QRectF EventLane::blockOf(const PlacedEvent& placed) const {
  const int rows = std::max(1, (height() - kRowGap) / rowHeight());
  const int row = std::min(placed.row, rows - 1);
  return {placed.left, double(kRowGap + row * rowHeight()),
          std::max(1.0, placed.right - placed.left - 1.0), double(rowHeight() - kRowGap)};
}

QRectF EventLane::blockOf(int64_t id) const {
  for (const PlacedEvent& placed : placeEvents(*view_->events(), time(), view_->newestSeconds()))
    if (view_->events()->at(placed.index).id == id) return blockOf(placed);
  return {};
}

std::optional<int64_t> EventLane::eventAt(const QPointF& point) const {
  std::optional<int64_t> found;
  for (const PlacedEvent& placed : placeEvents(*view_->events(), time(), view_->newestSeconds()))
    if (blockOf(placed).contains(point)) found = view_->events()->at(placed.index).id;
  return found;
}

// ---- Drawing
// -------------------------------------------------------------------------------------

void EventLane::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Window));
  const PictureTime shown = time();
  painter.fillRect(shown.plot, themeColours(palette()).track);
  painter.setFont(smallFont(font()));
  labels_.setFont(painter.font());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(shown.plot);
  const auto placed = placeEvents(*view_->events(), shown, view_->newestSeconds());
  // Events over near-misses where they share the last row.
  for (const bool nearMisses : {true, false})
    for (const PlacedEvent& event : placed)
      if (view_->events()->at(event.index).nearMiss == nearMisses) paintBlock(painter, event);
  painter.setClipping(false);
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(palette().color(QPalette::Highlight));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(shown.plot.adjusted(0, 0, -1, -1));
}

void EventLane::paintBlock(QPainter& painter, const PlacedEvent& placed) {
  const PictureEvent& event = view_->events()->at(placed.index);
  const ThemeColours& colours = themeColours(palette());
  const QRectF block = blockOf(placed);
  QColor ink = palette().color(QPalette::WindowText);
  painter.setPen(Qt::NoPen);
  if (event.nearMiss) {
    ink = colours.muted;
    painter.setBrush(colours.border);
    painter.drawRoundedRect(block, kRadius, kRadius);
    painter.setBrush(QBrush(palette().color(QPalette::Window), Qt::BDiagPattern));
  } else {
    const QColor colour = eventColour(event.colour);
    ink = labelOn(colour);
    painter.setBrush(colour);
  }
  painter.drawRoundedRect(block, kRadius, kRadius);
  if (view_->events()->current() == event.id) {
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(block.adjusted(1, 1, -1, -1), kRadius, kRadius);
  }
  const int room = int(block.width()) - 2 * kLabelPadding;
  if (room <= 0) return;
  painter.setPen(ink);
  painter.drawStaticText(QPointF(block.x() + kLabelPadding, block.y() + 1.0),
                         labels_.fitting(event.label, room));
}

// ---- What the user does
// --------------------------------------------------------------------------

bool EventLane::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  auto* help = static_cast<QHelpEvent*>(event);
  const auto id = eventAt(help->pos());
  const auto index = id ? view_->events()->indexOf(*id) : std::nullopt;
  if (!index) {
    QToolTip::hideText();
    event->ignore();
    return true;
  }
  const QString text = describeEvent(view_->events()->at(*index), time(), u'\n');
  QToolTip::showText(help->globalPos(), text, this, blockOf(*id).toAlignedRect());
  return true;
}

void EventLane::mousePressEvent(QMouseEvent* event) {
  const auto id = eventAt(event->position());
  if (event->button() != Qt::LeftButton || !id) {
    QWidget::mousePressEvent(event);
    return;
  }
  view_->events()->setCurrent(id);
  emit eventActivated(*id);
}

void EventLane::keyPressEvent(QKeyEvent* event) {
  EventTrack& track = *view_->events();
  switch (event->key()) {
    case Qt::Key_Left:
      step(-1);
      return;
    case Qt::Key_Right:
      step(1);
      return;
    case Qt::Key_Home:
    case Qt::Key_End:
      if (track.size() == 0) return;
      track.setCurrent(track.at(event->key() == Qt::Key_Home ? 0 : track.size() - 1).id);
      showCurrent();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (track.current()) emit eventActivated(*track.current());
      return;
    case Qt::Key_Escape:
      if (!track.current()) break;
      track.setCurrent(std::nullopt);
      return;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void EventLane::step(int direction) {
  if (view_->events()->step(direction, time().endSeconds())) showCurrent();
}

void EventLane::showCurrent() {
  const EventTrack& track = *view_->events();
  const auto index = track.current() ? track.indexOf(*track.current()) : std::nullopt;
  if (!index) return;
  const PictureEvent& event = track.at(*index);
  view_->bringIntoView(
      TimeStretch{event.onsetSeconds, std::max(event.onsetSeconds, event.offsetSeconds)});
}

void EventLane::describe() {
  const EventTrack& track = *view_->events();
  const auto index = track.current() ? track.indexOf(*track.current()) : std::nullopt;
  setAccessibleDescription(index ? describeEvent(track.at(*index), view_->time(), u',')
                                 : tr("Left and Right step through the events"));
}

void EventLane::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void EventLane::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace earwitness::gui
