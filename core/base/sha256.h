// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace earwitness {

/// SHA-256 of bytes that arrive in pieces. Thread: one at a time.
class Sha256 {
 public:
  /// Throws Error if the system's library refuses SHA-256.
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Nothing can be added afterwards.
  std::string digest();

 private:
  evp_md_ctx_st* context_;
};

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256Of(std::string_view bytes);

/// True for 64 lower-case hexadecimal digits.
bool isSha256(std::string_view text);

}  // namespace earwitness
