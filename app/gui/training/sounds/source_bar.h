// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

class QComboBox;
class QPushButton;

namespace earwitness::gui {

/// Which sounds are looked at: the user's own sets and the data set that was opened, and what can
/// be done with them, with the dialogs that ask. Thread: GUI.
class SourceBar : public QWidget {
  Q_OBJECT
 public:
  explicit SourceBar(QWidget* parent = nullptr);

  void setSets(const std::vector<std::filesystem::path>& sets);
  /// Empty: none. `name`: what it is called.
  void setCurrent(const std::filesystem::path& root, bool isOwn, const QString& name);

 signals:
  void opened(const QString& path);
  void newSet(const QString& name);
  void renamed(const QString& name);
  void removed();
  void copied(const QString& name);

 private:
  void fill();

  std::vector<std::filesystem::path> sets_;
  std::filesystem::path current_;
  QString name_;
  QComboBox* combo_;
  QPushButton* rename_;
  QPushButton* remove_;
  QPushButton* copy_;
};

}  // namespace earwitness::gui
