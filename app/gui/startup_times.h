#pragma once

#include <QObject>

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

/// Since the kernel started this process, from /proc/self/stat: 10 ms fine.
double millisecondsSinceProcessStart();

}  // namespace earwitness::gui
