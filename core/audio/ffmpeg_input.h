// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: a container as FFmpeg takes it apart.
#pragma once

#include <optional>

#include "core/audio/ffmpeg_library.h"
#include "core/audio/sound_bytes.h"

namespace earwitness {

/// Packets of a container's first sound track. Thread: one at a time.
class FfmpegInput {
 public:
  explicit FfmpegInput(SoundBytes bytes) : bytes_(std::move(bytes)) {}
  ~FfmpegInput();
  FfmpegInput(const FfmpegInput&) = delete;
  FfmpegInput& operator=(const FfmpegInput&) = delete;

  /// False when it is no such container, or has no sound.
  bool open(const char* demuxer);
  const AVStream& stream() const { return *format_->streams[stream_]; }
  bool isOnlyStream() const { return format_->nb_streams == 1; }
  /// Seconds according to the container; empty when it does not say.
  std::optional<double> seconds() const;
  /// The next packet of the track; null at the end. Valid until the next call.
  const AVPacket* next();
  /// To a packet at or before this time, in the stream's time base.
  bool seek(int64_t time);

 private:
  static int readBytes(void* self, uint8_t* to, int count);
  static int64_t moveTo(void* self, int64_t offset, int from);
  bool chooseStream();
  bool isDescribed() const;
  void close();

  SoundBytes bytes_;
  int64_t position_ = 0;
  AVIOContext* io_ = nullptr;
  AVFormatContext* format_ = nullptr;
  OwnedPacket packet_;
  unsigned stream_ = 0;
};

}  // namespace earwitness
