// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/feature_store.h"
#include "core/training/distillation_teachers.h"
#include "core/training/train_settings.h"

namespace earwitness {

class ShardPages;

/// Versions of the windows that a network is trained on, and what the teachers answered to each.
/// The first version is the window as it is; the samples of the others are rolled, filtered, mixed
/// with another window and with noise (augmentation/waveform_version.h), and the same samples are
/// given to network and teachers, to each with features of its own. Kept in the feature cache.
class DistillationPool {
 public:
  /// Clips whose windows are in the pool. `dataSet` and `store` must outlive it.
  struct Source {
    const DataSet* dataSet = nullptr;
    const FeatureStore* store = nullptr;
    std::vector<int> clips;  ///< indices into dataSet->clips
    bool labelled = true;
  };
  struct Request {
    std::filesystem::path cacheFolder = {};  ///< empty: the user's cache folder
    /// As of FeatureStore::Request.
    std::function<void(size_t done, size_t total)> onProgress = {};
    const std::atomic<bool>* stop = nullptr;
  };
  /// A window of a clip.
  struct Item {
    const Clip* clip = nullptr;
    const FeatureStore* store = nullptr;
    size_t clipIndex = 0;
    size_t window = 0;
    bool labelled = true;
    std::string key = {};  ///< of its content
  };
  /// What is mixed into a version: the share of the window itself, and the item that has the rest.
  struct Mixture {
    float ownShare = 1.0F;
    size_t other = 0;
  };

  /// Computes what the cache lacks; opens the teachers only then. Throws Error with one sentence,
  /// and Stopped; what was computed is kept. Thread: main.
  DistillationPool(const std::vector<Source>& sources, DistillationTeachers& teachers,
                   const TrainSettings& settings, const Request& request);
  DistillationPool(DistillationPool&&) noexcept;
  DistillationPool& operator=(DistillationPool&&) noexcept;
  ~DistillationPool();

  /// Windows of the sources, in their order.
  const std::vector<Item>& items() const { return items_; }
  int versions() const { return versions_; }
  /// True where nothing had to be computed.
  bool reused() const { return reused_; }
  /// Changes with the sounds, the teachers and how versions are made.
  const std::string& fingerprint() const { return fingerprint_; }
  /// Of each label, whether a teacher knows it.
  const std::vector<bool>& known() const { return known_; }
  /// Log-mel (windowFrames, nMels) of a version of an item. Thread: any.
  std::span<const float> window(size_t item, int version) const;
  /// What the teachers answer to it (nLabels), as DistillationTeachers::answersTo().
  std::span<const float> answers(size_t item, int version) const;
  Mixture mixture(size_t item, int version) const;

 private:
  class Builder;
  size_t place(size_t item, int version) const {
    return item * size_t(versions_) + size_t(version);
  }

  std::vector<Item> items_;
  int versions_ = 1;
  bool reused_ = true;
  std::string fingerprint_;
  std::vector<bool> known_;
  std::vector<Mixture> mixtures_;      ///< by place
  std::vector<const float*> windows_;  ///< by place; null for the first version
  std::vector<float> answers_;         ///< (places, nLabels)
  std::unique_ptr<ShardPages> pages_;
};

}  // namespace earwitness
