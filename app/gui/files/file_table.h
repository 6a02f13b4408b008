// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <vector>

namespace earwitness::gui {

class FileFilter;

/// The list of files, quick with tens of thousands of rows. Thread: GUI.
class FileTable : public QTableView {
  Q_OBJECT
 public:
  explicit FileTable(FileFilter* filter, QWidget* parent = nullptr);

  /// Ids of the files that are chosen, from top to bottom.
  std::vector<int> chosen() const;
  /// Ids of those that are shown.
  std::vector<int> listed() const;
  /// The file at a row of the table; 0 for none.
  int fileAt(const QModelIndex& index) const;
  /// Makes a file the current row, and brings it into view.
  void choose(int id);

  QSize sizeHint() const override { return {800, 150}; }

 signals:
  /// The current row is another one.
  void currentFileChanged(int id);

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  FileFilter* filter_;
};

}  // namespace earwitness::gui
