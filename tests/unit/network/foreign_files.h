// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <torch/script.h>

namespace earwitness {

/// A TorchScript file as somebody else's program writes it: no description inside.
inline torch::jit::Module foreignModule(
    const std::string& source,
    const std::vector<std::pair<std::string, torch::Tensor>>& weights = {}) {
  torch::jit::Module module("__torch__.Theirs");
  module.register_attribute("training", c10::BoolType::get(), true);
  for (const auto& [name, tensor] : weights)
    module.register_parameter(name, tensor, /*is_buffer=*/false);
  module.define(source);
  return module;
}

/// Mean of a linear layer over pieces of 160 samples; (1, samples) -> logits (1, nLabels).
inline torch::jit::Module waveformModule(int nLabels) {
  torch::manual_seed(5);
  return foreignModule(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    pieces = x.reshape([x.size(0), -1, 160])\n"
      "    return torch.relu(torch.linear(pieces, self.weight)).mean([1]) * 9.0 - 3.0\n",
      {{"weight", torch::randn({nLabels, 160})}});
}

/// (1, 1, 64 mels, frames) -> probabilities of their own (1, nLabels).
inline torch::jit::Module melsFirstModule(int nLabels) {
  torch::manual_seed(6);
  return foreignModule(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    y = torch.relu(torch.conv2d(x, self.kernel, None, [1, 1], [1, 1]))\n"
      "    y = y.mean([3]).flatten(1)\n"
      "    return torch.linear(y, self.weight) * 0.01\n",
      {{"kernel", torch::randn({4, 1, 3, 3})}, {"weight", torch::randn({nLabels, 4 * 64})}});
}

inline std::filesystem::path saved(const torch::jit::Module& module,
                                   const std::filesystem::path& file) {
  module.save(file.string());
  return file;
}

}  // namespace earwitness
