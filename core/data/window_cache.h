// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data and core/training.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include "core/data/feature_builder.h"
#include "core/data/feature_shard.h"

namespace earwitness {

/// A folder of the cache, which is created. Throws WriteError.
std::filesystem::path makeCacheFolder(const std::filesystem::path& cache, const std::string& name);

/// Windows of one shape that are computed once and kept on disk by a key. A kill loses some hundred
/// of them at most, and several processes may fill one folder at a time.
class WindowCache {
 public:
  /// `cacheFolder` empty: the user's. `identity`: of what computes the windows. Throws WriteError.
  WindowCache(const std::filesystem::path& cacheFolder, const std::string& identity,
              WindowShape shape);

  /// Of what was there at the beginning and what was committed since. Thread: any.
  bool has(const std::string& key) const;
  /// Adds the windows of a key, one or more. Throws Error where the disk is full. Thread: any.
  void add(const std::string& key, std::span<const float> windows);
  /// Makes what was added last readable, and safe from a kill.
  void commit();
  /// The first window of a key that is there. Thread: one at a time, and not next to add().
  const float* find(const std::string& key) const;
  FeatureLibrary& library() { return library_; }

 private:
  void commitLocked();

  mutable std::mutex mutex_;
  FeatureLibrary library_;
  std::optional<FeatureShardWriter> writer_;
};

}  // namespace earwitness
