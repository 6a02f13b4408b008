// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_classifier.h"

#include <algorithm>
#include <utility>

#include "core/base/case_fold.h"

namespace earwitness {

TaughtLabels::TaughtLabels(ModelDescription model, const TaughtClasses& classes)
    : description(std::move(model)), nOwn(description.labels.size()) {
  const auto ids = description.card.find("label_ids");
  const bool hasIds = ids != description.card.end() && ids->is_array() && ids->size() == nOwn;
  for (const TaughtClass& taught : classes.classes()) {
    const std::string folded = foldedCase(taught.name);
    const auto known =
        std::find_if(description.labels.begin(), description.labels.end(),
                     [&](const std::string& label) { return foldedCase(label) == folded; });
    labels.push_back(size_t(known - description.labels.begin()));
    if (known != description.labels.end()) continue;
    description.labels.push_back(taught.name);
    description.thresholds.push_back(taught.threshold);
    if (hasIds) ids->push_back("");
  }
}

TaughtClassifier::TaughtClassifier(std::shared_ptr<Classifier> model, const TaughtClasses& classes,
                                   std::shared_ptr<const EmbeddingSpace> space,
                                   std::span<const std::vector<float>> room)
    : model_(std::move(model)),
      scorer_(classes, std::move(space), room),
      labels_(model_->description(), classes) {}

void TaughtClassifier::classify(std::span<const float> window, std::span<float> scores) {
  std::vector<float> embedding(static_cast<size_t>(embeddingSize()));
  classifyAndEmbed(window, scores, embedding);
}

void TaughtClassifier::classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                                        std::span<float> embedding) {
  std::vector<float> own;
  if (embedding.empty()) {
    own.resize(size_t(embeddingSize()));
    embedding = own;
  }
  model_->classifyAndEmbed(window, scores.first(labels_.nOwn), embedding);
  std::vector<float> taught(scorer_.size());
  scorer_.score(embedding, taught);
  std::fill(scores.begin() + std::ptrdiff_t(labels_.nOwn), scores.end(), 0.0F);
  for (size_t i = 0; i < taught.size(); ++i)
    scores[labels_.labels[i]] = std::max(scores[labels_.labels[i]], taught[i]);
}

}  // namespace earwitness
