// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include "core/audio/level_meter.h"

namespace earwitness::gui {

/// Input level: RMS as a bar, the peak as a line that stays and then falls, ticks in dB below full
/// scale, and a lamp that lights for a while after clipping. Thread: GUI.
class LevelMeter : public QWidget {
  Q_OBJECT
 public:
  static constexpr float kLowestDb = -60.0F;

  explicit LevelMeter(QWidget* parent = nullptr);

  void setLevel(const Level& level);
  /// Nothing is listened to.
  void clear();
  /// Lets bar and peak fall. Called once a frame.
  void advance();

  float rmsDb() const { return rmsDb_; }
  float peakDb() const { return peakDb_; }
  bool clipLampLit() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect barRect() const;
  void updateBar();
  int xOf(float db) const;
  void paintScale(QPainter& painter) const;

  float rmsDb_ = -120.0F;
  float peakDb_ = -120.0F;
  QElapsedTimer sinceAdvance_;
  QElapsedTimer sincePeak_;
  QElapsedTimer sinceClip_;
  bool lampDrawn_ = false;
};

}  // namespace earwitness::gui
