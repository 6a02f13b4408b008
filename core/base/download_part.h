// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal: of download.cpp.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"
#include "core/base/message.h"
#include "core/base/stop_signal.h"

namespace earwitness {

/// Why a download failed, and what to do about it. The address is added by downloadFile().
struct DownloadFailure {
  Message reason;  ///< has no full stop
  Message remedy;  ///< a sentence
};

/// What a part belongs to; saved next to it.
struct PartState {
  std::string address;
  std::string validator;  ///< for If-Range: a strong ETag, else a date; empty: none
  uint64_t total = 0;     ///< bytes of the whole file; 0: unknown
};

/// Empty if it is missing or damaged: the download starts again then.
PartState readPartState(const std::filesystem::path& target);
/// Throws WriteError.
void writePartState(const std::filesystem::path& target, const PartState& state);

/// The part of a file that has been downloaded, open and locked. Functions throw DownloadFailure if
/// the system refuses. Thread: one at a time.
class DownloadPart {
 public:
  explicit DownloadPart(const std::filesystem::path& target);
  /// An attempt that received nothing leaves nothing.
  ~DownloadPart();
  DownloadPart(const DownloadPart&) = delete;
  DownloadPart& operator=(const DownloadPart&) = delete;

  uint64_t size() const { return size_; }
  void clear();
  void append(std::string_view bytes);
  /// Fails if the disk has less than `bytes` left.
  void requireSpace(uint64_t bytes) const;
  /// SHA-256 as hexadecimal digits. Throws Stopped.
  std::string digest(const StopSignal& stop) const;
  void moveTo(const std::filesystem::path& target);

 private:
  [[noreturn]] void fail(int error) const;

  std::filesystem::path path_;
  std::filesystem::path statePath_;
  Descriptor file_;
  uint64_t size_ = 0;
};

}  // namespace earwitness
