// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/foreign_probe.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/network/foreign_network.h"
#include "core/network/script_module.h"
#include "core/network/torch_error.h"
#include "core/network/torch_threads.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;

// Lengths that networks commonly want: seconds of 16, 32, 44.1 and 48 kHz, YAMNet's 0.975 s,
// BirdNET's 3 s.
constexpr std::array kSamples{16000L, 80000L, 15600L, 160000L, 32000L, 320000L, 144000L, 48000L};
constexpr std::array kMels{64L, 80L, 128L, 40L, 96L, 32L, 60L, 48L, 229L, 256L};
// None of them is among the mel bands, so that the two are not confused.
constexpr std::array kFrames{101L, 501L, 98L, 1001L, 401L, 801L, 998L, 1024L};
constexpr auto kLongestSearch = std::chrono::seconds(20);
constexpr float kTolerance = 1e-3F;
constexpr uint64_t kSeed = 11;

struct Trial {
  std::vector<ForeignOutput> outputs;
  std::string refusal;
  bool taken() const { return refusal.empty(); }
};

/// Noise as the network might be given it: quiet sound, or decibels.
torch::Tensor someInput(ForeignShape shape, long size, long nMels) {
  torch::manual_seed(kSeed);
  const torch::Tensor noise = torch::randn(sizesOf(shape, size, nMels));
  return inputOf(shape) == ModelInput::Waveform ? noise * 0.1 : noise * 10.0 - 40.0;
}

ProbedOutput describeOutput(const ForeignOutput& output) {
  const torch::Tensor values = output.tensor.detach().to(torch::kFloat);
  ProbedOutput described{output.element, {}, ModelOutput::SingleLabelLogits, false};
  described.sizes.assign(values.sizes().begin(), values.sizes().end());
  if (values.numel() < 2 || values.dim() == 0) return described;
  const bool within = values.min().item<float>() >= 0.0F && values.max().item<float>() <= 1.0F;
  if (!within) {
    // The logarithm of a softmax: its softmax is the softmax.
    described.certain = (values.exp().sum(-1) - 1.0).abs().max().item<float>() < kTolerance;
    return described;
  }
  described.looksLike = ModelOutput::Probabilities;
  described.certain = true;
  return described;
}

/// The search for inputs that one network takes.
class Search {
 public:
  Search(torch::jit::Module network, const std::function<void(const std::string&)>& onStep)
      : network_(std::move(network)), onStep_(onStep) {}

  std::optional<ProbedInput> tryShape(ForeignShape shape) {
    onStep_("it was given an input of the shape (" + nameOf(shape) + ")");
    return inputOf(shape) == ModelInput::Waveform ? tryWaveform(shape) : tryLogMel(shape);
  }

  const std::string& lastRefusal() const { return lastRefusal_; }

 private:
  Trial run(ForeignShape shape, long size, long nMels) {
    Trial trial;
    try {
      const c10::InferenceMode inference;
      trial.outputs = outputsOf(network_.forward({someInput(shape, size, nMels)}));
      std::erase_if(trial.outputs, [](const ForeignOutput& output) {
        return !output.tensor.is_floating_point() || output.tensor.numel() == 0;
      });
      if (trial.outputs.empty()) trial.refusal = "it does not answer with a tensor of numbers";
    } catch (const std::exception& error) {  // LibTorch throws several kinds
      trial.refusal = isOutOfMemory(error) ? "it wants more memory than an unknown file is given"
                                           : reasonOf(error);
    }
    if (!trial.taken()) lastRefusal_ = trial.refusal;
    return trial;
  }

  bool outOfTime() const { return Clock::now() - start_ > kLongestSearch; }

  static ProbedInput found(ForeignShape shape, long size, long nMels, const Trial& trial) {
    ProbedInput input{.shape = shape, .size = size, .nMels = nMels, .outputs = {}};
    for (const ForeignOutput& output : trial.outputs)
      input.outputs.push_back(describeOutput(output));
    return input;
  }

  std::optional<ProbedInput> tryWaveform(ForeignShape shape) {
    for (const long size : kSamples) {
      if (outOfTime()) break;
      const Trial trial = run(shape, size, 0);
      if (!trial.taken()) continue;
      ProbedInput input = found(shape, size, 0, trial);
      input.anySize = run(shape, size + size / 2, 0).taken();
      return input;
    }
    return std::nullopt;
  }

  std::optional<ProbedInput> tryLogMel(ForeignShape shape) {
    for (const long frames : kFrames)
      for (const long nMels : kMels) {
        if (outOfTime()) return std::nullopt;
        const Trial trial = run(shape, frames, nMels);
        if (!trial.taken()) continue;
        ProbedInput input = found(shape, frames, nMels, trial);
        input.anySize = run(shape, frames + frames / 2, nMels).taken();
        input.anyMels = run(shape, frames, nMels + nMels / 2).taken();
        return input;
      }
    return std::nullopt;
  }

  torch::jit::Module network_;
  const std::function<void(const std::string&)>& onStep_;
  std::string lastRefusal_;
  Clock::time_point start_ = Clock::now();
};

/// One row of values for one window: what a classifier answers.
bool answersLikeAClassifier(const ProbedInput& input) {
  return std::any_of(input.outputs.begin(), input.outputs.end(), [](const ProbedOutput& output) {
    return output.sizes.size() == 2 && output.sizes[0] == 1;
  });
}

}  // namespace

nlohmann::json toJson(const ProbeReport& report) {
  nlohmann::json inputs = nlohmann::json::array();
  for (const ProbedInput& input : report.inputs) {
    nlohmann::json outputs = nlohmann::json::array();
    for (const ProbedOutput& output : input.outputs)
      outputs.push_back({{"element", output.element},
                         {"sizes", output.sizes},
                         {"looks_like", nameOf(output.looksLike)},
                         {"certain", output.certain}});
    nlohmann::json json = {{"shape", nameOf(input.shape)},
                           {"input", nameOf(inputOf(input.shape))},
                           {"any_size", input.anySize},
                           {"outputs", outputs}};
    if (inputOf(input.shape) == ModelInput::Waveform) {
      json["samples"] = input.size;
    } else {
      json["frames"] = input.size;
      json["n_mels"] = input.nMels;
      json["any_mels"] = input.anyMels;
    }
    inputs.push_back(json);
  }
  nlohmann::json json = {{"parameters", report.parameters},
                         {"methods", report.methods},
                         {"extra_files", report.extraFiles},
                         {"inputs", inputs}};
  put(json, "problem", report.problem);
  return json;
}

ProbeReport probeForeignModel(ForeignFile& file,
                              const std::function<void(const std::string& step)>& onStep) {
  useThreads(1);
  onStep(CORE_TEXT("it was being opened"));
  const torch::jit::Module network = loadForeignNetwork(file);
  ProbeReport report;
  report.parameters = parameterCount(network);
  for (const auto& method : network.get_methods()) report.methods.push_back(method.name());
  report.extraFiles = file.extraFiles;
  const std::vector<std::string> inputs = forwardInputs(network);
  if (inputs.size() != 1) {
    std::string names;
    for (const std::string& name : inputs) names += (names.empty() ? "" : ", ") + name;
    report.problem =
        Message("Its 'forward' asks for %1 inputs (%2); only networks that take one can be used.",
                inputs.size(), names);
    return report;
  }
  Search search(network, onStep);
  for (const ForeignShape shape : foreignShapes())
    if (auto input = search.tryShape(shape)) report.inputs.push_back(std::move(*input));
  std::stable_partition(report.inputs.begin(), report.inputs.end(), answersLikeAClassifier);
  if (report.inputs.empty())
    report.problem =
        Message("It opens, but takes none of the usual inputs. The last one was refused: %1.",
                search.lastRefusal());
  return report;
}

}  // namespace earwitness
