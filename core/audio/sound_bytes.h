// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: the bytes of a sound file.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/descriptor.h"

namespace earwitness {

/// A file that is open for reading, shared by whatever reads parts of it. Thread-safe.
class OpenFile {
 public:
  /// Throws Error with a message for the user when `path` is not a regular file that can be read.
  static std::shared_ptr<const OpenFile> open(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  uint64_t size() const { return size_; }  ///< bytes, when it was opened
  /// Number of bytes read: fewer at the end of the file, and when reading fails.
  size_t readAt(uint64_t offset, std::span<char> bytes) const;
  /// errno of the first failed read; 0 when none has failed.
  int readError() const { return readError_.load(); }

 private:
  OpenFile(std::filesystem::path path, Descriptor descriptor, uint64_t size);

  std::filesystem::path path_;
  Descriptor descriptor_;
  uint64_t size_;
  mutable std::atomic<int> readError_{0};
};

/// A header made by this program, then a part of a file; or the part alone. Lets a decoder see
/// correct sizes where those in the file are wrong. Cheap to copy. Thread-safe.
class SoundBytes {
 public:
  explicit SoundBytes(std::shared_ptr<const OpenFile> file);  ///< the whole file
  /// Bytes [begin, end) of the file, after `header`.
  SoundBytes(std::shared_ptr<const OpenFile> file, uint64_t begin, uint64_t end,
             std::string header = {});

  const OpenFile& file() const { return *file_; }
  uint64_t size() const { return header_.size() + (end_ - begin_); }
  size_t readAt(uint64_t offset, std::span<char> bytes) const;
  /// A part of these bytes, which may not reach into the header.
  SoundBytes part(uint64_t begin, uint64_t end) const;

 private:
  std::shared_ptr<const OpenFile> file_;
  uint64_t begin_, end_;
  std::string header_;
};

/// Looks at small pieces of a sound's bytes, one after another, without a system call for each.
/// Thread: one at a time.
class ByteWindow {
 public:
  explicit ByteWindow(SoundBytes bytes) : bytes_(std::move(bytes)), buffer_(kBytes) {}

  uint64_t size() const { return bytes_.size(); }
  /// `count` bytes at `offset`, at most kMost; null when the file ends before them. The pointer is
  /// valid until the next call.
  const unsigned char* at(uint64_t offset, size_t count);

  static constexpr size_t kMost = 4096;

 private:
  static constexpr size_t kBytes = 65536;

  SoundBytes bytes_;
  std::vector<char> buffer_;
  uint64_t first_ = 0;
  size_t held_ = 0;
};

uint32_t littleEndian32(const unsigned char* bytes);
uint64_t littleEndian64(const unsigned char* bytes);
uint32_t bigEndian32(const unsigned char* bytes);
uint64_t bigEndian64(const unsigned char* bytes);
inline uint16_t littleEndian16(const unsigned char* bytes) {
  return uint16_t(bytes[0] | bytes[1] << 8);
}
inline uint16_t bigEndian16(const unsigned char* bytes) {
  return uint16_t(bytes[0] << 8 | bytes[1]);
}

}  // namespace earwitness
