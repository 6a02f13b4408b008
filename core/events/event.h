#pragma once

#include <cstdint>

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

  bool operator==(const Event&) const = default;
};

}  // namespace earwitness
