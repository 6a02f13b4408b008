// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "core/base/error.h"

namespace earwitness {

/// The bytes as a file in memory; the next call overwrites it.
inline std::filesystem::path fileWith(std::span<const uint8_t> bytes) {
  static const int file = ::memfd_create("fuzz", 0);
  if (file < 0 || ::ftruncate(file, 0) != 0 ||
      ::pwrite(file, bytes.data(), bytes.size(), 0) != ssize_t(bytes.size()))
    std::abort();
  return "/proc/self/fd/" + std::to_string(file);
}

/// Stops the fuzzer: a promise was broken.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "Broken: %s\n", promise);
  std::abort();
}

/// Bad input may only end in an Error that says something. Everything else goes through and is
/// found.
template <typename Action>
void refusedInWordsOrDone(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    const std::string sentence = error.what();
    require(sentence.size() > 20 && sentence.ends_with('.'), "an error is a sentence");
  }
}

}  // namespace earwitness
