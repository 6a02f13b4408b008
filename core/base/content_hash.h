// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace earwitness {

/// 128-bit XXH3 digest as 32 hexadecimal digits: an identity for content, not a signature.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);
  std::string hex() const;

 private:
  void* state_;
};

std::string hashOfText(std::string_view text);
/// Digest of a file's bytes, read in blocks. Throws Error when the file cannot be read.
std::string hashOfFile(const std::filesystem::path& path);

}  // namespace earwitness
