// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <vector>

class QAction;
class QBoxLayout;
class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace earwitness::gui {

class ElidedLabel;
class FileFilter;
class FileLibrary;
class FileTable;
class FileTableModel;

/// The list of all files: how far they are, what was found in each, and what can be done with them.
/// Thread: GUI.
class BatchPane : public QWidget {
  Q_OBJECT
 public:
  explicit BatchPane(FileLibrary* library, QWidget* parent = nullptr);

  /// Makes a file the current row.
  void choose(int id);
  bool hasFocusWithin() const;
  FileTable* table() const { return table_; }
  FileFilter* filter() const { return filter_; }
  /// What stands beside the bar: "12 of 200 · 3 min left".
  QString progressText() const;
  /// Asks how to export the sounds that were found.
  void exportSounds();

 public slots:
  /// Folders are being looked through: files found so far; -1 when that is over.
  void showSearch(int found);

 signals:
  /// The user wants to see this file over time.
  void opened(int id);
  /// The current row is another one.
  void chosen(int id);
  void stopSearchAsked();
  /// One sentence.
  void told(const QString& sentence);

 private:
  void buildControls(QBoxLayout* layout);
  void buildActions();
  QAction* addAct(const QString& text, const QKeySequence& key, const std::function<void()>& act);
  void fillKinds();
  void applyKind(int index);
  void showProgress();
  QString timeLeft(double fraction);
  void openOutside(bool folder);

  FileLibrary* library_;
  FileTableModel* model_;
  FileFilter* filter_;
  FileTable* table_;
  QLineEdit* text_;
  QComboBox* kind_;
  QProgressBar* progress_;
  ElidedLabel* state_;
  QPushButton* pause_;
  QPushButton* cancel_;
  QPushButton* continue_;
  QPushButton* export_;
  QTimer showLater_;
  QElapsedTimer sinceStart_;    ///< of the present stretch of work
  double startFraction_ = 0.0;  ///< what was done at its start
  int searched_ = -1;           ///< files found so far by a search that goes on
};

}  // namespace earwitness::gui
