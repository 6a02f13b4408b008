// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <cstddef>
#include <utility>

#include "app/gui/training/curve_data.h"

class QCPAxisRect;
class QCPGraph;

namespace earwitness::gui {

/// What the curves of one run or several look like. Thread: GUI.
class CurveStyle {
 public:
  CurveStyle(QPalette palette, QFont font, size_t nRuns)
      : palette_(std::move(palette)), font_(std::move(font)), isAlone_(nRuns == 1) {}

  QColor colourOf(int run, bool validation) const;
  void styleAxes(QCPAxisRect* rect) const;
  /// `raw`: behind the smoothed graph; may be null. Thin lines without smooth edges are drawn many
  /// times quicker: where there are many points, that is what they get, and `fine` is false.
  void styleCurve(const CurveSeries& series, QCPGraph* graph, QCPGraph* raw, bool fine) const;
  /// The dot at the best epoch.
  void styleBest(QCPGraph* dot, int run) const;

 private:
  QPalette palette_;
  QFont font_;
  bool isAlone_;
};

}  // namespace earwitness::gui
