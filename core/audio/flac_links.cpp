// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/flac_links.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace earwitness {
namespace {

constexpr size_t kBlockBytes = size_t(1) << 18;
constexpr size_t kHeadBytes = 26;  // marker, header and description of a stream, without its hash
constexpr size_t kMostLinks = 10'000;

/// "fLaC" and the description of a stream, with a sample rate and a block size that can be.
bool isStreamHead(std::string_view head) {
  if (head.size() < kHeadBytes) return false;
  const auto* at = reinterpret_cast<const unsigned char*>(head.data());
  const bool isDescription = (at[4] & 0x7f) == 0 && at[5] == 0 && at[6] == 0 && at[7] == 34;
  const unsigned smallest = bigEndian16(at + 8), largest = bigEndian16(at + 10);
  const unsigned rate = unsigned(at[18]) << 12 | unsigned(at[19]) << 4 | unsigned(at[20]) >> 4;
  return isDescription && smallest >= 16 && smallest <= largest && rate > 0;
}

}  // namespace

std::vector<SoundBytes> flacLinksAfter(const std::shared_ptr<const OpenFile>& file,
                                       uint64_t offset) {
  constexpr std::string_view kMarker = "fLaC";
  std::vector<uint64_t> begins;
  std::vector<char> block(kBlockBytes + kHeadBytes);
  for (offset = std::max<uint64_t>(offset, 1); offset < file->size(); offset += kBlockBytes) {
    const std::string_view text(block.data(), file->readAt(offset, block));
    const char* const end = text.data() + std::min(text.size(), kBlockBytes + kMarker.size() - 1);
    const char* from = text.data();
    while (const void* found = ::memmem(from, size_t(end - from), kMarker.data(), kMarker.size())) {
      const auto* at = static_cast<const char*>(found);
      const auto place = size_t(at - text.data());
      if (begins.size() < kMostLinks && isStreamHead(text.substr(place)))
        begins.push_back(offset + place);
      from = at + 1;
    }
  }
  std::vector<SoundBytes> links;
  for (size_t i = 0; i < begins.size(); ++i)
    links.emplace_back(file, begins[i], i + 1 < begins.size() ? begins[i + 1] : file->size());
  return links;
}

}  // namespace earwitness
