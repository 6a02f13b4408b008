// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/frame_walk.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace earwitness {
namespace {

constexpr uint64_t kMostGarbage = uint64_t(8) << 20;  // bytes in front of or between frames
constexpr int kChain = 3;                             // headers in a row that are no accident
constexpr long kDecoderDelay = 529;                   // samples of layer III
constexpr size_t kId3v1Bytes = 128;

bool isText(const unsigned char* at, const char* text) {
  return std::memcmp(at, text, std::strlen(text)) == 0;
}

// kbit/s, by MPEG 1 and layer
constexpr std::array<std::array<int, 15>, 5> kBitrates{{
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},  // 1, layer I
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},     // 1, layer II
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},      // 1, layer III
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},     // 2, layer I
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},          // 2, layers II, III
}};
constexpr std::array<int, 3> kMpegRates{44100, 48000, 32000};
constexpr std::array<int, 13> kAacRates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                        22050, 16000, 12000, 11025, 8000,  7350};
constexpr std::array<size_t, 16> kAmrBytes{13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1};
constexpr std::array<size_t, 16> kAmrWideBytes{18, 24, 33, 37, 41, 47, 51, 59,
                                               61, 6,  1,  1,  1,  1,  1,  1};

struct MpegHeader {
  FrameKind kind;
  size_t bytes = 0;
};

/// Bytes 0: no header.
MpegHeader mpegHeader(const unsigned char* at) {
  const int versionBits = at[1] >> 3 & 3;  // 0: 2.5, 2: 2, 3: 1
  const int layer = 4 - (at[1] >> 1 & 3);
  const int bitrateIndex = at[2] >> 4;
  const int rateIndex = at[2] >> 2 & 3;
  const int padding = at[2] >> 1 & 1;
  if (at[0] != 0xff || at[1] < 0xe0 || versionBits == 1 || layer == 4 || bitrateIndex == 0 ||
      bitrateIndex == 15 || rateIndex == 3)
    return {};
  const bool isFirst = versionBits == 3;
  const size_t row = isFirst ? size_t(layer - 1) : layer == 1 ? 3 : 4;
  const int bitrate = kBitrates[row][size_t(bitrateIndex)] * 1000;
  const int rate = kMpegRates[size_t(rateIndex)] / (isFirst ? 1 : versionBits == 2 ? 2 : 4);
  const int samples = layer == 1 ? 384 : layer == 3 && !isFirst ? 576 : 1152;
  const int bytes =
      layer == 1 ? (12 * bitrate / rate + padding) * 4 : samples / 8 * bitrate / rate + padding;
  return {.kind = {.family = FrameKind::Family::Mpeg,
                   .layer = layer,
                   .sampleRate = rate,
                   .samples = samples,
                   .version = isFirst            ? 1
                              : versionBits == 2 ? 2
                                                 : 3},
          .bytes = size_t(bytes)};
}

MpegHeader adtsHeader(const unsigned char* at) {
  const size_t rateIndex = at[2] >> 2 & 15;
  const size_t bytes = size_t(at[3] & 3) << 11 | size_t(at[4]) << 3 | size_t(at[5] >> 5);
  if (at[0] != 0xff || (at[1] & 0xf6) != 0xf0 || rateIndex >= kAacRates.size() || bytes < 8)
    return {};
  return {.kind = {.family = FrameKind::Family::Adts,
                   .sampleRate = kAacRates[rateIndex],
                   .samples = 1024 * ((at[6] & 3) + 1)},
          .bytes = bytes};
}

}  // namespace

std::optional<FrameWalk> FrameWalk::begin(const SoundBytes& bytes) {
  FrameWalk walk(bytes);
  if (!walk.findStart()) return std::nullopt;
  return walk;
}

std::optional<FrameWalk::Header> FrameWalk::headerAt(uint64_t offset) {
  if (kind_.family == FrameKind::Family::Amr) {
    const unsigned char* at = bytes_.at(offset, 1);
    if (at == nullptr || (*at & 0x83) != 0) return std::nullopt;
    const size_t type = *at >> 3 & 15;
    return Header{.kind = kind_, .bytes = (kind_.isWide ? kAmrWideBytes : kAmrBytes)[type]};
  }
  const unsigned char* at = bytes_.at(offset, 7);
  if (at == nullptr || at[0] != 0xff) return std::nullopt;
  MpegHeader header = mpegHeader(at);
  if (header.bytes == 0) header = adtsHeader(at);
  if (header.bytes == 0) return std::nullopt;
  return Header{.kind = header.kind, .bytes = header.bytes, .isMono = at[3] >> 6 == 3};
}

/// True when further frames of the same kind follow, or the end of the file does.
bool FrameWalk::isChain(uint64_t offset, const Header& first) {
  Header header = first;
  for (int i = 1; i < kChain; ++i) {
    offset += header.bytes;
    if (offset >= bytes_.size()) return i > 1 || offset == bytes_.size();
    const auto next = headerAt(offset);
    if (!next) return i > 1 && afterTags(offset) != offset;
    if (next->kind != first.kind) return false;
    header = *next;
  }
  return true;
}

/// Behind tags that stand here; `offset` itself when there are none.
uint64_t FrameWalk::afterTags(uint64_t offset) {
  for (int i = 0; i < 100; ++i) {
    const unsigned char* at = bytes_.at(offset, 10);
    if (at == nullptr) return offset;
    if (isText(at, "ID3") && ((at[6] | at[7] | at[8] | at[9]) & 0x80) == 0) {
      const uint64_t size =
          uint64_t(at[6]) << 21 | uint64_t(at[7]) << 14 | uint64_t(at[8]) << 7 | uint64_t(at[9]);
      offset += 10 + size + ((at[5] & 0x10) != 0 ? 10 : 0);
    } else if (isText(at, "TAG") && bytes_.size() - offset >= kId3v1Bytes) {
      offset += kId3v1Bytes;
    } else if (isText(at, "APETAGEX")) {
      const unsigned char* tag = bytes_.at(offset, 32);
      if (tag == nullptr) return offset;
      offset += 32 + ((tag[23] & 0x20) != 0 ? littleEndian32(tag + 12) : 0);
    } else {
      return offset;
    }
  }
  return offset;
}

bool FrameWalk::findStart() {
  const unsigned char* magic = bytes_.at(0, 9);
  const bool isWide = magic != nullptr && isText(magic, "#!AMR-WB\n");
  if (isWide || (magic != nullptr && isText(magic, "#!AMR\n"))) {
    kind_ = {.family = FrameKind::Family::Amr,
             .sampleRate = isWide ? 16000 : 8000,
             .samples = isWide ? 320 : 160,
             .isWide = isWide};
    start_ = isWide ? 9 : 6;
    return headerAt(start_).has_value();
  }
  const uint64_t first = afterTags(0);
  const uint64_t end = std::min(bytes_.size(), first + kMostGarbage);
  for (uint64_t offset = first; offset < end; ++offset) {
    const unsigned char* at = bytes_.at(offset, 1);
    if (at == nullptr) return false;
    if (*at != 0xff) continue;
    const auto header = headerAt(offset);
    if (!header || !isChain(offset, *header)) continue;
    kind_ = header->kind;
    start_ = offset;
    startsAtOnce_ = offset == first;
    return true;
  }
  return false;
}

/// The next chain of frames after bytes that are none.
std::optional<uint64_t> FrameWalk::resync(uint64_t offset) {
  const uint64_t end = std::min(bytes_.size(), offset + kMostGarbage);
  for (; offset < end; ++offset) {
    const unsigned char* at = bytes_.at(offset, 1);
    if (at == nullptr) break;
    if (kind_.family != FrameKind::Family::Amr && *at != 0xff) continue;
    const auto header = headerAt(offset);
    if (!header || !isChain(offset, *header)) continue;
    if (header->kind == kind_) return offset;
    if (header->kind.family == kind_.family && header->kind.sampleRate != kind_.sampleRate) {
      otherRate_ = header->kind.sampleRate;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<StreamFrame> FrameWalk::frameFrom(uint64_t offset) {
  offset = afterTags(offset);
  auto header = headerAt(offset);
  if (!header || header->kind != kind_) {
    const auto found = resync(offset);
    if (!found) return std::nullopt;
    offset = *found;
    header = headerAt(offset);
    if (!header) return std::nullopt;
  }
  if (offset + header->bytes > bytes_.size()) return std::nullopt;
  return StreamFrame{.begin = offset, .bytes = header->bytes, .tag = tagAt(offset, *header)};
}

std::optional<StreamTag> FrameWalk::tagAt(uint64_t offset, const Header& header) {
  if (header.kind.family != FrameKind::Family::Mpeg || header.kind.layer != 3) return std::nullopt;
  const uint64_t sideInfo =
      header.kind.version == 1 ? (header.isMono ? 17 : 32) : (header.isMono ? 9 : 17);
  if (auto tag = xingTag(offset + 4 + sideInfo)) return tag;
  const unsigned char* at = bytes_.at(offset + 36, 18);
  if (at == nullptr || !isText(at, "VBRI")) return std::nullopt;
  return StreamTag{.frames = long(bigEndian32(at + 14)), .bytes = bigEndian32(at + 10)};
}

std::optional<StreamTag> FrameWalk::xingTag(uint64_t offset) {
  const unsigned char* at = bytes_.at(offset, 8);
  if (at == nullptr || (!isText(at, "Xing") && !isText(at, "Info"))) return std::nullopt;
  const uint32_t flags = bigEndian32(at + 4);
  constexpr uint32_t kFrames = 1, kBytes = 2, kToc = 4, kQuality = 8;
  const size_t length = 8 + ((flags & kFrames) != 0 ? 4 : 0) + ((flags & kBytes) != 0 ? 4 : 0) +
                        ((flags & kToc) != 0 ? 100 : 0) + ((flags & kQuality) != 0 ? 4 : 0);
  StreamTag tag;
  at = bytes_.at(offset, length + 24);
  if (at == nullptr) return tag;
  size_t next = 8;
  if ((flags & kFrames) != 0) {
    tag.frames = long(bigEndian32(at + next));
    next += 4;
  }
  if ((flags & kBytes) != 0) tag.bytes = bigEndian32(at + next);
  const unsigned char* encoder = at + length;  // then its delay and padding, 12 bits each
  if (isText(encoder, "LAME") || isText(encoder, "Lavc") || isText(encoder, "Lavf") ||
      isText(encoder, "GOGO") || isText(encoder, "L3.9")) {
    const long delay = encoder[21] << 4 | encoder[22] >> 4;
    const long padding = (encoder[22] & 15) << 8 | encoder[23];
    tag.hasPadding = true;
    tag.skipAtStart = delay + kDecoderDelay;
    tag.skipAtEnd = std::max(0L, padding - kDecoderDelay);
  }
  return tag;
}

}  // namespace earwitness
