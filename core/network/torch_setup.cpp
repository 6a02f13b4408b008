// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/torch_setup.h"

#include <mutex>

#include <torch/csrc/jit/passes/tensorexpr_fuser.h>

namespace earwitness {

void setUpTorch() {
  static std::mutex mutex;  // LibTorch keeps the setting in a plain variable
  const std::lock_guard lock(mutex);
  if (torch::jit::tensorExprFuserEnabled()) torch::jit::setTensorExprFuserEnabled(false);
}

torch::jit::Module loadTorchScript(const std::filesystem::path& file) {
  setUpTorch();
  return torch::jit::load(file.string(), torch::kCPU);
}

torch::jit::Module loadTorchScript(std::istream& archive) {
  setUpTorch();
  return torch::jit::load(archive, torch::kCPU);
}

}  // namespace earwitness
