// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/search/parallel_plot.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {

constexpr double kSide = 64.0;  ///< room for half a name, pixels
constexpr double kNearEnough = 8.0;

double distanceTo(const QPointF& place, const QPointF& from, const QPointF& to) {
  const QPointF along = to - from;
  const double length = QPointF::dotProduct(along, along);
  const double share =
      length > 0.0 ? std::clamp(QPointF::dotProduct(place - from, along) / length, 0.0, 1.0) : 0.0;
  const QPointF off = place - (from + along * share);
  return std::hypot(off.x(), off.y());
}

}  // namespace

ParallelPlot::ParallelPlot(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("parallelPlot"));
  setAccessibleName(tr("Settings of the trials against balanced accuracy"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

void ParallelPlot::setLines(std::vector<Axis> axes, std::vector<Line> lines) {
  axes_ = std::move(axes);
  lines_ = std::move(lines);
  measure();
  setCurrent(current_);
}

void ParallelPlot::measure() {
  ranges_.clear();
  for (size_t axis = 0; axis < axes_.size(); ++axis) {
    Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const Line& line : lines_) {
      const auto& value = line.values[axis];
      if (!value || !std::isfinite(*value) || (axes_[axis].isLogarithmic && *value <= 0.0))
        continue;
      range.lowest = std::min(range.lowest, *value);
      range.highest = std::max(range.highest, *value);
    }
    if (range.lowest > range.highest) range = {1.0, 1.0};
    if (range.lowest == range.highest) {  // one value stands in the middle
      const double spread = std::max(std::abs(range.lowest) * 0.1, 1e-12);
      range = {range.lowest - spread, range.highest + spread};
    }
    ranges_.push_back(range);
  }
}

const ParallelPlot::Line* ParallelPlot::find(int id) const {
  const auto found =
      std::find_if(lines_.begin(), lines_.end(), [id](const Line& line) { return line.id == id; });
  return found == lines_.end() ? nullptr : &*found;
}

void ParallelPlot::setCurrent(int id) {
  const Line* line = find(id);
  current_ = line != nullptr ? id : -1;
  setAccessibleDescription(line != nullptr ? describe(*line) : tr("Trials: %1").arg(lines_.size()));
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
  update();
}

QRectF ParallelPlot::field() const {
  const double line = fontMetrics().height();
  return QRectF(rect()).adjusted(kSide, 2.0 * line + 11.0, -kSide, -line - 10.0);
}

double ParallelPlot::xOf(size_t axis) const {
  const QRectF room = field();
  const size_t gaps = std::max<size_t>(1, axes_.size() - 1);
  return room.left() + room.width() * double(axis) / double(gaps);
}

/// 0 at the axis's foot, 1 at its top.
double ParallelPlot::shareOf(size_t axis, double value) const {
  const Range& range = ranges_[axis];
  if (!axes_[axis].isLogarithmic || range.lowest <= 0.0)
    return (value - range.lowest) / (range.highest - range.lowest);
  return std::log(std::max(value, 1e-300) / range.lowest) / std::log(range.highest / range.lowest);
}

std::optional<QPointF> ParallelPlot::pointOf(int id, size_t axis) const {
  const Line* line = find(id);
  if (line == nullptr || !line->values[axis]) return std::nullopt;
  const QRectF room = field();
  const double share = std::clamp(shareOf(axis, *line->values[axis]), 0.0, 1.0);
  return QPointF(xOf(axis), room.bottom() - share * room.height());
}

std::vector<QPointF> ParallelPlot::pointsOf(const Line& line) const {
  std::vector<QPointF> points;
  for (size_t axis = 0; axis < axes_.size(); ++axis)
    if (const auto point = pointOf(line.id, axis)) points.push_back(*point);
  return points;
}

int ParallelPlot::lineAt(const QPointF& place) const {
  int nearest = -1;
  double least = kNearEnough;
  for (const Line& line : lines_) {
    const std::vector<QPointF> points = pointsOf(line);
    for (size_t i = 1; i < points.size(); ++i)
      if (const double away = distanceTo(place, points[i - 1], points[i]); away < least) {
        least = away;
        nearest = line.id;
      }
  }
  return nearest;
}

QString ParallelPlot::valueText(size_t axis, double value) const {
  if (axes_[axis].isShare) return tr("%1%").arg(QLocale().toString(value * 100.0, 'f', 1));
  return QLocale().toString(value, 'g', 3);
}

QString ParallelPlot::describe(const Line& line) const {
  QStringList parts;
  for (size_t axis = 0; axis < axes_.size(); ++axis)
    if (line.values[axis])
      parts << tr("%1 %2", "a setting and its value")
                   .arg(axes_[axis].name, valueText(axis, *line.values[axis]));
  return tr("%1: %2", "a trial and its settings").arg(line.name, parts.join(QStringLiteral(", ")));
}

QColor ParallelPlot::colourOf(const Line& line) const {
  const ThemeColours& colours = themeColours(palette());
  const auto& outcome = line.values.back();
  if (!outcome) return colours.border;
  const double share = std::clamp(shareOf(axes_.size() - 1, *outcome), 0.0, 1.0);
  const QColor& low = colours.series[0];
  const QColor& high = colours.accent;
  const auto mix = [share](int from, int to) {
    return int(std::lround(from + (to - from) * share));
  };
  return {mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue())};
}

void ParallelPlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), palette().color(QPalette::Base));
  painter.setPen(themeColours(palette()).border);
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  if (axes_.empty() || lines_.empty()) return;
  for (const Line& line : lines_)
    if (line.id != current_ && line.id != hovered_) paintLine(painter, line, false);
  for (size_t axis = 0; axis < axes_.size(); ++axis) paintAxis(painter, axis);
  for (const int id : {current_, hovered_})
    if (const Line* line = find(id)) paintLine(painter, *line, true);
}

void ParallelPlot::paintAxis(QPainter& painter, size_t axis) const {
  const QRectF room = field();
  const double x = xOf(axis);
  const double line = fontMetrics().height();
  painter.setPen(QPen(themeColours(palette()).muted, 1.2));
  painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
  const double half =
      std::max(kSide, room.width() / double(std::max<size_t>(1, axes_.size() - 1)) / 2.0 - 4.0);
  const auto write = [&](double top, const QString& text) {
    QRectF place(x - half, top, 2.0 * half, line);
    if (place.right() > width() - 4.0) place.setLeft(x - (width() - 4.0 - x));
    if (place.right() > width() - 4.0) place.setRight(width() - 4.0);
    if (place.left() < 4.0) place = QRectF(4.0, top, 2.0 * (x - 4.0), line);
    painter.drawText(place, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(place.width())));
  };
  painter.setFont(font());
  painter.setPen(palette().color(QPalette::Text));
  write(4.0, axes_[axis].name);
  painter.setFont(smallFont(font()));
  painter.setPen(themeColours(palette()).muted);
  write(line + 4.0, valueText(axis, ranges_[axis].highest));
  write(room.bottom() + 6.0, valueText(axis, ranges_[axis].lowest));
}

void ParallelPlot::paintLine(QPainter& painter, const Line& line, bool isMarked) const {
  const std::vector<QPointF> points = pointsOf(line);
  if (points.empty()) return;
  QPainterPath path(points.front());
  for (size_t i = 1; i < points.size(); ++i) path.lineTo(points[i]);
  QColor colour = colourOf(line);
  if (!isMarked) colour.setAlphaF(0.65F);
  painter.setBrush(Qt::NoBrush);
  if (isMarked && hasFocus() && line.id == current_) {
    painter.setPen(
        QPen(palette().color(QPalette::Text), 6.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
  }
  painter.setPen(QPen(colour, isMarked ? 3.5 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  for (const QPointF& point : points)
    painter.drawEllipse(point, isMarked ? 4.5 : 2.5, isMarked ? 4.5 : 2.5);
}

bool ParallelPlot::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  if (const Line* line = find(lineAt(help->pos())))
    QToolTip::showText(help->globalPos(), describe(*line), this);
  else
    QToolTip::hideText();
  return true;
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event) {
  const int id = lineAt(event->position());
  if (id == hovered_) return;
  hovered_ = id;
  update();
}

void ParallelPlot::mousePressEvent(QMouseEvent* event) {
  const int id = lineAt(event->position());
  if (event->button() != Qt::LeftButton || id < 0) return;
  setCurrent(id);
  emit lineChosen(id);
}

void ParallelPlot::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
}

void ParallelPlot::keyPressEvent(QKeyEvent* event) {
  const bool up = event->key() == Qt::Key_Up;
  if (lines_.empty() || (!up && event->key() != Qt::Key_Down)) {
    QWidget::keyPressEvent(event);
    return;
  }
  std::vector<const Line*> byOutcome;
  for (const Line& line : lines_) byOutcome.push_back(&line);
  std::stable_sort(byOutcome.begin(), byOutcome.end(), [](const Line* a, const Line* b) {
    return a->values.back().value_or(-1.0) > b->values.back().value_or(-1.0);
  });
  const auto at = std::find_if(byOutcome.begin(), byOutcome.end(),
                               [this](const Line* line) { return line->id == current_; });
  long place = at == byOutcome.end() ? (up ? 1 : -1) : at - byOutcome.begin();
  place = std::clamp(place + (up ? -1L : 1L), 0L, long(byOutcome.size()) - 1);
  setCurrent(byOutcome[size_t(place)]->id);
  emit lineChosen(current_);
}

void ParallelPlot::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void ParallelPlot::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace earwitness::gui
