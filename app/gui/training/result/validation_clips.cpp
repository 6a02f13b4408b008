// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/validation_clips.h"

#include <QApplication>
#include <QPainter>
#include <filesystem>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/training/data_sentences.h"

namespace earwitness::gui {

namespace {
constexpr int kMargin = 6;
constexpr int kGap = 10;
constexpr QSize kThumbnail{112, 40};
}  // namespace

QString shortClipName(const std::string& file) {
  const auto [path, segment] = placeOf(file);
  return placeText(path.parent_path().filename() / path.filename(), segment);
}

ClipListModel::ClipListModel(QObject* parent) : QAbstractListModel(parent) {}

void ClipListModel::setClips(std::vector<ScoredClip> clips,
                             const std::vector<std::string>& labels) {
  beginResetModel();
  clips_ = std::move(clips);
  labels_ = labels;
  endResetModel();
}

void ClipListModel::setCorrections(const Corrections& corrections) {
  corrections_ = corrections;
  if (!clips_.empty()) emit dataChanged(index(0), index(int(clips_.size()) - 1));
}

const ClipVerdict* ClipListModel::correctionAt(int row) const {
  return corrections_.find(clips_[size_t(row)].file);
}

int ClipListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(clips_.size());
}

QString ClipListModel::scoresOf(const ScoredClip& clip) const {
  const QString said =
      tr("%1 %2", "a class and its score")
          .arg(displayLabel(labels_[size_t(clip.prediction)]), percentText(float(clip.score)));
  if (clip.prediction == clip.label) return said;
  return tr("%1, %2 %3", "what was said, and the right class with its score")
      .arg(said, displayLabel(labels_[size_t(clip.label)]), percentText(float(clip.labelScore)));
}

QString ClipListModel::verdictOf(int row) const {
  const ClipVerdict* correction = correctionAt(row);
  if (correction == nullptr) return {};
  return correction->label ? tr("Now: %1").arg(displayLabel(*correction->label)) : tr("Excluded");
}

QVariant ClipListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const ScoredClip& clip = clips_[size_t(index.row())];
  const QString verdict = verdictOf(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return shortClipName(clip.file);
    case Qt::ToolTipRole:
      return QString::fromStdString(clip.file);
    case Qt::AccessibleTextRole: {
      QStringList parts{shortClipName(clip.file), scoresOf(clip)};
      if (!verdict.isEmpty()) parts << verdict;
      return parts.join(QStringLiteral(", "));
    }
    case ScoresRole:
      return scoresOf(clip);
    case VerdictRole:
      return verdict;
    case IsLeftOutRole: {
      const ClipVerdict* correction = correctionAt(index.row());
      return correction != nullptr && !correction->label;
    }
    default:
      return {};
  }
}

ClipDelegate::ClipDelegate(ThumbnailMaker* thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), thumbnails_(thumbnails) {}

QSize ClipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int text = 2 * option.fontMetrics.height() + 2;
  return {kThumbnail.width() + 120, std::max(text, kThumbnail.height()) + 2 * kMargin};
}

void ClipDelegate::paintThumbnail(QPainter* painter, const QRect& place, const QPalette& palette,
                                  const QString& file) const {
  const ThemeColours& colours = themeColours(palette);
  if (const QImage picture = thumbnails_->thumbnailOf(file.toStdString()); !picture.isNull()) {
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, picture);
  } else {
    painter->fillRect(place, colours.track);
    if (thumbnails_->hasFailed(file.toStdString())) {
      painter->setPen(colours.muted);
      painter->setFont(smallFont(painter->font()));
      painter->drawText(place, Qt::AlignCenter, tr("no image"));
    }
  }
  painter->setPen(colours.border);
  painter->drawRect(place.adjusted(0, 0, -1, -1));
}

void ClipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  QStyleOptionViewItem background = option;
  initStyleOption(&background, index);
  background.text.clear();
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

  painter->save();
  painter->setFont(option.font);
  const QRect row = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
  const QRect place(QPoint(row.left(), row.center().y() - kThumbnail.height() / 2), kThumbnail);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const QPalette& palette = option.palette;
  const ThemeColours& colours = themeColours(palette);
  const QColor plain = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
  if (index.data(ClipListModel::IsLeftOutRole).toBool()) painter->setOpacity(0.55);
  paintThumbnail(painter, place, palette, index.data(Qt::ToolTipRole).toString());
  painter->setOpacity(1.0);

  const int left = place.right() + kGap;
  const int line = option.fontMetrics.height();
  QRect text(left, row.center().y() - line, row.right() - left, line);
  const auto write = [&](const QString& words, const QRect& where, const QColor& colour) {
    painter->setPen(colour);
    painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(words, Qt::ElideMiddle, where.width()));
  };
  painter->setFont(option.font);
  write(index.data().toString(), text, plain);
  text.translate(0, line + 1);
  const QString verdict = index.data(ClipListModel::VerdictRole).toString();
  if (!verdict.isEmpty()) {
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    const int width = std::min(text.width(), painter->fontMetrics().horizontalAdvance(verdict) + 2);
    write(verdict, {text.left(), text.top(), width, line}, isSelected ? plain : colours.accent);
    text.setLeft(text.left() + width + kGap);
    painter->setFont(option.font);
  }
  write(index.data(ClipListModel::ScoresRole).toString(), text, isSelected ? plain : colours.muted);
  painter->restore();
}

}  // namespace earwitness::gui
