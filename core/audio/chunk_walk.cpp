// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/chunk_walk.h"

#include <algorithm>
#include <array>

namespace earwitness {
namespace {

constexpr uint64_t kWrap = uint64_t(1) << 32;          // bytes; where sizes of 32 bits begin again
constexpr uint64_t kPlaceholderSlack = 8192;           // bytes: programs subtract the header's size
constexpr uint64_t kUnlikelyShare = 256;               // see sizeIsUnknown()
constexpr uint64_t kMostPadding = uint64_t(64) << 20;  // bytes of zeros that are looked through
constexpr int kMostChunks = 10'000;

/// Chunks that follow samples; one of them may itself be cut.
constexpr std::array<std::string_view, 36> kKnownChunks{
    "LIST", "list", "bext", "ID3 ", "id3 ", "fact", "cue ", "smpl", "inst", "iXML", "axml", "chna",
    "PEAK", "JUNK", "junk", "PAD ", "FLLR", "acid", "guan", "wamd", "_PMX", "DISP", "umid", "levl",
    "plst", "data", "COMM", "NAME", "AUTH", "ANNO", "COMT", "MARK", "INST", "APPL", "CHAN", "(c) "};

bool isPrintable(std::string_view id) {
  return std::all_of(id.begin(), id.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool isAllZero(ByteWindow& bytes, uint64_t from) {
  const uint64_t end = std::min(bytes.size(), from + kMostPadding);
  while (from < end) {
    const auto count = size_t(std::min<uint64_t>(ByteWindow::kMost, end - from));
    const unsigned char* at = bytes.at(from, count);
    if (at == nullptr || std::any_of(at, at + count, [](unsigned char c) { return c != 0; }))
      return false;
    from += count;
  }
  return true;
}

bool isJoinedFile(ByteWindow& bytes, uint64_t offset, std::string_view id) {
  const std::string form(idAt(bytes, offset + 8));
  if (id == "FORM") return form == "AIFF" || form == "AIFC";
  return (id == "RIFF" || id == "RIFX" || id == "RF64" || id == "BW64") && form == "WAVE";
}

/// Tags that are no chunks, but that programs put at the end of any file.
bool isForeignTag(ByteWindow& bytes, uint64_t offset) {
  const std::string id(idAt(bytes, offset));
  return id.starts_with("ID3") || id == "APET" ||
         (id.starts_with("TAG") && bytes.size() - offset == 128);
}

/// True when what begins at `offset` is chunks, padding or nothing: not samples.
bool isAfterSamples(ByteWindow& bytes, uint64_t offset, bool isBigEndian, uint64_t& next) {
  bool isKnown = false;
  for (int chunk = 0; chunk < kMostChunks; ++chunk) {
    if (offset + 8 > bytes.size()) return offset <= bytes.size() + 1 || isKnown;
    const std::string id(idAt(bytes, offset));
    if (isJoinedFile(bytes, offset, id)) {
      next = offset;
      return true;
    }
    if (isForeignTag(bytes, offset)) return true;
    if (!isPrintable(id)) return isAllZero(bytes, offset);
    isKnown = std::find(kKnownChunks.begin(), kKnownChunks.end(), id) != kKnownChunks.end();
    const unsigned char* at = bytes.at(offset + 4, 4);
    const uint64_t size = isBigEndian ? bigEndian32(at) : littleEndian32(at);
    offset += 8 + size + (size & 1);  // chunks are padded to even sizes
  }
  return true;
}

/// Some recorders reserve the largest size and write the real one at the end. A file that is cut
/// this early is much less likely.
bool sizeIsUnknown(const ClaimedData& claim, uint64_t present) {
  if (claim.isUnknown || claim.size == 0) return true;
  if (claim.size <= present) return false;
  return isPlaceholder(claim.size) ||
         (claim.size >= kWrap / 2 && claim.size / kUnlikelyShare > present);
}

}  // namespace

bool isPlaceholder(uint64_t size) {
  const auto isNear = [size](uint64_t limit) {
    return size + kPlaceholderSlack >= limit && size <= limit + kPlaceholderSlack;
  };
  return isNear(kWrap / 2) || isNear(kWrap) || size >= uint64_t(1) << 62;
}

std::string_view idAt(ByteWindow& bytes, uint64_t offset) {
  const unsigned char* at = bytes.at(offset, 4);
  return at == nullptr ? std::string_view()
                       : std::string_view(reinterpret_cast<const char*>(at), 4);
}

DataExtent extentOf(ByteWindow& bytes, const ClaimedData& claim, bool isBigEndian) {
  const uint64_t present = bytes.size() - std::min(bytes.size(), claim.begin);
  DataExtent extent;
  if (sizeIsUnknown(claim, present)) {
    // A header that is right says 0 too when there is not a single sample.
    const bool isEmpty =
        claim.size == 0 && isAfterSamples(bytes, claim.begin, isBigEndian, extent.next);
    extent.end = isEmpty ? claim.begin : claim.begin + present;
    extent.headerIsRight = isEmpty;
    return extent;
  }
  extent.expectedBytes = claim.size;
  extent.end = claim.begin + std::min(claim.size, present);
  if (claim.size >= present) return extent;
  uint64_t size = claim.size;
  if (size < kWrap && present - size >= kWrap) {  // wrapped
    size += (present - size) / kWrap * kWrap;
    extent.headerIsRight = false;
  }
  extent.end = claim.begin + size;
  if (isAfterSamples(bytes, extent.end + (size & 1), isBigEndian, extent.next) ||
      isAfterSamples(bytes, extent.end, isBigEndian, extent.next)) {
    extent.expectedBytes = size;
    return extent;
  }
  return {.end = bytes.size(), .expectedBytes = 0, .headerIsRight = false, .next = 0};
}

}  // namespace earwitness
