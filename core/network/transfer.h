// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <map>
#include <string>
#include <vector>

#include <torch/script.h>

namespace earwitness {

/// By the names that they have in their network.
using NamedTensors = std::map<std::string, torch::Tensor>;
/// Parameters and buffers of a network, not copied.
NamedTensors tensorsOf(const torch::jit::Module& network);

struct TransferReport {
  std::vector<std::string> taken;    ///< names of parameters and buffers that were copied
  std::vector<std::string> skipped;  ///< those of the new network that stay as they were
  int labelsTaken = 0;               ///< rows of the head whose label both networks know
};

/// Starts the network `to` from a trained one: parameters and buffers of the same name and shape
/// are copied. Of the head, the rows of labels that both know are copied and the others stay fresh;
/// it counts as taken where at least one row was. Labels are in the order of the networks' outputs.
TransferReport transferWeights(const NamedTensors& from, const std::vector<std::string>& fromLabels,
                               torch::jit::Module& to, const std::vector<std::string>& toLabels);

/// Names of the parameters of the last layer, one row for each label, in every architecture.
const std::vector<std::string>& headParameterNames();

}  // namespace earwitness
