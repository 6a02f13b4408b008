#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/data/feature_store.h"
#include "core/training/augmentation.h"

namespace earwitness {

struct Batch {
  size_t size = 0;
  std::vector<float> logMel;   ///< (size, nFrames, nMels)
  std::vector<float> targets;  ///< (size, nClasses), each row sums to 1
  std::vector<int> labels;     ///< (size), the dominant label
};

/// The training batches of an epoch, shuffled and augmented on a thread of its own while the
/// network works on the one before. What a batch holds depends on seed, epoch and place alone.
class BatchSource {
 public:
  struct Settings {
    AugmentationSettings augmentation;
    int batchSize = 32;
    uint64_t seed = 1;
  };
  /// `clips` are indices into dataSet.clips. All references must outlive the source.
  BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
              const FeatureSettings& features, const Settings& settings);
  ~BatchSource();

  /// Batches in an epoch. A last one of a single example is left out: batch norm cannot use it.
  long stepsPerEpoch() const;
  void startEpoch(int epoch);
  /// The next batch of the epoch; the caller knows how many there are. Rethrows what the thread
  /// threw.
  Batch next();

 private:
  struct Item {
    size_t clip;
    size_t window;
  };
  void stop();
  void produce(int epoch);
  Batch make(const std::vector<size_t>& order, int epoch, long step) const;
  void makeExample(size_t item, Augmenter::Random& random, float* logMel, float* target) const;
  int labelOf(size_t item) const { return dataSet_.clips[items_[item].clip].label; }

  const DataSet& dataSet_;
  const FeatureStore& store_;
  Settings settings_;
  Augmenter augmenter_;
  std::vector<Item> items_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;
  std::exception_ptr failure_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace earwitness
