// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <deque>

#include "core/audio/level_meter.h"

namespace earwitness::gui {

/// What the levels of the last seconds say about the microphone's setting. Pure: time is what
/// add() is told.
class SignalWatch {
 public:
  static constexpr double kSpanSeconds = 10.0;

  enum class Verdict {
    Unknown,   ///< too little was heard
    NoSignal,  ///< nothing but digital silence for kSpanSeconds
    Quiet,     ///< what is loudest is still faint
    Good,
    Loud,     ///< near to full scale
    Clipping  ///< it reached full scale
  };

  /// A stretch of `seconds` with this level.
  void add(const Level& level, double seconds);
  void clear();

  Verdict verdict() const;
  float peakDb() const;  ///< the highest of the span
  long clips() const;    ///< stretches of the span that clipped
  /// One short line of advice.
  QString advice() const;

 private:
  struct Stretch {
    Level level;
    double seconds = 0.0;
  };
  std::deque<Stretch> stretches_;
  double seconds_ = 0.0;  ///< sum over stretches_
};

}  // namespace earwitness::gui
