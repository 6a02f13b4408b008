// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

class QComboBox;
class QPushButton;

namespace earwitness::gui {

/// Which sounds are looked at: the user's own sets and the data set that was opened. Thread: GUI.
class SourceBar : public QWidget {
  Q_OBJECT
 public:
  explicit SourceBar(QWidget* parent = nullptr);

  void setSets(const std::vector<std::filesystem::path>& sets);
  /// Empty: none.
  void setCurrent(const std::filesystem::path& root, bool isOwn);

 signals:
  void chosen(const QString& root);
  void newSetAsked();
  void renameAsked();
  void removalAsked();
  void copyAsked();
  void folderAsked();
  void tableAsked();

 private:
  void fill();

  std::vector<std::filesystem::path> sets_;
  std::filesystem::path current_;
  QComboBox* combo_;
  QPushButton* rename_;
  QPushButton* remove_;
  QPushButton* copy_;
};

}  // namespace earwitness::gui
