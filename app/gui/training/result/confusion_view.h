// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <optional>
#include <vector>

#include "app/gui/training/result/confusion_grid.h"
#include "app/gui/training/result/confusion_painter.h"
#include "app/gui/training/result/confusion_table.h"

namespace earwitness::gui {

/// A confusion matrix as a heat map: a row for what a clip is, a column for what it was called.
/// Right ones and mistakes have each a colour of their own. Scrolls and zooms from a few classes to
/// hundreds; the labels stay in view. Arrows move the cursor, with Ctrl to the next cell that has
/// clips; Enter or a click chooses one; +, - and 0 zoom. Thread: GUI.
class ConfusionView : public QAbstractScrollArea {
  Q_OBJECT
 public:
  using Cell = ConfusionCell;

  explicit ConfusionView(QWidget* parent = nullptr);

  void setMatrix(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);
  /// All classes, each once, as they are to stand from the top and from the left.
  void setOrder(std::vector<int> order);
  const std::vector<int>& order() const { return table_.order(); }
  /// Shares of a class's clips instead of numbers of clips.
  void setRates(bool rates);
  void setCurrent(Cell cell);
  /// And scrolls there.
  void goTo(Cell cell);
  Cell current() const { return current_; }

  void zoomBy(double factor);
  /// The whole matrix in view.
  void zoomToFit();
  /// Large enough to read every label, and to fill the view.
  void zoomToRead();
  double cellPixels() const { return grid_.cell; }

  /// "12" or "86%"; empty where there is nothing.
  QString cellText(Cell cell) const { return table_.text(cell); }
  /// A sentence for people and for screen readers.
  QString describe(Cell cell) const;
  /// In the viewport's coordinates; may lie out of view.
  QRect rectOf(Cell cell) const;

  QSize sizeHint() const override { return {520, 420}; }
  QSize minimumSizeHint() const override { return {220, 180}; }

 signals:
  void cellChosen(int target, int prediction);

 protected:
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Zoom { Read, Fit, Own };

  int nClasses() const { return table_.nClasses(); }
  /// As the view is scrolled now.
  ConfusionGrid grid() const;
  ConfusionPainter::Headings headings() const;
  void setCellPixels(double pixels, std::optional<QPoint> around);
  void measureHeaders();
  void updateScrollBars();
  void drawImage();
  std::optional<Cell> cellAt(const QPoint& point) const;
  void moveCursor(int rows, int columns);
  void jump(int rows, int columns);
  bool zoomByKey(int key);
  void makeVisible(Cell cell);
  void setHovered(std::optional<Cell> cell);

  ConfusionTable table_;
  ConfusionGrid grid_;  ///< but for the viewport and how it is scrolled
  Zoom zoom_ = Zoom::Read;
  QImage image_;  ///< a pixel a cell, in order
  Cell current_;
  std::optional<Cell> hovered_;
};

}  // namespace earwitness::gui
