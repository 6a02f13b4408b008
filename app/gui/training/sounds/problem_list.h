// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>

#include "core/data/data_report.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace earwitness::gui {

class ProblemModel;

/// What a scan found: notes about the whole in sentences, and the files with something wrong by
/// kind, searched, heard, shown, and in an own set deleted. Thread: GUI.
class ProblemList : public QWidget {
  Q_OBJECT
 public:
  explicit ProblemList(QWidget* parent = nullptr);

  /// Null: nothing is known.
  void setReport(std::shared_ptr<const DataReport> report, bool isOwn);
  /// Files and notes.
  size_t count() const { return count_; }

 signals:
  /// An address (core/data/segment.h).
  void playAsked(const std::filesystem::path& file);
  void revealAsked(const std::filesystem::path& file);
  void deleteAsked(const std::vector<std::filesystem::path>& files);
  /// Classes that look alike are to be one class.
  void joinAsked();
  /// The folders' names are to be the labels, whatever tables there are.
  void foldersAsked();

 private:
  void build();
  void fillKinds();
  void applyFilter();
  void showEnabled();
  const DataProblem* current() const;
  std::vector<std::filesystem::path> selectedFiles() const;

  ProblemModel* model_;
  QLabel* notes_;
  QComboBox* kinds_;
  QLineEdit* search_;
  QTreeView* view_;
  QLabel* detail_;
  QPushButton* play_;
  QPushButton* reveal_;
  QPushButton* delete_;
  QPushButton* join_;
  QPushButton* folders_;
  size_t count_ = 0;
  bool isOwn_ = false;
};

}  // namespace earwitness::gui
