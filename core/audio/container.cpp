// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/container.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace earwitness {
namespace {

using namespace std::string_view_literals;

constexpr uint64_t kEdgeBytes = 188;  // a packet of MPEG-TS

bool isIsoBox(std::string_view name) {
  constexpr std::string_view kNames[]{"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

/// MP4, MOV, M4A, 3GP: boxes one after another.
void walkIsoBoxes(ByteWindow& bytes, Container& container) {
  uint64_t offset = 0;
  bool hasIndex = false;
  for (int box = 0; box < 100'000 && offset < bytes.size(); ++box) {
    const unsigned char* at = bytes.at(offset, 8);
    if (at == nullptr) break;
    uint64_t size = bigEndian32(at);
    const std::string name(reinterpret_cast<const char*>(at) + 4, 4);
    if (size == 1)
      if (const unsigned char* large = bytes.at(offset, 16)) size = bigEndian64(large + 8);
    hasIndex |= name == "moov";
    container.isFragmented |= name == "moof";
    if (size == 0) break;  // to the end of the file
    if (size < 8 || size > bytes.size() - offset) {
      container.isCut = size >= 8 && name != "free" && name != "skip";
      break;
    }
    offset += size;
  }
  container.lacksIndex = !hasIndex;
}

/// A number of EBML, the length of which is in its first bits; 0 when it stands for "unknown".
uint64_t ebmlNumber(ByteWindow& bytes, uint64_t& offset, bool keepMarker) {
  const unsigned char* at = bytes.at(offset, 1);
  if (at == nullptr || *at == 0) return 0;
  int length = 1;
  while ((*at & (0x80 >> (length - 1))) == 0) ++length;
  at = bytes.at(offset, size_t(length));
  if (at == nullptr) return 0;
  uint64_t value = keepMarker ? *at : *at & (0xffU >> length);
  bool isUnknown = !keepMarker && value == (0xffU >> length);
  for (int i = 1; i < length; ++i) {
    value = value << 8 | at[i];
    isUnknown &= at[i] == 0xff;
  }
  offset += uint64_t(length);
  return isUnknown ? 0 : value;
}

void readMatroskaSize(ByteWindow& bytes, Container& container) {
  constexpr uint64_t kSegment = 0x18538067;
  uint64_t offset = 4;
  offset += ebmlNumber(bytes, offset, false);
  if (ebmlNumber(bytes, offset, true) != kSegment) return;
  const uint64_t size = ebmlNumber(bytes, offset, false);
  container.isCut = size > 0 && offset + size > bytes.size();
}

/// The size of the whole file in ASF's object of file properties.
void readAsfSize(ByteWindow& bytes, Container& container) {
  constexpr std::string_view kProperties = "\xa1\xdc\xab\x8c\x47\xa9\xcf\x11"sv;
  uint64_t offset = 30;
  for (int object = 0; object < 1000; ++object) {
    const unsigned char* at = bytes.at(offset, 24);
    if (at == nullptr) return;
    const uint64_t size = littleEndian64(at + 16);
    const bool isProperties = std::memcmp(at, kProperties.data(), kProperties.size()) == 0;
    if (isProperties)
      if (const unsigned char* field = bytes.at(offset + 40, 8))
        container.isCut = littleEndian64(field) > bytes.size();
    if (isProperties || size < 24 || size > bytes.size()) return;
    offset += size;
  }
}

bool isTransportStream(ByteWindow& bytes) {
  for (uint64_t packet = 0; packet < 4; ++packet) {
    const unsigned char* at = bytes.at(packet * kEdgeBytes, 1);
    if (at == nullptr || *at != 0x47) return false;
  }
  return true;
}

const char* demuxerFor(std::string_view start, std::string_view form) {
  struct Magic {
    std::string_view start;
    const char* demuxer;
  };
  static constexpr Magic kMagics[]{
      {"\x1a\x45\xdf\xa3"sv, "matroska"},
      {"\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv, "asf"},
      {"FLV\x01"sv, "flv"},
      {"\x00\x00\x01\xba"sv, "mpeg"},
      {"wvpk"sv, "wv"},
      {"MAC "sv, "ape"},
      {"TTA1"sv, "tta"},
      {"MPCK"sv, "mpc8"},
      {"MP+"sv, "mpc"},
      {"\x0b\x77"sv, "ac3"},
      {"OggS"sv, "ogg"},
      {"fLaC"sv, "flac"},
      {"caff"sv, "caf"},
      {"FORM"sv, "aiff"},
      {".snd"sv, "au"},
      {"riff"sv, "w64"},
  };
  if (start.starts_with("RIFF")) return form == "AVI " ? "avi" : form == "WAVE" ? "wav" : nullptr;
  if (start.starts_with("RF64") || start.starts_with("BW64")) return "wav";
  for (const Magic& magic : kMagics)
    if (start.starts_with(magic.start)) return magic.demuxer;
  return nullptr;
}

}  // namespace

Container containerOf(const SoundBytes& sound) {
  ByteWindow bytes(sound);
  const unsigned char* at = bytes.at(0, 12);
  if (at == nullptr) return {};
  const std::string start(reinterpret_cast<const char*>(at), 12);
  Container container{.demuxer = demuxerFor(start, std::string_view(start).substr(8, 4))};
  const std::string_view name = container.demuxer == nullptr ? "" : container.demuxer;
  if (name == "matroska") readMatroskaSize(bytes, container);
  if (name == "asf") readAsfSize(bytes, container);
  if (name == "avi")
    container.isCut =
        uint64_t(littleEndian32(reinterpret_cast<const unsigned char*>(start.data()) + 4)) >
        bytes.size();
  if (container.demuxer == nullptr && isIsoBox(std::string_view(start).substr(4, 4))) {
    container.demuxer = "mov";
    walkIsoBoxes(bytes, container);
  } else if (container.demuxer == nullptr && isTransportStream(bytes)) {
    container.demuxer = "mpegts";
  }
  return container;
}

}  // namespace earwitness
