// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_cost.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string_view>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/record_function.h>

#include "core/base/error.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/network/torch_error.h"
#include "core/network/torch_threads.h"

#ifndef NDEBUG
#error "at::RecordFunction has other members without NDEBUG than in Debian's LibTorch."
#endif

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWarmUpCalls = 3;  // the first two or three calls of a shape are slow
constexpr int kLeastCalls = 5;
constexpr int kMostCalls = 50;
constexpr auto kLongest = std::chrono::milliseconds(500);

/// One thread while it lives, as models are run.
class OneThread {
 public:
  OneThread() : threadsBefore_(at::get_num_threads()) { useThreads(1); }
  ~OneThread() { useThreads(threadsBefore_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int threadsBefore_;
};

/// (n, in, ...) with weights (out, in / groups, ...): each output position takes all weights once.
long multiplyAddsOfConvolution(c10::ArrayRef<const c10::IValue> inputs) {
  const at::Tensor& input = inputs[0].toTensor();
  const at::Tensor& weight = inputs[1].toTensor();
  const auto strides = inputs[3].toIntVector();
  const auto paddings = inputs[4].toIntVector();
  const auto dilations = inputs[5].toIntVector();
  long count = input.size(0) * weight.numel();
  for (size_t i = 0; i < strides.size(); ++i) {
    const auto dimension = int64_t(i) + 2;
    const int64_t covered = dilations[i] * (weight.size(dimension) - 1) + 1;
    count *= (input.size(dimension) + 2 * paddings[i] - covered) / strides[i] + 1;
  }
  return count;
}

/// A recurrent layer in one direction: input (t, n, in), the gates' weights for the input (gates *
/// hidden, in) and for the state (gates * hidden, hidden). Every step takes all weights once.
long multiplyAddsOfRecurrentLayer(c10::ArrayRef<const c10::IValue> inputs) {
  const at::Tensor& input = inputs[0].toTensor();
  const int64_t steps = input.size(0) * input.size(1);
  return steps * (inputs[1].toTensor().numel() + inputs[2].toTensor().numel());
}

/// Multiply-adds of one call of an operator; 0 for those that call others or have none to speak of.
long multiplyAddsOf(std::string_view name, c10::ArrayRef<const c10::IValue> inputs) {
  const auto product = [&](size_t left, size_t right) {
    return long(inputs[left].toTensor().numel() * inputs[right].toTensor().size(-1));
  };
  if (name == "aten::convolution") return multiplyAddsOfConvolution(inputs);
  if (name == "aten::mm" || name == "aten::bmm") return product(0, 1);
  if (name == "aten::addmm" || name == "aten::baddbmm") return product(1, 2);
  if (name == "aten::mv" || name == "aten::dot") return long(inputs[0].toTensor().numel());
  // One operator since LibTorch 2.0, and matrix products before.
  if (name == "aten::mkldnn_rnn_layer") return multiplyAddsOfRecurrentLayer(inputs);
  if (name == "aten::addmv") return long(inputs[1].toTensor().numel());
  return 0;
}

thread_local long countedMultiplyAdds = 0;

std::unique_ptr<at::ObserverContext> onOperator(const at::RecordFunction& call) {
  countedMultiplyAdds += multiplyAddsOf(call.name(), call.inputs());
  return nullptr;
}

long countMultiplyAdds(torch::jit::Module& network, const torch::Tensor& input) {
  countedMultiplyAdds = 0;
  const auto handle = at::addThreadLocalCallback(
      at::RecordFunctionCallback(onOperator).needsInputs(true).scopes({at::RecordScope::FUNCTION}));
  struct Remover {
    at::CallbackHandle handle;
    ~Remover() { at::removeCallback(handle); }
  } const remover{handle};
  network.forward({input});
  return countedMultiplyAdds;
}

double medianLatencyMs(const torch::jit::Module& network, const torch::Tensor& input) {
  torch::jit::Module frozen = torch::jit::freeze(network);
  const c10::InferenceMode inference;
  for (int i = 0; i < kWarmUpCalls; ++i) frozen.forward({input});
  std::vector<double> times;
  const auto start = Clock::now();
  while (times.size() < kLeastCalls ||
         (times.size() < kMostCalls && Clock::now() - start < kLongest)) {
    const auto before = Clock::now();
    frozen.forward({input});
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
  }
  std::nth_element(times.begin(), times.begin() + long(times.size() / 2), times.end());
  return times[times.size() / 2];
}

/// `input` (batch of one window).
NetworkCost costOf(torch::jit::Module network, const torch::Tensor& input, double windowSeconds,
                   bool measureLatency) {
  const OneThread oneThread;
  const torch::NoGradGuard noGrad;
  try {
    network.eval();
    NetworkCost cost;
    cost.parameters = parameterCount(network);
    cost.multiplyAdds = countMultiplyAdds(network, input);
    if (measureLatency) cost.latencyMs = medianLatencyMs(network, input);
    return cost;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error("The network does not take a window of %1 s: %2.",
                nlohmann::json(windowSeconds).dump(), reasonOf(error));
  }
}

}  // namespace

NetworkCost networkCost(const std::string& architecture, const nlohmann::json& settings,
                        const FeatureSettings& features, double windowSeconds, int nClasses,
                        bool measureLatency) {
  if (!(windowSeconds > 0.0 && windowSeconds <= 600.0))
    throw Error("The window must be longer than 0 and at most 600 seconds.");
  const long frames = features.framesOf(long(windowSeconds * features.sampleRate));
  return costOf(buildNetwork(architecture, settings, features.nMels, nClasses),
                torch::full({1, frames, features.nMels}, features.silenceLevel(), torch::kFloat),
                windowSeconds, measureLatency);
}

NetworkCost networkCost(std::istream& archive, const ModelDescription& description,
                        bool measureLatency) {
  std::vector<int64_t> shape{1};
  for (const long size : description.inputShape()) shape.push_back(size);
  return costOf(loadNetwork(archive, description.name),
                torch::tensor(description.silentInput()).view(shape), description.windowSeconds,
                measureLatency);
}

NetworkCost modelFileCost(const std::filesystem::path& modelFile, bool measureLatency) {
  const ModelDescription description = readModelDescription(modelFile);
  std::ifstream archive(modelFile, std::ios::binary);
  return networkCost(archive, description, measureLatency);
}

}  // namespace earwitness
