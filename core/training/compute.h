// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>

#include <torch/script.h>

namespace earwitness {

/// "auto": CUDA where LibTorch finds it, else the processor; "cpu"; "cuda".
/// Throws Error where there is no such device.
torch::Device computeDevice(const std::string& name);

/// True if `device` multiplies bfloat16 by instructions of its own (x86: AVX-512 BF16). Elsewhere
/// LibTorch imitates them, and a training step takes many times longer than in single precision.
bool computesBfloat16(torch::Device device);

/// Keeps freed memory in the process. Activations of a few megabytes come and go each step; given
/// back to the system each time, a third of the time went into page faults.
void keepFreedMemory();

}  // namespace earwitness
