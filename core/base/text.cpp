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
  return durationMessage(seconds).english();
}

Message durationMessage(double seconds) {
  if (seconds < 9.95) return Message("%1 s", fixedPoint(seconds, 1));
  const long whole = long(seconds + 0.5);
  if (whole < 60) return Message("%1 s", whole);
  if (whole < 3600) return Message("%1 min %2 s", whole / 60, whole % 60);
  return Message("%1 h %2 min", whole / 3600, whole % 3600 / 60);
}

}  // namespace earwitness
