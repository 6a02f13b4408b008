// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/audio/capture.h"
#include "core/audio/channel_choice.h"
#include "core/audio/channel_phase.h"
#include "core/audio/steady_time.h"

namespace earwitness {

/// Reads one source: interleaved -> mono, with its counts and its late audio skipped.
/// Thread: listener.
class SourceReader {
 public:
  /// `paced`: the source waits for its reader, so nothing is late. Throws Error when the source has
  /// no such channel.
  SourceReader(AudioSource& source, bool paced, ChannelChoice channel);

  /// What came since the last look. Valid until the next one.
  std::span<const float> look();
  /// True once: from now on one channel is heard, because all of them cancel each other out.
  bool changesToOneChannel() { return std::exchange(changes_, false); }
  ChannelChoice channel() const { return {.number = int(chosen_)}; }

  /// When the newest sample arrived; steady clock.
  int64_t newestNs() const { return newestNs_; }
  double secondsHeard() const { return double(heardFrames_) / source_.sampleRate(); }
  uint64_t droppedFrames() const { return source_.droppedFrames() + skippedFrames_; }
  /// When the sample at `seconds` of this source arrived; it was heard already.
  int64_t arrivalOf(double seconds) const;

 private:
  float mix(const float* frame) const;
  void chooseChannel(const float* interleaved, size_t frames);

  AudioSource& source_;
  bool paced_;
  bool choosesChannel_;  ///< it is not known yet whether the channels cancel each other out
  bool changes_ = false;
  PhaseMeter phase_;
  const int64_t startNs_ = steadyNowNs();
  size_t channels_;
  size_t lateFrames_;
  size_t chosen_;  ///< channel, from 1; 0: the mean
  std::vector<float> block_;
  std::vector<float> mono_;
  int64_t newestNs_ = 0;
  uint64_t heardFrames_ = 0;
  uint64_t skippedFrames_ = 0;
};

}  // namespace earwitness
