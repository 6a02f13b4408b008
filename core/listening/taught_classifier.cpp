#include "core/listening/taught_classifier.h"

#include <algorithm>
#include <utility>

#include "core/base/case_fold.h"

namespace earwitness {

TaughtClassifier::TaughtClassifier(std::shared_ptr<Classifier> model, const TaughtClasses& classes,
                                   std::shared_ptr<const EmbeddingSpace> space,
                                   std::span<const std::vector<float>> room)
    : model_(std::move(model)),
      scorer_(classes, std::move(space), room),
      description_(model_->description()),
      nOwn_(description_.labels.size()) {
  const auto ids = description_.card.find("label_ids");
  const bool hasIds = ids != description_.card.end() && ids->is_array() && ids->size() == nOwn_;
  for (const TaughtClass& taught : classes.classes()) {
    const std::string folded = foldedCase(taught.name);
    const auto known =
        std::find_if(description_.labels.begin(), description_.labels.end(),
                     [&](const std::string& label) { return foldedCase(label) == folded; });
    labels_.push_back(size_t(known - description_.labels.begin()));
    if (known != description_.labels.end()) continue;
    description_.labels.push_back(taught.name);
    description_.thresholds.push_back(taught.threshold);
    if (hasIds) ids->push_back("");
  }
}

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
  model_->classifyAndEmbed(window, scores.first(nOwn_), embedding);
  std::vector<float> taught(labels_.size());
  scorer_.score(embedding, taught);
  std::fill(scores.begin() + std::ptrdiff_t(nOwn_), scores.end(), 0.0F);
  for (size_t i = 0; i < taught.size(); ++i)
    scores[labels_[i]] = std::max(scores[labels_[i]], taught[i]);
}

}  // namespace earwitness
