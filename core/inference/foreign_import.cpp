// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/foreign_import.h"

#include <utility>

#include <nlohmann/json.hpp>
#include <torch/script.h>
#include <torch/version.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/foreign_network.h"
#include "core/network/script_module.h"
#include "core/network/torch_threads.h"

namespace earwitness {
namespace {

nlohmann::json cardOf(const ForeignFile& file, const ForeignAnswers& answers,
                      const torch::jit::Module& network) {
  nlohmann::json card = answers.description.card;
  card["architecture"] = "imported TorchScript";
  card["parameters"] = parameterCount(network);
  card["libtorch"] = TORCH_VERSION;
  card["imported"] = {{"file", file.path.filename().string()},
                      {"fingerprint", file.fingerprint},
                      {"shape", nameOf(answers.shape)}};
  if (!answers.element.empty()) card["imported"]["element"] = answers.element;
  if (!answers.mean.empty()) {
    card["imported"]["mean"] = answers.mean;
    card["imported"]["deviation"] = answers.deviation;
  }
  return card;
}

}  // namespace

ImportedModel importForeignModel(ForeignFile& file, const ForeignAnswers& answers,
                                 const TrialSound& sample, const ImportStep& onStep) {
  answers.validate();
  useThreads(1);
  onStep(CORE_TEXT("it was being opened"));
  const torch::jit::Module network = loadForeignNetwork(file);
  if (const auto inputs = forwardInputs(network); inputs.size() != 1)
    throw Error("The file '%1' cannot be imported: its network has %2 inputs instead of one.",
                file.path, inputs.size());
  onStep(CORE_TEXT("it was given a first window"));
  const torch::jit::Module wrapped = wrapForeignNetwork(network, answers);
  ModelDescription description = answers.description;
  description.card = cardOf(file, answers, network);

  return tryAndWrite(wrapped, std::move(description), sample, onStep);
}

}  // namespace earwitness
