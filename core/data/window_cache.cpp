// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/window_cache.h"

#include "core/base/content_hash.h"
#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr size_t kMostClipsInShard = 1024;  // a kill loses no more
constexpr uint64_t kMostBytesInShard = uint64_t{64} << 20;

fs::path folderFor(const fs::path& cacheFolder, const std::string& identity) {
  fs::path folder = makeCacheFolder(cacheFolder.empty() ? defaultCacheFolder() : cacheFolder,
                                    hashOfText(identity));
  removeDeadTemporaries(folder);
  return folder;
}

}  // namespace

fs::path makeCacheFolder(const fs::path& cache, const std::string& name) {
  fs::path folder = cache / name;
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    throw WriteError("The feature cache folder '%1' cannot be created: %2.", cache,
                     failure.message());
  return folder;
}

WindowCache::WindowCache(const fs::path& cacheFolder, const std::string& identity,
                         WindowShape shape)
    : library_(folderFor(cacheFolder, identity), shape) {}

bool WindowCache::has(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  return library_.find(key).shard != nullptr;
}

void WindowCache::add(const std::string& key, std::span<const float> windows) {
  const std::lock_guard lock(mutex_);
  if (!writer_) writer_.emplace(library_.folder(), library_.shape());
  writer_->append(windows);
  writer_->addClip(key);
  if (writer_->clips() >= kMostClipsInShard || writer_->windowBytes() >= kMostBytesInShard)
    commitLocked();
}

void WindowCache::commit() {
  const std::lock_guard lock(mutex_);
  commitLocked();
}

void WindowCache::commitLocked() {
  if (writer_ && writer_->clips() > 0) library_.add(writer_->commit());
  writer_.reset();
}

const float* WindowCache::find(const std::string& key) const {
  const FeatureLibrary::Place place = library_.find(key);
  return place.shard->windows() + place.entry->firstWindow * library_.shape().values();
}

}  // namespace earwitness
