// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/feature_shard.h"
#include "core/data/feature_store.h"
#include "core/data/file_index.h"
#include "core/listening/pipeline.h"

namespace earwitness {

/// All shards of a folder of the cache, and where each content is.
class FeatureLibrary {
 public:
  struct Place {
    const FeatureShard* shard = nullptr;
    const FeatureShard::Entry* entry = nullptr;
  };

  /// Opens what is there; damaged shards are removed.
  FeatureLibrary(const std::filesystem::path& folder, WindowShape shape);

  const std::filesystem::path& folder() const { return folder_; }
  WindowShape shape() const { return shape_; }
  /// Where the content is; a null shard where it is not.
  Place find(const std::string& contentHash) const;
  /// Opens one that was just written. Throws Error where it cannot be read back.
  void add(const std::filesystem::path& shard);
  /// The shards themselves, for those who keep reading.
  std::vector<std::unique_ptr<FeatureShard>> release() { return std::move(shards_); }

 private:
  void take(std::unique_ptr<FeatureShard> shard);

  std::filesystem::path folder_;
  WindowShape shape_;
  std::vector<std::unique_ptr<FeatureShard>> shards_;
  std::unordered_map<std::string, Place> places_;
};

/// Files that could not even be read, with a sentence each.
using UnreadableFiles = std::unordered_map<std::string, std::string>;

/// Hashes the files of these clips where `index` does not know them, each once, and computes the
/// windows of all clips whose content is not in the library, on several threads; writes them in
/// order, shard by shard, so that a kill loses a shard at most. A clip that cannot be decoded
/// becomes an entry with its sentence, kBrokenPath standing for its path. Returns how many were
/// computed. Throws Stopped (what is done is kept) and Error where the cache cannot be written.
size_t buildFeatures(const std::vector<ClipPlace>& clips, const FeatureStore::Request& request,
                     WindowPlan plan, FeatureLibrary& library, FileIndex& index,
                     UnreadableFiles& unreadable);

inline constexpr char kBrokenPath = '\x01';

}  // namespace earwitness
