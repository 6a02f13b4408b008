// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "core/augmentation/augmentation.h"
#include "core/data/feature_store.h"
#include "core/training/distillation_pool.h"

namespace earwitness {

struct Batch {
  size_t size = 0;
  long nFrames = 0;            ///< the store's, or fewer where the augmentation crops
  std::vector<float> logMel;   ///< (size, nFrames, nMels)
  std::vector<float> targets;  ///< (size, nClasses); each row sums to 1, or see multiLabel
  /// (size, nClasses): what the teachers answer, and how much it and the target count in the loss;
  /// empty where there is no teacher. Of an example with labels the weights sum to 1 in each class.
  std::vector<float> answers, answerWeights, targetWeights;
  std::vector<int> labels;  ///< (size), the dominant label
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
    double answerShare = 0.0;  ///< of the teachers' answers, where the clip has a label
  };
  /// `clips` are indices into dataSet.clips. With a pool, which begins with the windows of these
  /// clips, an example is a version of a window, and the pool's other windows, which have no label,
  /// are examples as well. All references must outlive the source.
  BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
              const FeatureSettings& features, const Settings& settings,
              const DistillationPool* pool = nullptr);
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
  static constexpr size_t kNoClip = ~size_t{0};
  struct Item {
    size_t clip;  ///< kNoClip: of the pool, without a label
    size_t window;
  };
  /// What an example is mixed from: a window, its share, and to which of the augmenter's windows it
  /// belongs.
  struct Part {
    size_t item;
    float share;
    size_t source;
  };
  void stop();
  void produce(int epoch);
  std::vector<size_t> orderOf(int epoch) const;
  std::vector<size_t> balancedOrder(Augmenter::Random& random) const;
  Batch make(int epoch, long step) const;
  bool isLabelled(size_t item) const { return items_[item].clip != kNoClip; }
  std::vector<int> labelsOf(size_t item) const;
  SourceWindow windowOf(size_t item, Augmenter::Random& random) const;
  std::vector<Part> partsOf(const LabelShares& windows) const;
  void setTarget(const std::vector<Part>& parts, std::span<float> target) const;
  void setAnswers(const LabelShares& windows, size_t example, Batch& batch) const;
  void setSingleAnswers(const std::vector<Part>& parts, const LabelShares& windows, size_t example,
                        Batch& batch) const;
  void setSeveralAnswers(const std::vector<Part>& parts, const LabelShares& windows, size_t example,
                         Batch& batch) const;
  bool knowsLabelsOf(size_t item) const;
  std::span<const float> answersTo(int window) const;

  const DataSet& dataSet_;
  const FeatureStore& store_;
  Settings settings_;
  const DistillationPool* pool_;
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
