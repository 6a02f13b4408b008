// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_state.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <ATen/autocast_mode.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/runtime/graph_iterator.h>
#include <torch/version.h>

#include "core/base/error.h"
#include "core/network/transfer.h"
#include "core/training/checkpoint.h"
#include "core/training/compute.h"

namespace earwitness {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

/// A stretch of `flat` in the shape of `like`. Weights of 2-D convolutions get their channels last
/// in memory, which makes a training step a fifth to a third faster.
torch::Tensor viewOf(const torch::Tensor& flat, long offset, const torch::Tensor& like) {
  const torch::Tensor part = flat.narrow(0, offset, like.numel());
  if (like.dim() != 4) return part.view(like.sizes());
  return part.view({like.size(0), like.size(2), like.size(3), like.size(1)}).permute({0, 3, 1, 2});
}

/// Moves tensors behind one another into one; each becomes a view of it.
torch::Tensor flatten(const std::vector<torch::Tensor>& tensors) {
  torch::NoGradGuard noGrad;
  long total = 0;
  for (const torch::Tensor& tensor : tensors) total += tensor.numel();
  torch::Tensor flat = torch::empty({total}, tensors.front().options());
  long offset = 0;
  for (torch::Tensor tensor : tensors) {
    const torch::Tensor view = viewOf(flat, offset, tensor);
    view.copy_(tensor);
    tensor.set_data(view);
    offset += tensor.numel();
  }
  return flat;
}

/// Switches the calling thread's operations on one kind of device to bfloat16, or back.
void setBfloat16Autocast(torch::DeviceType device, bool on) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
  at::autocast::set_autocast_dtype(device, at::kBFloat16);
  at::autocast::set_autocast_enabled(device, on);
#else
  if (device == torch::kCUDA) {
    at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    at::autocast::set_enabled(on);
  } else {
    at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
    at::autocast::set_cpu_enabled(on);
  }
#endif
}

/// From LibTorch 2 on an LSTM on the CPU is switched, too, and oneDNN cannot train one in bfloat16
/// on every processor: a network that has one trains in single precision there.
bool trainsInBfloat16([[maybe_unused]] const torch::jit::Module& network, torch::Device device) {
  if (!computesBfloat16(device)) return false;
#if TORCH_VERSION_MAJOR >= 2
  if (!device.is_cpu()) return true;
  std::shared_ptr<torch::jit::Graph> graph = network.get_method("forward").graph();
  torch::jit::DepthFirstGraphNodeIterator nodes(graph);
  for (const torch::jit::Node* node = nodes.next(); node != nullptr; node = nodes.next())
    if (node->kind() == c10::aten::lstm) return false;
#endif
  return true;
}

class Autocast {
 public:
  Autocast(bool on, torch::Device device) : on_(on), device_(device.type()) {
    if (on_) setBfloat16Autocast(device_, true);
  }
  ~Autocast() {
    if (!on_) return;
    at::autocast::clear_cache();
    setBfloat16Autocast(device_, false);
  }
  Autocast(const Autocast&) = delete;
  Autocast& operator=(const Autocast&) = delete;

 private:
  bool on_;
  torch::DeviceType device_;
};

}  // namespace

TrainingState::TrainingState(torch::jit::Module network, const TrainSettings& settings,
                             torch::Device device)
    : network_(std::move(network)), settings_(settings), device_(device) {
  network_.to(device_);
  settings_.bfloat16 = settings.bfloat16 && trainsInBfloat16(network_, device_);
  // The plain interpreter: the profiling executor specialises anew for each new shape and gains
  // nothing here.
  torch::jit::setGraphExecutorOptimize(false);
  std::vector<torch::Tensor> parameters;
  std::vector<torch::Tensor> buffers;
  for (const torch::Tensor& parameter : network_.parameters()) parameters.push_back(parameter);
  for (const torch::Tensor& buffer : network_.buffers()) buffers.push_back(buffer);
  parameters_ = flatten(parameters);
  buffers_ = buffers.empty() ? torch::zeros({0}, parameters_.options()) : flatten(buffers);
  gradients_ = torch::zeros_like(parameters_);
  decayMask_ = torch::ones_like(parameters_);
  long offset = 0;
  for (torch::Tensor& parameter : parameters) {
    const long count = parameter.numel();
    // Backward adds to a gradient that is there, so all gradients land in one tensor.
    parameter.mutable_grad() = viewOf(gradients_, offset, parameter);
    if (settings_.decayWeightsOnly && parameter.dim() < 2)
      decayMask_.narrow(0, offset, count).zero_();
    offset += count;
  }
  if (settings_.backboneRate < 1.0) rates_ = ratesOf(settings_.backboneRate);
  firstMoment_ = torch::zeros_like(parameters_);
  secondMoment_ = torch::zeros_like(parameters_);
  averagedParameters_ = parameters_.clone();
  averagedBuffers_ = buffers_.clone();
}

void TrainingState::setClassWeights(const std::vector<float>& weights) {
  classWeights_ = torch::tensor(weights).to(device_);
}

void TrainingState::freezeAllBut(const std::vector<std::string>& parameterNames) {
  trainableMask_ = torch::zeros_like(parameters_);
  long offset = 0;
  bool any = false;
  for (const auto& parameter : network_.named_parameters()) {
    const long count = parameter.value.numel();
    if (std::find(parameterNames.begin(), parameterNames.end(), parameter.name) !=
        parameterNames.end()) {
      trainableMask_.narrow(0, offset, count).fill_(1.0);
      any = true;
    }
    offset += count;
  }
  if (!any) throw Error("All layers are frozen, so there is nothing to train.");
}

torch::Tensor TrainingState::ratesOf(double backboneRate) const {
  torch::Tensor rates = torch::full_like(parameters_, backboneRate);
  const std::vector<std::string>& head = headParameterNames();
  long offset = 0;
  for (const auto& parameter : network_.named_parameters()) {
    const long count = parameter.value.numel();
    if (std::find(head.begin(), head.end(), parameter.name) != head.end())
      rates.narrow(0, offset, count).fill_(1.0);
    offset += count;
  }
  return rates;
}

void TrainingState::unfreeze() {
  trainableMask_ = torch::Tensor();
}

torch::jit::Module TrainingState::network() const {
  if (device_.is_cpu()) return network_;
  torch::jit::Module copy = network_.clone();
  copy.to(torch::kCPU);
  return copy;
}

torch::Tensor TrainingState::forward(const torch::Tensor& logMel) {
  const Autocast autocast(settings_.bfloat16, device_);
  return network_.forward({logMel}).toTensor();
}

torch::Tensor TrainingState::lossOf(const torch::Tensor& output, const torch::Tensor& given,
                                    const TeacherTargets* teacher) const {
  if (settings_.isMultiLabel()) return binaryLossOf(output, given, teacher);
  const double smoothing = settings_.labelSmoothing;
  torch::Tensor wanted =
      smoothing > 0.0 ? given * (1.0 - smoothing) + smoothing / double(given.size(1)) : given;
  if (teacher != nullptr) wanted = wanted * teacher->targetWeights;
  if (classWeights_.defined()) wanted = wanted * classWeights_;
  torch::Tensor losses = -(wanted * torch::log_softmax(output, 1)).sum(1);
  if (teacher == nullptr)
    return classWeights_.defined() ? losses.sum() / wanted.sum() : losses.mean();
  torch::Tensor asked = teacher->answerWeights * teacher->answers;
  if (classWeights_.defined()) asked = asked * classWeights_;
  losses = losses + asked.sum(1) * softmaxDivergence(output, *teacher, temperature());
  return classWeights_.defined() ? losses.sum() / (wanted.sum() + asked.sum()) : losses.mean();
}

/// Each class is a question of its own: smoothing pulls its answer towards one half.
torch::Tensor TrainingState::binaryLossOf(const torch::Tensor& output, const torch::Tensor& given,
                                          const TeacherTargets* teacher) const {
  const double smoothing = settings_.labelSmoothing;
  const torch::Tensor wanted =
      smoothing > 0.0 ? given * (1.0 - smoothing) + smoothing / 2.0 : given;
  torch::Tensor losses =
      torch::binary_cross_entropy_with_logits(output, wanted, {}, {}, at::Reduction::None);
  if (teacher != nullptr)
    losses = losses * teacher->targetWeights +
             teacher->answerWeights * binaryDivergence(output, *teacher, temperature());
  if (!classWeights_.defined()) return losses.mean();
  return (losses * classWeights_).sum() / (classWeights_.sum() * double(output.size(0)));
}

double TrainingState::step(const torch::Tensor& logMel, const torch::Tensor& targets,
                           double learningRate, torch::Tensor& logits,
                           const TeacherTargets* teacher) {
  network_.train(!trainableMask_.defined() && !settings_.keepNorms);
  gradients_.zero_();
  const torch::Tensor output = forward(logMel.to(device_)).to(torch::kFloat);
  const TeacherTargets asked = teacher == nullptr ? TeacherTargets{} : teacher->to(device_);
  const torch::Tensor loss =
      lossOf(output, targets.to(device_), teacher == nullptr ? nullptr : &asked);
  loss.backward();

  logits = output.detach().to(torch::kCPU).contiguous();
  const double value = loss.item<double>();
  if (!std::isfinite(value))
    throw Error("The training diverged (the loss is not a number). Try a lower learning rate.");
  applyGradients(learningRate);
  return value;
}

void TrainingState::applyGradients(double learningRate) {
  torch::NoGradGuard noGrad;
  if (trainableMask_.defined()) gradients_.mul_(trainableMask_);
  if (settings_.gradientClip > 0.0) {
    const double norm = gradients_.norm().item<double>();
    if (norm > settings_.gradientClip) gradients_.mul_(settings_.gradientClip / (norm + 1e-6));
  }
  ++steps_;
  const torch::Tensor decayed = trainableMask_.defined() ? decayMask_ * trainableMask_ : decayMask_;
  const torch::Tensor decays = rates_.defined() ? decayed * rates_ : decayed;
  parameters_.mul_(1.0 - learningRate * settings_.weightDecay * decays);
  firstMoment_.mul_(kBeta1).add_(gradients_, 1.0 - kBeta1);
  secondMoment_.mul_(kBeta2).addcmul_(gradients_, gradients_, 1.0 - kBeta2);
  const double correction1 = 1.0 - std::pow(kBeta1, double(steps_));
  const double correction2 = 1.0 - std::pow(kBeta2, double(steps_));
  const torch::Tensor denominator = (secondMoment_.sqrt() / std::sqrt(correction2)).add_(kEpsilon);
  const torch::Tensor change = rates_.defined() ? firstMoment_ * rates_ : firstMoment_;
  parameters_.addcdiv_(change, denominator, -learningRate / correction1);
  if (settings_.averaging > 0.0) {
    // A young average follows fast, so that it does not hold the random start.
    const double decay = std::min(settings_.averaging, double(1 + steps_) / double(10 + steps_));
    averagedParameters_.lerp_(parameters_, 1.0 - decay);
    averagedBuffers_.lerp_(buffers_, 1.0 - decay);
  }
}

void TrainingState::beginEvaluation() {
  torch::NoGradGuard noGrad;
  network_.train(false);
  if (settings_.averaging <= 0.0) return;
  keptParameters_ = parameters_.clone();
  keptBuffers_ = buffers_.clone();
  parameters_.copy_(averagedParameters_);
  buffers_.copy_(averagedBuffers_);
}

void TrainingState::endEvaluation() {
  torch::NoGradGuard noGrad;
  if (keptParameters_.defined()) {
    parameters_.copy_(keptParameters_);
    buffers_.copy_(keptBuffers_);
    keptParameters_ = torch::Tensor();
    keptBuffers_ = torch::Tensor();
  }
}

torch::Tensor TrainingState::evaluate(const torch::Tensor& logMel) {
  torch::NoGradGuard noGrad;
  // Full precision: the figures are those of the model as it will be used.
  return network_.forward({logMel.to(device_)}).toTensor().to(torch::kCPU);
}

std::vector<torch::Tensor*> TrainingState::tensors() {
  return {&parameters_,         &buffers_,        &firstMoment_, &secondMoment_,
          &averagedParameters_, &averagedBuffers_};
}

void TrainingState::save(const std::filesystem::path& path, const nlohmann::json& progress) const {
  Checkpoint checkpoint{.tensors = {}, .steps = steps_, .progress = progress};
  int index = 0;
  for (torch::Tensor* tensor : const_cast<TrainingState*>(this)->tensors())
    checkpoint.tensors["t" + std::to_string(index++)] = *tensor;
  writeCheckpoint(checkpoint, path);
}

nlohmann::json TrainingState::load(const std::filesystem::path& path,
                                   const Confinement& confinement) {
  torch::NoGradGuard noGrad;
  const Checkpoint checkpoint = readCheckpoint(path, confinement);
  int index = 0;
  for (torch::Tensor* tensor : tensors()) {
    const auto stored = checkpoint.tensors.find("t" + std::to_string(index++));
    if (stored == checkpoint.tensors.end() || stored->second.sizes() != tensor->sizes())
      throw Error("The checkpoint '%1' belongs to another network.", path);
    tensor->copy_(stored->second);
  }
  steps_ = checkpoint.steps;
  return checkpoint.progress;
}

}  // namespace earwitness
