// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <torch/script.h>

namespace earwitness {

/// What the teachers of a batch answered; all (n, nClasses).
struct TeacherTargets {
  /// For one label per clip a distribution over the classes that a teacher knows, for several a
  /// probability of each.
  torch::Tensor answers;
  torch::Tensor answerWeights;  ///< how much they count; 0 for classes that no teacher knows
  torch::Tensor targetWeights;  ///< how much the labels' targets count

  TeacherTargets to(torch::Device device) const {
    return {answers.to(device), answerWeights.to(device), targetWeights.to(device)};
  }
};

// Divergences of Kullback and Leibler between the answers and the network's logits (n, nClasses) at
// a temperature, times its square, so that gradients keep their size (Hinton et al. 2015). 0 where
// both agree.

/// Of the distribution over the classes whose answers count: (n).
torch::Tensor softmaxDivergence(const torch::Tensor& logits, const TeacherTargets& teacher,
                                double temperature);
/// Of each class: (n, nClasses).
torch::Tensor binaryDivergence(const torch::Tensor& logits, const TeacherTargets& teacher,
                               double temperature);

}  // namespace earwitness
