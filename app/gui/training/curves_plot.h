// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/gui/training/curve_data.h"

class QCheckBox;
class QMenu;
class QSlider;

namespace earwitness::gui {

class CurveCanvas;
class CurveCursor;

/// Loss, balanced accuracy and learning rate over the epochs of one run, or of several, one over
/// another. The wheel zooms the epochs (with Ctrl the values under it), dragging moves them, a
/// double click shows all. Keys: arrows move the read-out, + and - zoom, 0 shows all. Thread: GUI.
class CurvesPlot : public QWidget {
  Q_OBJECT
 public:
  enum class Format { Png, Svg, Csv };

  explicit CurvesPlot(QWidget* parent = nullptr);

  /// Draws them with the next frame. Zoom and what is hidden stay as they are.
  void setRuns(const std::vector<Curves>& runs);
  /// What is told in place of the curves while there are none.
  void setNote(const QString& note);
  /// Writes the file, in the background; told() says how that went.
  void exportTo(const QString& path, Format format);

  CurveCanvas* canvas() const { return canvas_; }
  CurveCursor* cursor() const { return cursor_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void told(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* controls();
  QMenu* moreMenu();
  void askForFile(Format format);
  void moveCursorTo(int epoch);
  void mousePressed(const QMouseEvent& event);
  void mouseMoved(const QMouseEvent& event);
  void wheelTurned(const QWheelEvent& event);
  bool keyPressed(const QKeyEvent& event);
  void showNote();

  CurveCanvas* canvas_;
  CurveCursor* cursor_;
  QCheckBox* logLoss_ = nullptr;
  QSlider* smoothing_ = nullptr;
  QString note_;
  bool isDragging_ = false;
  QPointF dragged_;
};

}  // namespace earwitness::gui
