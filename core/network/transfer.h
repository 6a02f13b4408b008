#pragma once
// Internal to the learn library: includes Torch.

#include <string>
#include <vector>

#include <torch/script.h>

namespace earwitness {

struct TransferReport {
  std::vector<std::string> taken;    ///< names of parameters and buffers that were copied
  std::vector<std::string> skipped;  ///< those of the new network that stay as they were
  int labelsTaken = 0;               ///< rows of the head whose label both networks know
};

/// Starts the network `to` from a trained one: parameters and buffers of the same name and shape
/// are copied. Of the head, the rows of labels that both know are copied and the others stay fresh;
/// it counts as taken where at least one row was. Labels are in the order of the networks' outputs.
TransferReport transferWeights(const torch::jit::Module& from,
                               const std::vector<std::string>& fromLabels, torch::jit::Module& to,
                               const std::vector<std::string>& toLabels);

/// Names of the parameters of the last layer, one row for each label, in every architecture.
const std::vector<std::string>& headParameterNames();

}  // namespace earwitness
