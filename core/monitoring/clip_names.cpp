// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/clip_names.h"

#include <algorithm>

#include "core/base/clock_time.h"
#include "core/base/content_hash.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr size_t kLongestName = 80;
constexpr size_t kHashDigits = 8;
constexpr std::string_view kTimeForm = "0000-00-00T00-00-00.000Z";  // 0: any digit

/// Length of the valid UTF-8 character that `text` begins with; 0 where there is none.
size_t characterLength(std::string_view text) {
  const auto byte = [text](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const size_t length = lead < 0x80                    ? 1
                        : lead >= 0xC2 && lead <= 0xDF ? 2
                        : lead >= 0xE0 && lead <= 0xEF ? 3
                        : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                       : 0;
  if (length == 0 || text.size() < length) return 0;
  for (size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
  return overlong || beyond ? 0 : length;
}

bool isForbidden(char c) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  return (c >= 0 && c < ' ') || c == '\x7f' || kForbidden.find(c) != std::string_view::npos;
}

std::string withoutForbidden(std::string_view label) {
  std::string name;
  while (!label.empty()) {
    const size_t length = characterLength(label);
    if (name.size() + std::max<size_t>(length, 1) > kLongestName) break;
    if (length == 0 || isForbidden(label.front()))
      name += '-';
    else
      name += label.substr(0, length);
    label.remove_prefix(std::max<size_t>(length, 1));
  }
  return name;
}

bool fitsTimeForm(std::string_view text) {
  return std::equal(
      text.begin(), text.end(), kTimeForm.begin(), kTimeForm.end(),
      [](char c, char form) { return form == '0' ? c >= '0' && c <= '9' : c == form; });
}

}  // namespace

std::string clipNameOf(const std::string& label) {
  constexpr std::string_view kNotAtTheEnds = " ._-";
  std::string name = withoutForbidden(label);
  name.erase(0, std::min(name.find_first_not_of(kNotAtTheEnds), name.size()));
  name.erase(name.find_last_not_of(kNotAtTheEnds) + 1);
  if (name == label && !name.empty()) return name;
  if (name.empty()) name = "unnamed";
  return name + "-" + hashOfText(label).substr(0, kHashDigits);
}

fs::path clipPath(const fs::path& folder, const std::string& name, int64_t startUtcMs,
                  std::string_view ending) {
  std::string time = utcText(startUtcMs);
  std::replace(time.begin(), time.end(), ':', '-');
  std::string file = name;
  file.append("_").append(time).append(ending);
  return folder / name / file;
}

fs::path cutClipPath(const fs::path& folder, const std::string& name, int64_t recordingUtcMs,
                     int number, std::string_view ending) {
  std::string tail = number < 10 ? "_0" : "_";
  tail.append(std::to_string(number)).append(ending);
  return clipPath(folder, name, recordingUtcMs, tail);
}

std::string recordingOf(const fs::path& clip) {
  const std::string stem = clip.stem().string();
  for (size_t end = stem.rfind('_'); end != std::string::npos && end > kTimeForm.size();
       end = stem.rfind('_', end - 1)) {
    const size_t begin = end - kTimeForm.size();
    if (stem[begin - 1] == '_' &&
        fitsTimeForm(std::string_view(stem).substr(begin, kTimeForm.size())))
      return stem.substr(0, end);
  }
  return {};
}

std::optional<ClipName> parseClipPath(const fs::path& path) {
  const std::string ending = path.extension().string();
  if (ending != ".flac" && ending != ".wav") return std::nullopt;
  const std::string stem = path.stem().string();
  const std::string name = path.parent_path().filename().string();
  if (stem.size() != name.size() + 1 + kTimeForm.size() || !stem.starts_with(name) ||
      stem[name.size()] != '_')
    return std::nullopt;
  std::string time = stem.substr(name.size() + 1);
  if (!fitsTimeForm(time)) return std::nullopt;
  return ClipName{.name = name, .time = std::move(time)};
}

}  // namespace earwitness
