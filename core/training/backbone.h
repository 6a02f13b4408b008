// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>

#include <torch/script.h>

#include "core/data/feature_store.h"
#include "core/training/train_settings.h"
#include "core/training/trainer.h"

namespace earwitness {

/// A network all of whose layers but the last one stay as they are. Thread: one at a time.
class Backbone {
 public:
  /// `network` ends with a linear layer whose parameters are headParameterNames(); `identity`
  /// changes with its weights. Throws Error where it has no embedding.
  Backbone(const torch::jit::Module& network, std::string identity);

  /// Its embedding of every window, computed once and kept in the cache. Throws Error, and Stopped
  /// where `hooks` asked to.
  FeatureStore embeddingsOf(const FeatureStore& windows, const TrainSettings& settings,
                            const RunOptions& options, const TrainHooks& hooks);
  /// The last layer alone, with the weights of the network: (n, 1, embedding) -> (n, nClasses).
  torch::jit::Module head() const;
  /// The whole network with the weights of such a layer.
  torch::jit::Module withHead(const torch::jit::Module& head) const;
  long parameterCount() const;

 private:
  torch::jit::Module whole_;   ///< in evaluation mode
  torch::jit::Module frozen_;  ///< answers with (values, embedding)
  int64_t embeddingSize_ = 0;
  std::string identity_;
};

}  // namespace earwitness
