// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <torch/script.h>

#include "core/listening/model_description.h"

namespace earwitness {

/// Is given what is being done, as the end of a sentence.
using ImportStep = std::function<void(const std::string& step)>;

/// How a model that is being imported does.
struct ImportTrial {
  struct Score {
    std::string label;
    float score = 0.0F;
  };
  std::string sampleFile;  ///< empty where none was tried
  double sampleSeconds = 0.0;
  std::vector<Score> top;           ///< of the whole sample, at most five, highest first
  double windowMilliseconds = 0.0;  ///< what one window costs
  double firesOnNoise = -1.0;       ///< share of windows of noise; below 0 where it was not checked
};

nlohmann::json toJson(const ImportTrial& trial);

struct ImportedModel {
  std::string archive;  ///< the self-describing file
  ImportTrial trial;
};

/// A sound to try a model on, read before anything of the model runs.
struct TrialSound {
  std::filesystem::path file;
  std::vector<float> samples;  ///< mono, at the rate of the model's features; empty: none is tried
};

/// Tries a network that was made of somebody's file on silence, noise and a sample, and writes it
/// with its description, to whose card the check on noise is added. Runs the network: confine the
/// process first. Throws Error with a message for the user where it answers with something that is
/// no number, or with something other than described.
ImportedModel tryAndWrite(const torch::jit::Module& network, ModelDescription description,
                          const TrialSound& sample, const ImportStep& onStep);

}  // namespace earwitness
