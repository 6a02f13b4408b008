// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <array>

#include <qcustomplot.h>

#include "app/gui/training/curve_data.h"

namespace earwitness::gui {

class CurveStyle;

/// The axes of the three plots, one below the other over the same epochs, with a line at the best
/// epoch. They belong to the plot. Thread: GUI.
class CurvePanels {
  Q_DECLARE_TR_FUNCTIONS(CurvePanels)
 public:
  /// In the rows of the plot's layout after the first.
  explicit CurvePanels(QCustomPlot* plot);

  QCPAxisRect* rect(CurvePanel panel) const { return rects_[size_t(panel)]; }
  QCPAxis* valueAxis(CurvePanel panel) const { return rect(panel)->axis(QCPAxis::atLeft); }
  QCPAxis* epochAxis(CurvePanel panel = CurvePanel::Loss) const {
    return rect(panel)->axis(QCPAxis::atBottom);
  }
  void setEpochRange(const QCPRange& range);
  void setLogLoss(bool isLog);
  /// Of so many runs, some for several labels per clip.
  void nameMainFigure(long multiLabelRuns, long runs);
  /// 0: none.
  void setBestEpoch(int epoch);
  void setStyle(const CurveStyle& style, const QColor& bestLine);

 private:
  void buildRect(int panel, const QString& valueName, QCPMarginGroup* margins,
                 const QSharedPointer<QCPAxisTicker>& epochs);
  QCPItemLine* addBestLine(QCPAxisRect* rect);

  QCustomPlot* plot_;
  std::array<QCPAxisRect*, kCurvePanels> rects_{};
  std::array<QCPItemLine*, 2> bestLines_{};
};

}  // namespace earwitness::gui
