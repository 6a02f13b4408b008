// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_table_model.h"

#include <QPalette>
#include <algorithm>

#include "app/gui/base/icons.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/file_text.h"
#include "app/gui/widgets/axis_ticks.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {

constexpr int kTellMs = 120;

/// Beside a result: only a part of the file could be read, say.
bool hasNote(const FileRecord& file) {
  return file.state == FileUpdate::State::Done && !file.note.isEmpty();
}

}  // namespace

FileTableModel::FileTableModel(FileLibrary* library, QObject* parent)
    : ColumnModel({{tr("File")},
                   {tr("Length"), true},
                   {tr("State")},
                   {tr("Top class")},
                   {tr("Score"), true},
                   {tr("Events"), true},
                   {tr("Top event")}},
                  parent),
      library_(library),
      rows_(int(library->files().size())) {
  connect(library_, &FileLibrary::added, this, [this](int, int count) {
    beginInsertRows({}, rows_, rows_ + count - 1);
    rows_ += count;
    endInsertRows();
  });
  connect(library_, &FileLibrary::aboutToRemove, this, [this] { beginResetModel(); });
  connect(library_, &FileLibrary::removed, this, [this] {
    rows_ = int(library_->files().size());
    endResetModel();
  });
  connect(library_, &FileLibrary::changed, this, &FileTableModel::takeChange);
  connect(library_, &FileLibrary::pausedChanged, this, [this] {
    if (rows_ > 0) emit dataChanged(index(0, State), index(rows_ - 1, State));
  });
  tell_.setSingleShot(true);
  tell_.setInterval(kTellMs);
  connect(&tell_, &QTimer::timeout, this, &FileTableModel::tellChanges);
}

const FileRecord& FileTableModel::fileAt(int row) const {
  return library_->files()[size_t(row)];
}

int FileTableModel::rowOf(int id) const {
  return library_->rowOf(id);
}

void FileTableModel::takeChange(int id) {
  changed_.push_back(id);
  if (!tell_.isActive()) tell_.start();
}

/// As stretches of rows, each told once.
void FileTableModel::tellChanges() {
  std::vector<int> rows;
  for (const int id : changed_)
    if (const int row = rowOf(id); row >= 0 && row < rows_) rows.push_back(row);
  changed_.clear();
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  for (size_t first = 0; first < rows.size();) {
    size_t last = first;
    while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
    rowsChanged(rows[first], rows[last]);
    first = last + 1;
  }
}

int FileTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : rows_;
}

QString FileTableModel::text(const FileRecord& file, int column) const {
  const int top = file.top.label;
  const int best = file.bestEvent();
  switch (column) {
    case Name:
      return file.title;
    case Length:
      return lengthText(file);
    case State:
      return hasNote(file) ? file.note : fileStateText(file, library_->isPaused());
    case TopSound:
      return top >= 0 ? shownLabel(file.labels()[size_t(top)]) : QString();
    case TopScore:
      return top >= 0 ? percentText(file.whole[size_t(top)]) : QString();
    case Sounds:
      return file.state == FileUpdate::State::Done && top >= 0 ? QString::number(file.events.size())
                                                               : QString();
    case BestSound: {
      if (best < 0) return {};
      const Event& event = file.events[size_t(best)];
      return tr("%1 · %2 at %3")
          .arg(shownLabel(file.labels()[size_t(event.label)]), percentText(event.peakScore),
               positionLabel(event.onsetSeconds, 0.1));
    }
    default:
      return {};
  }
}

QVariant FileTableModel::sortKey(const FileRecord& file, int column) const {
  const int top = file.top.label;
  const int best = file.bestEvent();
  switch (column) {
    case Length:
      return file.seconds;
    case State:
      return int(file.state) + file.progress;
    case TopScore:
      return top >= 0 ? double(file.whole[size_t(top)]) : -1.0;
    case Sounds:
      return top >= 0 ? int(file.events.size()) : -1;
    case BestSound:
      return best >= 0 ? double(file.events[size_t(best)].peakScore) : -1.0;
    default:
      return text(file, column);
  }
}

QString FileTableModel::toolTip(const FileRecord& file, int column) const {
  if (column == State && !file.error.isEmpty()) return file.error;
  if (column == State && hasNote(file)) return file.note;
  if (column == Name) return QString::fromStdString(file.path.string());
  if (column == TopSound || column == TopScore)
    return file.top.label < 0 || file.top.isResult
               ? tr("The class with the highest mean score over the whole file")
               : tr("The class with the highest mean score over the whole file, which is below "
                    "the threshold of the class");
  return text(file, column);
}

QVariant FileTableModel::cell(int row, int column, int role) const {
  const FileRecord& file = fileAt(row);
  const bool failed = file.state == FileUpdate::State::Failed;
  switch (role) {
    case Qt::DisplayRole:
      // What went wrong is said where it is seen.
      if (failed && column == BestSound) return file.reason;
      return text(file, column);
    case Qt::DecorationRole:
      if (column == State && hasNote(file)) return icon(Glyph::Warning);
      return {};
    case SortRole:
      return sortKey(file, column);
    case ProgressRole:
      return file.busy() && file.progress > 0.0 ? QVariant(file.progress) : QVariant();
    case Qt::ToolTipRole:
      return failed && column == BestSound ? file.error : toolTip(file, column);
    case Qt::ForegroundRole:
      if (failed && (column == State || column == BestSound)) return themeColours().danger;
      if (column == State && hasNote(file)) return themeColours().warning;
      if (column == State) return themeColours().muted;
      // Only what is over its threshold looks like a result.
      if ((column == TopSound || column == TopScore) && !file.top.isResult)
        return themeColours().muted;
      return {};
    default:
      return {};
  }
}

FileFilter::FileFilter(FileTableModel* files, QObject* parent)
    : QSortFilterProxyModel(parent), files_(files) {
  setSourceModel(files);
  setSortRole(FileTableModel::SortRole);
  setSortCaseSensitivity(Qt::CaseInsensitive);
  setSortLocaleAware(true);
}

void FileFilter::setText(const QString& text) {
  text_ = text.trimmed();
  invalidateFilter();
}

void FileFilter::setKind(Kind kind, const std::string& label) {
  kind_ = kind;
  label_ = label;
  invalidateFilter();
}

bool FileFilter::isOfKind(const FileRecord& file) const {
  using State = FileUpdate::State;
  switch (kind_) {
    case Kind::All:
      return true;
    case Kind::WithSounds:
      return !file.events.empty();
    case Kind::NotAnalysed:
      return file.state == State::Failed || file.state == State::Cancelled;
    case Kind::OfClass:
      return std::any_of(file.events.begin(), file.events.end(), [&](const Event& event) {
        return file.labels()[size_t(event.label)] == label_;
      });
  }
  return true;
}

bool FileFilter::hasText(const FileRecord& file) const {
  const auto contains = [this](const QString& text) {
    return text.contains(text_, Qt::CaseInsensitive);
  };
  if (text_.isEmpty() || contains(file.title) ||
      contains(QString::fromStdString(file.path.string())))
    return true;
  if (const int top = file.top.label; top >= 0 && contains(shownLabel(file.labels()[size_t(top)])))
    return true;
  return std::any_of(file.events.begin(), file.events.end(), [&](const Event& event) {
    return contains(shownLabel(file.labels()[size_t(event.label)]));
  });
}

bool FileFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  const FileRecord& file = files_->fileAt(row);
  return isOfKind(file) && hasText(file);
}

}  // namespace earwitness::gui
