// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/listening/classifier.h"
#include "core/listening/taught_classes.h"
#include "core/listening/taught_scorer.h"

namespace earwitness {

/// The description of a model with its taught classes. Their labels come after the model's own; a
/// class with the name of one of its labels, whatever the case, gets none.
struct TaughtLabels {
  TaughtLabels(ModelDescription model, const TaughtClasses& classes);

  ModelDescription description;
  size_t nOwn = 0;             ///< labels of the model itself
  std::vector<size_t> labels;  ///< of each taught class, in the description
};

/// A model with the classes that its user taught it. Their labels come after the model's own; a
/// class with the name of one of the model's labels raises the score of that label instead. Each
/// window is classified once. Immutable, so after each lesson there is another one. Thread: any.
class TaughtClassifier : public Classifier {
 public:
  /// `model` must be warm and have an embedding. Throws Error where the classes belong to another
  /// model.
  TaughtClassifier(std::shared_ptr<Classifier> model, const TaughtClasses& classes,
                   std::shared_ptr<const EmbeddingSpace> space,
                   std::span<const std::vector<float>> room = {});

  const ModelDescription& description() const override { return labels_.description; }
  void warmUp() override { model_->warmUp(); }
  void classify(std::span<const float> window, std::span<float> scores) override;
  int embeddingSize() const override { return model_->embeddingSize(); }
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override;
  void interrupt() override { model_->interrupt(); }

 private:
  std::shared_ptr<Classifier> model_;
  TaughtScorer scorer_;
  TaughtLabels labels_;
};

}  // namespace earwitness
