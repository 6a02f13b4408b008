// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/gui/services/backend.h"
#include "core/audio/level_meter.h"

namespace earwitness::gui {

/// Records some seconds of a microphone after a countdown. The device is read on another thread.
/// Thread: GUI; never waits.
class ClipRecorder : public QObject {
  Q_OBJECT
 public:
  enum class State {
    Closed,  ///< no device
    Opening,
    Listening,  ///< the level is shown
    Countdown,
    Recording
  };
  static constexpr int kCountdown = 3;  ///< seconds
  static constexpr int kShortestSeconds = 2;
  static constexpr int kLongestSeconds = 30;

  explicit ClipRecorder(Backend backend, QObject* parent = nullptr);
  ~ClipRecorder() override;

  /// Opens a device, which may take a moment; another one before it is closed.
  void open(const DeviceId& device);
  void close();
  /// Counts down and records, once the device is open.
  void record(int seconds);
  /// Ends the recording; what was recorded until now is told. Breaks a countdown off.
  void stop();
  State state() const { return state_; }

 signals:
  void stateChanged(earwitness::gui::ClipRecorder::State state);
  void level(const earwitness::Level& level);
  /// 3, 2, 1.
  void countdown(int seconds);
  /// 0 to 1 of the recording, and its seconds.
  void progressed(double share, double seconds);
  /// Mono, +-1. Empty where a countdown was broken off.
  void recorded(const std::vector<float>& samples, double sampleRate, qint64 startUtcMs);
  /// One sentence; the device is closed then.
  void failed(const QString& sentence);

 private:
  struct Stream;
  static void read(const Backend& backend, const DeviceId& device, Stream& stream);
  void setState(State state);
  void look();
  void count();
  void startRecording();
  void finishRecording();

  Backend backend_;
  State state_ = State::Closed;
  std::shared_ptr<Stream> stream_;
  QTimer clock_;
  QTimer counter_;
  int left_ = 0;
  int wantedSeconds_ = 0;
  bool recordWhenOpen_ = false;
  qint64 startUtcMs_ = 0;
  size_t lastCount_ = 0;
  QElapsedTimer sinceSound_;
};

}  // namespace earwitness::gui
