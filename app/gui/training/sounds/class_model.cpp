// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/class_model.h"

#include <QLocale>
#include <algorithm>

#include "app/gui/base/text_format.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "core/data/background.h"

namespace earwitness::gui {

ClassModel::ClassModel(ThumbnailMaker* thumbnails, QObject* parent)
    : QAbstractListModel(parent), thumbnails_(thumbnails) {
  connect(thumbnails_, &ThumbnailMaker::made, this, [this] {
    if (!classes_.empty())
      emit dataChanged(index(0), index(int(classes_.size()) - 1), {Qt::DecorationRole});
  });
}

void ClassModel::setListing(std::shared_ptr<const DataListing> listing) {
  std::vector<Class> classes;
  for (const DataListing::Class& its : listing->classes) {
    Class entry{.label = its.label,
                .name = displayLabel(its.label),
                .clips = &its.clips,
                .seconds = std::nullopt,
                .isBackground = listing->isOwn && its.label == kBackgroundLabel};
    const int before = rowOf(its.label);
    if (before >= 0 && clipsAt(before).size() == its.clips.size())
      entry.seconds = at(before).seconds;
    classes.push_back(std::move(entry));
  }
  const bool sameRows =
      listing->isOwn == isOwn() &&
      std::equal(classes.begin(), classes.end(), classes_.begin(), classes_.end(),
                 [](const Class& a, const Class& b) { return a.label == b.label; });
  if (!sameRows) beginResetModel();
  classes_ = std::move(classes);
  listing_ = std::move(listing);
  if (!sameRows)
    endResetModel();
  else if (!classes_.empty())
    emit dataChanged(index(0), index(int(classes_.size()) - 1));
}

void ClassModel::setReport(const DataReport& report) {
  for (const DataReport::Class& its : report.classes)
    if (const int row = rowOf(its.name); row >= 0) classes_[size_t(row)].seconds = its.seconds;
  if (!classes_.empty()) emit dataChanged(index(0), index(int(classes_.size()) - 1));
}

void ClassModel::clear() {
  beginResetModel();
  classes_.clear();
  listing_.reset();
  endResetModel();
}

int ClassModel::rowOf(const std::string& label) const {
  const auto found = std::find_if(classes_.begin(), classes_.end(),
                                  [&](const Class& its) { return its.label == label; });
  return found == classes_.end() ? -1 : int(found - classes_.begin());
}

QImage ClassModel::thumbnailAt(int row) const {
  return clipsAt(row).empty() ? QImage() : thumbnails_->thumbnailOf(clipsAt(row).front());
}

QString ClassModel::countsText(int row) const {
  const Class& its = at(row);
  if (its.clips->empty()) return tr("no clips yet");
  const QString count = tr("%Ln clips", nullptr, int(its.clips->size()));
  return its.seconds ? count + QStringLiteral(" · ") + durationText(*its.seconds) : count;
}

int ClassModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(classes_.size());
}

QVariant ClassModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= int(classes_.size())) return {};
  switch (role) {
    case Qt::DisplayRole:
      return at(index.row()).name;
    case Qt::ToolTipRole:
      return QString::fromStdString(at(index.row()).label);
    case Qt::AccessibleTextRole:
      return tr("%1, %2", "a class, its clips").arg(at(index.row()).name, countsText(index.row()));
    default:
      return {};
  }
}

}  // namespace earwitness::gui
