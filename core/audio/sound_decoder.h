// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: what reads one kind of sound file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/message.h"

namespace earwitness {

/// Sample rates and numbers of channels that a file may have; others are damage.
inline constexpr int kLowestRate = 1000;  // Hz
inline constexpr int kHighestRate = 1'000'000;

/// A sound file as a stream of frames (a sample of each channel), from its first sample to its
/// last, without what encoders add at either end. Thread: one at a time.
class SoundDecoder {
 public:
  struct Info {
    int sampleRate = 0;  ///< Hz
    int channels = 0;
    long frames = 0;  ///< best known length; what there really is when that is cheap to know
    long expectedFrames = 0;  ///< what the file says should be there; 0 when it does not say
    bool isCut = false;       ///< the file ends before its own sizes say
  };

  virtual ~SoundDecoder() = default;
  /// May change while the sound is read; sampleRate and channels never do.
  virtual const Info& info() const = 0;
  /// Interleaved samples of up to `count` frames; 0 at the end and where nothing further can be
  /// decoded.
  virtual size_t read(float* interleaved, size_t count) = 0;
  /// Continues at this frame, exactly. False when that fails; then the position is not defined.
  virtual bool seek(long frame) = 0;
  /// What stopped it before the end of the file, in a few words; empty: nothing did.
  virtual Message trouble() const { return {}; }
  /// Bytes of the file up to which it has read; 0 when that is not known.
  virtual uint64_t bytesRead() const { return 0; }
};

}  // namespace earwitness
