// SPDX-License-Identifier: GPL-3.0-or-later
// MobileNetV3-Large (Howard et al., Searching for MobileNetV3, 2019) over (bands, time) at any
// width, as the EfficientAT family has it (Schmid, Koutini, Widmer, Efficient Large-Scale Audio
// Tagging via Transformer-to-CNN Knowledge Distillation, ICASSP 2023). Parameters are named as in
// that family's public checkpoints, with underscores for dots, but for the last layer, which is
// `head`.
#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include "core/base/message.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

using torch::jit::Module;

constexpr double kNormEpsilon = 0.001;
constexpr int kStemChannels = 16;
constexpr int kEmbeddingChannels = 1280;

/// Channels are those of width 1.
struct Block {
  int kernel;
  int expanded;
  int out;
  bool squeezes;  ///< weighs channels by what all of them hold (squeeze and excitation)
  bool isHard;    ///< hard swish; else ReLU
  int stride;
};

constexpr std::array<Block, 15> kBlocks = {{{3, 16, 16, false, false, 1},
                                            {3, 64, 24, false, false, 2},
                                            {3, 72, 24, false, false, 1},
                                            {5, 72, 40, true, false, 2},
                                            {5, 120, 40, true, false, 1},
                                            {5, 120, 40, true, false, 1},
                                            {3, 240, 80, false, true, 2},
                                            {3, 200, 80, false, true, 1},
                                            {3, 184, 80, false, true, 1},
                                            {3, 184, 80, false, true, 1},
                                            {3, 480, 112, true, true, 1},
                                            {3, 672, 112, true, true, 1},
                                            {5, 672, 160, true, true, 2},
                                            {5, 960, 160, true, true, 1},
                                            {5, 960, 160, true, true, 1}}};

/// The nearest multiple of 8, but not more than a tenth less, as MobileNets are scaled.
int multipleOfEight(double channels) {
  const int nearest = std::max(8, int(channels + 4.0) / 8 * 8);
  return nearest < 0.9 * channels ? nearest + 8 : nearest;
}

std::string activated(bool isHard, const std::string& input) {
  return (isHard ? "torch.hardswish(" : "torch.relu(") + input + ")";
}

/// (n, in, bands, t) -> (n, out, bands / stride, t / stride), with that many channels.
Module blockModule(const Block& block, int in, int expanded, int out) {
  ScriptModule module("MobileBlock");
  std::ostringstream source;
  source << "def forward(self, x: Tensor) -> Tensor:\n"
            "    y = x\n";
  int layer = 0;
  const auto convolve = [&](const Conv2dShape& shape) {
    const std::string name = "block_" + std::to_string(layer++);
    const auto conv = module.conv2d(name + "_0", shape);
    return module.batchNorm(name + "_1", shape.outChannels, kNormEpsilon)(conv("y"));
  };
  if (expanded != in)
    source << "    y = "
           << activated(block.isHard, convolve({in, expanded, {1, 1}, {1, 1}, {0, 0}, 1})) << "\n";
  const int k = block.kernel;
  source << "    y = "
         << activated(block.isHard, convolve({expanded,
                                              expanded,
                                              {k, k},
                                              {block.stride, block.stride},
                                              {k / 2, k / 2},
                                              expanded}))
         << "\n";
  if (block.squeezes) {
    const std::string name = "block_" + std::to_string(layer++) + "_conc_se_layers_0_fc";
    const int squeezed = multipleOfEight(expanded / 4);  // NOLINT(bugprone-integer-division)
    const auto fc1 = module.linear(name + "1", expanded, squeezed);
    const auto fc2 = module.linear(name + "2", squeezed, expanded);
    source << "    s = torch.sigmoid(" << fc2("torch.relu(" + fc1("y.mean([2, 3])") + ")")
           << ")\n"
              "    y = y * s.unsqueeze(2).unsqueeze(3)\n";
  }
  source << "    y = " << convolve({expanded, out, {1, 1}, {1, 1}, {0, 0}, 1})
         << "\n"
            "    return "
         << (block.stride == 1 && in == out ? "x + y" : "y") << "\n";
  return module.define(source.str());
}

Module build(const nlohmann::json& settings, int /*nMels*/, int nClasses) {
  const double width = numberSetting(settings, "width", 0.1, 4.0);
  const auto scaled = [width](int channels) { return multipleOfEight(channels * width); };
  ScriptModule network("MobileNetV3");
  std::ostringstream source;
  int channels = scaled(kStemChannels);
  const auto stem = network.conv2d("features_0_0", {1, channels, {3, 3}, {2, 2}, {1, 1}, 1});
  const auto stemNorm = network.batchNorm("features_0_1", channels, kNormEpsilon);
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = log_mel.transpose(1, 2).unsqueeze(1)  # (n, 1, bands, t)\n"
            "    x = "
         << activated(true, stemNorm(stem("x"))) << "\n";
  int index = 0;
  for (const Block& block : kBlocks) {
    const std::string name = "features_" + std::to_string(++index);
    const int out = scaled(block.out);
    network.child(name, blockModule(block, channels, scaled(block.expanded), out));
    source << "    x = self." << name << ".forward(x)\n";
    channels = out;
  }
  const int last = 6 * channels;
  const auto conv = network.conv2d("features_16_0", {channels, last, {1, 1}, {1, 1}, {0, 0}, 1});
  const auto norm = network.batchNorm("features_16_1", last, kNormEpsilon);
  const int embedded = scaled(kEmbeddingChannels);
  const auto embedding = network.linear("classifier_2", last, embedded);
  const auto dropout = network.dropout(dropoutSetting(settings));
  const auto head = network.linear("head", embedded, nClasses);
  source << "    x = " << activated(true, norm(conv("x")))
         << ".mean([2, 3])\n"
            "    x = "
         << activated(true, embedding("x"))
         << "\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

/// What the family's public checkpoints were trained with.
FeatureSettings features() {
  FeatureSettings settings;
  settings.sampleRate = 32000;
  settings.preEmphasis = 0.97;
  settings.nFft = 1024;
  settings.windowSamples = 800;
  settings.symmetricWindow = true;
  settings.hopSamples = 320;
  settings.nMels = 128;
  settings.fMaxHz = 15000.0;
  settings.melScale = MelScale::Kaldi;
  settings.scale = LogScale::NaturalLog;
  settings.floorPower = 1e-30;
  settings.offsetPower = 1e-5;
  settings.mean = -4.5;
  settings.deviation = 5.0;
  return settings;
}

}  // namespace

Architecture mobileNetV3() {
  return {
      {.name = "mobilenet-v3",
       .summary = CORE_TEXT("MobileNetV3 over (bands, time), the EfficientAT family"),
       .settings = {{"width", 0.4}, {"dropout", 0.2}},
       .features = features(),
       .settingHelp = {{"width", CORE_TEXT("factor of all channels, 0.1 to 4")},
                       {"dropout",
                        CORE_TEXT(
                            "dropout before the head: fraction of values dropped in training")}},
       .choices = {},
       .widths = {"width"}},
      build};
}

}  // namespace earwitness
