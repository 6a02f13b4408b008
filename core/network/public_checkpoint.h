// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <map>
#include <string>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/listening/model_description.h"
#include "core/network/state_dictionary.h"

namespace earwitness {

/// Of the sounds that the known families were trained on, Hz.
inline constexpr int kCheckpointSampleRate = 32000;

/// A network that was made from the weights of a known family.
struct PublicNetwork {
  torch::jit::Module network;  ///< in evaluation mode
  std::string architecture;
  nlohmann::json settings;
  /// Labels, output, features and window of the family; the name is the family's.
  ModelDescription description;
};

/// Recognises a checkpoint by the names and sizes of its tensors, and makes the network of it.
/// Known: the EfficientAT family of MobileNetV3 with AudioSet's labels, of any width. `source` is
/// the file's name in errors. Throws Error with a message for the user: an unknown family, a tensor
/// missing or of another size, values that are not numbers.
PublicNetwork recogniseCheckpoint(const std::map<std::string, StoredTensor>& tensors,
                                  const std::string& source);

}  // namespace earwitness
