// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <filesystem>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace earwitness::gui {

/// The last lines of a log, with a search. New lines appear as they are written, by whichever
/// process. Thread: GUI; reads on another.
class LogDialog : public QDialog {
  Q_OBJECT
 public:
  static constexpr int kReadEveryMs = 1000;

  explicit LogDialog(std::filesystem::path file, QWidget* parent = nullptr);

 signals:
  /// The user asks for a report, of which the log is a part.
  void reportAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLayout* searchRow();
  void read();
  void showLines(const QString& lines);
  void showProblem(const QString& sentence);
  void findText(bool backwards);

  std::filesystem::path file_;
  QPlainTextEdit* text_;
  QLineEdit* wanted_;
  QCheckBox* follows_;
  QLabel* note_;
  QString shown_;
  QTimer timer_;
  bool isReading_ = false;
  bool hasProblem_ = false;  ///< the note says why the log cannot be read
};

}  // namespace earwitness::gui
