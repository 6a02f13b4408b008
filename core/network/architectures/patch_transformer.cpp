// SPDX-License-Identifier: GPL-3.0-or-later
// A Transformer on patches of the log-mel (Gong et al., AST, 2021, made small): a few convolutions
// (Xiao et al., Early convolutions help transformers see better, 2021: without them a small one
// learns slowly from few clips), overlapping patches of (bands, time), learned positions along the
// bands, sinusoidal ones along time so that any length will do, pre-norm encoder layers, and the
// mean over all patches.
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

/// Registers stem, patches and the bands' positions; TorchScript lines from log_mel to
/// x (n, patches, d).
std::string patchLines(ScriptModule& network, const nlohmann::json& settings, int nMels, int d) {
  const auto bandNorm = network.batchNorm("band_norm", nMels);
  std::string lines = "    x = " + bandNorm("log_mel.transpose(1, 2)") + ".unsqueeze(1)\n";
  int channels = 1;
  int rows = nMels;
  int nStems = 0;
  for (int width : wholeSettings(settings, "stem", 1, kMostChannels)) {
    const std::string name = "stem" + std::to_string(nStems++);
    network.child(name, convStem2d(channels, width));
    lines += "    x = self." + name + ".forward(x)\n";
    channels = width;
    rows = (rows + 1) / 2;
  }
  const auto patch = pairSetting(settings, "patch", 1, 64);
  const auto stride = pairSetting(settings, "stride", 1, 64);
  if (patch.first > rows || stride.first > patch.first || stride.second > patch.second)
    throw Error(
        "The patches of transformer must not be higher than its stem leaves rows, and their stride "
        "must not leave gaps.");
  const auto embed = network.conv2d(
      "patch", {channels, d, patch, stride, {0, (patch.second - stride.second + 1) / 2}, 1});
  network.parameter("patch_bias", torch::zeros({d}));
  const int bands = (rows - patch.first) / stride.first + 1;
  network.parameter("band_positions", torch::randn({1, bands, 1, d}) * 0.02);
  return lines + "    x = " + embed("x") +
         ".permute(0, 2, 3, 1) + self.patch_bias  # (n, bands, t, d)\n" +
         sinusoidalPositions("x.size(2)", d) +
         "    x = (x + self.band_positions + positions).flatten(1, 2)\n";
}

torch::jit::Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const EncoderShape shape{.width = wholeSetting(settings, "channels", 2, kMostChannels),
                           .heads = wholeSetting(settings, "heads", 1, 64),
                           .feedForward = wholeSetting(settings, "feed_forward", 1, kMostChannels),
                           .dropout = dropoutSetting(settings),
                           .preNorm = true,
                           .rotary = false};
  if (shape.width % 2 != 0 || shape.width % shape.heads != 0)
    throw Error("transformer needs an even number of channels that its heads divide.");

  ScriptModule network("PatchTransformer");
  const std::string patches = patchLines(network, settings, nMels, shape.width);
  std::string encoder;
  for (int i = 0; i < wholeSetting(settings, "layers", 1, 8); ++i) {
    const std::string name = "encoder" + std::to_string(i);
    network.child(name, encoderLayer(shape));
    encoder += "    x = self." + name + ".forward(x)\n";
  }
  const auto norm = network.layerNorm("norm", shape.width);
  const auto dropout = network.dropout(shape.dropout);
  const auto head = network.linear("head", shape.width, nClasses);

  std::ostringstream source;
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
         << patches << encoder << "    x = " << norm("x") << ".mean([1])\n"
         << "    return " << head("x") << "\n";
  return network.define(source.str());
}

}  // namespace

Architecture patchTransformer() {
  return {
      {.name = "transformer",
       .summary = CORE_TEXT("Transformer encoder on overlapping patches of the log-mel"),
       .settings = {{"channels", 64},
                    {"heads", 4},
                    {"feed_forward", 128},
                    {"layers", 2},
                    {"stem", {16, 32}},
                    {"patch", {4, 4}},
                    {"stride", {4, 2}},
                    {"dropout", 0.1}},
       .features = {},
       .settingHelp =
           {{"channels", CORE_TEXT("width of the encoder")},
            {"heads", CORE_TEXT("attention heads (the channels must be a multiple of them)")},
            {"feed_forward", CORE_TEXT("width of the encoder layers' feed-forward network")},
            {"layers", CORE_TEXT("encoder layers, 1 to 8")},
            {"stem",
             CORE_TEXT("channels of the convolutions before the patches, each of which halves "
                       "bands and time")},
            {"patch", CORE_TEXT("[bands, time] of a patch, in rows and steps of the stem output")},
            {"stride", CORE_TEXT("[bands, time] from one patch to the next")},
            {"dropout", CORE_TEXT("dropout: fraction of values dropped in training")}},
       .choices = {},
       .widths = {"stem", "channels", "feed_forward"}},
      build};
}

}  // namespace earwitness
