// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <cstdio>

namespace earwitness {

std::string inQuotes(std::string_view name) {
  std::string text = "'";
  for (const char c : name) text += (c >= 0 && c < ' ') || c == '\x7f' ? '?' : c;
  return text + "'";
}

std::string lowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowerAscii(c);
  return lower;
}

std::string csvField(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string text = "\"";
  for (const char c : field) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

std::string fixedPoint(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::string percent(double share) {
  return fixedPoint(share * 100.0, 1) + "%";
}

std::string durationText(double seconds) {
  if (seconds < 9.95) return fixedPoint(seconds, 1) + " s";
  const long whole = long(seconds + 0.5);
  const auto parts = [](long larger, const char* unit, long smaller, const char* smallerUnit) {
    return std::to_string(larger) + unit + std::to_string(smaller) + smallerUnit;
  };
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return parts(whole / 60, " min ", whole % 60, " s");
  return parts(whole / 3600, " h ", whole % 3600 / 60, " min");
}

}  // namespace earwitness
