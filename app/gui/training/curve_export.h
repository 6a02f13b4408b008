// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <vector>

#include "app/gui/training/curve_data.h"

namespace earwitness::gui {

class CurveCanvas;

/// All epochs of all runs, a row each: run, epoch, learning_rate, train_loss, ... as metrics.csv.
QByteArray curvesCsv(const std::vector<Curves>& runs);
/// What is in view. Thread: GUI.
QByteArray curvesSvg(CurveCanvas& canvas);
/// What is in view, at twice its size in pixels. Thread: GUI.
QImage curvesImage(CurveCanvas& canvas);

}  // namespace earwitness::gui
