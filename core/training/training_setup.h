// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/inference/open_model.h"
#include "core/training/batch_source.h"
#include "core/training/training_state.h"

namespace earwitness {

/// The settings' threads, or all cores.
int threadsOf(const TrainSettings& settings);

BatchSource::Settings batchSettings(const TrainSettings& settings);

/// The network that a run begins with.
struct StartNetwork {
  torch::jit::Module network;
  std::vector<std::string> unfrozen;  ///< parameters that are not the other model's; with --init
  nlohmann::json taken = nlohmann::json::object();  ///< what the event `built` says of that
};

/// Draws from torch's global random state. Throws Error with one sentence.
StartNetwork startNetwork(const TrainSettings& settings, const std::vector<std::string>& labels);
/// Takes the weights of settings.initModel, where it names one. Throws Error with one sentence.
/// Thread: main.
void takeInitialWeights(StartNetwork& start, const TrainSettings& settings,
                        const std::vector<std::string>& labels, const Confinement& confinement);

/// A step on a batch: gives back its mean loss, and in `logits` (n, nClasses) its answers.
double stepOn(TrainingState& state, Batch& batch, int nMels, int nClasses, double learningRate,
              torch::Tensor& logits);

}  // namespace earwitness
