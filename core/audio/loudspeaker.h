// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/audio/playback_queue.h"

namespace earwitness {

/// The system's default sound output, open and running: it takes what its queue holds, and silence
/// where that is empty. Thread: one at a time, the queue's callback side apart.
class Loudspeaker {
 public:
  virtual ~Loudspeaker() = default;
  /// At the device's rate; lives on when the loudspeaker is closed.
  virtual const std::shared_ptr<PlaybackQueue>& queue() const = 0;
  /// False once the device has gone: nothing will be played any more.
  virtual bool alive() const = 0;
  virtual std::string description() const = 0;
};

/// Waits for the device. Throws Error: "No loudspeaker was found. ..." or "Loudspeaker 'X' cannot
/// be opened: ...". Thread: any but the GUI's.
std::unique_ptr<Loudspeaker> openLoudspeaker();

}  // namespace earwitness
