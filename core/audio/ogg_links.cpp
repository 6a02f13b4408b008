// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/ogg_links.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>

namespace earwitness {
namespace {

constexpr size_t kHeaderBytes = 27;  // of a page, before its table of segments
constexpr unsigned kFirstPage = 2;   // flag
constexpr size_t kMostLinks = 10'000;
constexpr uint64_t kMostGarbage = uint64_t(16) << 20;  // bytes between pages

struct Page {
  uint64_t begin = 0, end = 0;
  bool isFirst = false;  ///< of its stream
  bool isPlain = false;  ///< the first of a Vorbis or Opus stream
};

/// Empty when there is no page here. The page may reach beyond the end of the file.
std::optional<Page> pageAt(ByteWindow& bytes, uint64_t offset) {
  const unsigned char* at = bytes.at(offset, kHeaderBytes);
  if (at == nullptr || std::string_view(reinterpret_cast<const char*>(at), 4) != "OggS")
    return std::nullopt;
  Page page{.begin = offset, .isFirst = (at[5] & kFirstPage) != 0};
  const size_t segments = at[26];
  const unsigned char* table = bytes.at(offset + kHeaderBytes, segments);
  if (table == nullptr) {
    page.end = bytes.size() + 1;
    return page;
  }
  const uint64_t body = offset + kHeaderBytes + segments;
  page.end = body + std::accumulate(table, table + segments, uint64_t(0));
  if (const unsigned char* start = bytes.at(body, 8)) {
    const std::string_view text(reinterpret_cast<const char*>(start), 8);
    page.isPlain = page.isFirst && (text.starts_with("\x01vorbis") || text == "OpusHead");
  }
  return page;
}

/// The next page after bytes that are none.
std::optional<Page> findPage(ByteWindow& bytes, uint64_t offset) {
  const uint64_t end = std::min(bytes.size(), offset + kMostGarbage);
  for (; offset + kHeaderBytes <= end; ++offset) {
    const unsigned char* at = bytes.at(offset, 1);
    if (at == nullptr) return std::nullopt;
    if (*at != 'O') continue;
    if (auto page = pageAt(bytes, offset)) return page;
  }
  return std::nullopt;
}

}  // namespace

OggLinks oggLinksOf(const std::shared_ptr<const OpenFile>& file) {
  ByteWindow bytes{SoundBytes(file)};
  struct Link {
    uint64_t begin = 0;
    int streams = 0;
    bool isPlain = false;
  };
  std::vector<Link> links;
  OggLinks found;
  bool inHead = false;  // among the first pages of a link's streams
  auto page = pageAt(bytes, 0);
  while (page && links.size() < kMostLinks) {
    if (page->isFirst && !inHead) links.push_back({.begin = page->begin});
    inHead = page->isFirst;
    if (page->isFirst) {
      ++links.back().streams;
      links.back().isPlain = page->isPlain;
    }
    if (links.empty()) break;  // it begins in the middle
    found.isCut = page->end > bytes.size();
    if (page->end >= bytes.size()) break;
    page = findPage(bytes, page->end);
  }
  for (size_t i = 0; i < links.size(); ++i) {
    const uint64_t end = i + 1 < links.size() ? links[i + 1].begin : bytes.size();
    found.links.push_back({.bytes = SoundBytes(file, links[i].begin, end),
                           .isPlain = links[i].isPlain && links[i].streams == 1});
  }
  return found;
}

}  // namespace earwitness
