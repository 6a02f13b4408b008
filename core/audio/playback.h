// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// Sound on its way to the loudspeaker, decoded and resampled on a thread of its own and played by
/// PortAudio on the default output. Starts at once and ends with the object.
/// Thread: one at a time, the callback's apart; nothing here waits for the device.
class Playback {
 public:
  virtual ~Playback() = default;
  virtual void setPaused(bool paused) = 0;
  /// Goes on from there; behind the end it finishes.
  virtual void seek(double seconds) = 0;
  /// What is heard at this moment, in seconds of the file or of the samples.
  virtual double positionSeconds() const = 0;
  virtual bool paused() const = 0;
  /// Played to the end, or failed.
  virtual bool finished() const = 0;
  /// One sentence where it failed: no loudspeaker, file damaged. Else empty.
  virtual Message error() const = 0;
};

/// Mono samples. `startSeconds` is what positionSeconds() begins with.
std::unique_ptr<Playback> playSamples(std::vector<float> samples, double sampleRate,
                                      double startSeconds = 0.0);
/// A file from one position to another; `toSeconds` 0: to its end.
std::unique_ptr<Playback> playFile(const std::filesystem::path& path, double fromSeconds = 0.0,
                                   double toSeconds = 0.0);

}  // namespace earwitness
