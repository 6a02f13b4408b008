#pragma once

#include <QWidget>
#include <vector>

#include "core/listening/listener.h"

class QCustomPlot;

namespace earwitness::gui {

/// Scores of a file's best classes over time, on the time axis of the picture above. A window's
/// score stands at its middle. Thread: GUI.
class ScorePlot : public QWidget {
  Q_OBJECT
 public:
  explicit ScorePlot(QWidget* parent = nullptr);

  /// Draws a curve for each of `labels` (indices into the scores), in the order of the series
  /// colours, over an axis of `seconds` (0: not known). To its end where the windows are
  /// `complete`.
  void setScores(const std::vector<ScoredWindow>& windows, const std::vector<int>& labels,
                 double seconds, bool complete);
  void clear(double seconds);

  int curves() const;
  /// Keys and values of a curve, as drawn.
  std::vector<std::pair<double, double>> curve(int index) const;
  QRect plotRect() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void style();
  void setTimeAxis(double seconds);

  QCustomPlot* plot_ =
      nullptr;  ///< built for the first scores: not before the window's first paint
  double seconds_ = 0.0;
};

}  // namespace earwitness::gui
