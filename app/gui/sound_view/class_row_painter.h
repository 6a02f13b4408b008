// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <vector>

#include "app/gui/sound_view/class_row_geometry.h"
#include "app/gui/sound_view/shown_classes.h"

class QPainter;
class QRegion;

namespace earwitness::gui {

/// A class as the panel shows it.
struct ClassRow {
  int label = 0;
  float score = 0.0F;             ///< smoothed
  float instant = -1.0F;          ///< negative: not known
  float shown = 0.0F;             ///< length of the bar that is drawn, on its way to `score`
  std::vector<int> parents = {};  ///< more general classes that it stands for
};

/// Draws classes with their bars. Thread: GUI.
class ClassRowPainter {
 public:
  /// `classes` has to outlive this.
  ClassRowPainter(const ClassScores& classes, const ClassRowGeometry& geometry,
                  const QPalette& palette, const QFont& font)
      : classes_(classes), geometry_(geometry), palette_(palette), font_(font) {}

  /// What of a row is in `region`.
  void paint(QPainter& painter, const ClassRow& row, size_t index, bool hasFocus,
             const QRegion& region) const;

 private:
  void paintFocus(QPainter& painter, size_t index) const;
  void paintText(QPainter& painter, const ClassRow& row, size_t index) const;
  void paintBar(QPainter& painter, const ClassRow& row, size_t index) const;
  void paintMark(QPainter& painter, const ClassTreatment& treatment, const QRectF& track) const;
  QColor barColour(int label) const;

  const ClassScores& classes_;
  ClassRowGeometry geometry_;
  QPalette palette_;
  QFont font_;
};

}  // namespace earwitness::gui
