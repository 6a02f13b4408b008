// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>
#include <vector>

#include "app/gui/widgets/column_model.h"

namespace earwitness::gui {

class FileLibrary;
struct FileRecord;

/// The library's files as rows, in the order in which they came. Changes are told a few times a
/// second, however many there are. Thread: GUI.
class FileTableModel : public ColumnModel {
  Q_OBJECT
 public:
  enum Column { Name, Length, State, TopSound, TopScore, Sounds, BestSound };
  enum Role {
    SortRole = Qt::UserRole,  ///< numbers as numbers, unknown ones last
    ProgressRole              ///< 0 to 1 while a file is being analysed; else not valid
  };

  explicit FileTableModel(FileLibrary* library, QObject* parent = nullptr);

  const FileRecord& fileAt(int row) const;
  /// -1 where there is no such file.
  int rowOf(int id) const;

  int rowCount(const QModelIndex& parent = {}) const override;

 protected:
  QVariant cell(int row, int column, int role) const override;

 private:
  void takeChange(int id);
  void tellChanges();
  QString text(const FileRecord& file, int column) const;
  QVariant sortKey(const FileRecord& file, int column) const;
  QString toolTip(const FileRecord& file, int column) const;

  FileLibrary* library_;
  int rows_ = 0;              ///< of the library's files, those that were told
  std::vector<int> changed_;  ///< ids
  QTimer tell_;
};

/// Sorts the rows, and shows some of them only. Thread: GUI.
class FileFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  enum class Kind { All, WithSounds, NotAnalysed, OfClass };

  explicit FileFilter(FileTableModel* files, QObject* parent = nullptr);

  /// Part of a file's path or of one of its sounds' names, in any case.
  void setText(const QString& text);
  /// `label`: of the sounds, where files of a class are wanted.
  void setKind(Kind kind, const std::string& label = {});

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  bool isOfKind(const FileRecord& file) const;
  bool hasText(const FileRecord& file) const;

  FileTableModel* files_;
  QString text_;
  Kind kind_ = Kind::All;
  std::string label_;
};

}  // namespace earwitness::gui
