// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPalette>
#include <optional>

#include "app/gui/training/result/confusion_grid.h"
#include "app/gui/training/result/confusion_table.h"

class QPainter;

namespace earwitness::gui {

/// Draws a confusion matrix as it is in a grid. Thread: GUI.
class ConfusionPainter {
 public:
  static constexpr double kSmallCell = 4.0;  ///< pixels; below, a cell is a dot

  struct Marks {
    ConfusionCell current;
    std::optional<ConfusionCell> hovered;
    bool hasFocus = false;
  };
  /// In the corner: which way to read.
  struct Headings {
    QString predicted;
    QString actual;
  };

  /// `table` and `grid` have to outlive this.
  ConfusionPainter(const ConfusionTable& table, const ConfusionGrid& grid, const QPalette& palette,
                   const QFont& font)
      : table_(table), grid_(grid), palette_(palette), font_(font) {}

  /// A pixel a cell, in order.
  QImage image() const;
  /// `image`: as image() gives it.
  void paint(QPainter& painter, const QImage& image, const Marks& marks,
             const Headings& headings) const;

 private:
  QColor colourOf(ConfusionCell cell) const;
  QRect rectOf(ConfusionCell cell) const;
  void paintCells(QPainter& painter, const QImage& image) const;
  void paintNumbers(QPainter& painter, const QRect& shown) const;
  void paintMarks(QPainter& painter, const Marks& marks) const;
  void paintCorner(QPainter& painter, const Headings& headings) const;
  void paintLabels(QPainter& painter, const Marks& marks) const;
  void paintLabel(QPainter& painter, int place, bool isMarked, double middle, int header,
                  Qt::Alignment side) const;

  const ConfusionTable& table_;
  const ConfusionGrid& grid_;
  QPalette palette_;
  QFont font_;
};

}  // namespace earwitness::gui
