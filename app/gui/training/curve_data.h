// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/runs/run_view.h"

namespace earwitness::gui {

/// A run whose curves are drawn.
struct Curves {
  QString name;
  RunView view;
};

/// The main figure is balanced accuracy, or mean average precision of validations.
enum class CurvePanel { Loss, MainFigure, LearningRate };
constexpr int kCurvePanels = 3;

/// One curve, over epochs counted from 1: an epoch's value stands at its end. NaN: no value there.
struct CurveSeries {
  int run = 0;  ///< index into the runs that are drawn
  CurvePanel panel = CurvePanel::Loss;
  bool validation = false;
  std::vector<double> epochs;  ///< ascending
  std::vector<double> values;
};

/// The curves of a run that have points, training before validation; the running epoch's training
/// is drawn up to its last step.
std::vector<CurveSeries> seriesOf(const RunView& view, int run);

/// The running average of weight `weight` (0: the values themselves; below 1), unbiased at its
/// beginning (as Adam's). NaN stays where it is and counts for nothing.
std::vector<double> smoothed(const std::vector<double>& values, double weight);

struct CurvePoints {
  std::vector<double> epochs;
  std::vector<double> values;
};
/// The points between `from` and `to`, and one at either side. Where there are more than two for
/// each of `columns` pixels, the lowest and the highest of each: the picture is the same.
CurvePoints pointsInView(const std::vector<double>& epochs, const std::vector<double>& values,
                         double from, double to, int columns);

/// What the runs say of an epoch, for the read-out.
const EpochPoint* epochOf(const RunView& view, int epoch);

/// "12.3%", with one digit behind the point.
QString accuracyText(double share);
/// "0.512", "0.00098": three digits that count.
QString figureText(double value);

}  // namespace earwitness::gui
