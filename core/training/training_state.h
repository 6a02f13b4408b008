// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>
#include <vector>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/inference/open_model.h"
#include "core/training/teacher_loss.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// Network, optimiser and averaged weights. Parameters lie behind one another in one tensor, so
/// that a step of AdamW or of the average is a handful of operations however many layers there are,
/// and a checkpoint is a few tensors.
class TrainingState {
 public:
  /// Moves the network to the device.
  TrainingState(torch::jit::Module network, const TrainSettings& settings,
                torch::Device device = torch::kCPU);

  /// How much a label's part of a target counts in the loss, for several labels per clip how much
  /// a class counts (nClasses); all 1 to begin with.
  void setClassWeights(const std::vector<float>& weights);
  /// Until unfreeze() only these parameters change, and batch norms keep their statistics.
  /// Throws Error where the network has none of them.
  void freezeAllBut(const std::vector<std::string>& parameterNames);
  void unfreeze();

  /// Forward, loss, backward and applyGradients(). The loss is the cross-entropy, for several
  /// labels per clip the mean of the classes' binary cross-entropies.
  /// With a teacher, each target counts as its weight says, and the divergence from the answers is
  /// added (teacher_loss.h).
  /// logMel (n, nFrames, nMels), targets (n, nClasses), all on the CPU. Gives back the mean loss;
  /// `logits` those of the batch, on the CPU.
  double step(const torch::Tensor& logMel, const torch::Tensor& targets, double learningRate,
              torch::Tensor& logits, const TeacherTargets* teacher = nullptr);

  /// One step of AdamW (Loshchilov and Hutter, 2019) from the gradients that backward left, and of
  /// the average.
  void applyGradients(double learningRate);

  /// Logits (n, nClasses) in evaluation mode, with the averaged weights where there are any.
  /// Call between beginEvaluation() and endEvaluation().
  torch::Tensor evaluate(const torch::Tensor& logMel);
  void beginEvaluation();
  void endEvaluation();

  /// The network with the weights that evaluation uses, in evaluation mode, on the CPU. Only while
  /// evaluating.
  torch::jit::Module network() const;
  long parameterCount() const { return parameters_.numel(); }

  /// Writes everything that training goes on from, beside `progress`. Replaces the file atomically.
  void save(const std::filesystem::path& path, const nlohmann::json& progress) const;
  /// Gives `progress` back. Throws Error where the file is not a checkpoint of this network.
  /// Thread: main.
  nlohmann::json load(const std::filesystem::path& path, const Confinement& confinement);

 private:
  torch::Tensor forward(const torch::Tensor& logMel);
  torch::Tensor lossOf(const torch::Tensor& output, const torch::Tensor& given,
                       const TeacherTargets* teacher) const;
  torch::Tensor binaryLossOf(const torch::Tensor& output, const torch::Tensor& given,
                             const TeacherTargets* teacher) const;
  double temperature() const { return settings_.distillation.temperature; }
  std::vector<torch::Tensor*> tensors();
  torch::Tensor ratesOf(double backboneRate) const;

  torch::jit::Module network_;
  TrainSettings settings_;
  torch::Device device_;
  torch::Tensor classWeights_;   ///< undefined where all are 1
  torch::Tensor trainableMask_;  ///< undefined where nothing is frozen
  torch::Tensor rates_;          ///< of each parameter, as a share; undefined where all are 1
  torch::Tensor parameters_, gradients_, decayMask_;
  torch::Tensor firstMoment_, secondMoment_;
  torch::Tensor buffers_;  ///< running statistics of the batch norms
  torch::Tensor averagedParameters_, averagedBuffers_;
  torch::Tensor keptParameters_, keptBuffers_;  ///< the raw ones during evaluation
  long steps_ = 0;
};

}  // namespace earwitness
