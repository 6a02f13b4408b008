// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace earwitness::gui {

/// Lies over a window or page while files are dragged over it. Thread: GUI.
class DropOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit DropOverlay(QWidget* parent);
  void showFor(int things);
  /// What dropping does here, and what can be dropped.
  void showWith(const QString& text, const QString& hint);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
  QString hint_;
};

}  // namespace earwitness::gui
