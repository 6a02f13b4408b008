// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "app/gui/files/time_view.h"
#include "core/events/score_track.h"

class QCustomPlot;

namespace earwitness::gui {

/// Scores of a file's best classes over the time that is in view. A window's score stands at its
/// middle. Thread: GUI.
class ScorePlot : public TimeView {
  Q_OBJECT
 public:
  static constexpr int kMaximumPoints = 4000;  ///< of a curve

  explicit ScorePlot(Timeline* timeline, QWidget* parent = nullptr);

  /// Draws a curve for each of `labels` (indices into the scores): the first `results` of them in
  /// the order of the series colours, the others muted. To the end of the file where the scores are
  /// `complete`. The track may grow; it is told by calling this again.
  void setScores(std::shared_ptr<const ScoreTrack> scores, const std::vector<int>& labels,
                 size_t results, bool complete);
  void clear() { setScores(nullptr, {}, 0, true); }

  int curves() const;
  QColor curveColour(int index) const;
  /// Keys and values of a curve, as drawn.
  std::vector<std::pair<double, double>> curve(int index) const;
  QRect plotRect() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  QString describe(const QPoint& point) const override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void style();
  void setTimeAxis();
  void drawCurves();

  QCustomPlot* plot_ =
      nullptr;  ///< built for the first scores: not before the window's first paint
  std::shared_ptr<const ScoreTrack> scores_;
  std::vector<int> labels_;
  size_t results_ = 0;  ///< of labels_, from its front
  bool complete_ = false;
};

}  // namespace earwitness::gui
