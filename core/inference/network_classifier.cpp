#include "core/inference/network_classifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <torch/script.h>

#include "core/base/error.h"
#include "core/network/model_file.h"
#include "core/network/torch_threads.h"

namespace earwitness {
namespace {

constexpr int kWarmUpCalls = 3;  // the first two or three calls of a shape are slow

void softmax(std::span<float> values) {
  const float highest = *std::max_element(values.begin(), values.end());
  float sum = 0.0F;
  for (float& value : values) sum += value = std::exp(value - highest);
  for (float& value : values) value /= sum;
}

}  // namespace

struct NetworkClassifier::Network {
  torch::jit::Module module;
};

NetworkClassifier::NetworkClassifier(const std::filesystem::path& modelFile)
    : description_(readModelDescription(modelFile)) {
  useThreads(1);  // as fast for small networks, and kind to whoever else is busy
  const torch::jit::Module loaded = loadModelNetwork(modelFile);
  try {
    network_ = std::make_unique<Network>(Network{torch::jit::freeze(loaded)});
    const c10::InferenceMode inference;
    const torch::Tensor silence =
        torch::full({1, description_.windowFrames(), description_.features.nMels},
                    description_.features.silenceLevel());
    const torch::Tensor output = network_->module.forward({silence}).toTensor();
    if (output.sizes() != at::IntArrayRef({1, int64_t(description_.labels.size())}))
      throw Error("The model file '" + modelFile.string() + "' names " +
                  std::to_string(description_.labels.size()) +
                  " labels, but its network answers in another shape.");
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {  // LibTorch throws several kinds
    throw Error("The network in '" + modelFile.string() +
                "' does not take the features that its description names.");
  }
}

NetworkClassifier::~NetworkClassifier() = default;

void NetworkClassifier::warmUp() {
  const std::vector<float> silence(
      size_t(description_.windowFrames()) * size_t(description_.features.nMels),
      description_.features.silenceLevel());
  std::vector<float> scores(description_.labels.size());
  for (int i = 0; i < kWarmUpCalls; ++i) classify(silence, scores);
}

void NetworkClassifier::logits(std::span<const float> window, std::span<float> out) {
  const c10::InferenceMode inference;
  // The network only reads its input.
  const torch::Tensor input =
      torch::from_blob(const_cast<float*>(window.data()),
                       {1, description_.windowFrames(), description_.features.nMels});
  const torch::Tensor output = network_->module.forward({input}).toTensor().contiguous();
  std::copy_n(output.data_ptr<float>(), out.size(), out.data());
}

void NetworkClassifier::classify(std::span<const float> window, std::span<float> scores) {
  logits(window, scores);
  softmax(scores);
}

}  // namespace earwitness
