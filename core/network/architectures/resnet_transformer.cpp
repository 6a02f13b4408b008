// SPDX-License-Identifier: GPL-3.0-or-later
// The report's network: two residual blocks of 1-D convolutions over time (mel bands are the
// channels), a CLS token, one post-norm Transformer encoder layer, SwiGLU head on CLS.
// 124,510 parameters with 80 bands and 30 classes.
#include <cmath>
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

using torch::jit::Module;

constexpr int kLearnedSteps = 512;  // covered by the table of learned positions: 12.8 s

/// TorchScript lines that add positions to x (n, t, d).
std::string positionLines(ScriptModule& network, const std::string& kind, int points, int d) {
  if (kind == "sinusoidal") return sinusoidalPositions("x.size(1)", d) + "    x = x + positions\n";
  if (kind != "learned") return "";  // rotary ones are in the encoder layers
  network.parameter("positions", torch::randn({points, d}) * 0.02);
  std::ostringstream source;
  source.precision(17);
  source
      << "    place = torch.arange(float(x.size(1)), device=x.device) * "
      << double(points) / kLearnedSteps
      << "\n"
         "    place = torch.clamp(place, 0.0, "
      << points - 1
      << ".0)  # later ones share the last\n"
         "    left = torch.floor(place)\n"
         "    right = torch.ceil(place).long()\n"
         "    share = (place - left).unsqueeze(1)\n"
         "    left_row = self.positions.index_select(0, left.long())\n"
         "    x = x + left_row * (1.0 - share) + self.positions.index_select(0, right) * share\n";
  return source.str();
}

Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const int d = wholeSetting(settings, "channels", 2, kMostChannels);
  const int heads = wholeSetting(settings, "heads", 1, 64);
  const int nLayers = wholeSetting(settings, "layers", 1, 4);
  const int points = wholeSetting(settings, "position_points", 2, kLearnedSteps);
  const std::string positions = settings.at("positions");
  const EncoderShape encoderShape{
      .width = d,
      .heads = heads,
      .feedForward = wholeSetting(settings, "feed_forward", 1, kMostChannels),
      .dropout = dropoutSetting(settings),
      .preNorm = false,
      .rotary = positions == "rotary"};
  if (d % 2 != 0 || d % heads != 0 || (encoderShape.rotary && d / heads % 2 != 0))
    throw Error(
        "resnet-transformer needs an even number of channels that its heads divide (into even "
        "parts for rotary positions).");

  ScriptModule network("ResnetTransformer");
  network.child("block1", residualBlock1d(nMels, d, 5, 2));
  network.child("block2", residualBlock1d(d, d, 3, 1));
  network.parameter("cls", torch::randn({1, 1, d}) * 0.02);
  std::string encoder;
  for (int i = 0; i < nLayers; ++i) {
    const std::string name = "encoder" + std::to_string(i);
    network.child(name, encoderLayer(encoderShape));
    encoder += "    x = self." + name + ".forward(x)\n";
  }
  const std::string addPositions = positionLines(network, positions, points, d);
  const auto norm = network.layerNorm("norm", d);
  const auto gate = network.linear("gate", d, 2 * d);
  const auto down = network.linear("down", d, d);
  const auto head = network.linear("head", d, nClasses);
  const auto dropout = network.dropout(encoderShape.dropout);

  std::ostringstream source;
  source.precision(17);
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = self.block2.forward(self.block1.forward(log_mel.transpose(1, 2)))\n"
            "    x = x.transpose(1, 2)  # (n, t, d)\n"
            "    x = torch.cat([self.cls.expand(x.size(0), 1, x.size(2)), x], 1)\n"
         << addPositions << encoder << "    a, b = torch.chunk(" << gate(norm("x[:, 0]"))
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
  return {{.name = "resnet-transformer",
           .summary = CORE_TEXT(
               "Baseline: 1-D residual convolutions, CLS token, Transformer encoder, SwiGLU"),
           .settings = {{"channels", 64},
                        {"heads", 4},
                        {"feed_forward", 128},
                        {"layers", 1},
                        {"positions", "sinusoidal"},
                        {"position_points", 64},
                        {"dropout", 0.1}},
           .features = {},
           .settingHelp =
               {{"channels", CORE_TEXT("channels of the convolutions and width of the encoder")},
                {"heads", CORE_TEXT("attention heads (the channels must be a multiple of them)")},
                {"feed_forward", CORE_TEXT("width of the encoder layers' feed-forward network")},
                {"layers", CORE_TEXT("encoder layers, 1 to 4")},
                {"positions", CORE_TEXT("position encoding")},
                {"position_points",
                 CORE_TEXT("learned positions only: points of the table over 12.8 s, interpolated "
                           "in between; 512: one per step")},
                {"dropout", CORE_TEXT("dropout: fraction of values dropped in training")}},
           .choices = {{"positions", {"sinusoidal", "learned", "rotary"}}},
           .widths = {"channels", "feed_forward"}},
          build};
}

}  // namespace earwitness
