#pragma once

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "core/augmentation/augmentation.h"
#include "core/data/feature_store.h"

namespace earwitness {

struct Batch {
  size_t size = 0;
  long nFrames = 0;            ///< the store's, or fewer where the augmentation crops
  std::vector<float> logMel;   ///< (size, nFrames, nMels)
  std::vector<float> targets;  ///< (size, nClasses); each row sums to 1, or see multiLabel
  std::vector<int> labels;     ///< (size), the dominant label
};

/// The training batches of an epoch, shuffled and augmented on threads of their own while the
/// network works on the ones before. What a batch holds depends on seed, epoch and place alone,
/// however many threads there are.
class BatchSource {
 public:
  struct Settings {
    AugmentationList augmentation = {};
    int batchSize = 32;
    uint64_t seed = 1;
    bool balanced = false;  ///< draw each class equally often instead of each window once
    int threads = 1;
    /// A target is 1 for each label of a clip. In a mixture of clips it is 1 for the labels of the
    /// louder one and less for the others, in proportion to their shares: two sounds of one
    /// loudness are both there in full, and one that is hardly heard is hardly asked for.
    bool multiLabel = false;
  };
  /// `clips` are indices into dataSet.clips. All references must outlive the source.
  BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
              const FeatureSettings& features, const Settings& settings);
  ~BatchSource();

  /// Batches in an epoch. A last one of a single example is left out: batch norm cannot use it.
  long stepsPerEpoch() const;
  /// Windows of each label among the training clips.
  std::vector<long> windowsPerLabel() const;
  void startEpoch(int epoch, long firstStep = 0);
  /// The next batch of the epoch; the caller knows how many there are. Rethrows what a thread
  /// threw.
  Batch next();

 private:
  struct Item {
    size_t clip;
    size_t window;
  };
  void stop();
  void produce(int epoch);
  std::vector<size_t> orderOf(int epoch) const;
  std::vector<size_t> balancedOrder(Augmenter::Random& random) const;
  Batch make(int epoch, long step) const;
  void setTarget(const LabelShares& shares, float* target) const;
  SourceWindow windowOf(size_t item) const;

  const DataSet& dataSet_;
  const FeatureStore& store_;
  Settings settings_;
  Augmenter augmenter_;
  std::vector<Item> items_;

  std::vector<size_t> order_;  ///< of the running epoch
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<long, Batch> ready_;  ///< by step
  long nextToMake_ = 0;
  long nextToTake_ = 0;
  std::exception_ptr failure_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace earwitness
