// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/class_row_painter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {
constexpr int kTrackHeight = ClassRowGeometry::kTrackHeight;
}

void ClassRowPainter::paint(QPainter& painter, const ClassRow& row, size_t index, bool hasFocus,
                            const QRegion& region) const {
  if (!region.intersects(geometry_.row(index))) return;
  if (hasFocus) paintFocus(painter, index);
  if (region.intersects(geometry_.text(index))) paintText(painter, row, index);
  paintBar(painter, row, index);
}

void ClassRowPainter::paintFocus(QPainter& painter, size_t index) const {
  QColor back = themeColours(palette_).accent;
  back.setAlphaF(0.12F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(back);
  painter.drawRoundedRect(geometry_.row(index).adjusted(2, 0, -2, -2), 4, 4);
}

void ClassRowPainter::paintText(QPainter& painter, const ClassRow& row, size_t index) const {
  const ClassTreatment& treatment = classes_.treatments[size_t(row.label)];
  const ThemeColours& colours = themeColours(palette_);
  const QFont numbers = tabularFont(font_);
  const int percentWidth = QFontMetrics(numbers).horizontalAdvance(QStringLiteral("100 %"));
  const QRect text = geometry_.text(index);
  QRect name = text.adjusted(0, 0, -percentWidth - 8, 0);
  if (treatment.pinned) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawEllipse(QPointF(name.left() + 3, name.center().y() + 1), 3.0, 3.0);
    name.setLeft(name.left() + 12);
  }
  QFont nameFont = font_;
  nameFont.setStrikeOut(treatment.hidden);
  painter.setFont(nameFont);
  // Only what is over its threshold looks like a result.
  painter.setPen(classes_.isResult(row.label) ? palette_.color(QPalette::WindowText)
                                              : colours.muted);
  painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(font_).elidedText(classes_.labels.value(row.label), Qt::ElideRight,
                                                  name.width()));
  painter.setFont(numbers);
  painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, percentText(row.score));
}

void ClassRowPainter::paintBar(QPainter& painter, const ClassRow& row, size_t index) const {
  const ClassTreatment& treatment = classes_.treatments[size_t(row.label)];
  const ThemeColours& colours = themeColours(palette_);
  const QRectF track = geometry_.track(index);
  QPainterPath clip;
  clip.addRoundedRect(track, kTrackHeight / 2.0, kTrackHeight / 2.0);
  painter.fillPath(clip, colours.track);
  painter.save();
  painter.setClipPath(clip);
  painter.fillRect(QRectF(track.left(), track.top(), track.width() * row.shown, kTrackHeight),
                   barColour(row.label));
  if (row.instant >= 0.0F) {
    const double x = track.left() + std::min(track.width() - 2.0, track.width() * row.instant);
    painter.fillRect(QRectF(x, track.top(), 2.0, kTrackHeight),
                     palette_.color(QPalette::WindowText));
  }
  painter.restore();
  if (!treatment.hidden) paintMark(painter, treatment, track);
}

QColor ClassRowPainter::barColour(int label) const {
  const ThemeColours& colours = themeColours(palette_);
  if (!classes_.isResult(label)) {
    QColor muted = colours.muted;
    muted.setAlphaF(0.55F);
    return muted;
  }
  if (!classes_.results) return colours.accent;
  const auto found = std::find_if(classes_.results->begin(), classes_.results->end(),
                                  [label](const ShownLabel& one) { return one.label == label; });
  // A more general class that is listed has no curve.
  return found == classes_.results->end()
             ? colours.accent
             : seriesColour(palette_, size_t(found - classes_.results->begin()));
}

/// A small triangle under the bar, its tip at the threshold; filled where the user set it.
void ClassRowPainter::paintMark(QPainter& painter, const ClassTreatment& treatment,
                                const QRectF& track) const {
  const ThemeColours& colours = themeColours(palette_);
  const double x = track.left() + track.width() * double(treatment.threshold);
  const QColor colour = palette_.color(QPalette::WindowText);
  QPainterPath mark;
  mark.moveTo(x, track.bottom() - 1);
  mark.lineTo(x - 4.5, track.bottom() + 5.5);
  mark.lineTo(x + 4.5, track.bottom() + 5.5);
  mark.closeSubpath();
  painter.setPen(QPen(treatment.isModels ? colours.muted : colour, 1.0));
  painter.setBrush(treatment.isModels ? palette_.color(QPalette::Window) : colour);
  painter.drawPath(mark);
  painter.fillRect(QRectF(x - 0.5, track.top(), 1.0, track.height()),
                   treatment.isModels ? colours.muted : colour);
}

}  // namespace earwitness::gui
