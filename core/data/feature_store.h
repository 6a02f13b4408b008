// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/audio/channel_choice.h"
#include "core/data/data_set.h"
#include "core/features/feature_settings.h"

namespace earwitness {

class FeatureLibrary;
class ShardPages;

/// Log-mel windows of a data set, computed once and kept on disk, memory-mapped.
/// A clip gives one window, or several where it is longer: the same windows, bit for bit, that
/// analysing its file gives with a hop of one window.
///
/// The cache knows clips by the content of their files (and by what of it they are), so a clip that
/// is moved, copied or added costs itself only; by size and time of change it knows a file's
/// content without reading it. Several processes may use and fill one cache at a time.
class FeatureStore {
 public:
  struct Request {
    FeatureSettings features = {};
    double windowSeconds = 5.0;
    ChannelChoice channel = {};
    std::filesystem::path cacheFolder = {};  ///< empty: the user's cache folder
    int threads = 0;                         ///< 0: as many as the machine has cores
    /// Called on the thread that calls open(), where there is something to read or to compute.
    std::function<void(size_t done, size_t total)> onProgress = {};
    const std::atomic<bool>* stop = nullptr;  ///< open() throws Stopped soon after it is set
    size_t shardBytes = size_t{64} << 20;     ///< a file of the cache is closed at this size
  };

  /// Opens the store of these clips with these settings, computing what the cache lacks.
  /// What the user should know of clips that are used is added to dataSet.problems.
  /// Clips that cannot be decoded are added to dataSet.problems and removed from dataSet.clips;
  /// the others get their contentHash. Throws Error where a class ends up empty or the cache cannot
  /// be written, and Stopped; what was computed until then is kept.
  static FeatureStore open(DataSet& dataSet, const Request& request);

  /// What rowsOf() computes instead of each window, such as a network's embedding of it.
  struct RowRequest {
    std::string identity;  ///< of what computes the rows, and of the windows' settings
    int nValues = 0;       ///< numbers in a row
    /// window (windowFrames, nMels) -> row (nValues). Called on the thread that calls rowsOf().
    std::function<void(std::span<const float> window, std::span<float> row)> compute = {};
    std::filesystem::path cacheFolder = {};  ///< empty: the user's cache folder
    /// As of Request.
    std::function<void(size_t done, size_t total)> onProgress = {};
    const std::atomic<bool>* stop = nullptr;
  };
  /// A store of the same clips with a row for each window, as windows of (1, nValues). Rows are
  /// kept on disk by identity and by the content of the clip, so that each is computed once.
  /// Throws Error where the cache cannot be written, and Stopped; what was computed is kept.
  static FeatureStore rowsOf(const FeatureStore& windows, const RowRequest& request);

  FeatureStore(FeatureStore&&) noexcept;
  FeatureStore& operator=(FeatureStore&&) noexcept;
  ~FeatureStore();

  long windowFrames() const { return windowFrames_; }
  int nMels() const { return nMels_; }
  /// True where everything was in the cache and nothing had to be computed.
  bool reused() const { return reused_; }
  /// Number of windows of a clip (index into DataSet::clips), at least 1.
  size_t windowsOf(size_t clip) const { return clips_[clip].nWindows; }
  /// Window `index` of a clip: (windowFrames, nMels). Thread: any.
  std::span<const float> window(size_t clip, size_t index = 0) const;
  /// Of a clip: contentHashOf() its file's bytes and its segment.
  const std::string& contentHash(size_t clip) const { return clips_[clip].contentHash; }
  /// Hash of the clips' contents and labels: the data set's identity in the model's card.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct ClipWindows {
    const float* windows;
    size_t nWindows;
    std::string contentHash;
  };
  FeatureStore();
  void takeClips(const std::vector<std::string>& contentHashes, FeatureLibrary& library);

  std::unique_ptr<ShardPages> pages_;
  std::vector<ClipWindows> clips_;
  long windowFrames_ = 0;
  int nMels_ = 0;
  bool reused_ = true;
  std::string fingerprint_;
};

/// Where features are kept when no folder is named: earwitness/features in the user's cache folder.
std::filesystem::path defaultCacheFolder();

/// Length that suits the clips: 95 % of them fit into it. Rounded up to a tenth of a second,
/// between 0.5 and 10 s. Looks at the files' headers only.
double suitableWindowSeconds(const DataSet& dataSet);
/// The same, with the lengths kept in the request's cache, so that a second call reads nothing.
double suitableWindowSeconds(const DataSet& dataSet, const FeatureStore::Request& request);
/// Length of each clip as its file's header and its segment say; below 0 where that cannot be read.
/// Kept in the request's cache.
std::vector<double> clipSeconds(const DataSet& dataSet, const FeatureStore::Request& request);
/// Adds a problem for each segment that is not inside its file, as the file's header says; one of
/// which nothing is there leaves its clip out. Looks at headers only, and only where there are
/// segments.
void findSegmentsOutside(DataSet& dataSet, const FeatureStore::Request& request);
/// Clips (indices) whose windows open() would have to compute, as far as is known without reading
/// their files; of clips with the same place the first.
std::vector<size_t> clipsToCompute(const DataSet& dataSet, const FeatureStore::Request& request);

}  // namespace earwitness
