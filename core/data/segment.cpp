// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/segment.h"

#include <charconv>
#include <cmath>
#include <string_view>

#include "core/base/content_hash.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr std::string_view kFragment = "#t=";

/// Without zeros at the end.
std::string seconds(double value, int digits) {
  std::string text = fixedPoint(value, digits);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

bool readNumber(const char*& position, const char* end, double& value) {
  const auto [next, failure] = std::from_chars(position, end, value, std::chars_format::fixed);
  position = next;
  return failure == std::errc() && value >= 0.0;
}

}  // namespace

Segment roundedSegment(double begin, double end) {
  return {std::round(begin * 1e6) / 1e6, std::round(end * 1e6) / 1e6};
}

std::string addressOf(const std::filesystem::path& path, const Segment& segment) {
  if (segment.isWhole()) return path.string();
  return path.string() + std::string(kFragment) + seconds(segment.begin, 6) + "," +
         seconds(segment.end, 6);
}

ClipPlace placeOf(const std::string& address) {
  const size_t fragment = address.rfind(kFragment);
  if (fragment == address.npos) return {address};
  const char* position = address.data() + fragment + kFragment.size();
  const char* const end = address.data() + address.size();
  Segment segment;
  if (!readNumber(position, end, segment.begin) || position == end || *position++ != ',' ||
      !readNumber(position, end, segment.end) || position != end || segment.isWhole())
    return {address};
  return {address.substr(0, fragment), segment};
}

std::string contentHashOf(const std::string& fileHash, const Segment& segment) {
  if (segment.isWhole() || fileHash.empty()) return fileHash;
  return hashOfText(fileHash + " " + std::to_string(std::llround(segment.begin * 1e6)) + " to " +
                    std::to_string(std::llround(segment.end * 1e6)));
}

Message spanOf(const Segment& segment) {
  return Message("%1 to %2 s", seconds(segment.begin, 3), seconds(segment.end, 3));
}

std::string textOf(const Segment& segment) {
  return spanOf(segment).english();
}

}  // namespace earwitness
