// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "core/listening/embedding_space.h"
#include "core/listening/taught_classes.h"

namespace earwitness {

/// Scores of all taught classes for an embedding, in microseconds: the learned form of
/// TaughtClasses. Building it is learning, and takes milliseconds.
///
/// A class is the mean of its examples in the embedding space, its prototype. A window scores 0.5
/// when its similarity to the prototype is kSimilarity, and more the more similar it is. It stays
/// below 0.5 while it is more similar to something else: a counter-example, another taught class,
/// or the room's last minutes. So a counter-example silences its like at once, wherever the
/// similarities lie. Scores are probabilities of one class each, as a multi-label model's.
/// Immutable. Thread: any.
class TaughtScorer {
 public:
  /// Similarity to the prototype at which the score is 0.5, for one example and for ever more: with
  /// several, unrelated sounds are a little more similar, too. In ten minutes of ESC-50 clips,
  /// three classes of one example each then give two false alarms on average.
  static constexpr float kSimilarity = 0.527F;
  static constexpr float kSimilarityOfMany = 0.58F;
  static constexpr float kSlope = 10.0F;  ///< of the logistic function, per unit of similarity
  /// A repetition of one example is the class, however little the examples have in common: what is
  /// subtracted from the similarity to one of several.
  static constexpr float kSingleExample = 0.2F;
  static constexpr float kNoSimilarity = -1.0F;

  using Point = EmbeddingSpace::Point;
  /// What was learned of a class.
  struct Class {
    std::vector<Point> examples;  ///< none: never detected
    Point prototype;
    std::vector<Point> counterExamples;
    std::vector<bool> rivals;        ///< per point of the room
    float similarity = kSimilarity;  ///< at which the score is 0.5
  };

  /// `room`: embeddings of the last minutes without the taught segments (RoomMemory); those that
  /// resemble a class may be the class itself and are no evidence against it.
  TaughtScorer(const TaughtClasses& classes, std::shared_ptr<const EmbeddingSpace> space,
               std::span<const std::vector<float>> room = {});

  size_t size() const { return classes_.size(); }  ///< classes
  const std::vector<Class>& classes() const { return classes_; }
  const EmbeddingSpace& space() const { return *space_; }
  /// scores (size()), 0 to 1, in the order of the classes.
  void score(std::span<const float> embedding, std::span<float> scores) const;
  /// (size()): how similar the embedding is to each class, -1 to 1, without rivals.
  std::vector<float> similarities(std::span<const float> embedding) const;

 private:
  float similarityTo(const Class& taught, const Point& point) const;
  std::vector<float> similaritiesTo(const Point& point) const;

  std::shared_ptr<const EmbeddingSpace> space_;
  std::vector<Class> classes_;
  std::vector<Point> room_;
};

}  // namespace earwitness
