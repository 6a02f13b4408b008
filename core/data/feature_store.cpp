// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/feature_store.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/audio/audio_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/user_folders.h"
#include "core/data/clip_cutter.h"
#include "core/data/clip_reader.h"
#include "core/data/feature_builder.h"
#include "core/data/parallel.h"
#include "core/data/window_cache.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kFormatVersion = 4;

WindowPlan planOf(const FeatureStore::Request& request) {
  return ClipCutter::planOf(request.features, request.windowSeconds);
}

fs::path cacheOf(const FeatureStore::Request& request) {
  return request.cacheFolder.empty() ? defaultCacheFolder() : request.cacheFolder;
}

/// One folder for all windows that are made with the same settings.
fs::path settingsFolder(const fs::path& cache, const FeatureStore::Request& request) {
  const std::string settings = toJson(request.features).dump() + " " +
                               std::to_string(request.windowSeconds) + " s, format " +
                               std::to_string(kFormatVersion) + ", " + textOf(request.channel);
  return makeCacheFolder(cache, hashOfText(settings));
}

/// Hash of a clip's content where the index knows its file; else empty.
std::string knownHash(const Clip& clip, FileIndex& index) {
  const FileIndex::Entry* entry = index.find(clip.path);
  return entry == nullptr ? std::string() : contentHashOf(entry->contentHash, clip.segment);
}

/// Clips that have to be read: of unknown files, and those whose content the library lacks.
std::vector<size_t> clipsToRead(const DataSet& dataSet, FileIndex& index,
                                const FeatureLibrary& library) {
  std::vector<size_t> clips;
  std::set<std::pair<fs::path, Segment>> seen;
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    const Clip& clip = dataSet.clips[i];
    const std::string hash = knownHash(clip, index);
    const bool isKnown = !hash.empty() && library.find(hash).shard != nullptr;
    if (!isKnown && seen.emplace(clip.path, clip.segment).second) clips.push_back(i);
  }
  return clips;
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
  std::set<std::pair<fs::path, Segment>> told;
  std::set<fs::path> noted;
  const auto leaveOut = [&](const Clip& clip, const std::string& what, bool isOfFile) {
    const Segment segment = isOfFile ? Segment{} : clip.segment;
    if (!told.emplace(clip.path, segment).second) return;
    dataSet.problems.push_back(
        {clip.path, Message::verbatim(segment.isWhole() ? what : clip.row.english() + ": " + what),
         DataProblemKind::Broken, segment});
  };
  for (Clip& clip : dataSet.clips) {
    const auto failed = unreadable.find(clip.path.string());
    const std::string hash = knownHash(clip, index);
    const FeatureLibrary::Place place = library.find(hash);
    if (failed != unreadable.end())
      leaveOut(clip, failed->second, true);
    else if (place.shard == nullptr)
      leaveOut(clip, "'" + clip.path.string() + "' changed while it was read.", true);
    else if (place.entry->nWindows == 0)
      leaveOut(clip, withPath(place.entry->problem, clip.path), false);
    else
      clip.contentHash = hash;
    if (place.shard != nullptr && place.entry->nWindows > 0 && !place.entry->problem.empty() &&
        noted.insert(clip.path).second)
      dataSet.problems.push_back({.path = clip.path,
                                  .what = Message::verbatim(place.entry->problem),
                                  .kind = DataProblemKind::Incomplete,
                                  .leavesOut = false});
  }
  removeProblemClips(dataSet);
}

std::string fingerprintOf(const DataSet& dataSet) {
  ContentHash identity;
  for (const Clip& clip : dataSet.clips) {
    identity.add(clip.contentHash);
    for (const int label : clip.labels()) identity.add(dataSet.labels[size_t(label)] + "\n");
  }
  return identity.hex();
}

}  // namespace

FeatureStore::FeatureStore() : pages_(std::make_unique<ShardPages>()) {}
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
    std::vector<ClipPlace> places;
    for (const size_t clip : clipsToRead(dataSet, index, library))
      places.push_back({dataSet.clips[clip].path, dataSet.clips[clip].segment});
    if (!places.empty()) {
      struct Saver {
        FileIndex& index;
        ~Saver() { index.save(); }
      } saver{index};
      store.reused_ = buildFeatures(places, request, plan, library, index, unreadable) == 0;
    }
    takeOutcomes(dataSet, index, library, unreadable);
    store.windowFrames_ = plan.windowFrames;
    store.nMels_ = request.features.nMels;
    std::vector<std::string> hashes;
    for (const Clip& clip : dataSet.clips) hashes.push_back(clip.contentHash);
    store.takeClips(hashes, library);
    store.fingerprint_ = fingerprintOf(dataSet);
    return store;
  } catch (const fs::filesystem_error& error) {
    throw Error("The feature cache '%1' cannot be read: %2.", cache, error.code().message());
  }
}

FeatureStore FeatureStore::rowsOf(const FeatureStore& windows, const RowRequest& request) {
  WindowCache cache(request.cacheFolder,
                    request.identity + ", rows of format " + std::to_string(kFormatVersion),
                    {1, uint64_t(request.nValues)});
  std::vector<size_t> missing;
  std::set<std::string> seen;
  for (size_t clip = 0; clip < windows.clips_.size(); ++clip) {
    const std::string& hash = windows.contentHash(clip);
    if (!cache.has(hash) && seen.insert(hash).second) missing.push_back(clip);
  }
  const size_t nValues = size_t(request.nValues);
  std::vector<float> rows;
  for (size_t done = 0; done < missing.size(); ++done) {
    if (isSet(request.stop)) {
      cache.commit();
      throw Stopped();
    }
    const size_t clip = missing[done];
    rows.assign(windows.windowsOf(clip) * nValues, 0.0F);
    for (size_t index = 0; index < windows.windowsOf(clip); ++index)
      request.compute(windows.window(clip, index),
                      std::span(rows).subspan(index * nValues, nValues));
    cache.add(windows.contentHash(clip), rows);
    if (request.onProgress) request.onProgress(done + 1, missing.size());
  }
  cache.commit();

  FeatureStore store;
  store.windowFrames_ = 1;
  store.nMels_ = request.nValues;
  store.reused_ = missing.empty();
  store.fingerprint_ = windows.fingerprint_;
  std::vector<std::string> hashes;
  for (const ClipWindows& clip : windows.clips_) hashes.push_back(clip.contentHash);
  store.takeClips(hashes, cache.library());
  return store;
}

void FeatureStore::takeClips(const std::vector<std::string>& contentHashes,
                             FeatureLibrary& library) {
  const size_t values = library.shape().values();
  std::set<const FeatureShard*> used;
  for (const std::string& hash : contentHashes) {
    const FeatureLibrary::Place place = library.find(hash);
    clips_.push_back(
        {place.shard->windows() + place.entry->firstWindow * values, place.entry->nWindows, hash});
    used.insert(place.shard);
  }
  pages_->shards = library.release();
  std::erase_if(pages_->shards, [&](const auto& shard) { return !used.contains(shard.get()); });
}

std::span<const float> FeatureStore::window(size_t clip, size_t index) const {
  const size_t values = size_t(windowFrames_) * size_t(nMels_);
  const float* first = clips_[clip].windows + index * values;
  pages_->touch(first, values * sizeof(float));
  return {first, values};
}

namespace {

/// Lengths of the files of clips, as their headers say; below 0 where that cannot be read.
std::map<fs::path, double> fileLengthsOf(const DataSet& dataSet,
                                         const FeatureStore::Request& request, FileIndex* index) {
  struct File {
    const fs::path* path;
    FileIndex::Entry* entry = nullptr;
    double* seconds;
  };
  std::map<fs::path, double> lengths;
  for (const Clip& clip : dataSet.clips) lengths.try_emplace(clip.path, -1.0);
  std::vector<File> unknown;
  for (auto& [path, seconds] : lengths) {
    FileIndex::Entry* entry = index == nullptr ? nullptr : index->find(path);
    if (entry != nullptr) seconds = entry->seconds;
    if (seconds < 0.0) unknown.push_back({&path, entry, &seconds});
  }
  std::atomic<bool> changed = false;
  forEachOnThreads(unknown.size(), request.threads, request.stop, {}, [&](size_t i) {
    try {
      *unknown[i].seconds = AudioFileReader(*unknown[i].path).seconds();
      changed = true;
    } catch (const Error&) {
      // Told when the features are computed.
    }
  });
  if (index == nullptr || !changed) return lengths;
  for (const File& file : unknown)
    if (file.entry != nullptr) file.entry->seconds = *file.seconds;
  index->setChanged();
  index->save();
  return lengths;
}

/// The same of clips.
std::vector<double> lengthsOf(const DataSet& dataSet, const FeatureStore::Request& request,
                              FileIndex* index) {
  const std::map<fs::path, double> lengths = fileLengthsOf(dataSet, request, index);
  std::vector<double> seconds;
  for (const Clip& clip : dataSet.clips)
    seconds.push_back(clipSecondsOf(lengths.at(clip.path), clip.segment));
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

void findSegmentsOutside(DataSet& dataSet, const FeatureStore::Request& request) {
  const bool any = std::any_of(dataSet.clips.begin(), dataSet.clips.end(),
                               [](const Clip& clip) { return !clip.segment.isWhole(); });
  if (!any) return;
  FileIndex index(cacheOf(request), dataSet.root);
  const std::map<fs::path, double> lengths = fileLengthsOf(dataSet, request, &index);
  for (const Clip& clip : dataSet.clips)
    if (auto problem = outsideProblem(clip, lengths.at(clip.path)))
      dataSet.problems.push_back(std::move(*problem));
}

std::vector<size_t> clipsToCompute(const DataSet& dataSet, const FeatureStore::Request& request) {
  const fs::path cache = cacheOf(request);
  const FeatureLibrary library(
      settingsFolder(cache, request),
      {uint64_t(planOf(request).windowFrames), uint64_t(request.features.nMels)});
  FileIndex index(cache, dataSet.root);
  return clipsToRead(dataSet, index, library);
}

std::filesystem::path defaultCacheFolder() {
  try {
    return cacheFolder() / "features";
  } catch (const Error&) {  // no home folder is known
    return fs::temp_directory_path() / "earwitness" / "features";
  }
}

}  // namespace earwitness
