// SPDX-License-Identifier: GPL-3.0-or-later
// How the classes and their bars are drawn.
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <utility>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/sound_view/class_panel.h"

namespace earwitness::gui {

void ClassPanel::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), palette().color(QPalette::Window));
  if (rows_.empty()) {
    painter.setPen(themeColours(palette()).muted);
    const QString text = lists()               ? tr("No class name contains this text.")
                         : now_.scores.empty() ? placeholder_
                                               : tr("No class is over its threshold.");
    painter.drawText(viewport()->rect().adjusted(kMargin, 4, -kMargin, -4),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  for (size_t i = 0; i < rows_.size(); ++i) {
    if (!event->region().intersects(rowRect(i))) continue;
    if (hasFocus() && current_ == rows_[i].label) paintFocus(painter, i);
    if (event->region().intersects(textRect(i))) paintText(painter, i);
    paintBar(painter, i);
  }
  if (std::exchange(toBeDrawn_, false)) emit scoresDrawn();
}

void ClassPanel::paintFocus(QPainter& painter, size_t index) const {
  QColor back = themeColours(palette()).accent;
  back.setAlphaF(0.12F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(back);
  painter.drawRoundedRect(rowRect(index).adjusted(2, 0, -2, -2), 4, 4);
}

void ClassPanel::paintText(QPainter& painter, size_t index) const {
  const Row& row = rows_[index];
  const Treatment& treatment = now_.treatments[size_t(row.label)];
  const ThemeColours& colours = themeColours(palette());
  const QFont numbers = tabularFont(font());
  const int percentWidth = QFontMetrics(numbers).horizontalAdvance(QStringLiteral("100 %"));
  const QRect text = textRect(index);
  QRect name = text.adjusted(0, 0, -percentWidth - 8, 0);
  if (treatment.pinned) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawEllipse(QPointF(name.left() + 3, name.center().y() + 1), 3.0, 3.0);
    name.setLeft(name.left() + 12);
  }
  QFont nameFont = font();
  nameFont.setStrikeOut(treatment.hidden);
  painter.setFont(nameFont);
  // Only what is over its threshold looks like a result.
  painter.setPen(isResult(row.label) ? palette().color(QPalette::WindowText) : colours.muted);
  painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                   fontMetrics().elidedText(labelText(row.label), Qt::ElideRight, name.width()));
  painter.setFont(numbers);
  painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, percentText(row.score));
}

void ClassPanel::paintBar(QPainter& painter, size_t index) const {
  const Row& row = rows_[index];
  const Treatment& treatment = now_.treatments[size_t(row.label)];
  const ThemeColours& colours = themeColours(palette());
  const QRectF track = trackRect(index);
  QPainterPath clip;
  clip.addRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
  painter.fillPath(clip, colours.track);
  painter.save();
  painter.setClipPath(clip);
  painter.fillRect(QRectF(track.left(), track.top(), track.width() * row.shown, kBarHeight),
                   barColour(row.label));
  if (row.instant >= 0.0F) {
    const double x = track.left() + std::min(track.width() - 2.0, track.width() * row.instant);
    painter.fillRect(QRectF(x, track.top(), 2.0, kBarHeight),
                     palette().color(QPalette::WindowText));
  }
  painter.restore();
  if (!treatment.hidden) paintMark(painter, index, track);
}

QColor ClassPanel::barColour(int label) const {
  const ThemeColours& colours = themeColours(palette());
  if (!isResult(label)) {
    QColor muted = colours.muted;
    muted.setAlphaF(0.55F);
    return muted;
  }
  if (!now_.results) return colours.accent;
  const auto found = std::find_if(now_.results->begin(), now_.results->end(),
                                  [label](const ShownLabel& one) { return one.label == label; });
  // A more general class that is listed has no curve.
  return found == now_.results->end()
             ? colours.accent
             : seriesColour(palette(), size_t(found - now_.results->begin()));
}

/// A small triangle under the bar, its tip at the threshold; filled where the user set it.
void ClassPanel::paintMark(QPainter& painter, size_t index, const QRectF& track) const {
  const Treatment& treatment = now_.treatments[size_t(rows_[index].label)];
  const ThemeColours& colours = themeColours(palette());
  const double x = track.left() + track.width() * double(treatment.threshold);
  const QColor colour = palette().color(QPalette::WindowText);
  QPainterPath mark;
  mark.moveTo(x, track.bottom() - 1);
  mark.lineTo(x - 4.5, track.bottom() + 5.5);
  mark.lineTo(x + 4.5, track.bottom() + 5.5);
  mark.closeSubpath();
  painter.setPen(QPen(treatment.isModels ? colours.muted : colour, 1.0));
  painter.setBrush(treatment.isModels ? palette().color(QPalette::Window) : colour);
  painter.drawPath(mark);
  painter.fillRect(QRectF(x - 0.5, track.top(), 1.0, track.height()),
                   treatment.isModels ? colours.muted : colour);
}

}  // namespace earwitness::gui
