// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace earwitness {

/// Calls back when a sound device may have come or gone: events of the PulseAudio or PipeWire
/// server, and of /dev/snd where there is none. Costs nothing while nothing happens, and finds the
/// server again when it was restarted. Thread: the callback comes from a thread of its own.
class DeviceWatcher {
 public:
  explicit DeviceWatcher(std::function<void()> changed);
  ~DeviceWatcher();
  DeviceWatcher(const DeviceWatcher&) = delete;
  DeviceWatcher& operator=(const DeviceWatcher&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earwitness
