#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/data/data_set.h"
#include "core/features/feature_settings.h"

namespace earwitness {

/// Log-mel windows of a data set, computed once and kept on disk, memory-mapped.
/// A clip gives one window, or several where it is longer: the same windows, bit for bit, that
/// analysing its file gives with a hop of one window.
class FeatureStore {
 public:
  struct Request {
    FeatureSettings features;
    double windowSeconds = 5.0;
    std::filesystem::path cacheFolder;  ///< empty: the user's cache folder
    int threads = 0;                    ///< 0: as many as the machine has cores
    std::function<void(size_t done, size_t total)> onProgress;
    const std::atomic<bool>* stop = nullptr;
  };

  /// Opens the store of these clips with these settings, making it first where there is none.
  /// Clips that cannot be decoded are added to dataSet.problems and removed from dataSet.clips.
  /// Throws Error where a class ends up empty or the cache cannot be written.
  static FeatureStore open(DataSet& dataSet, const Request& request);

  FeatureStore(FeatureStore&&) noexcept;
  FeatureStore& operator=(FeatureStore&&) noexcept;
  ~FeatureStore();

  long windowFrames() const { return windowFrames_; }
  int nMels() const { return nMels_; }
  /// True where it was read from the cache and nothing had to be computed.
  bool reused() const { return reused_; }
  /// Number of windows of a clip (index into DataSet::clips), at least 1.
  size_t windowsOf(size_t clip) const { return firstWindow_[clip + 1] - firstWindow_[clip]; }
  /// Window `index` of a clip: (windowFrames, nMels).
  std::span<const float> window(size_t clip, size_t index = 0) const;
  /// Hash of the clips' contents and labels: the data set's identity in the model's card.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  FeatureStore() = default;
  class Mapping;

  std::unique_ptr<Mapping> mapping_;
  std::vector<size_t> firstWindow_;  ///< of each clip, and one more
  long windowFrames_ = 0;
  int nMels_ = 0;
  bool reused_ = false;
  std::string fingerprint_;
};

std::filesystem::path defaultCacheFolder();
/// Length that suits the clips: 95 % of them fit into it. Rounded up to a tenth of a second,
/// between 0.5 and 10 s. Looks at the files' headers only.
double suitableWindowSeconds(const DataSet& dataSet);

}  // namespace earwitness
