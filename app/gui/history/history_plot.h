// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/monitoring/event_store.h"

class QCPBars;
class QCPItemRect;
class QCustomPlot;

namespace earwitness::gui {

/// Events per hour or day as stacked bars, the most frequent sounds each in a colour of its own.
/// A bar is chosen with the mouse, or with the arrow keys and Enter. Thread: GUI.
class HistoryPlot : public QWidget {
  Q_OBJECT
 public:
  explicit HistoryPlot(QWidget* parent = nullptr);

  /// In order of time, as the store gives them.
  void setCounts(const std::vector<EventCount>& counts, CountStep step);

  int bars() const { return int(steps_.size()); }
  /// Of one bar, over all its sounds.
  int64_t countAt(int bar) const;
  /// Names in the legend.
  QStringList series() const;
  /// Where a bar is drawn, in the widget's coordinates.
  QPoint centreOf(int bar) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// One hour or day, ms since the epoch, UTC.
  void spanChosen(qint64 beginUtcMs, qint64 endUtcMs);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Step {
    int64_t beginUtcMs = 0;
    int64_t endUtcMs = 0;
    std::vector<int64_t> counts;  ///< one a series
  };

  void build();
  void style();
  void setAxes();
  void setCurrent(int bar);
  void choose(int bar);
  int barAt(double key) const;
  double keyOf(const Step& step) const;
  double stepSeconds() const;
  QString describe(int bar) const;

  QCustomPlot* plot_ = nullptr;  ///< built with the first counts
  QCPItemRect* mark_ = nullptr;  ///< behind the bar that the keys are at
  std::vector<QCPBars*> series_;
  QStringList names_;
  std::vector<Step> steps_;
  CountStep step_ = CountStep::Day;
  int current_ = -1;
};

}  // namespace earwitness::gui
