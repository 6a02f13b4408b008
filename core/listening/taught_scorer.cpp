// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"

namespace earwitness {
namespace {

// Of recordings of one class, three in four are more similar than this; of unrelated ones, few.
constexpr float kUnrelated = 0.3F;

}  // namespace

TaughtScorer::TaughtScorer(const TaughtClasses& classes,
                           std::shared_ptr<const EmbeddingSpace> space,
                           std::span<const std::vector<float>> room)
    : space_(std::move(space)) {
  if (!space_ || space_->embeddingSize() != classes.embeddingSize())
    throw Error("The taught classes belong to another model. Teach them again with this one.");
  for (const std::vector<float>& embedding : room) room_.push_back(space_->pointOf(embedding));
  for (const TaughtClass& taught : classes.classes()) {
    Class learned;
    for (const TaughtExample& example : taught.examples)
      (example.isCounterExample ? learned.counterExamples : learned.examples)
          .push_back(space_->pointOf(example.embedding));
    learned.prototype = space_->meanOf(learned.examples);
    const auto count = float(std::max<size_t>(learned.examples.size(), 1));
    learned.similarity = kSimilarityOfMany + (kSimilarity - kSimilarityOfMany) / count;
    for (const Point& point : room_)
      learned.rivals.push_back(similarityTo(learned, point) < kUnrelated);
    classes_.push_back(std::move(learned));
  }
}

float TaughtScorer::similarityTo(const Class& taught, const Point& point) const {
  if (taught.examples.empty()) return kNoSimilarity;
  float similarity = space_->similarity(taught.prototype, point);
  if (taught.examples.size() == 1) return similarity;
  for (const Point& example : taught.examples)
    similarity = std::max(similarity, space_->similarity(example, point) - kSingleExample);
  return similarity;
}

std::vector<float> TaughtScorer::similarities(std::span<const float> embedding) const {
  return similaritiesTo(space_->pointOf(embedding));
}

std::vector<float> TaughtScorer::similaritiesTo(const Point& point) const {
  std::vector<float> similarities;
  similarities.reserve(classes_.size());
  for (const Class& taught : classes_) similarities.push_back(similarityTo(taught, point));
  return similarities;
}

void TaughtScorer::score(std::span<const float> embedding, std::span<float> scores) const {
  if (classes_.empty()) return;
  const Point point = space_->pointOf(embedding);
  const std::vector<float> similarities = similaritiesTo(point);
  std::vector<float> toRoom;
  toRoom.reserve(room_.size());
  for (const Point& moment : room_) toRoom.push_back(space_->similarity(moment, point));

  for (size_t i = 0; i < classes_.size() && i < scores.size(); ++i) {
    const Class& taught = classes_[i];
    if (taught.examples.empty()) {
      scores[i] = 0.0F;
      continue;
    }
    float rival = kNoSimilarity;
    for (size_t other = 0; other < classes_.size(); ++other)
      if (other != i) rival = std::max(rival, similarities[other]);
    for (const Point& counterExample : taught.counterExamples)
      rival = std::max(rival, space_->similarity(counterExample, point));
    for (size_t moment = 0; moment < toRoom.size(); ++moment)
      if (taught.rivals[moment]) rival = std::max(rival, toRoom[moment]);
    const float margin = std::min(similarities[i] - taught.similarity, similarities[i] - rival);
    scores[i] = 1.0F / (1.0F + std::exp(-kSlope * margin));
  }
}

}  // namespace earwitness
