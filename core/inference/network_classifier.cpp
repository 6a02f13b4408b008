// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/network_classifier.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <torch/script.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/trim_leading_quiet.h"
#include "core/network/embedding.h"
#include "core/network/foreign_network.h"
#include "core/network/model_file.h"
#include "core/network/taught_network.h"
#include "core/network/torch_error.h"
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
  std::vector<int64_t> inputShape = {};  ///< of a whole window, with the batch of one
  int64_t embeddingSize = 0;

  struct Output {
    torch::Tensor values;     ///< (1, nLabels)
    torch::Tensor embedding;  ///< (1, embeddingSize); undefined where there is none
  };

  Output run(std::span<const float> window) {
    const c10::InferenceMode inference;
    std::vector<int64_t> shape = inputShape;
    if (shape.size() > 2) shape[1] = int64_t(window.size()) / shape[2];
    // The network only reads its input.
    const torch::Tensor input = torch::from_blob(const_cast<float*>(window.data()), shape);
    const torch::IValue output = module.forward({input});
    if (embeddingSize == 0) return {output.toTensor().contiguous(), {}};
    const auto& both = output.toTupleRef().elements();
    return {both[0].toTensor().contiguous(), both[1].toTensor().contiguous()};
  }
};

NetworkClassifier::NetworkClassifier(const std::filesystem::path& modelFile)
    : description_(readModelDescription(modelFile)) {
  network_ = std::make_unique<Network>(Network{loadModelNetwork(modelFile)});
  prepare(modelFile.string());
}

NetworkClassifier::NetworkClassifier(std::istream& archive, ModelDescription description)
    : description_(std::move(description)) {
  network_ = std::make_unique<Network>(Network{loadNetwork(archive, description_.name)});
  prepare(description_.name);
}

NetworkClassifier::~NetworkClassifier() = default;

/// `source` is what the model goes by in errors.
void NetworkClassifier::prepare(const std::string& source) {
  useThreads(1);  // as fast for small networks, and kind to whoever else is busy
  network_->inputShape = {1};
  for (const long size : description_.inputShape()) network_->inputShape.push_back(size);
  const auto refuse = [&source](const Message& what) {
    throw Error("The network in '%1' %2.", source, what);
  };
  torch::Tensor output;
  try {
    // Freezing folds layers into each other, which changes the last bits of what they say.
    if (!isForeignNetwork(network_->module)) {
      const EmbeddingLayer layer =
          isTaughtNetwork(network_->module) ? EmbeddingLayer::Last : EmbeddingLayer::Output;
      network_->module = torch::jit::freeze(network_->module);
      network_->embeddingSize = exposeEmbedding(network_->module, layer);
    }
    const std::vector<float> silence = description_.silentInput();
    for (const long length : heardLengths(description_))
      output = network_->run(std::span(silence).first(sizeOf(length))).values;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    refuse(Message("does not take the windows that its description names (%1)", reasonOf(error)));
  }
  if (output.sizes() != at::IntArrayRef({1, int64_t(description_.labels.size())}))
    refuse(Message("answers in another shape than one value for each of its %1 labels",
                   description_.labels.size()));
  if (output.scalar_type() != torch::kFloat) refuse(Message("does not answer with 32-bit numbers"));
}

void NetworkClassifier::warmUp() {
  const std::vector<float> silence = description_.silentInput();
  for (const long length : heardLengths(description_))
    for (int i = 0; i < kWarmUpCalls; ++i) network_->run(std::span(silence).first(sizeOf(length)));
}

/// Values of so many frames; a waveform has one length.
size_t NetworkClassifier::sizeOf(long frames) const {
  return description_.input == ModelInput::Waveform ? description_.inputSize()
                                                    : size_t(frames * description_.features.nMels);
}

int NetworkClassifier::embeddingSize() const {
  return int(network_->embeddingSize);
}

void NetworkClassifier::logits(std::span<const float> window, std::span<float> out,
                               std::span<float> embedding) {
  const auto fail = [this](const Message& what) {
    throw Error("The model '%1' failed on a window: %2.", description_.name, what);
  };
  const auto copy = [&fail](const torch::Tensor& from, std::span<float> to) {
    if (!from.defined() || from.numel() != int64_t(to.size()) ||
        from.scalar_type() != torch::kFloat)
      fail(Message("it answered in another shape than before"));
    std::copy_n(from.data_ptr<float>(), to.size(), to.data());
    if (!std::all_of(to.begin(), to.end(), [](float value) { return std::isfinite(value); }))
      fail(Message("it answered with something that is not a number"));
  };
  Network::Output output;
  try {
    const bool isWindow = window.size() == description_.inputSize();
    output = network_->run(isWindow ? trimLeadingQuiet(window, description_) : window);
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    fail(Message::verbatim(reasonOf(error)));
  }
  copy(output.values, out);
  if (!embedding.empty()) copy(output.embedding, embedding);
}

void NetworkClassifier::classify(std::span<const float> window, std::span<float> scores) {
  classifyAndEmbed(window, scores, {});
}

void NetworkClassifier::classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                                         std::span<float> embedding) {
  logits(window, scores, embedding);
  switch (description_.output) {
    case ModelOutput::SingleLabelLogits:
      softmax(scores);
      break;
    case ModelOutput::MultiLabelLogits:
      for (float& score : scores) score = 1.0F / (1.0F + std::exp(-score));
      break;
    case ModelOutput::Probabilities:
      for (float& score : scores) score = std::clamp(score, 0.0F, 1.0F);
      break;
  }
}

}  // namespace earwitness
