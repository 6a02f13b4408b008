// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: one of FFmpeg's audio decoders.
#pragma once

#include <cstdint>
#include <vector>

#include "core/audio/ffmpeg_library.h"

namespace earwitness {

/// Packets -> interleaved samples. Thread: one at a time.
class FfmpegCodec {
 public:
  /// Samples of one decoded frame.
  struct Block {
    std::vector<float> samples;  ///< interleaved, `channels` of sample each
    int channels = 0;
    int sampleRate = 0;
    int64_t pts = AV_NOPTS_VALUE;  ///< of the first sample, in the packets' time base
    size_t frames() const { return channels > 0 ? samples.size() / size_t(channels) : 0; }
  };

  /// With what a container says of its stream. False when this program has no decoder for it.
  bool open(const AVCodecParameters& parameters, AVRational timeBase);
  /// For a stream that describes itself.
  bool open(AVCodecID id);

  /// Blocks without sound that the decoder puts out first, after open() alone.
  int primingBlocks() const { return isWma_ ? 1 : 0; }
  /// Gives the decoder a packet; null at the end of the stream. False when the packet is damaged.
  bool send(const AVPacket* packet);
  /// What the decoder has finished. False when it needs another packet.
  bool receive(Block& block);
  /// Forgets everything, after a jump in the stream.
  void flush();

  /// The names of all decoders that may be used, separated by commas.
  static const char* allowed();

 private:
  bool open(AVCodecID id, const AVCodecParameters* parameters, AVRational timeBase);

  OwnedCodec codec_;
  OwnedFrame frame_;
  bool isWma_ = false;
};

}  // namespace earwitness
