// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "app/gui/training/curve_data.h"
#include "app/gui/training/curve_legend.h"
#include "app/gui/training/curve_panels.h"
#include "app/gui/training/curve_style.h"

namespace earwitness::gui {

/// The three plots of CurvesPlot, one below the other over the same epochs. Thread: GUI.
class CurveCanvas : public QCustomPlot {
  Q_OBJECT
 public:
  explicit CurveCanvas(QWidget* parent = nullptr);

  void setRuns(const std::vector<Curves>& runs);
  const std::vector<Curves>& runs() const { return runs_; }
  void setLogLoss(bool isLog);
  void setSmoothing(double weight);
  void setKindShown(bool validation, bool shown);
  bool isKindShown(bool validation) const { return kindShown_[validation]; }
  bool isRunShown(int run) const {
    return size_t(run) < runShown_.size() && runShown_[size_t(run)];
  }

  /// Undoes all zooming.
  void showAll();
  /// `factor` below 1 zooms in.
  void zoomEpochs(double factor, double around);
  void zoomPanel(CurvePanel panel, double factor, double yPixel);
  void moveEpochs(double epochs);
  bool isZoomed() const { return epochZoom_.has_value(); }
  QCPRange epochRange() const { return panels_.epochAxis()->range(); }
  QCPRange valueRange(CurvePanel panel) const;

  int lastEpoch() const;
  QRect panelRect(CurvePanel panel) const { return panels_.rect(panel)->rect(); }
  std::optional<CurvePanel> panelAt(const QPoint& point) const;
  double epochAt(double xPixel) const;
  double pixelOf(int epoch) const;
  QColor colourOf(int run, bool validation) const;

  /// As drawn now: points of all curves together.
  int drawnPoints() const { return drawnPoints_; }

 signals:
  /// A kind of curve was shown or hidden by its entry in the legend.
  void kindsChanged();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Line {
    CurveSeries series;
    std::vector<double> smooth;
    QCPGraph* graph = nullptr;
    QCPGraph* raw = nullptr;  ///< behind the smoothed one
  };
  struct Best {
    int run = 0;
    CurvePanel panel = CurvePanel::Loss;
    QCPGraph* dot = nullptr;
  };

  QCPGraph* addCurve(CurvePanel panel);
  bool sameShape(const std::vector<CurveSeries>& series) const;
  void makeGraphs(std::vector<CurveSeries> series);
  void makeLegend();
  void legendClicked(QCPAbstractLegendItem* item);
  bool isShown(const Line& line) const;
  void smoothLines();
  void draw();
  void setEpochRange();
  void setValueRange(CurvePanel panel);
  void drawBest();
  CurveStyle look() const;
  void applyStyle();
  void styleCurves(bool fine) const;

  CurveLegend legend_;
  CurvePanels panels_;
  std::vector<Curves> runs_;
  std::vector<Line> lines_;
  std::vector<Best> bests_;
  double smoothing_ = 0.0;
  bool logLoss_ = false;
  std::array<bool, 2> kindShown_{true, true};  ///< training, validation
  std::vector<bool> runShown_;
  std::optional<QCPRange> epochZoom_;
  std::array<std::optional<QCPRange>, kCurvePanels> valueZoom_;
  int drawnPoints_ = 0;
  int legendBest_ = 0;  ///< the best epoch that the legend names
};

}  // namespace earwitness::gui
