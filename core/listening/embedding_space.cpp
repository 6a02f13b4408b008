// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/embedding_space.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/error.h"

namespace earwitness {
namespace {

// Measured on ESC-50; from a third to three times these values make no difference.
constexpr double kDeviationShare = 0.3;  // of the mean deviation, added to each
constexpr double kShrinkage = 0.3;       // of the mean variance, added to each direction
constexpr float kWindowQuietDb = 20.0F;
constexpr double kTiny = 1e-12;

double dot(const float* first, const float* second, size_t count) {
  // Four sums, so that the compiler may use the width of the processor.
  float sums[4] = {};
  size_t i = 0;
  for (; i + 4 <= count; i += 4)
    for (size_t k = 0; k < 4; ++k) sums[k] += first[i + k] * second[i + k];
  for (; i < count; ++i) sums[0] += first[i] * second[i];
  return double(sums[0] + sums[1]) + double(sums[2] + sums[3]);
}

/// Lower triangle L of a symmetric positive definite matrix (n, n) = L L', in place.
void factorise(std::vector<double>& matrix, size_t n) {
  for (size_t row = 0; row < n; ++row)
    for (size_t column = 0; column <= row; ++column) {
      double sum = matrix[row * n + column];
      for (size_t k = 0; k < column; ++k) sum -= matrix[row * n + k] * matrix[column * n + k];
      matrix[row * n + column] =
          row == column ? std::sqrt(std::max(sum, kTiny)) : sum / matrix[column * n + column];
    }
}

}  // namespace

EmbeddingSpace::EmbeddingSpace(size_t embeddingSize, std::span<const std::vector<float>> references)
    : size_(embeddingSize) {
  const size_t n = references.size();
  for (const std::vector<float>& reference : references)
    if (reference.size() != size_ || !std::all_of(reference.begin(), reference.end(),
                                                  [](float value) { return std::isfinite(value); }))
      throw Error(
          "The model's embeddings of the reference sounds cannot be used: they are not %1 numbers "
          "each.",
          size_);
  if (n < 2 || size_ == 0) return;

  std::vector<double> deviations(size_);
  double meanDeviation = 0.0;
  mean_.resize(size_);
  for (size_t i = 0; i < size_; ++i) {
    double sum = 0.0;
    double squares = 0.0;
    for (const std::vector<float>& reference : references) sum += reference[i];
    const double mean = sum / double(n);
    for (const std::vector<float>& reference : references)
      squares += (reference[i] - mean) * (reference[i] - mean);
    mean_[i] = float(mean);
    deviations[i] = std::sqrt(squares / double(n));
    meanDeviation += deviations[i] / double(size_);
  }
  scale_.resize(size_);
  for (size_t i = 0; i < size_; ++i)
    scale_[i] = float(1.0 / std::max(deviations[i] + kDeviationShare * meanDeviation, kTiny));

  // With B (n, size) the standardised references and s the shrinkage, the inverse of the covariance
  // s I + B'B / n is (I - B' (n s I + B B')^-1 B) / s (Woodbury). With n s I + B B' = L L' that is
  // I - P'P up to a factor, where P = L^-1 B.
  projections_.resize(n * size_);
  for (size_t row = 0; row < n; ++row)
    for (size_t i = 0; i < size_; ++i)
      projections_[row * size_ + i] = (references[row][i] - mean_[i]) * scale_[i];
  std::vector<double> gram(n * n);
  double trace = 0.0;
  for (size_t row = 0; row < n; ++row) {
    for (size_t column = 0; column <= row; ++column)
      gram[row * n + column] =
          dot(&projections_[row * size_], &projections_[column * size_], size_);
    trace += gram[row * n + row];
  }
  const double shrinkage = std::max(kShrinkage * trace / double(size_), kTiny);  // n times s
  for (size_t row = 0; row < n; ++row) gram[row * n + row] += shrinkage;
  factorise(gram, n);
  std::vector<double> values(size_);
  for (size_t row = 0; row < n; ++row) {
    float* const target = &projections_[row * size_];
    values.assign(target, target + size_);
    for (size_t k = 0; k < row; ++k)
      for (size_t i = 0; i < size_; ++i)
        values[i] -= gram[row * n + k] * double(projections_[k * size_ + i]);
    for (size_t i = 0; i < size_; ++i) target[i] = float(values[i] / gram[row * n + row]);
  }
}

EmbeddingSpace::Point EmbeddingSpace::pointOf(std::span<const float> embedding) const {
  const size_t n = size_ == 0 ? 0 : projections_.size() / size_;
  Point point(size_ + n, 0.0F);
  const size_t count = std::min(size_, embedding.size());
  for (size_t i = 0; i < count; ++i) {
    if (!std::isfinite(embedding[i])) continue;
    point[i] = mean_.empty() ? embedding[i] : (embedding[i] - mean_[i]) * scale_[i];
  }
  for (size_t row = 0; row < n; ++row)
    point[size_ + row] = float(dot(&projections_[row * size_], point.data(), size_));
  normalise(point);
  return point;
}

EmbeddingSpace::Point EmbeddingSpace::meanOf(std::span<const Point> points) const {
  Point mean(points.empty() ? size_ : points.front().size(), 0.0F);
  for (size_t i = 0; i < mean.size(); ++i) {
    double sum = 0.0;
    for (const Point& point : points) sum += point[i];
    mean[i] = float(sum / double(points.size()));
  }
  normalise(mean);
  return mean;
}

float EmbeddingSpace::similarity(const Point& first, const Point& second) const {
  const size_t n = std::min(first.size(), second.size()) - size_;
  return float(dot(first.data(), second.data(), size_) -
               dot(first.data() + size_, second.data() + size_, n));
}

void EmbeddingSpace::normalise(Point& point) const {
  const double square = similarity(point, point);
  const float factor = square > kTiny ? float(1.0 / std::sqrt(square)) : 0.0F;
  for (float& value : point) value *= factor;
}

std::vector<float> exampleEmbedding(std::span<const std::vector<float>> windows,
                                    std::span<const float> levelsDb) {
  if (windows.empty() || levelsDb.size() != windows.size())
    throw Error("There is nothing to learn in the segment: it is too short. Mark a longer one.");
  const float loudest = *std::max_element(levelsDb.begin(), levelsDb.end());
  std::vector<double> sum(windows.front().size(), 0.0);
  double count = 0.0;
  for (size_t k = 0; k < windows.size(); ++k) {
    if (!(levelsDb[k] >= loudest - kWindowQuietDb)) continue;
    for (size_t i = 0; i < sum.size(); ++i) sum[i] += windows[k][i];
    count += 1.0;
  }
  std::vector<float> mean(sum.size());
  for (size_t i = 0; i < sum.size(); ++i) mean[i] = float(sum[i] / std::max(count, 1.0));
  return mean;
}

}  // namespace earwitness
