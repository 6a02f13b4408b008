// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/validation.h"

#include <algorithm>
#include <cmath>

namespace earwitness {
namespace {

constexpr size_t kWindowsAtATime = 64;

/// Mean scores of clips, a batch of windows at a time.
class Scorer {
 public:
  Scorer(TrainingState& state, const FeatureStore& store, size_t nClasses, bool multiLabel)
      : state_(state), store_(store), nClasses_(nClasses), multiLabel_(multiLabel) {}

  /// sums (nClips, nClasses)
  std::vector<double> meanScores(const std::vector<int>& clips) {
    sums_.assign(clips.size() * nClasses_, 0.0);
    for (size_t i = 0; i < clips.size(); ++i) {
      const size_t clip = size_t(clips[i]);
      for (size_t window = 0; window < store_.windowsOf(clip); ++window) {
        const auto values = store_.window(clip, window);
        input_.insert(input_.end(), values.begin(), values.end());
        owners_.push_back(i);
        if (owners_.size() == kWindowsAtATime) flush();
      }
    }
    flush();
    for (size_t i = 0; i < clips.size(); ++i)
      for (size_t label = 0; label < nClasses_; ++label)
        sums_[i * nClasses_ + label] /= double(store_.windowsOf(size_t(clips[i])));
    return std::move(sums_);
  }

 private:
  void flush() {
    if (owners_.empty()) return;
    const torch::Tensor logMel = torch::from_blob(
        input_.data(), {long(owners_.size()), store_.windowFrames(), store_.nMels()});
    const torch::Tensor logits = state_.evaluate(logMel);
    const torch::Tensor scores =
        (multiLabel_ ? torch::sigmoid(logits) : torch::softmax(logits, 1)).contiguous();
    for (size_t i = 0; i < owners_.size(); ++i)
      for (size_t label = 0; label < nClasses_; ++label)
        sums_[owners_[i] * nClasses_ + label] +=
            double(scores.data_ptr<float>()[i * nClasses_ + label]);
    input_.clear();
    owners_.clear();
  }

  TrainingState& state_;
  const FeatureStore& store_;
  size_t nClasses_;
  bool multiLabel_;
  std::vector<float> input_;
  std::vector<size_t> owners_;  ///< whose window it is
  std::vector<double> sums_;
};

Validation severalLabels(const std::vector<double>& scores, const DataSet& dataSet,
                         const std::vector<int>& clips) {
  const size_t nClasses = dataSet.labels.size();
  LabelScores table{int(nClasses)};
  for (size_t i = 0; i < clips.size(); ++i)
    table.add(std::span(scores).subspan(i * nClasses, nClasses),
              dataSet.clips[size_t(clips[i])].labels());
  Validation result;
  result.thresholds = fittedThresholds(table);
  result.labels = labelFigures(table, result.thresholds);
  result.figures = {.loss = table.loss(), .multiLabel = meanFigures(result.labels)};
  return result;
}

Validation singleLabels(const std::vector<double>& scores, const DataSet& dataSet,
                        const std::vector<int>& clips) {
  const size_t nClasses = dataSet.labels.size();
  Validation result;
  result.confusion = ConfusionMatrix(int(nClasses));
  double loss = 0.0;
  for (size_t i = 0; i < clips.size(); ++i) {
    const Clip& clip = dataSet.clips[size_t(clips[i])];
    const double* own = scores.data() + i * nClasses;
    const int prediction = int(std::max_element(own, own + nClasses) - own);
    result.confusion.add(clip.label, prediction);
    loss -= std::log(std::max(own[clip.label], 1e-12));
    result.predictions.push_back(
        {clip.address(), clip.label, prediction, own[prediction], own[clip.label]});
  }
  result.figures = {loss / double(clips.size()), result.confusion.accuracy(),
                    result.confusion.balancedAccuracy()};
  return result;
}

}  // namespace

Validation validate(TrainingState& state, const DataSet& dataSet, const FeatureStore& store,
                    const std::vector<int>& clips, bool multiLabel) {
  const std::vector<double> scores =
      Scorer(state, store, dataSet.labels.size(), multiLabel).meanScores(clips);
  return multiLabel ? severalLabels(scores, dataSet, clips) : singleLabels(scores, dataSet, clips);
}

}  // namespace earwitness
