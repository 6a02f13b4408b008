// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/content_hash.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <new>
#include <system_error>
#include <vector>

#include <xxhash.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr size_t kBlockBytes = size_t(1) << 16;

XXH3_state_t* stateOf(void* state) {
  return static_cast<XXH3_state_t*>(state);
}

}  // namespace

ContentHash::ContentHash() : state_(XXH3_createState()) {
  if (state_ == nullptr) throw std::bad_alloc();
  XXH3_128bits_reset(stateOf(state_));
}

ContentHash::~ContentHash() {
  XXH3_freeState(stateOf(state_));
}

void ContentHash::add(std::span<const std::byte> bytes) {
  XXH3_128bits_update(stateOf(state_), bytes.data(), bytes.size());
}

void ContentHash::add(std::string_view text) {
  add(std::as_bytes(std::span(text)));
}

std::string ContentHash::hex() const {
  XXH128_canonical_t canonical;  // big endian, the same on every machine
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(stateOf(state_)));
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * sizeof canonical.digest);
  for (const unsigned char byte : canonical.digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string hashOfText(std::string_view text) {
  ContentHash hash;
  hash.add(text);
  return hash.hex();
}

std::string hashOfFile(const std::filesystem::path& path) {
  const auto fail = [&path](int errorNumber) {
    throw Error("'%1' cannot be read: %2.", path, std::generic_category().message(errorNumber));
  };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                             &std::fclose);
  if (!file) fail(errno);
  ContentHash hash;
  std::vector<std::byte> block(kBlockBytes);
  while (const size_t count = std::fread(block.data(), 1, block.size(), file.get()))
    hash.add(std::span(block).first(count));
  if (std::ferror(file.get())) fail(errno);
  return hash.hex();
}

}  // namespace earwitness
