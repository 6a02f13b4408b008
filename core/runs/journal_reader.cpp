// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/journal_reader.h"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace earwitness {
namespace {

constexpr size_t kRemembered = 96;  // the time of the last event is among them

/// The file's bytes from `offset` on; fewer than there are where it is being cut short.
std::string bytesFrom(std::ifstream& file, size_t offset) {
  file.seekg(0, std::ios::end);
  const std::streamoff end = file.tellg();
  if (end <= std::streamoff(offset)) return {};
  std::string bytes(size_t(end) - offset, '\0');
  file.seekg(std::streamoff(offset));
  file.read(bytes.data(), std::streamsize(bytes.size()));
  bytes.resize(size_t(std::max<std::streamsize>(0, file.gcount())));
  return bytes;
}

}  // namespace

std::vector<nlohmann::json> JournalReader::readNew() {
  std::vector<nlohmann::json> events;
  std::ifstream file(path_, std::ios::binary);
  if (!file) return events;
  std::string bytes = bytesFrom(file, offset_ - last_.size());
  if (bytes.starts_with(last_)) {
    bytes.erase(0, last_.size());
  } else {
    offset_ = 0;
    last_.clear();
    file.clear();
    bytes = bytesFrom(file, 0);
  }
  size_t start = 0;
  for (size_t end = bytes.find('\n'); end != std::string::npos; end = bytes.find('\n', start)) {
    auto event = nlohmann::json::parse(bytes.begin() + long(start), bytes.begin() + long(end),
                                       nullptr, false);
    if (event.is_object()) events.push_back(std::move(event));
    start = end + 1;
  }
  offset_ += start;
  last_.append(bytes, 0, start);
  if (last_.size() > kRemembered) last_.erase(0, last_.size() - kRemembered);
  return events;
}

}  // namespace earwitness
