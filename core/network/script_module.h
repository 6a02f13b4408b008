// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <torch/script.h>

namespace earwitness {

/// A piece of TorchScript that applies a layer to an expression: op("x") is its text.
class ScriptOp {
 public:
  ScriptOp(std::string before, std::string after)
      : before_(std::move(before)), after_(std::move(after)) {}
  std::string operator()(const std::string& input) const { return before_ + input + after_; }

 private:
  std::string before_;
  std::string after_;
};

struct Conv2dShape {
  int inChannels = 1;
  int outChannels = 1;
  std::pair<int, int> kernel = {3, 3};  ///< height (bands), width (time)
  std::pair<int, int> stride = {1, 1};
  std::pair<int, int> padding = {1, 1};
  int groups = 1;
};

/// A TorchScript module under construction: every network of the project is made of these, so that
/// what is trained is what is saved.
///
/// A layer registers its parameters, initialised as PyTorch's module of the same name, and gives
/// back the text that applies it. Layers are text and not child modules of their own because
/// LibTorch 1.13's alias analysis takes time and memory exponential in the number of children that
/// have children (9 blocks of 6 layers each: 22 s; flat blocks: 0.5 ms). For its freezing to work,
/// forward is the only method of a module.
class ScriptModule {
 public:
  /// `name` is what the type is called in the archive.
  explicit ScriptModule(const std::string& name);

  void parameter(const std::string& name, const torch::Tensor& initial);
  void buffer(const std::string& name, const torch::Tensor& initial);
  void child(const std::string& name, const torch::jit::Module& module);

  /// (N, inChannels, L) -> (N, outChannels, L'), no bias.
  ScriptOp conv1d(const std::string& name, int inChannels, int outChannels, int kernel,
                  int stride = 1, int padding = 0);
  /// (N, inChannels, H, W) -> (N, outChannels, H', W'), no bias.
  ScriptOp conv2d(const std::string& name, const Conv2dShape& shape);
  /// Over the last dimension.
  ScriptOp linear(const std::string& name, int inFeatures, int outFeatures);
  /// Over the channels of (N, C), (N, C, L) or (N, C, H, W).
  ScriptOp batchNorm(const std::string& name, int channels, double epsilon = 1e-5);
  /// Over the last dimension.
  ScriptOp layerNorm(const std::string& name, int features);
  ScriptOp dropout(double probability) const;

  /// TorchScript text of forward; layers and children come first.
  torch::jit::Module define(const std::string& source);

 private:
  torch::jit::Module module_;
};

/// A network of the named architecture, freshly initialised from torch's global random state, in
/// training mode: log-mel (N, nFrames, nMels) -> logits (N, nClasses).
/// Throws Error on unknown names or settings that cannot work.
torch::jit::Module buildNetwork(const std::string& architecture, const nlohmann::json& settings,
                                int nMels, int nClasses);

long parameterCount(const torch::jit::Module& module);

}  // namespace earwitness
