// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace earwitness {

/// Tells systemd how a service fares: ready, what it does, and at least twice in its watchdog's
/// time that it is alive. Does nothing where the program was not started as a service.
/// Thread: one at a time.
class ServiceNotifier {
 public:
  ServiceNotifier();
  /// That it stops.
  ~ServiceNotifier();
  ServiceNotifier(const ServiceNotifier&) = delete;
  ServiceNotifier& operator=(const ServiceNotifier&) = delete;

  void ready();
  /// Called often; sends the status where it has changed, and the watchdog's sign where it is due.
  void alive(const std::string& status);

 private:
  std::chrono::microseconds interval_{0};  ///< 0: no watchdog
  std::chrono::steady_clock::time_point next_{};
  std::string status_;
};

}  // namespace earwitness
