// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/service_notifier.h"

#include <algorithm>
#include <cstdint>

#include <systemd/sd-daemon.h>

namespace earwitness {

ServiceNotifier::ServiceNotifier() {
  uint64_t microseconds = 0;
  if (sd_watchdog_enabled(0, &microseconds) > 0)
    interval_ = std::chrono::microseconds(microseconds) / 3;
}

ServiceNotifier::~ServiceNotifier() {
  sd_notify(0, "STOPPING=1");
}

void ServiceNotifier::ready() {
  sd_notify(0, "READY=1");
}

void ServiceNotifier::alive(const std::string& status) {
  if (status != status_) {
    status_ = status;
    std::string line = "STATUS=" + status;
    std::replace(line.begin(), line.end(), '\n', ' ');
    sd_notify(0, line.c_str());
  }
  if (interval_.count() == 0 || std::chrono::steady_clock::now() < next_) return;
  sd_notify(0, "WATCHDOG=1");
  next_ = std::chrono::steady_clock::now() + interval_;
}

}  // namespace earwitness
