// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimerEvent>
#include <algorithm>
#include <ctime>

namespace earwitness::gui::test {

/// What the window's users may wait for the GUI thread.
constexpr double kLongestBlockMs = 50.0;

/// How long the GUI thread does not come back to its event loop.
class Heartbeat : public QObject {
 public:
  Heartbeat() {
    startTimer(1, Qt::PreciseTimer);
    wall_.start();
  }
  double longestWallMs() const { return longestWallMs_; }
  /// Processor time of this thread: what others do to the machine does not count.
  double longestOwnMs() const { return longestOwnMs_; }

 protected:
  void timerEvent(QTimerEvent*) override {
    longestWallMs_ = std::max(longestWallMs_, double(wall_.nsecsElapsed()) * 1e-6);
    wall_.start();
    const double now = ownMs();
    if (own_ > 0.0) longestOwnMs_ = std::max(longestOwnMs_, now - own_);
    own_ = now;
  }

 private:
  static double ownMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
  }

  QElapsedTimer wall_;
  double own_ = 0.0;
  double longestWallMs_ = 0.0;
  double longestOwnMs_ = 0.0;
};

}  // namespace earwitness::gui::test
