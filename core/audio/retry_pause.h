// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace earwitness {

/// Spaces out looks for something that was not there: at once when its traces have changed, else
/// after a pause that doubles from one second to eight. Thread: one at a time.
class RetryPause {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::seconds kShortest{1};
  static constexpr std::chrono::seconds kLongest{8};

  /// `traces`: what tells cheaply that it may be there now.
  bool isDue(const std::string& traces, Clock::time_point now = Clock::now()) const {
    return pause_.count() == 0 || traces != traces_ || now >= next_;
  }
  void noteFound() { pause_ = std::chrono::seconds(0); }
  void noteMissing(const std::string& traces, Clock::time_point now = Clock::now());

 private:
  std::chrono::seconds pause_{0};  ///< 0: it was there, or was never looked for
  Clock::time_point next_;
  std::string traces_;
};

/// Where a sound server's sockets are looked for, and which of them are there: another text when
/// one has come, gone or been made again.
std::string traceOfSoundServers();
/// The same of the nodes of sound devices and of JACK's sockets.
std::string traceOfSoundDevices();
/// A look at the sockets of JACK's server, which PortAudio would need half a second to find.
bool jackMayRun();

}  // namespace earwitness
