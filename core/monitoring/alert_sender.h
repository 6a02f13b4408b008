// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/base/message.h"
#include "core/monitoring/alerts.h"

namespace earwitness {

/// Sends alerts the ways that are set: desktop notification (org.freedesktop.Notifications), a
/// short sound, a command, a web hook. Each on a thread of its own. A way that fails says so in
/// takeProblem(), once until it works again; a way that cannot keep up drops what waited longest,
/// and says that. The command is started without a shell, with the alert as one JSON object on
/// its standard input and as EARWITNESS_LABEL, EARWITNESS_SCORE, EARWITNESS_TIME in its
/// environment; it is killed after ten seconds. The web hook gets the same object as the body of a
/// POST. docs/alerts.md describes both. Thread: any; send() does not wait.
class AlertSender {
 public:
  explicit AlertSender(const AlertSettings& settings);
  /// Gives what is on its way two seconds, then breaks it off; a command is killed.
  ~AlertSender();
  void send(const Alert& alert);
  /// Waits until all is sent or has failed; false where that takes longer.
  bool finish(std::chrono::milliseconds patience);
  /// One sentence about what could not be sent, each once; empty where there is none.
  Message takeProblem();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earwitness
