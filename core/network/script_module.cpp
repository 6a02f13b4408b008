// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/script_module.h"

#include <cmath>

#include "core/network/torch_setup.h"

namespace earwitness {
namespace {

/// U(-1/sqrt(fanIn), 1/sqrt(fanIn)): what PyTorch's kaiming_uniform_ with a = sqrt(5) comes to.
torch::Tensor uniformByFanIn(at::IntArrayRef shape, double fanIn) {
  const double bound = 1.0 / std::sqrt(fanIn);
  return torch::empty(shape).uniform_(-bound, bound);
}

std::string text(std::pair<int, int> values) {
  return "[" + std::to_string(values.first) + ", " + std::to_string(values.second) + "]";
}

}  // namespace

ScriptModule::ScriptModule(const std::string& name) : module_("__torch__.earwitness." + name) {
  setUpTorch();
  module_.register_attribute("training", c10::BoolType::get(), true);
}

void ScriptModule::parameter(const std::string& name, const torch::Tensor& initial) {
  module_.register_parameter(name, initial.detach().requires_grad_(true), /*is_buffer=*/false);
}

void ScriptModule::buffer(const std::string& name, const torch::Tensor& initial) {
  module_.register_buffer(name, initial);
}

void ScriptModule::child(const std::string& name, const torch::jit::Module& module) {
  module_.register_module(name, module);
}

torch::jit::Module ScriptModule::define(const std::string& source) {
  module_.define(source);
  return module_;
}

ScriptOp ScriptModule::conv1d(const std::string& name, int inChannels, int outChannels, int kernel,
                              int stride, int padding) {
  parameter(name + "_weight",
            uniformByFanIn({outChannels, inChannels, kernel}, double(inChannels) * kernel));
  return {"torch.conv1d(", ", self." + name + "_weight, None, [" + std::to_string(stride) + "], [" +
                               std::to_string(padding) + "])"};
}

ScriptOp ScriptModule::conv2d(const std::string& name, const Conv2dShape& shape) {
  const auto [height, width] = shape.kernel;
  const int inPerGroup = shape.inChannels / shape.groups;
  parameter(name + "_weight", uniformByFanIn({shape.outChannels, inPerGroup, height, width},
                                             double(inPerGroup) * height * width));
  return {"torch.conv2d(", ", self." + name + "_weight, None, " + text(shape.stride) + ", " +
                               text(shape.padding) + ", [1, 1], " + std::to_string(shape.groups) +
                               ")"};
}

ScriptOp ScriptModule::linear(const std::string& name, int inFeatures, int outFeatures) {
  parameter(name + "_weight", uniformByFanIn({outFeatures, inFeatures}, inFeatures));
  parameter(name + "_bias", uniformByFanIn({outFeatures}, inFeatures));
  return {"torch.linear(", ", self." + name + "_weight, self." + name + "_bias)"};
}

ScriptOp ScriptModule::batchNorm(const std::string& name, int channels, double epsilon) {
  parameter(name + "_weight", torch::ones({channels}));
  parameter(name + "_bias", torch::zeros({channels}));
  buffer(name + "_mean", torch::zeros({channels}));
  buffer(name + "_var", torch::ones({channels}));
  const std::string self = "self." + name;
  return {"torch.batch_norm(", ", " + self + "_weight, " + self + "_bias, " + self + "_mean, " +
                                   self + "_var, self.training, 0.1, " + std::to_string(epsilon) +
                                   ", True)"};
}

ScriptOp ScriptModule::layerNorm(const std::string& name, int features) {
  parameter(name + "_weight", torch::ones({features}));
  parameter(name + "_bias", torch::zeros({features}));
  return {"torch.layer_norm(", ", [" + std::to_string(features) + "], self." + name +
                                   "_weight, self." + name + "_bias, 1e-5)"};
}

ScriptOp ScriptModule::dropout(double probability) const {
  return {"torch.dropout(", ", " + std::to_string(probability) + ", self.training)"};
}

long parameterCount(const torch::jit::Module& module) {
  long count = 0;
  for (const torch::Tensor& parameter : module.parameters()) count += parameter.numel();
  return count;
}

}  // namespace earwitness
