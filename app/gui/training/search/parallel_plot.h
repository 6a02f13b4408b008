// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

namespace earwitness::gui {

/// Lines across upright axes: each line is a trial, each axis a setting, and the last axis what it
/// came to, which also colours the lines. The line that is pointed at or chosen stands out; arrows
/// go from one to the next better or worse. Thread: GUI.
class ParallelPlot : public QWidget {
  Q_OBJECT
 public:
  struct Axis {
    QString name;
    bool isLogarithmic = false;
    bool isShare = false;  ///< told in percent
  };
  struct Line {
    int id = 0;
    QString name;
    std::vector<std::optional<double>> values;  ///< one an axis; a line leaves out what it has not
  };

  explicit ParallelPlot(QWidget* parent = nullptr);

  void setLines(std::vector<Axis> axes, std::vector<Line> lines);
  /// By its id; one that is not there: none.
  void setCurrent(int id);
  int current() const { return current_; }
  /// Where a line crosses an axis, in the widget's coordinates; nothing where it does not.
  std::optional<QPointF> pointOf(int id, size_t axis) const;

  QSize sizeHint() const override { return {700, 240}; }
  QSize minimumSizeHint() const override { return {300, 140}; }

 signals:
  void lineChosen(int id);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Range {
    double lowest = 0.0;
    double highest = 1.0;
  };
  const Line* find(int id) const;
  void measure();
  QRectF field() const;
  double xOf(size_t axis) const;
  double shareOf(size_t axis, double value) const;
  std::vector<QPointF> pointsOf(const Line& line) const;
  int lineAt(const QPointF& place) const;
  QString valueText(size_t axis, double value) const;
  QString describe(const Line& line) const;
  QColor colourOf(const Line& line) const;
  void paintAxis(QPainter& painter, size_t axis) const;
  void paintLine(QPainter& painter, const Line& line, bool isMarked) const;

  std::vector<Axis> axes_;
  std::vector<Range> ranges_;
  std::vector<Line> lines_;
  int current_ = -1;
  int hovered_ = -1;
};

}  // namespace earwitness::gui
