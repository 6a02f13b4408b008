// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "core/runs/run_result.h"

class QLabel;

namespace earwitness::gui {

/// What a run came to in a row: balanced accuracy, or mean average precision for several labels per
/// clip, large, the other figures beside it. Thread: GUI.
class ResultFigures : public QWidget {
  Q_OBJECT
 public:
  explicit ResultFigures(QWidget* parent = nullptr);
  void setResult(const RunResult& result);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Tile {
    QLabel* caption = nullptr;
    QLabel* value = nullptr;
  };
  Tile addTile(const QString& caption, const char* name, double size);
  void showMultiLabel(const MultiLabelFigures& figures);
  void colour();

  std::vector<Tile> tiles_;
  Tile main_, second_, epochs_, parameters_, noise_, latency_;
  bool firesTooOften_ = false;
};

/// "12.3 k", "1.25 M": a number of parameters.
QString countText(long count);

}  // namespace earwitness::gui
