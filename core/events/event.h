// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace earwitness {

/// One sound that was heard: from onset to offset, in seconds since the stream's first sample.
struct Event {
  int label = 0;  ///< index into the model's labels
  double onsetSeconds = 0.0;
  double offsetSeconds = 0.0;
  float peakScore = 0.0F;
  float meanScore = 0.0F;
  bool open = false;  ///< still going on
  int64_t id = 0;     ///< grows with each new event of a stream; an update keeps its id
  /// Milliseconds since the epoch, UTC, at the onset. Set by the listener; 0 for files.
  int64_t onsetUtcMs = 0;
  /// What the microphone was called then, or the file that is listened to. Set by the listener;
  /// empty for files that are analysed.
  std::string source = {};

  bool operator==(const Event&) const = default;
};

/// Why something that was heard was not reported.
enum class NearMissReason {
  BelowThreshold,  ///< the score rose near to the threshold, not above
  TooShort,        ///< it ended before the class's minimum duration
  CoolingDown,     ///< too soon after the class's last event
  Quiet            ///< not above the noise floor of the room
};

/// A sound that came near to being an event.
struct NearMiss {
  int label = 0;
  double onsetSeconds = 0.0;
  double offsetSeconds = 0.0;
  float peakScore = 0.0F;  ///< smoothed
  NearMissReason reason = NearMissReason::BelowThreshold;
  int64_t id = 0;  ///< counts the near-misses of a stream, apart from its events

  bool operator==(const NearMiss&) const = default;
};

}  // namespace earwitness
