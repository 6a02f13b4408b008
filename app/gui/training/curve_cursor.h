// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace earwitness::gui {

class CurveCanvas;

/// The line at an epoch and what the curves say there, drawn over them, so that they need not be
/// drawn anew. Thread: GUI.
class CurveCursor : public QWidget {
  Q_OBJECT
 public:
  explicit CurveCursor(CurveCanvas* canvas);

  /// 0: none.
  void setEpoch(int epoch);
  int epoch() const { return epoch_; }
  /// What is shown, line by line, cells parted by tabs; empty where nothing is.
  QString text() const;
  /// In the middle, while there are no curves.
  void setNote(const QString& note);
  /// Whether the curves are what keys go to.
  void setFramed(bool isFramed);
  /// The curves have changed, or where they lie.
  void refresh();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  using Rows = std::vector<QStringList>;
  Rows rows() const;
  Rows rowsOfOne() const;
  Rows rowsOfSeveral() const;
  void paintBox(QPainter& painter, const Rows& rows, double x) const;

  CurveCanvas* canvas_;
  int epoch_ = 0;
  bool isFramed_ = false;
  QString note_;
};

}  // namespace earwitness::gui
