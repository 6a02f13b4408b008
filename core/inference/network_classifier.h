// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "core/listening/classifier.h"

namespace earwitness {

/// The classifier that runs the network in this process, on one thread, without gradients. Networks
/// that were imported run as they came; the project's own are frozen first.
/// Of a window the network is given what trimLeadingQuiet() leaves of it.
/// Thread: one at a time.
class NetworkClassifier : public Classifier {
 public:
  /// For files that this program wrote itself: others are opened by openClassifier(). Throws Error
  /// with one sentence: not a model file, no description, another shape than described.
  explicit NetworkClassifier(const std::filesystem::path& modelFile);
  /// The same of an archive that is open. The process must be confined if its network is unknown.
  NetworkClassifier(std::istream& archive, ModelDescription description);
  ~NetworkClassifier() override;

  const ModelDescription& description() const override { return description_; }
  void warmUp() override;
  void classify(std::span<const float> window, std::span<float> scores) override;
  /// Of networks that were imported as TorchScript: 0.
  int embeddingSize() const override;
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override;
  /// What the network itself answers, before softmax or logistic function. `embedding` may be
  /// empty.
  void logits(std::span<const float> window, std::span<float> out, std::span<float> embedding = {});

 private:
  struct Network;
  void prepare(const std::string& source);
  size_t sizeOf(long frames) const;

  ModelDescription description_;
  std::unique_ptr<Network> network_;
};

}  // namespace earwitness
