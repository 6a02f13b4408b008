#pragma once

#include <string>
#include <string_view>

namespace earwitness {

/// A name in a sentence: 'name'.
inline std::string inQuotes(std::string_view name) {
  std::string text("'");
  text.append(name).append("'");
  return text;
}

}  // namespace earwitness
