// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <string>
#include <utility>

#include "core/network/script_module.h"

namespace earwitness {

/// Two 1-D convolutions and a shortcut (He et al., 2015): (n, inChannels, t) ->
/// (n, outChannels, t / stride). The first convolution strides; the kernel is odd.
torch::jit::Module residualBlock1d(int inChannels, int outChannels, int kernel, int stride);

/// 3 x 3 convolution, batch norm, ReLU, and the maximum over `pool` (bands, time), rounded up so
/// that nothing is ever too short: (n, inChannels, bands, t) -> (n, outChannels, bands', t').
torch::jit::Module convBlock2d(int inChannels, int outChannels, std::pair<int, int> pool);

/// 3 x 3 convolution of stride 2, batch norm, ReLU: (n, inChannels, bands, t) ->
/// (n, outChannels, bands / 2, t / 2), rounded up.
torch::jit::Module convStem2d(int inChannels, int outChannels);

struct EncoderShape {
  int width = 64;
  int heads = 4;  ///< divide the width
  int feedForward = 128;
  double dropout = 0.1;
  bool preNorm = false;  ///< norm before attention and feed-forward instead of after them
  bool rotary = false;   ///< positions turn queries and keys; needs an even width / heads
};

/// torch.nn.TransformerEncoderLayer (ReLU), (n, t, width) -> the same, initialised as there.
/// Rotary positions are those of Su et al., RoFormer, 2021, with feature i turned against
/// feature i + e / 2 of the e features of a head.
torch::jit::Module encoderLayer(const EncoderShape& shape);

/// TorchScript lines that set `positions` (length, width) to the sinusoids of Vaswani et al., 2017;
/// `length` is an expression, x a tensor on the device, the width even.
std::string sinusoidalPositions(const std::string& length, int width);

}  // namespace earwitness
