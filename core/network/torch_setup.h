// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>
#include <istream>

#include <torch/script.h>

namespace earwitness {

/// Settings of LibTorch that every network needs before it runs. ScriptModule and loadTorchScript()
/// call it, so that no network exists without them.
///
/// It disables the tensor expression fuser: built with LLVM, as in Debian 13, the fuser of LibTorch
/// 2.6 never returns from the second forward() of a frozen inverted-residual network.
/// Thread: any.
void setUpTorch();

/// A network from a file or from its bytes, on the CPU, after setUpTorch(). Every network that is
/// loaded is loaded here. Runs the TorchScript. Throws what LibTorch throws.
torch::jit::Module loadTorchScript(const std::filesystem::path& file);
torch::jit::Module loadTorchScript(std::istream& archive);

}  // namespace earwitness
