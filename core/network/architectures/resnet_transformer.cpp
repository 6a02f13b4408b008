// The report's network: two residual blocks of 1-D convolutions over time (mel bands are the
// channels), a CLS token, one post-norm Transformer encoder layer, SwiGLU head on CLS.
// 124,510 parameters with 80 bands and 30 classes.
#include <cmath>
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"

namespace earwitness {
namespace {

using torch::jit::Module;

/// (n, inChannels, t) -> (n, outChannels, t / stride)
Module residualBlock(int inChannels, int outChannels, int kernel, int stride) {
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

/// torch.nn.TransformerEncoderLayer (post-norm, ReLU), (n, t, d) -> the same, initialised as there.
/// Attention is written out because scaled_dot_product_attention is not in LibTorch before 2.0.
Module encoderLayer(int d, int heads, int feedForward, double dropoutProbability) {
  ScriptModule layer("EncoderLayer");
  const auto inProjection = torch::empty({3 * d, d});
  const double bound = std::sqrt(6.0 / (4.0 * d));  // Xavier: fan in d, fan out 3 d
  layer.parameter("in_proj_weight", inProjection.uniform_(-bound, bound));
  layer.parameter("in_proj_bias", torch::zeros({3 * d}));
  const auto outProjection = layer.linear("out_proj", d, d);
  const auto linear1 = layer.linear("linear1", d, feedForward);
  const auto linear2 = layer.linear("linear2", feedForward, d);
  const auto norm1 = layer.layerNorm("norm1", d);
  const auto norm2 = layer.layerNorm("norm2", d);
  const auto dropout = layer.dropout(dropoutProbability);

  std::ostringstream source;
  source.precision(17);
  source << "def forward(self, x: Tensor) -> Tensor:\n"
            "    n, t, d = x.size(0), x.size(1), x.size(2)\n"
            "    qkv = torch.linear(x, self.in_proj_weight, self.in_proj_bias)\n"
            "    qkv = qkv.view(n, t, 3, "
         << heads << ", d // " << heads
         << ").permute(2, 0, 3, 1, 4)\n"
            "    q, k, v = qkv[0], qkv[1], qkv[2]  # (n, heads, t, d / heads)\n"
            "    weights = torch.matmul(q * "
         << 1.0 / std::sqrt(double(d) / heads)
         << ", k.transpose(-2, -1))\n"
            "    weights = "
         << dropout("torch.softmax(weights, -1)")
         << "\n"
            "    y = torch.matmul(weights, v).transpose(1, 2).reshape(n, t, d)\n"
            "    x = "
         << norm1("x + " + dropout(outProjection("y")))
         << "\n"
            "    y = "
         << dropout("torch.relu(" + linear1("x") + ")")
         << "\n"
            "    return "
         << norm2("x + " + dropout(linear2("y"))) << "\n";
  const Module module = layer.define(source.str());
  torch::NoGradGuard noGrad;
  module.attr("out_proj_bias").toTensor().zero_();
  return module;
}

Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const int d = settings.at("channels");
  const int heads = settings.at("heads");
  const int feedForward = settings.at("feed_forward");
  const int nLayers = settings.at("layers");
  const double dropoutProbability = settings.at("dropout");
  if (d < 2 || heads < 1 || d % 2 != 0 || d % heads != 0 || nLayers < 1 || feedForward < 1)
    throw Error(
        "resnet-transformer needs an even number of channels that its heads divide, and at least "
        "one layer.");

  ScriptModule network("ResnetTransformer");
  network.child("block1", residualBlock(nMels, d, 5, 2));
  network.child("block2", residualBlock(d, d, 3, 1));
  network.parameter("cls", torch::randn({1, 1, d}) * 0.02);
  std::string encoder;
  for (int i = 0; i < nLayers; ++i) {
    const std::string name = "encoder" + std::to_string(i);
    network.child(name, encoderLayer(d, heads, feedForward, dropoutProbability));
    encoder += "    x = self." + name + ".forward(x)\n";
  }
  const auto norm = network.layerNorm("norm", d);
  const auto gate = network.linear("gate", d, 2 * d);
  const auto down = network.linear("down", d, d);
  const auto head = network.linear("head", d, nClasses);
  const auto dropout = network.dropout(dropoutProbability);

  std::ostringstream source;
  source.precision(17);
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = self.block2.forward(self.block1.forward(log_mel.transpose(1, 2)))\n"
            "    x = x.transpose(1, 2)  # (n, t, d)\n"
            "    x = torch.cat([self.cls.expand(x.size(0), 1, x.size(2)), x], 1)\n"
            "    t, d = x.size(1), x.size(2)\n"
            "    position = torch.arange(float(t), device=x.device).unsqueeze(1)\n"
            "    even = torch.arange(0.0, float(d), 2.0, device=x.device)\n"
            "    angle = position * torch.exp(even * "
         << -std::log(10000.0) / d
         << ")\n"
            "    x = x + torch.stack([torch.sin(angle), torch.cos(angle)], 2).view(t, d)\n"
         << encoder << "    a, b = torch.chunk(" << gate(norm("x[:, 0]"))
         << ", 2, 1)\n"
            "    x = "
         << down("a * torch.sigmoid(b)")
         << "\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

}  // namespace

Architecture resnetTransformer() {
  return {{"resnet-transformer",
           "The report's: 1-D residual convolutions, CLS token, Transformer encoder, SwiGLU",
           {{"channels", 64}, {"heads", 4}, {"feed_forward", 128}, {"layers", 1}, {"dropout", 0.1}},
           FeatureSettings{}},
          build};
}

}  // namespace earwitness
