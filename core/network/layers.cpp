// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/layers.h"

#include <cmath>
#include <sstream>

namespace earwitness {

using torch::jit::Module;

Module residualBlock1d(int inChannels, int outChannels, int kernel, int stride) {
  const int padding = kernel / 2;
  ScriptModule block("ResidualBlock1d");
  const auto conv1 = block.conv1d("conv1", inChannels, outChannels, kernel, stride, padding);
  const auto norm1 = block.batchNorm("norm1", outChannels);
  const auto conv2 = block.conv1d("conv2", outChannels, outChannels, kernel, 1, padding);
  const auto norm2 = block.batchNorm("norm2", outChannels);
  std::string shortcut = "x";
  if (stride != 1 || inChannels != outChannels) {
    const auto conv = block.conv1d("shortcut", inChannels, outChannels, 1, stride);
    const auto norm = block.batchNorm("shortcut_norm", outChannels);
    shortcut = norm(conv("x"));
  }
  return block.define(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    y = torch.relu(" +
      norm1(conv1("x")) +
      ")\n"
      "    y = " +
      norm2(conv2("y")) +
      "\n"
      "    return torch.relu(y + " +
      shortcut + ")\n");
}

Module convBlock2d(int inChannels, int outChannels, std::pair<int, int> pool) {
  ScriptModule block("ConvBlock2d");
  const auto conv = block.conv2d("conv", {inChannels, outChannels, {3, 3}, {1, 1}, {1, 1}, 1});
  const auto norm = block.batchNorm("norm", outChannels);
  const std::string size =
      "[" + std::to_string(pool.first) + ", " + std::to_string(pool.second) + "]";
  return block.define(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    x = torch.relu(" +
      norm(conv("x")) +
      ")\n"
      "    return torch.max_pool2d(x, " +
      size + ", " + size + ", [0, 0], [1, 1], True)\n");
}

Module convStem2d(int inChannels, int outChannels) {
  ScriptModule module("Stem");
  const auto conv = module.conv2d("conv", {inChannels, outChannels, {3, 3}, {2, 2}, {1, 1}, 1});
  const auto norm = module.batchNorm("norm", outChannels);
  return module.define(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    return torch.relu(" +
      norm(conv("x")) + ")\n");
}

namespace {

/// Lines that turn q and k (n, heads, t, e) by the angle position * 10000^(-2 i / e).
std::string rotaryLines(int headWidth) {
  std::ostringstream source;
  source.precision(17);
  source << "    position = torch.arange(float(t), device=x.device).unsqueeze(1)\n"
            "    even = torch.arange(0.0, "
         << headWidth
         << ".0, 2.0, device=x.device)\n"
            "    angle = position * torch.exp(even * "
         << -std::log(10000.0) / headWidth
         << ")  # (t, e / 2)\n"
            "    sin = torch.sin(angle)\n"
            "    cos = torch.cos(angle)\n"
            "    a, b = torch.chunk(q, 2, 3)\n"
            "    q = torch.cat([a * cos - b * sin, b * cos + a * sin], 3)\n"
            "    a, b = torch.chunk(k, 2, 3)\n"
            "    k = torch.cat([a * cos - b * sin, b * cos + a * sin], 3)\n";
  return source.str();
}

/// Types are numbers here (2: int16, 4: int64, 11: bool), as define() knows no names for them.
/// Dropout of `weights` whose random numbers are 16 bits, four of a draw: there are millions of
/// them, and LibTorch's own draws each by itself on one thread, which took a third of a training
/// step.
std::string attentionDropoutLines(double probability) {
  if (probability <= 0.0) return {};
  std::ostringstream lines;
  lines.precision(17);
  const long dropped = std::lround(probability * 65536.0);
  lines << "    if self.training:\n"
           "        part = weights.numel() // 4 + 1\n"
           "        drawn = torch.empty([part], dtype=4, device=weights.device)\n"
           "        drawn = drawn.random_(-9223372036854775807 - 1, None)\n"
           "        drop = torch.empty([4, part], dtype=11, device=weights.device)\n"
           "        for i in range(4):\n"
           "            bits = torch.bitwise_right_shift(drawn, 16 * i).to(dtype=2)\n"
           "            torch.lt(bits, "
        << dropped - 32768
        << ", out=drop[i])\n"
           "        drop = drop.view(-1)[:weights.numel()].view(weights.size())\n"
           "        weights = weights.masked_fill(drop, 0.0) * "
        << 65536.0 / double(65536 - dropped) << "\n";
  return lines.str();
}

}  // namespace

// Attention is written out because scaled_dot_product_attention is not in LibTorch before 2.0.
Module encoderLayer(const EncoderShape& shape) {
  const int d = shape.width;
  ScriptModule layer("EncoderLayer");
  const auto inProjection = torch::empty({3 * d, d});
  const double bound = std::sqrt(6.0 / (4.0 * d));  // Xavier: fan in d, fan out 3 d
  layer.parameter("in_proj_weight", inProjection.uniform_(-bound, bound));
  layer.parameter("in_proj_bias", torch::zeros({3 * d}));
  const auto outProjection = layer.linear("out_proj", d, d);
  const auto linear1 = layer.linear("linear1", d, shape.feedForward);
  const auto linear2 = layer.linear("linear2", shape.feedForward, d);
  const auto norm1 = layer.layerNorm("norm1", d);
  const auto norm2 = layer.layerNorm("norm2", d);
  const auto dropout = layer.dropout(shape.dropout);
  const auto before = [&](const ScriptOp& norm) { return shape.preNorm ? norm("x") : "x"; };
  const auto after = [&](const ScriptOp& norm, const std::string& sum) {
    return shape.preNorm ? sum : norm(sum);
  };

  std::ostringstream source;
  source.precision(17);
  source << "def forward(self, x: Tensor) -> Tensor:\n"
            "    n, t, d = x.size(0), x.size(1), x.size(2)\n"
            "    qkv = torch.linear("
         << before(norm1)
         << ", self.in_proj_weight, self.in_proj_bias)\n"
            "    qkv = qkv.view(n, t, 3, "
         << shape.heads << ", d // " << shape.heads
         << ").permute(2, 0, 3, 1, 4)\n"
            "    q, k, v = qkv[0], qkv[1], qkv[2]  # (n, heads, t, d / heads)\n"
         << (shape.rotary ? rotaryLines(d / shape.heads) : "") << "    weights = torch.matmul(q * "
         << 1.0 / std::sqrt(double(d) / shape.heads)
         << ", k.transpose(-2, -1))\n"
            "    weights = torch.softmax(weights, -1)\n"
         << attentionDropoutLines(shape.dropout)
         << "    y = torch.matmul(weights, v).transpose(1, 2).reshape(n, t, d)\n"
            "    x = "
         << after(norm1, "x + " + dropout(outProjection("y")))
         << "\n"
            "    y = "
         << dropout("torch.relu(" + linear1(before(norm2)) + ")")
         << "\n"
            "    return "
         << after(norm2, "x + " + dropout(linear2("y"))) << "\n";
  const Module module = layer.define(source.str());
  torch::NoGradGuard noGrad;
  module.attr("out_proj_bias").toTensor().zero_();
  return module;
}

std::string sinusoidalPositions(const std::string& length, int width) {
  std::ostringstream source;
  source.precision(17);
  source << "    position = torch.arange(float(" << length
         << "), device=x.device).unsqueeze(1)\n"
            "    even = torch.arange(0.0, "
         << width
         << ".0, 2.0, device=x.device)\n"
            "    angle = position * torch.exp(even * "
         << -std::log(10000.0) / width
         << ")\n"
            "    positions = torch.stack([torch.sin(angle), torch.cos(angle)], 2).view(-1, "
         << width << ")\n";
  return source.str();
}

}  // namespace earwitness
