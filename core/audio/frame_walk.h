// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: streams of frames without a container: MP3, AAC (ADTS) and AMR.
#pragma once

#include <cstdint>
#include <optional>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// A kind of frames. All frames of a stream have the same.
struct FrameKind {
  enum class Family { Mpeg, Adts, Amr } family = Family::Mpeg;
  int layer = 0;        ///< MPEG: 1 to 3
  int sampleRate = 0;   ///< Hz; of AAC, before what SBR doubles
  int samples = 0;      ///< per frame and channel, before what SBR doubles
  bool isWide = false;  ///< AMR-WB
  int version = 0;      ///< MPEG: 1, 2, or 3 for 2.5

  bool operator==(const FrameKind&) const = default;
};

/// What an encoder of MP3 says of its stream in a frame without sound: the tag Xing, Info or VBRI.
struct StreamTag {
  long frames = 0;          ///< that follow; 0 when it does not say
  uint64_t bytes = 0;       ///< of the whole stream, this frame included; 0 when it does not say
  bool hasPadding = false;  ///< the next two are known
  long skipAtStart = 0;     ///< samples that encoder and decoder add
  long skipAtEnd = 0;
};

struct StreamFrame {
  uint64_t begin = 0;
  size_t bytes = 0;
  std::optional<StreamTag> tag;  ///< a frame without sound that begins a stream
};

/// Finds frames one after another; tags of other kinds and garbage between them are skipped.
/// Thread: one at a time.
class FrameWalk {
 public:
  /// Empty when the stream does not begin with frames of a known kind, within the first megabytes.
  static std::optional<FrameWalk> begin(const SoundBytes& bytes);

  const FrameKind& kind() const { return kind_; }
  uint64_t start() const { return start_; }            ///< of the first frame
  bool startsAtOnce() const { return startsAtOnce_; }  ///< nothing but tags in front of it
  /// The first whole frame at or after `offset`; empty when there is none.
  std::optional<StreamFrame> frameFrom(uint64_t offset);
  /// Sample rate of frames after the last one which differ from the others; 0: there are none.
  int otherRate() const { return otherRate_; }

 private:
  explicit FrameWalk(const SoundBytes& bytes) : bytes_(bytes) {}
  struct Header {
    FrameKind kind;
    size_t bytes = 0;
    bool isMono = false;
  };
  std::optional<Header> headerAt(uint64_t offset);
  bool isChain(uint64_t offset, const Header& first);
  bool findStart();
  uint64_t afterTags(uint64_t offset);
  std::optional<uint64_t> resync(uint64_t offset);
  std::optional<StreamTag> tagAt(uint64_t offset, const Header& header);
  std::optional<StreamTag> xingTag(uint64_t offset);

  ByteWindow bytes_;
  FrameKind kind_;
  uint64_t start_ = 0;
  bool startsAtOnce_ = true;
  int otherRate_ = 0;
};

}  // namespace earwitness
