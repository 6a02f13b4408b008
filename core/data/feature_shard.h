// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: the files of the feature cache.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/descriptor.h"

namespace earwitness {

/// Shape of all windows in a folder of the cache.
struct WindowShape {
  uint64_t windowFrames = 0;
  uint64_t nMels = 0;

  size_t values() const { return size_t(windowFrames * nMels); }
};

/// A file with the windows of some hundred clips, by the content of their sound files.
///
/// Layout: a page with the header; windows of floats, one after another; a table with an entry per
/// clip, and sentences. Header and table carry hashes of themselves, and the header says how long
/// the file is, so that a file that is damaged in any of them is not taken for a shard.
class FeatureShard {
 public:
  struct Entry {
    std::string contentHash;
    uint64_t firstWindow = 0;
    uint32_t nWindows = 0;  ///< 0: the clip is broken, and `problem` says how
    std::string problem;    ///< of a clip that is used: what the user should know of it
  };

  /// Null where the file is no shard of this shape, or damaged, or gone. Throws Error where that
  /// cannot be found out.
  static std::unique_ptr<FeatureShard> open(const std::filesystem::path& path, WindowShape shape);
  ~FeatureShard();
  FeatureShard(const FeatureShard&) = delete;
  FeatureShard& operator=(const FeatureShard&) = delete;

  const std::vector<Entry>& entries() const { return entries_; }
  /// Windows, memory-mapped.
  const float* windows() const;
  size_t mappedBytes() const { return bytes_; }
  /// Takes the pages that were read out of the process's memory; reading brings them back.
  /// Thread: any, also while others read.
  void dropPages() const;

 private:
  FeatureShard() = default;
  bool read(const std::filesystem::path& path, WindowShape shape);
  bool readEntries(const std::string& table, uint64_t nEntries, uint64_t nWindows,
                   const std::array<char, 32>& decoder);

  std::vector<Entry> entries_;
  char* mapping_ = nullptr;
  size_t bytes_ = 0;
};

/// The shards in use. Pages that were read count as the process's memory, so they are given back
/// after some hundred megabytes; the system keeps them for as long as it has room.
class ShardPages {
 public:
  std::vector<std::unique_ptr<FeatureShard>> shards;
  /// Before `bytes` from `first` on, which are in one of the shards, are read. Thread: any.
  void touch(const float* first, size_t bytes);

 private:
  std::atomic<size_t> touchedBytes_ = 0;
};

/// Writes a shard: to a temporary file, which is locked while its writer lives, then synced and
/// renamed. Throws Error where the disk is full and the like. Thread: one at a time.
class FeatureShardWriter {
 public:
  FeatureShardWriter(const std::filesystem::path& folder, WindowShape shape);
  ~FeatureShardWriter();
  FeatureShardWriter(const FeatureShardWriter&) = delete;
  FeatureShardWriter& operator=(const FeatureShardWriter&) = delete;

  /// Windows of the clip that addClip() or addProblem() is called for next.
  void append(std::span<const float> windows);
  /// `note`: what the user should know of it, such as that a part is missing; may be empty.
  void addClip(const std::string& contentHash, const std::string& note = {});
  void addProblem(const std::string& contentHash, const std::string& problem);

  uint64_t windowBytes() const { return writtenWindows_ * shape_.values() * sizeof(float); }
  size_t clips() const { return entries_.size(); }
  /// Makes it a shard, and gives back its path. Its name follows from its clips, so that two
  /// processes that compute the same write the same file.
  std::filesystem::path commit();

 private:
  explicit FeatureShardWriter(WindowShape shape) : shape_(shape) {}
  void makeTemporary();
  void write(const void* data, size_t bytes);
  [[noreturn]] void fail(int errorNumber) const;
  std::string table() const;

  std::filesystem::path folder_;
  std::filesystem::path temporary_;
  WindowShape shape_;
  Descriptor file_;
  uint64_t writtenWindows_ = 0;
  uint64_t ownedWindows_ = 0;  ///< of clips that are complete
  std::vector<FeatureShard::Entry> entries_;
};

/// Removes what writers that were killed left behind.
void removeDeadTemporaries(const std::filesystem::path& folder);

}  // namespace earwitness
