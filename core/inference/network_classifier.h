#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/listening/classifier.h"

namespace earwitness {

/// The classifier that runs the network in this process, on one thread, without gradients.
/// Thread: one at a time.
class NetworkClassifier : public Classifier {
 public:
  /// Throws Error with one sentence: not a model file, no description, another shape than
  /// described.
  explicit NetworkClassifier(const std::filesystem::path& modelFile);
  ~NetworkClassifier() override;

  const ModelDescription& description() const override { return description_; }
  void warmUp() override;
  void classify(std::span<const float> window, std::span<float> scores) override;
  /// The same before the softmax.
  void logits(std::span<const float> window, std::span<float> out);

 private:
  struct Network;
  ModelDescription description_;
  std::unique_ptr<Network> network_;
};

}  // namespace earwitness
