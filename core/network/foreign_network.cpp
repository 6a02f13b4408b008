// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/foreign_network.h"

#include <algorithm>
#include <sstream>

#include <torch/version.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/script_module.h"
#include "core/network/torch_error.h"
#include "core/network/torch_setup.h"

namespace earwitness {
namespace {

constexpr const char* kChildName = "foreign";
constexpr int kFloat32 = 6;  // the number of torch.float32, which has no name in TorchScript's text

std::string whyNotLoaded(const std::exception& error) {
  if (isOutOfMemory(error)) return "it wants more memory than an unknown file is given";
  const std::string text = error.what();
  const auto mentions = [&text](const char* part) { return text.find(part) != std::string::npos; };
  if (mentions("maximum supported version"))
    return "it was saved by a newer LibTorch than " TORCH_VERSION
           "; save it again with an older PyTorch";
  for (const char* sign : {"Unknown builtin op: ", "unknown op: ", "undefined value torch"})
    if (const size_t at = text.find(sign); at != std::string::npos) {
      const size_t name = at + std::string(sign).size();
      return "it uses an operation that LibTorch " TORCH_VERSION " does not have (" +
             text.substr(name, text.find_first_of(" \n.,", name) - name) +
             "); save it again with an older PyTorch, or without that operation";
    }
  return "LibTorch cannot read it (" + reasonOf(error) + ")";
}

std::string shapeText(at::IntArrayRef sizes) {
  std::string text = "(";
  for (const int64_t size : sizes) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
  return text + ")";
}

/// Lines of TorchScript from the window x (1, ...) to what the network takes.
std::string inputLines(ForeignShape shape) {
  switch (shape) {
    case ForeignShape::Samples:
    case ForeignShape::FramesMels:
      return "    x = x.squeeze(0)\n";
    case ForeignShape::BatchSamples:
    case ForeignShape::BatchFramesMels:
      return "";
    case ForeignShape::BatchMelsFrames:
      return "    x = x.transpose(1, 2).contiguous()\n";
    case ForeignShape::BatchChannelSamples:
    case ForeignShape::BatchChannelFramesMels:
      return "    x = x.unsqueeze(1)\n";
    case ForeignShape::BatchChannelMelsFrames:
      return "    x = x.transpose(1, 2).unsqueeze(1).contiguous()\n";
  }
  return "";
}

/// How one element is picked out of what the network gives.
std::string elementIndex(const std::string& element) {
  if (element.empty()) return "";
  const bool isNumber =
      std::all_of(element.begin(), element.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (isNumber) return "[" + element + "]";
  return "[" + nlohmann::json(element).dump() + "]";
}

/// Lines from an answer y of this shape to (1, nLabels). Throws Error where that cannot be.
std::string outputLines(const torch::Tensor& answer, int64_t nLabels) {
  const auto sizes = answer.sizes();
  const std::string asFloat = answer.scalar_type() == torch::kFloat
                                  ? ""
                                  : "    y = y.to(" + std::to_string(kFloat32) + ")\n";
  const std::string one = "[1, " + std::to_string(nLabels) + "]";
  if (answer.numel() == nLabels)
    return asFloat +
           (sizes == at::IntArrayRef({1, nLabels}) ? "" : "    y = y.reshape(" + one + ")\n");
  const bool isBatch = answer.dim() == 3 && sizes[0] == 1;
  if (answer.dim() == 2 && sizes[1] == nLabels) return asFloat + "    y = y.mean([0], True)\n";
  if (isBatch && sizes[2] == nLabels) return asFloat + "    y = y.mean([1])\n";
  if (isBatch && sizes[1] == nLabels) return asFloat + "    y = y.mean([2])\n";
  throw Error(
      "There are %1 labels, but the network answers with the shape %2; its labels must be as many "
      "as its outputs.",
      nLabels, shapeText(sizes));
}

torch::Tensor pickedOutput(const torch::IValue& answer, const std::string& element) {
  const std::vector<ForeignOutput> outputs = outputsOf(answer);
  std::string names;
  for (const ForeignOutput& output : outputs) {
    if (output.element == element) return output.tensor;
    names += (names.empty() ? "" : ", ") + output.element;
  }
  if (outputs.empty()) throw Error("The network does not answer with a tensor.");
  if (outputs.size() == 1 && outputs[0].element.empty())
    throw Error("The network outputs one tensor, so no element '%1' can be selected.", element);
  throw Error("The network outputs several tensors. Say which one has the labels: %1.", names);
}

}  // namespace

torch::jit::Module loadForeignNetwork(ForeignFile& file) {
  try {
    torch::jit::Module network = loadTorchScript(file.archive);
    network.eval();
    return network;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error("The file '%1' cannot be opened: %2.", file.path, whyNotLoaded(error));
  }
}

std::vector<std::string> forwardInputs(const torch::jit::Module& network) {
  const auto forward = network.find_method("forward");
  if (!forward) throw Error("The network has no method 'forward', so it cannot be run.");
  std::vector<std::string> inputs;
  const auto& arguments = forward->function().getSchema().arguments();
  for (size_t i = 1; i < arguments.size(); ++i)
    if (!arguments[i].default_value()) inputs.push_back(arguments[i].name());
  return inputs;
}

std::vector<ForeignOutput> outputsOf(const torch::IValue& answer) {
  if (answer.isTensor()) return {{"", answer.toTensor()}};
  std::vector<ForeignOutput> outputs;
  const auto add = [&outputs](const std::string& element, const torch::IValue& value) {
    if (value.isTensor()) outputs.push_back({element, value.toTensor()});
  };
  if (answer.isTuple()) {
    const auto& elements = answer.toTupleRef().elements();
    for (size_t i = 0; i < elements.size(); ++i) add(std::to_string(i), elements[i]);
  } else if (answer.isList()) {
    const auto elements = answer.toListRef();
    for (size_t i = 0; i < elements.size(); ++i) add(std::to_string(i), elements[i]);
  } else if (answer.isGenericDict()) {
    for (const auto& entry : answer.toGenericDict())
      if (entry.key().isString()) add(entry.key().toStringRef(), entry.value());
  }
  return outputs;
}

std::vector<int64_t> sizesOf(ForeignShape shape, long n, long nMels) {
  switch (shape) {
    case ForeignShape::Samples:
      return {n};
    case ForeignShape::BatchSamples:
      return {1, n};
    case ForeignShape::BatchChannelSamples:
      return {1, 1, n};
    case ForeignShape::FramesMels:
      return {n, nMels};
    case ForeignShape::BatchFramesMels:
      return {1, n, nMels};
    case ForeignShape::BatchMelsFrames:
      return {1, nMels, n};
    case ForeignShape::BatchChannelFramesMels:
      return {1, 1, n, nMels};
    case ForeignShape::BatchChannelMelsFrames:
      return {1, 1, nMels, n};
  }
  return {};
}

torch::jit::Module wrapForeignNetwork(const torch::jit::Module& foreign,
                                      const ForeignAnswers& answers) {
  const ModelDescription& description = answers.description;
  const std::vector<long> shape = description.inputShape();
  torch::jit::Module network = foreign;
  torch::Tensor answer;
  torch::IValue whole;
  const auto sizes = sizesOf(answers.shape, shape[0], description.features.nMels);
  try {
    const c10::InferenceMode inference;
    whole = network.forward({torch::tensor(description.silentInput()).view(sizes)});
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error("The network does not take an input of the shape %1: %2.", shapeText(sizes),
                reasonOf(error));
  }
  answer = pickedOutput(whole, answers.element);

  ScriptModule wrapper("Imported");
  wrapper.child(kChildName, foreign);
  std::ostringstream source;
  source << "def forward(self, window: Tensor) -> Tensor:\n    x = window\n";
  if (!answers.mean.empty()) {
    wrapper.buffer("input_mean", torch::tensor(answers.mean));
    wrapper.buffer("input_deviation", torch::tensor(answers.deviation));
    source << "    x = (x - self.input_mean) / self.input_deviation\n";
  }
  source << inputLines(answers.shape) << "    y = self." << kChildName << ".forward(x)"
         << elementIndex(answers.element) << "\n"
         << outputLines(answer, int64_t(description.labels.size())) << "    return y\n";
  try {
    torch::jit::Module wrapped = wrapper.define(source.str());
    wrapped.eval();
    return wrapped;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error("The network cannot be imported: %1.", reasonOf(error));
  }
}

bool isForeignNetwork(const torch::jit::Module& network) {
  return network.hasattr(kChildName);
}

}  // namespace earwitness
