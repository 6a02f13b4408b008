// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/listening/listener.h"

namespace earwitness::gui {

/// Puts the window together that went into the network, out of the frames that a listener hands
/// over: bit for bit what its pipeline made. Windows do not reach back over a device that was away.
/// Pure. Thread: one at a time.
class WindowAssembler {
 public:
  /// A new stream. `windowFrames` 0: there is no model.
  void reset(const FeatureSettings& features, long windowFrames);
  /// Takes the frames of an update.
  void take(const LiveUpdate& update);
  /// The window whose newest frame's centre is at `endSeconds` of the stream, as ScoredWindow has
  /// it: (windowFrames, nMels), filled in front with the level of digital silence. None where its
  /// frames are not here any more, or not yet.
  std::optional<std::vector<float>> windowEndingAt(double endSeconds) const;

  long windowFrames() const { return windowFrames_; }
  const FeatureSettings& features() const { return features_; }

 private:
  void forgetOldFrames();

  FeatureSettings features_;
  long windowFrames_ = 0;
  std::vector<float> frames_;       ///< from firstFrame_ on
  long firstFrame_ = 0;             ///< of the stream
  std::vector<long> sourceStarts_;  ///< first frames of the devices that frames_ came from, rising
  bool sourceEnded_ = true;
};

}  // namespace earwitness::gui
