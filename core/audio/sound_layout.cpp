// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/sound_layout.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "core/audio/chunk_walk.h"

namespace earwitness {
namespace {

constexpr size_t kMostFormatBytes = 4096;
constexpr size_t kMostParts = 10'000;
constexpr uint64_t kSearchBytes = 65536;  // for samples after a chunk of a wrong size
constexpr uint64_t kLargest32 = 0xffffffffU;

void addNumber(std::string& to, uint64_t value, int bytes, bool isBigEndian) {
  for (int i = 0; i < bytes; ++i)
    to += char(value >> (8 * (isBigEndian ? bytes - 1 - i : i)) & 0xff);
}

std::string copyOf(ByteWindow& bytes, uint64_t offset, size_t count) {
  const unsigned char* at = bytes.at(offset, count);
  return at == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(at), count);
}

/// The samples with `header` before them, or the whole file where its own header is right.
SoundLayout layoutOf(const std::shared_ptr<const OpenFile>& file, uint64_t begin,
                     const DataExtent& extent, const std::string& header, bool isWholeFile) {
  return {.bytes = isWholeFile && extent.headerIsRight && extent.next == 0
                       ? SoundBytes(file)
                       : SoundBytes(file, begin, extent.end, header),
          .data = SoundBytes(file, begin, extent.end),
          .expectedBytes = extent.expectedBytes};
}

// ---- WAV, RF64, BW64 and W64 -------------------------------------------------------------------

/// What is in front of the samples.
struct WaveHeader {
  bool isBigEndian = false;
  std::string format;  ///< contents of the chunk "fmt "
  ClaimedData claim;
};

constexpr uint64_t kDs64Bytes = 28;

std::string waveHeaderText(const WaveHeader& wave, uint64_t dataBytes) {
  const bool isBig = wave.isBigEndian;
  const uint64_t riffBytes = 4 + 8 + wave.format.size() + 8 + dataBytes;
  const bool isLong = riffBytes + kDs64Bytes + 8 >= kLargest32 && !isBig;
  std::string text = isLong ? "RF64" : isBig ? "RIFX" : "RIFF";
  addNumber(text, std::min(riffBytes, kLargest32), 4, isBig);
  text += "WAVE";
  if (isLong) {
    text += "ds64";
    addNumber(text, kDs64Bytes, 4, false);
    addNumber(text, riffBytes + kDs64Bytes + 8, 8, false);
    addNumber(text, dataBytes, 8, false);
    addNumber(text, 0, 8, false);  // frames: libsndfile counts them itself
    addNumber(text, 0, 4, false);  // no table of other sizes
  }
  text += "fmt ";
  addNumber(text, wave.format.size(), 4, isBig);
  text += wave.format;
  text += "data";
  addNumber(text, isLong ? kLargest32 : dataBytes, 4, isBig);
  return text;
}

/// 1: PCM, 3: float, 0x55: MP3, ...
int formatTagOf(const WaveHeader& wave) {
  const auto* format = reinterpret_cast<const unsigned char*>(wave.format.data());
  const auto number = wave.isBigEndian ? bigEndian16 : littleEndian16;
  constexpr int kExtensible = 0xfffe;
  if (wave.format.size() < 16) return 0;
  const int tag = number(format);
  return tag == kExtensible && wave.format.size() >= 26 ? number(format + 24) : tag;
}

SoundLayout waveLayout(const std::shared_ptr<const OpenFile>& file, const WaveHeader& wave,
                       const DataExtent& extent, bool isWholeFile) {
  constexpr int kMpeg = 0x50, kMp3 = 0x55;
  const uint64_t dataBytes = extent.end - wave.claim.begin;
  SoundLayout layout =
      layoutOf(file, wave.claim.begin, extent, waveHeaderText(wave, dataBytes), isWholeFile);
  layout.isMpeg = formatTagOf(wave) == kMpeg || formatTagOf(wave) == kMp3;
  return layout;
}

/// Where the chunk "data" begins although the chunk before it has a wrong size.
std::optional<uint64_t> findData(ByteWindow& bytes, uint64_t from) {
  const uint64_t end = std::min(bytes.size(), from + kSearchBytes);
  for (uint64_t offset = from; offset + 8 <= end; ++offset)
    if (idAt(bytes, offset) == "data") return offset;
  return std::nullopt;
}

std::optional<WaveHeader> readWaveHeader(ByteWindow& bytes, uint64_t begin) {
  const std::string id(idAt(bytes, begin));
  WaveHeader wave;
  wave.isBigEndian = id == "RIFX";
  uint64_t longDataBytes = 0;
  uint64_t offset = begin + 12;
  for (int chunk = 0; chunk < 1000; ++chunk) {
    const unsigned char* at = bytes.at(offset, 8);
    if (at == nullptr) {
      const auto found = wave.format.empty() ? std::nullopt : findData(bytes, begin + 12);
      if (!found || *found == offset) return std::nullopt;
      offset = *found;
      continue;
    }
    const uint64_t size = wave.isBigEndian ? bigEndian32(at + 4) : littleEndian32(at + 4);
    const std::string name(reinterpret_cast<const char*>(at), 4);
    offset += 8;
    if (name == "ds64" && id != "RIFF" && size >= 24)
      if (const unsigned char* sizes = bytes.at(offset, 24))
        longDataBytes = littleEndian64(sizes + 8);
    if (name == "fmt ") wave.format = copyOf(bytes, offset, std::min(size, kMostFormatBytes));
    if (name == "data") {
      const bool isLong = size == kLargest32 && longDataBytes > 0;
      wave.claim = {.begin = offset, .size = isLong ? longDataBytes : size};
      return wave.format.size() < 16 ? std::nullopt : std::optional(wave);
    }
    offset += size + (size & 1);
  }
  return std::nullopt;
}

bool isWave(ByteWindow& bytes, uint64_t offset) {
  const std::string id(idAt(bytes, offset));
  return (id == "RIFF" || id == "RIFX" || id == "RF64" || id == "BW64") &&
         idAt(bytes, offset + 8) == "WAVE";
}

std::vector<SoundLayout> waveLayouts(const std::shared_ptr<const OpenFile>& file,
                                     ByteWindow& bytes) {
  std::vector<SoundLayout> layouts;
  uint64_t begin = 0;
  while (layouts.size() < kMostParts && isWave(bytes, begin)) {
    const auto wave = readWaveHeader(bytes, begin);
    if (!wave) break;
    const DataExtent extent = extentOf(bytes, wave->claim, wave->isBigEndian);
    // libsndfile does not know BW64, which RF64 became.
    const bool isWholeFile = begin == 0 && idAt(bytes, 0) != "BW64";
    layouts.push_back(waveLayout(file, *wave, extent, isWholeFile));
    if (extent.next <= begin) break;
    begin = extent.next;
  }
  return layouts;
}

/// Sony's 64-bit WAV: chunks are named by 16 bytes, of which the first four are WAV's names.
std::vector<SoundLayout> w64Layouts(const std::shared_ptr<const OpenFile>& file,
                                    ByteWindow& bytes) {
  constexpr uint64_t kChunkHeader = 24;  // name and size, which counts them
  WaveHeader wave;
  uint64_t offset = 40;
  for (int chunk = 0; chunk < 1000; ++chunk) {
    const unsigned char* at = bytes.at(offset, kChunkHeader);
    if (at == nullptr) return {};
    const uint64_t size = littleEndian64(at + 16);
    const std::string name(reinterpret_cast<const char*>(at), 4);
    if (name == "data") {
      if (wave.format.size() < 16) return {};
      wave.claim = {.begin = offset + kChunkHeader, .size = size - std::min(size, kChunkHeader)};
      break;
    }
    if (size < kChunkHeader || size > bytes.size()) return {};
    if (name == "fmt ")
      wave.format = copyOf(bytes, offset + kChunkHeader,
                           size_t(std::min<uint64_t>(size - kChunkHeader, kMostFormatBytes)));
    offset += (size + 7) / 8 * 8;
  }
  const uint64_t present = bytes.size() - std::min(bytes.size(), wave.claim.begin);
  DataExtent extent{.end = wave.claim.begin + std::min(wave.claim.size, present),
                    .expectedBytes = wave.claim.size};
  if (wave.claim.size == 0 || isPlaceholder(wave.claim.size))
    extent = {.end = bytes.size(), .expectedBytes = 0, .headerIsRight = false};
  return {waveLayout(file, wave, extent, true)};
}

// ---- AIFF --------------------------------------------------------------------------------------

struct AiffHeader {
  std::string form;    ///< "AIFF" or "AIFC"
  std::string common;  ///< contents of the chunk "COMM"
  ClaimedData claim;

  uint64_t frameBytes() const {
    const auto* at = reinterpret_cast<const unsigned char*>(common.data());
    return uint64_t(bigEndian16(at)) * ((bigEndian16(at + 6) + 7U) / 8U);
  }
  /// Samples of a fixed number of bytes, so that a length follows from a size.
  bool isPlain() const {
    if (form == "AIFF") return true;
    const std::string kind = common.size() >= 22 ? common.substr(18, 4) : "";
    return kind == "NONE" || kind == "sowt" || kind == "twos" || kind == "in24" || kind == "in32" ||
           kind == "fl32" || kind == "FL32" || kind == "fl64" || kind == "FL64";
  }
};

std::string aiffHeaderText(const AiffHeader& aiff, uint64_t dataBytes) {
  const std::string padding(aiff.common.size() & 1, '\0');
  std::string common = aiff.common;
  std::string frames;
  addNumber(frames, std::min(dataBytes / aiff.frameBytes(), kLargest32), 4, true);
  common.replace(2, 4, frames);
  const uint64_t formBytes = 4 + 8 + common.size() + padding.size() + 16 + dataBytes;
  std::string text = "FORM";
  addNumber(text, std::min(formBytes, kLargest32), 4, true);
  text += aiff.form + "COMM";
  addNumber(text, common.size(), 4, true);
  text += common + padding + "SSND";
  addNumber(text, std::min(dataBytes + 8, kLargest32), 4, true);
  return text + std::string(8, '\0');  // offset and block size
}

std::vector<SoundLayout> aiffLayouts(const std::shared_ptr<const OpenFile>& file,
                                     ByteWindow& bytes) {
  AiffHeader aiff;
  aiff.form = copyOf(bytes, 8, 4);
  uint64_t offset = 12;
  bool hasSamples = false;
  for (int chunk = 0; chunk < 1000 && !(hasSamples && !aiff.common.empty()); ++chunk) {
    const unsigned char* at = bytes.at(offset, 8);
    if (at == nullptr) return {};
    const uint64_t size = bigEndian32(at + 4);
    const std::string name(reinterpret_cast<const char*>(at), 4);
    offset += 8;
    if (name == "COMM" && size >= 18)
      aiff.common = copyOf(bytes, offset, std::min(size, kMostFormatBytes));
    if (name == "SSND") {
      const unsigned char* sizes = bytes.at(offset, 8);
      if (sizes == nullptr) return {};
      const uint64_t skipped = 8 + uint64_t(bigEndian32(sizes));
      aiff.claim = {.begin = offset + skipped, .size = size - std::min(size, skipped)};
      hasSamples = true;
    }
    offset += size + (size & 1);
  }
  if (!hasSamples || aiff.common.size() < 18 || !aiff.isPlain() || aiff.frameBytes() == 0 ||
      aiff.claim.begin > bytes.size())
    return {};
  const DataExtent extent = extentOf(bytes, aiff.claim, true);
  return {layoutOf(file, aiff.claim.begin, extent,
                   aiffHeaderText(aiff, extent.end - aiff.claim.begin), true)};
}

// ---- AU and CAF --------------------------------------------------------------------------------

std::vector<SoundLayout> auLayouts(const std::shared_ptr<const OpenFile>& file, ByteWindow& bytes) {
  constexpr uint64_t kHeaderBytes = 24;
  const bool isBig = idAt(bytes, 0) == ".snd";
  std::string header = copyOf(bytes, 0, kHeaderBytes);
  if (header.empty()) return {};
  const auto* at = reinterpret_cast<const unsigned char*>(header.data());
  const auto number = isBig ? bigEndian32 : littleEndian32;
  const uint64_t begin = number(at + 4);
  const uint64_t claimed = number(at + 8);
  if (begin < kHeaderBytes || begin > bytes.size()) return {};
  const uint64_t present = bytes.size() - begin;
  // AU has nothing after its samples.
  const bool isCut = claimed > present && !isPlaceholder(claimed);
  const DataExtent extent{.end = bytes.size(),
                          .expectedBytes = isCut || claimed == present ? claimed : 0,
                          .headerIsRight = claimed == present};
  std::string sizes;
  addNumber(sizes, kHeaderBytes, 4, isBig);
  addNumber(sizes, std::min(present, kLargest32), 4, isBig);
  return {layoutOf(file, begin, extent, header.replace(4, 8, sizes), true)};
}

/// Only uncompressed CAF: in the others the length does not follow from the size.
std::vector<SoundLayout> cafLayouts(const std::shared_ptr<const OpenFile>& file,
                                    ByteWindow& bytes) {
  std::string description;
  uint64_t offset = 8;
  for (int chunk = 0; chunk < 1000; ++chunk) {
    const unsigned char* at = bytes.at(offset, 12);
    if (at == nullptr) return {};
    const uint64_t size = bigEndian64(at + 4);
    const std::string name(reinterpret_cast<const char*>(at), 4);
    offset += 12;
    if (name == "desc" && size == 32) description = copyOf(bytes, offset, 32);
    if (name == "data") {
      if (description.substr(8 * !description.empty(), 4) != "lpcm") return {};
      constexpr uint64_t kEditCount = 4;  // bytes in front of the samples
      const uint64_t begin = std::min(offset + kEditCount, bytes.size());
      const uint64_t present = bytes.size() - begin;
      const uint64_t claimed = size - std::min(size, kEditCount);
      const bool isOpen = size == 0 || isPlaceholder(size);
      const DataExtent extent{.end = isOpen ? bytes.size() : begin + std::min(claimed, present),
                              .expectedBytes = isOpen ? 0 : claimed,
                              .headerIsRight = !isOpen && claimed <= present};
      std::string header = copyOf(bytes, 0, 8) + "desc";
      addNumber(header, description.size(), 8, true);
      header += description + "data";
      addNumber(header, extent.end - begin + kEditCount, 8, true);
      return {layoutOf(file, begin, extent, header + std::string(kEditCount, '\0'), true)};
    }
    if (size > bytes.size()) return {};
    offset += size;
  }
  return {};
}

}  // namespace

std::vector<SoundLayout> layoutsOf(const std::shared_ptr<const OpenFile>& file) {
  ByteWindow bytes{SoundBytes(file)};
  const std::string id(idAt(bytes, 0));
  if (isWave(bytes, 0)) return waveLayouts(file, bytes);
  if (id == "riff" && file->size() > 40) return w64Layouts(file, bytes);
  if (id == "FORM") return aiffLayouts(file, bytes);
  if (id == ".snd" || id == "dns.") return auLayouts(file, bytes);
  if (id == "caff") return cafLayouts(file, bytes);
  return {};
}

}  // namespace earwitness
