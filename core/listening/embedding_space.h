// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace earwitness {

/// How a network's embeddings are compared. Values of an embedding have a common mean and very
/// different ranges, and sounds that nobody teaches (noise, hum, tones, clicks) differ along a few
/// directions. Both say little about what a sound is, so embeddings are standardised, and
/// directions along which the reference sounds (reference_sounds.h) vary count less (shrunk
/// whitening). On ESC-50 one example then finds 62 % of other recordings of its class at two false
/// alarms in ten minutes, instead of 50 %. Pure; immutable, so any thread may use it.
class EmbeddingSpace {
 public:
  /// An embedding in this space: unit length by similarity().
  using Point = std::vector<float>;

  /// Embeddings as they are: similarity() is their cosine.
  explicit EmbeddingSpace(size_t embeddingSize) : size_(embeddingSize) {}
  /// Of the embeddings of the reference sounds. Throws Error when their sizes differ or a value is
  /// not finite; fewer than two are as none.
  EmbeddingSpace(size_t embeddingSize, std::span<const std::vector<float>> references);

  size_t embeddingSize() const { return size_; }
  /// What pointOf() computes with, for a network that does the same: (size), (size) and
  /// (nReferences, size) by rows; all empty where embeddings are taken as they are.
  const std::vector<float>& mean() const { return mean_; }
  const std::vector<float>& scale() const { return scale_; }
  const std::vector<float>& projections() const { return projections_; }
  /// Values that are not finite count as the mean. An embedding without length is similar to none.
  Point pointOf(std::span<const float> embedding) const;
  /// The point between the points, the same for each order.
  Point meanOf(std::span<const Point> points) const;
  /// 1 for the same direction, about 0 for unrelated sounds, -1 at least.
  float similarity(const Point& first, const Point& second) const;

 private:
  void normalise(Point& point) const;

  size_t size_;
  std::vector<float> mean_;         ///< (size), or empty
  std::vector<float> scale_;        ///< (size): what a value is multiplied with
  std::vector<float> projections_;  ///< (nReferences, size): rows whose products are subtracted
};

/// One embedding for a segment: the mean of those of its windows, without windows that are more
/// than 20 dB quieter than the loudest. `levelsDb`: one per window. Throws Error when there are
/// none.
std::vector<float> exampleEmbedding(std::span<const std::vector<float>> windows,
                                    std::span<const float> levelsDb);

}  // namespace earwitness
