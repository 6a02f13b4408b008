// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/look_alike.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "core/base/text.h"

namespace earwitness {
namespace {

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   utf8proc_ssize_t(text.size()), &result, utf8proc_option_t(options));
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(result, &std::free);
  if (length >= 0) return {reinterpret_cast<const char*>(result), size_t(length)};
  return lowerAscii(text);
}

}  // namespace

std::string_view trimmedBlanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string lookAlikeKey(std::string_view name) {
  const std::string folded =
      mapped(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                       UTF8PROC_IGNORE | UTF8PROC_STRIPCC);
  std::string key;
  for (const char c : trimmedBlanks(folded))
    if (c != ' ' || key.back() != ' ') key += c;
  return key;
}

std::vector<std::vector<std::string>> alikeNames(const std::map<std::string, size_t>& counts) {
  std::map<std::string, std::vector<std::string>> byKey;
  for (const auto& [name, count] : counts) byKey[lookAlikeKey(name)].push_back(name);
  std::vector<std::vector<std::string>> groups;
  for (auto& [key, names] : byKey) {
    if (names.size() < 2) continue;
    std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
      const size_t countA = counts.at(a), countB = counts.at(b);
      return countA != countB ? countA > countB : a.size() < b.size();
    });
    groups.push_back(std::move(names));
  }
  return groups;
}

std::string fileNameKey(std::string_view name) {
  return mapped(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

}  // namespace earwitness
