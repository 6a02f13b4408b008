#include "core/data/feature_store.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/write_error.h"
#include "core/data/feature_builder.h"
#include "core/data/parallel.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kFormatVersion = 3;
constexpr size_t kMostTouchedBytes = size_t{128} << 20;

WindowPlan planOf(const FeatureStore::Request& request) {
  ModelDescription model;
  model.features = request.features;
  model.windowSeconds = request.windowSeconds;
  return WindowPlan::of(model, request.windowSeconds);
}

fs::path cacheOf(const FeatureStore::Request& request) {
  return request.cacheFolder.empty() ? defaultCacheFolder() : request.cacheFolder;
}

/// One folder for all windows that are made with the same settings.
fs::path settingsFolder(const fs::path& cache, const FeatureStore::Request& request) {
  const std::string settings = toJson(request.features).dump() + " " +
                               std::to_string(request.windowSeconds) + " s, format " +
                               std::to_string(kFormatVersion);
  fs::path folder = cache / hashOfText(settings);
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    throw WriteError("The feature cache folder '" + cache.string() +
                     "' cannot be made: " + failure.message() + ".");
  return folder;
}

/// Files that have to be read: unknown ones, and those whose content the library lacks.
std::vector<fs::path> filesToRead(const DataSet& dataSet, FileIndex& index,
                                  const FeatureLibrary& library) {
  std::vector<fs::path> files;
  std::set<fs::path> seen;
  for (const Clip& clip : dataSet.clips) {
    const FileIndex::Entry* entry = index.find(clip.path);
    const bool isKnown = entry != nullptr && !entry->contentHash.empty() &&
                         library.find(entry->contentHash).shard != nullptr;
    if (!isKnown && seen.insert(clip.path).second) files.push_back(clip.path);
  }
  return files;
}

std::string withPath(std::string sentence, const fs::path& path) {
  const std::string name = path.string();
  for (size_t at = sentence.find(kBrokenPath); at != std::string::npos;
       at = sentence.find(kBrokenPath, at + name.size()))
    sentence.replace(at, 1, name);
  return sentence;
}

/// Leaves out what cannot be used, and gives each clip its content's hash.
void takeOutcomes(DataSet& dataSet, FileIndex& index, const FeatureLibrary& library,
                  const UnreadableFiles& unreadable) {
  std::set<fs::path> told;
  const auto leaveOut = [&](const fs::path& path, const std::string& what) {
    if (told.insert(path).second) dataSet.problems.push_back({path, what});
  };
  for (Clip& clip : dataSet.clips) {
    const auto failed = unreadable.find(clip.path.string());
    const FileIndex::Entry* entry = index.find(clip.path);
    const FeatureLibrary::Place place =
        entry == nullptr ? FeatureLibrary::Place{} : library.find(entry->contentHash);
    if (failed != unreadable.end())
      leaveOut(clip.path, failed->second);
    else if (place.shard == nullptr)
      leaveOut(clip.path, "'" + clip.path.string() + "' changed while it was read.");
    else if (place.entry->nWindows == 0)
      leaveOut(clip.path, withPath(place.entry->problem, clip.path));
    else
      clip.contentHash = entry->contentHash;
  }
  removeProblemClips(dataSet);
}

std::string fingerprintOf(const DataSet& dataSet) {
  ContentHash identity;
  for (const Clip& clip : dataSet.clips) {
    identity.add(clip.contentHash);
    identity.add(dataSet.labels[size_t(clip.label)] + "\n");
  }
  return identity.hex();
}

}  // namespace

/// The shards in use. Pages that were read count as the process's memory, so they are given back
/// after some hundred megabytes; the system keeps them for as long as it has room.
struct FeatureStore::Pages {
  std::vector<std::unique_ptr<FeatureShard>> shards;
  std::atomic<size_t> touchedBytes = 0;

  void touch(const float* window, size_t bytes) {
    static const auto kPage = uintptr_t(::sysconf(_SC_PAGESIZE));
    const size_t inPage = reinterpret_cast<uintptr_t>(window) % kPage;
    char* const first = reinterpret_cast<char*>(const_cast<float*>(window)) - inPage;
    // All of it in one go where it has to come from the disk.
    ::madvise(first, inPage + bytes, MADV_WILLNEED);
    const size_t before = touchedBytes.fetch_add(bytes);
    if (before >= kMostTouchedBytes || before + bytes < kMostTouchedBytes) return;
    for (const auto& shard : shards) shard->dropPages();
    touchedBytes = 0;
  }
};

FeatureStore::FeatureStore() : pages_(std::make_unique<Pages>()) {}
FeatureStore::FeatureStore(FeatureStore&&) noexcept = default;
FeatureStore& FeatureStore::operator=(FeatureStore&&) noexcept = default;
FeatureStore::~FeatureStore() = default;

FeatureStore FeatureStore::open(DataSet& dataSet, const Request& request) {
  request.features.validate();
  removeProblemClips(dataSet);
  const WindowPlan plan = planOf(request);
  const fs::path cache = cacheOf(request);
  const fs::path folder = settingsFolder(cache, request);
  try {
    removeDeadTemporaries(folder);
    FeatureLibrary library(folder, {uint64_t(plan.windowFrames), uint64_t(request.features.nMels)});
    FileIndex index(cache, dataSet.root);
    UnreadableFiles unreadable;
    FeatureStore store;
    const std::vector<fs::path> files = filesToRead(dataSet, index, library);
    if (!files.empty()) {
      struct Saver {
        FileIndex& index;
        ~Saver() { index.save(); }
      } saver{index};
      store.reused_ = buildFeatures(files, request, plan, library, index, unreadable) == 0;
    }
    takeOutcomes(dataSet, index, library, unreadable);
    store.windowFrames_ = plan.windowFrames;
    store.nMels_ = request.features.nMels;
    store.takeClips(dataSet, library);
    return store;
  } catch (const fs::filesystem_error& error) {
    throw Error("The feature cache '" + cache.string() +
                "' cannot be read: " + error.code().message() + ".");
  }
}

void FeatureStore::takeClips(const DataSet& dataSet, FeatureLibrary& library) {
  const size_t values = library.shape().values();
  std::set<const FeatureShard*> used;
  for (const Clip& clip : dataSet.clips) {
    const FeatureLibrary::Place place = library.find(clip.contentHash);
    clips_.push_back({place.shard->windows() + place.entry->firstWindow * values,
                      place.entry->nWindows, clip.contentHash});
    used.insert(place.shard);
  }
  pages_->shards = library.release();
  std::erase_if(pages_->shards, [&](const auto& shard) { return !used.contains(shard.get()); });
  fingerprint_ = fingerprintOf(dataSet);
}

std::span<const float> FeatureStore::window(size_t clip, size_t index) const {
  const size_t values = size_t(windowFrames_) * size_t(nMels_);
  const float* first = clips_[clip].windows + index * values;
  pages_->touch(first, values * sizeof(float));
  return {first, values};
}

namespace {

/// Lengths of the files, as their headers say; below 0 where that cannot be read.
std::vector<double> lengthsOf(const DataSet& dataSet, const FeatureStore::Request& request,
                              FileIndex* index) {
  std::vector<double> seconds(dataSet.clips.size(), -1.0);
  std::vector<FileIndex::Entry*> entries(dataSet.clips.size());
  for (size_t i = 0; index != nullptr && i < entries.size(); ++i) {
    entries[i] = index->find(dataSet.clips[i].path);
    if (entries[i] != nullptr) seconds[i] = entries[i]->seconds;
  }
  std::atomic<bool> changed = false;
  forEachOnThreads(seconds.size(), request.threads, request.stop, {}, [&](size_t i) {
    if (seconds[i] >= 0.0) return;
    try {
      seconds[i] = AudioFileReader(dataSet.clips[i].path).seconds();
      changed = true;
    } catch (const Error&) {
      // Told when the features are computed.
    }
  });
  if (index == nullptr || !changed) return seconds;
  for (size_t i = 0; i < seconds.size(); ++i)
    if (entries[i] != nullptr) entries[i]->seconds = seconds[i];
  index->setChanged();
  index->save();
  return seconds;
}

double windowFor(std::vector<double> seconds) {
  constexpr double kLongestSeconds = 10.0;
  constexpr double kShortestSeconds = 0.5;
  constexpr double kShare = 0.95;  // one long clip among a thousand does not decide
  std::erase_if(seconds, [](double length) { return length < 0.0; });
  if (seconds.empty()) return kShortestSeconds;
  const auto most = seconds.begin() + long(std::ceil(double(seconds.size() - 1) * kShare));
  std::nth_element(seconds.begin(), most, seconds.end());
  return std::clamp(std::ceil(*most * 10.0 - 1e-6) / 10.0, kShortestSeconds, kLongestSeconds);
}

}  // namespace

double suitableWindowSeconds(const DataSet& dataSet) {
  return windowFor(lengthsOf(dataSet, {}, nullptr));
}

std::vector<double> clipSeconds(const DataSet& dataSet, const FeatureStore::Request& request) {
  FileIndex index(cacheOf(request), dataSet.root);
  return lengthsOf(dataSet, request, &index);
}

double suitableWindowSeconds(const DataSet& dataSet, const FeatureStore::Request& request) {
  return windowFor(clipSeconds(dataSet, request));
}

std::vector<fs::path> filesToCompute(const DataSet& dataSet, const FeatureStore::Request& request) {
  const fs::path cache = cacheOf(request);
  const FeatureLibrary library(
      settingsFolder(cache, request),
      {uint64_t(planOf(request).windowFrames), uint64_t(request.features.nMels)});
  FileIndex index(cache, dataSet.root);
  return filesToRead(dataSet, index, library);
}

std::filesystem::path defaultCacheFolder() {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder != '\0')
    return fs::path(folder) / "earwitness" / "features";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".cache" / "earwitness" / "features";
  return fs::temp_directory_path() / "earwitness" / "features";
}

}  // namespace earwitness
