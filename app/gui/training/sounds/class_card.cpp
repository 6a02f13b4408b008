// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/class_card.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/gui/base/icons.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/sounds/class_model.h"

namespace earwitness::gui {

namespace {

constexpr int kLeastWidth = 196;
constexpr int kHeight = 148;
constexpr int kGap = 6;  ///< around a card
constexpr int kPadding = 8;
constexpr int kPictureHeight = 74;
constexpr int kButton = 28;
constexpr int kIcon = 16;
constexpr qreal kRadius = 6.0;

QRect cardOf(const QRect& item) {
  return item.adjusted(kGap, kGap, -kGap, -kGap);
}

}  // namespace

ClassCard::ClassCard(const ClassModel* model, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), width_(kLeastWidth) {}

QSize ClassCard::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {width_, kHeight};
}

void ClassCard::fit(int room) {
  width_ = room / std::max(1, room / kLeastWidth);
}

QRect ClassCard::picture(const QRect& item) {
  const QRect card = cardOf(item).adjusted(kPadding, kPadding, -kPadding, -kPadding);
  return {card.left(), card.top(), card.width(), kPictureHeight};
}

QRect ClassCard::playButton(const QRect& item) {
  const QRect card = cardOf(item);
  return {card.right() - kPadding - kButton + 3, card.bottom() - kPadding - kButton + 3, kButton,
          kButton};
}

QRect ClassCard::recordButton(const QRect& item) {
  return playButton(item).translated(-kButton - 2, 0);
}

void ClassCard::paint(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setRenderHint(QPainter::SmoothPixmapTransform);
  paintFrame(*painter, option, index);
  if (model_->clipsAt(index.row()).empty())
    paintInvitation(*painter, option, index.row());
  else
    paintPicture(*painter, option, index.row());
  paintText(*painter, option, index.row());
  paintButtons(*painter, option, index);
  painter->restore();
}

void ClassCard::paintFrame(QPainter& painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const ThemeColours& colours = themeColours(option.palette);
  const bool chosen = option.state.testFlag(QStyle::State_Selected);
  const bool isTarget = dropTarget_ == index;
  const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
  const QRectF card = QRectF(cardOf(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
  QColor back = option.palette.color(QPalette::Base);
  if (isTarget) back = option.palette.color(QPalette::AlternateBase);
  painter.setBrush(back);
  painter.setPen(QPen(chosen || isTarget ? colours.accent
                      : hovered          ? colours.muted
                                         : colours.border,
                      chosen || isTarget ? 2.0 : 1.0, isTarget ? Qt::DashLine : Qt::SolidLine));
  painter.drawRoundedRect(card, kRadius, kRadius);
  if (!option.state.testFlag(QStyle::State_HasFocus)) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colours.accent, 1.0, Qt::DotLine));
  painter.drawRoundedRect(card.adjusted(3, 3, -3, -3), kRadius - 2, kRadius - 2);
}

void ClassCard::paintPicture(QPainter& painter, const QStyleOptionViewItem& option, int row) const {
  const QRect target = picture(option.rect);
  QPainterPath outline;
  outline.addRoundedRect(target, 4, 4);
  const QImage image = model_->thumbnailAt(row);
  painter.save();
  painter.setClipPath(outline);
  if (image.isNull())
    painter.fillRect(target, themeColours(option.palette).track);
  else
    painter.drawImage(target, image);
  painter.restore();
}

/// What to do with a class that is empty.
void ClassCard::paintInvitation(QPainter& painter, const QStyleOptionViewItem& option,
                                int row) const {
  const ThemeColours& colours = themeColours(option.palette);
  const QRect target = picture(option.rect);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(colours.muted, 1.0, Qt::DashLine));
  painter.drawRoundedRect(QRectF(target).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  if (!model_->isOwn()) return;
  const bool room = model_->at(row).isBackground;
  QFont font = option.font;
  font.setBold(room);
  painter.setFont(font);
  painter.setPen(room ? colours.accent : colours.muted);
  painter.drawText(target.adjusted(6, 4, -6, -4), Qt::AlignCenter | Qt::TextWordWrap,
                   room ? tr("Record background") : tr("Record, or drop sounds here"));
}

void ClassCard::paintText(QPainter& painter, const QStyleOptionViewItem& option, int row) const {
  const QRect card = cardOf(option.rect);
  const int left = card.left() + kPadding;
  const int top = picture(option.rect).bottom() + 6;
  const int right = (model_->isOwn() ? recordButton(option.rect) : playButton(option.rect)).left();
  QFont bold = option.font;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(option.palette.color(QPalette::Text));
  const QFontMetrics metrics(bold);
  // The name may reach over the buttons only where they are below it.
  painter.drawText(QRect(left, top, right - left - 4, metrics.height()),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(model_->at(row).name, Qt::ElideRight, right - left - 4));
  const QFont small = smallFont(option.font);
  const QFontMetrics smallMetrics(small);
  painter.setFont(small);
  painter.setPen(themeColours(option.palette).muted);
  painter.drawText(
      QRect(left, top + metrics.height() + 2, right - left - 4, smallMetrics.height()),
      Qt::AlignLeft | Qt::AlignVCenter,
      smallMetrics.elidedText(model_->countsText(row), Qt::ElideRight, right - left - 4));
}

void ClassCard::paintButtons(QPainter& painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const auto draw = [&](const QRect& button, Glyph glyph, bool enabled) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Midlight));
    if (enabled) painter.drawEllipse(button);
    const QRect place(button.center() - QPoint(kIcon / 2 - 1, kIcon / 2 - 1), QSize(kIcon, kIcon));
    icon(glyph).paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  };
  draw(playButton(option.rect), playing_ == index ? Glyph::Stop : Glyph::Play,
       !model_->clipsAt(index.row()).empty());
  if (model_->isOwn()) draw(recordButton(option.rect), Glyph::Record, true);
}

bool ClassCard::editorEvent(QEvent* event, QAbstractItemModel* model,
                            const QStyleOptionViewItem& option, const QModelIndex& index) {
  if (event->type() != QEvent::MouseButtonRelease)
    return QStyledItemDelegate::editorEvent(event, model, option, index);
  const auto* mouse = static_cast<QMouseEvent*>(event);
  if (mouse->button() != Qt::LeftButton) return false;
  const QPoint at = mouse->position().toPoint();
  const bool empty = model_->clipsAt(index.row()).empty();
  if (!empty && playButton(option.rect).contains(at)) {
    emit playAsked(index);
    return true;
  }
  if (model_->isOwn() &&
      (recordButton(option.rect).contains(at) || (empty && picture(option.rect).contains(at)))) {
    emit recordAsked(index);
    return true;
  }
  return false;
}

}  // namespace earwitness::gui
