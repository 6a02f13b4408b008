// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/event_strip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/timeline.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/plot_frame.h"

namespace earwitness::gui {

namespace {

constexpr int kLabelPadding = 4;
constexpr int kRowGap = 2;
constexpr double kRadius = 3.0;
constexpr int kBrightFrom = 105;  // grey value on which dark text is read better

QString nameOf(int label, const std::vector<std::string>& labels) {
  return label >= 0 && size_t(label) < labels.size() ? shownLabel(labels[size_t(label)])
                                                     : QString();
}

}  // namespace

EventStrip::EventStrip(Timeline* timeline, QWidget* parent)
    : TimeView(timeline, parent), track_(new EventTrack(this)) {
  setObjectName(QStringLiteral("fileEvents"));
  setAccessibleName(tr("Events in the file"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  seconds_.reset(1.0);
  seconds_.run(0, 0.0);
  connect(track_, &EventTrack::changed, this, qOverload<>(&QWidget::update));
  connect(track_, &EventTrack::currentChanged, this, [this](qint64 id) {
    const auto index = track_->indexOf(id);
    setAccessibleDescription(index ? describeEvent(track_->at(*index), time(), u',') : QString());
    update();
  });
}

int EventStrip::rowHeight() const {
  return QFontMetrics(smallFont(font())).height() + kRowGap + 1;
}
QSize EventStrip::sizeHint() const {
  return {240, EventTrack::kRows * rowHeight() + kRowGap};
}
QRect EventStrip::plotRect() const {
  return PlotMargins::of(*this, false).plot(rect());
}

void EventStrip::setEvents(const std::vector<Event>& events,
                           const std::vector<NearMiss>& nearMisses,
                           const std::vector<std::string>& labels) {
  std::vector<PictureEvent> shown;
  for (const Event& event : events)
    shown.push_back(pictureEvent(event, nameOf(event.label, labels)));
  for (const NearMiss& nearMiss : nearMisses)
    shown.push_back(pictureEvent(nearMiss, nameOf(nearMiss.label, labels)));
  track_->setEvents(std::move(shown));
}

PictureTime EventStrip::time() const {
  const QRect plot = plotRect();
  return {.timeline = &seconds_,
          .plot = plot,
          .endPosition = timeline().to(),
          .columnsPerPixel = timeline().span() / std::max(1, plot.width())};
}

QRectF EventStrip::blockOf(const PlacedEvent& placed) const {
  return {placed.left, double(kRowGap + placed.row * rowHeight()),
          std::max(1.0, placed.right - placed.left - 1.0), double(rowHeight() - kRowGap)};
}

QRect EventStrip::blockOf(int64_t id) const {
  for (const PlacedEvent& placed : placeEvents(*track_, time(), timeline().seconds()))
    if (track_->at(placed.index).id == id) return blockOf(placed).toAlignedRect();
  return {};
}

std::optional<int> EventStrip::indexAt(const QPoint& point) const {
  std::optional<int> found;
  for (const PlacedEvent& placed : placeEvents(*track_, time(), timeline().seconds()))
    if (blockOf(placed).adjusted(-1, 0, 1, 0).contains(point) &&
        (!found || track_->at(*found).nearMiss))
      found = placed.index;
  return found;
}

std::optional<int64_t> EventStrip::eventAt(const QPoint& point) const {
  if (const auto index = indexAt(point)) return track_->at(*index).id;
  return std::nullopt;
}

QString EventStrip::describe(const QPoint& point) const {
  const auto index = indexAt(point);
  if (!index) return TimeView::describe(point);
  const PictureEvent& event = track_->at(*index);
  return tr("%1 · %2 · %3")
      .arg(positionLabel(event.onsetSeconds, 0.1), event.label, percentText(event.score));
}

void EventStrip::click(const QPoint& point) {
  if (const auto index = indexAt(point))
    emit eventChosen(track_->at(*index).id);
  else
    TimeView::click(point);
}

bool EventStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return TimeView::event(event);
  auto* help = static_cast<QHelpEvent*>(event);
  if (const auto index = indexAt(help->pos())) {
    QToolTip::showText(help->globalPos(), describeEvent(track_->at(*index), time(), u'\n'), this);
  } else {
    QToolTip::hideText();
    event->ignore();
  }
  return true;
}

void EventStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(plot, themeColours(palette()).track);
  painter.setFont(smallFont(font()));
  labels_.setFont(painter.font());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(plot);
  const auto placed = placeEvents(*track_, time(), timeline().seconds());
  // Events over near-misses where they share the last row.
  for (const bool nearMisses : {true, false})
    for (const PlacedEvent& event : placed)
      if (track_->at(event.index).nearMiss == nearMisses) paintBlock(painter, event);
}

void EventStrip::paintBlock(QPainter& painter, const PlacedEvent& placed) {
  const PictureEvent& event = track_->at(placed.index);
  const ThemeColours& colours = themeColours(palette());
  const QRectF block = blockOf(placed);
  const QColor colour = event.nearMiss ? colours.border : eventColour(event.colour);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(block, kRadius, kRadius);
  if (event.nearMiss) {
    painter.setBrush(QBrush(palette().color(QPalette::Window), Qt::BDiagPattern));
    painter.drawRoundedRect(block, kRadius, kRadius);
  }
  if (track_->current() == event.id) {
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(block.adjusted(1, 1, -1, -1), kRadius, kRadius);
  }
  const int room = int(block.width()) - 2 * kLabelPadding;
  if (room <= 0) return;
  const QColor onColour = qGray(colour.rgb()) > kBrightFrom ? QColor(0x14181d) : QColor(Qt::white);
  painter.setPen(event.nearMiss ? colours.muted : onColour);
  painter.drawStaticText(QPointF(block.x() + kLabelPadding, block.y()),
                         labels_.fitting(event.label, room));
}

}  // namespace earwitness::gui
