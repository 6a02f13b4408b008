// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/base/stop_signal.h"
#include "core/monitoring/alerts.h"

namespace earwitness {

/// One way by which an alert reaches somebody. Thread: one at a time, a worker's.
class AlertChannel {
 public:
  virtual ~AlertChannel() = default;
  /// Begins a sentence: "The webhook".
  virtual Message name() const = 0;
  /// Waits until it is done. Throws Error with one sentence when it failed, Stopped soon after
  /// `stop` is requested.
  virtual void send(const Alert& alert, const StopSignal& stop) = 0;
};

/// A notification of the desktop, by D-Bus on the session's bus: one for each label, which a later
/// alert of that label replaces.
std::unique_ptr<AlertChannel> makeNotificationChannel();

/// A chime on the default output.
std::unique_ptr<AlertChannel> makeSoundChannel();
/// The chime: two tones, mono, less than a second, peak below 0.5. `sampleRate` in Hz.
std::vector<float> chime(double sampleRate);

/// Program and arguments, started without a shell and in a process group of its own, which is
/// killed when the program has not ended after `patience`.
std::unique_ptr<AlertChannel> makeCommandChannel(
    std::vector<std::string> command,
    std::chrono::milliseconds patience = std::chrono::seconds(10));

struct WebhookPatience {
  std::chrono::milliseconds connect = std::chrono::seconds(5);
  std::chrono::milliseconds total = std::chrono::seconds(10);
};
/// A POST to an http or https address; any 2xx will do. Follows a redirect, but never away from
/// https. Of the address, which may hold a secret, only the host is told in errors.
std::unique_ptr<AlertChannel> makeWebhookChannel(std::string url, WebhookPatience patience = {});

}  // namespace earwitness
