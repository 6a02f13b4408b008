#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/desk/desk_settings.h"

namespace earwitness {

struct Alert {
  std::string label;
  float score = 0.0F;
  int64_t onsetUtcMs = 0;
  std::string source;  ///< device
  std::string modelName;
};

/// Which events alert: classes that are set to, not in quiet hours, and not again within the
/// cool-down of their class. Pure. Thread: one at a time.
class AlertPolicy {
 public:
  explicit AlertPolicy(AlertSettings settings) : settings_(std::move(settings)) {}
  /// `localMinute`: minute of the local day, 0 to 1439.
  bool admits(const std::string& label, int64_t nowMs, int localMinute);
  static bool isQuiet(const AlertSettings& settings, int localMinute);

 private:
  AlertSettings settings_;
  std::map<std::string, int64_t> lastMs_;
};

/// Sends alerts the ways that are set: desktop notification (org.freedesktop.Notifications), a
/// short sound, a command, a web hook. Each on a thread of its own; a way that fails says so once
/// in takeProblem(). The command is started without a shell, with the alert as one JSON object on
/// its standard input and as EARWITNESS_LABEL, EARWITNESS_SCORE, EARWITNESS_TIME in its
/// environment; it is killed after ten seconds. The web hook gets the same object as the body of a
/// POST. Thread: any; send() does not wait.
class AlertSender {
 public:
  explicit AlertSender(AlertSettings settings);
  ~AlertSender();
  void send(const Alert& alert);
  /// One sentence about what could not be sent since the last call; else empty.
  std::string takeProblem();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earwitness
