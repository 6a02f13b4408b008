// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

namespace earwitness {
struct LiveUpdate;
}

namespace earwitness::gui {

/// Milliseconds from the process's start to the moments that a user waits for. Prints them as one
/// JSON object to standard output once all are known, or at the end, null where one never came.
/// Thread: GUI.
class StartupTimes : public QObject {
  Q_OBJECT
 public:
  explicit StartupTimes(QObject* parent = nullptr);
  ~StartupTimes() override;

  void markFirstPaint() { mark(firstPaintMs_); }
  void markFirstColumn() { mark(firstColumnMs_); }
  void markFirstScores() { mark(firstScoresMs_); }

 private:
  void mark(double& moment);
  void print();

  double firstPaintMs_ = -1.0;
  double firstColumnMs_ = -1.0;
  double firstScoresMs_ = -1.0;
  bool printed_ = false;
};

/// How listening went, as one JSON object on standard output at the end: windows, what was dropped,
/// and the milliseconds from the arrival of a window's last sample to the moment when its scores
/// had been drawn. Thread: GUI.
class ListeningReport : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~ListeningReport() override;

  void take(const LiveUpdate& update);
  /// What was taken last is on the screen.
  void markDrawn();

 private:
  std::vector<int64_t> arrivedNs_;  ///< of windows whose scores are to be drawn
  std::vector<float> drawnMs_;
  quint64 droppedFrames_ = 0;
  quint64 droppedWindows_ = 0;
  double secondsHeard_ = 0.0;
};

/// Since the kernel started this process, from /proc/self/stat: 10 ms fine.
double millisecondsSinceProcessStart();

}  // namespace earwitness::gui
