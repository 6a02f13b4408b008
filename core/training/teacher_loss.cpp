// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/teacher_loss.h"

namespace earwitness {
namespace {

constexpr double kLeft = -1e9;  ///< logit of a class that is left out

}  // namespace

torch::Tensor softmaxDivergence(const torch::Tensor& logits, const TeacherTargets& teacher,
                                double temperature) {
  const torch::Tensor counted =
      (logits / temperature).masked_fill(teacher.answerWeights <= 0.0, kLeft);
  const torch::Tensor each = torch::xlogy(teacher.answers, teacher.answers) -
                             teacher.answers * torch::log_softmax(counted, 1);
  return each.sum(1) * (temperature * temperature);
}

torch::Tensor binaryDivergence(const torch::Tensor& logits, const TeacherTargets& teacher,
                               double temperature) {
  const torch::Tensor& answers = teacher.answers;
  const torch::Tensor others = 1.0 - answers;
  const torch::Tensor crossEntropy = torch::binary_cross_entropy_with_logits(
      logits / temperature, answers, {}, {}, at::Reduction::None);
  return (crossEntropy + torch::xlogy(answers, answers) + torch::xlogy(others, others)) *
         (temperature * temperature);
}

}  // namespace earwitness
