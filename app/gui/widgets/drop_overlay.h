#pragma once

#include <QWidget>

namespace earwitness::gui {

/// Lies over the window while files are dragged over it. Thread: GUI.
class DropOverlay : public QWidget {
  Q_OBJECT
 public:
  explicit DropOverlay(QWidget* parent);
  void showFor(int things);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
};

}  // namespace earwitness::gui
