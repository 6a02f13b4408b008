// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace earwitness::gui {

/// A sentence or a few that wrap wherever they must, also inside a path without spaces, and scroll
/// where they are many lines: however long they are, the window keeps its width and stays on the
/// screen. They can be selected. Hidden while there are none. Thread: GUI.
class SentenceView : public QTextEdit {
  Q_OBJECT
 public:
  explicit SentenceView(QWidget* parent = nullptr);

  void setSentence(const QString& text);
  QString sentence() const { return toPlainText(); }
  /// In the theme's colour for what went wrong.
  void setAlarming();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
};

}  // namespace earwitness::gui
