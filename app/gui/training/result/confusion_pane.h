// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/runs/class_order.h"
#include "core/runs/run_result.h"

class QComboBox;

namespace earwitness::gui {

class ConfusionView;

/// The confusion matrix with what it is looked at by: order, counts or rates, zoom. Thread: GUI.
class ConfusionPane : public QWidget {
  Q_OBJECT
 public:
  explicit ConfusionPane(QWidget* parent = nullptr);

  /// Copies what it needs.
  void setResult(const RunResult& result);
  ConfusionView* view() const { return view_; }

 signals:
  void cellChosen(int target, int prediction);

 private:
  void applyOrder();

  ConfusionView* view_;
  QComboBox* order_;
  QComboBox* unit_;
  ConfusionMatrix matrix_{0};
  std::vector<std::string> labels_;
};

}  // namespace earwitness::gui
