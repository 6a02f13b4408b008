// SPDX-License-Identifier: GPL-3.0-or-later
// A small 2-D convolutional network of inverted residual blocks (Sandler et al., MobileNetV2, 2018)
// over (bands, time), with a batch norm per mel band at the input and, at the end, the mean of the
// k loudest moments of every channel and band: a short event in a long window keeps its weight.
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

using torch::jit::Module;

/// (n, inChannels, bands, t) -> (n, outChannels, bands / stride, t / stride)
Module block(int inChannels, int expansion, int outChannels, std::pair<int, int> stride) {
  ScriptModule module("InvertedResidual");
  const auto expand = module.conv2d("expand", {inChannels, expansion, {1, 1}, {1, 1}, {0, 0}, 1});
  const auto norm1 = module.batchNorm("norm1", expansion);
  const auto depthwise =
      module.conv2d("depthwise", {expansion, expansion, {3, 3}, stride, {1, 1}, expansion});
  const auto norm2 = module.batchNorm("norm2", expansion);
  const auto project =
      module.conv2d("project", {expansion, outChannels, {1, 1}, {1, 1}, {0, 0}, 1});
  const auto norm3 = module.batchNorm("norm3", outChannels);
  const bool residual = inChannels == outChannels && stride == std::pair{1, 1};
  return module.define(
      "def forward(self, x: Tensor) -> Tensor:\n"
      "    y = torch.relu(" +
      norm1(expand("x")) +
      ")\n"
      "    y = torch.relu(" +
      norm2(depthwise("y")) +
      ")\n"
      "    y = " +
      norm3(project("y")) +
      "\n"
      "    return " +
      (residual ? "x + y" : "y") + "\n");
}

Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const auto widths = wholeSettings(settings, "channels", 1, kMostChannels);
  const auto expansions = wholeSettings(settings, "expansions", 1, kMostChannels);
  const auto strides = pairSettings(settings, "strides", 1, 8);
  if (widths.size() != expansions.size() || widths.size() != strides.size())
    throw Error(
        "inverted-residual needs as many channels as expansions and strides, at least one.");

  ScriptModule network("InvertedResidualNetwork");
  std::string layers;
  int nLayers = 0;
  const auto append = [&](const Module& module) {
    const std::string name = "layer" + std::to_string(nLayers++);
    network.child(name, module);
    layers += "    x = self." + name + ".forward(x)\n";
  };
  const auto bandNorm = network.batchNorm("band_norm", nMels);
  int channels = 1;
  for (int width : wholeSettings(settings, "stem", 1, kMostChannels)) {
    append(convStem2d(channels, width));
    channels = width;
  }
  for (size_t i = 0; i < widths.size(); ++i) {
    append(block(channels, expansions[i], widths[i], strides[i]));
    channels = widths[i];
  }
  const auto dropout = network.dropout(dropoutSetting(settings));
  const auto head = network.linear("head", channels, nClasses);

  std::ostringstream source;
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = "
         << bandNorm("log_mel.transpose(1, 2)") << ".unsqueeze(1)  # (n, 1, bands, t)\n"
         << layers << "    k = min(" << wholeSetting(settings, "top_moments", 1, 10000)
         << ", x.size(3))\n"
            "    x = torch.topk(x, k, 3)[0].mean([2, 3])\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

FeatureSettings features() {
  FeatureSettings settings;
  settings.sampleRate = 32000;
  settings.nFft = 1280;
  settings.hopSamples = 640;
  settings.nMels = 64;
  settings.fMaxHz = 16000;
  return settings;
}

}  // namespace

Architecture invertedResidual() {
  return {
      {.name = "inverted-residual",
       .summary = CORE_TEXT(
           "2-D inverted residual blocks over (bands, time), pooled over the loudest moments"),
       .settings = {{"stem", {8, 32}},
                    {"channels", {32, 32, 32, 32, 56, 56, 56, 88, 88}},
                    {"expansions", {64, 64, 64, 64, 96, 112, 112, 140, 160}},
                    {"strides",
                     {{1, 1}, {1, 1}, {1, 1}, {1, 1}, {2, 2}, {1, 1}, {1, 1}, {2, 1}, {1, 1}}},
                    {"top_moments", 6},
                    {"dropout", 0.1}},
       .features = features(),
       .settingHelp =
           {{"stem",
             CORE_TEXT("channels of the first convolutions, each of which halves bands and time")},
            {"channels", CORE_TEXT("of each block")},
            {"expansions", CORE_TEXT("channels inside each block")},
            {"strides", CORE_TEXT("[bands, time] of each block")},
            {"top_moments",
             CORE_TEXT("number of loudest moments per channel and band that are averaged")},
            {"dropout",
             CORE_TEXT("dropout before the head: fraction of values dropped in training")}},
       .choices = {},
       .widths = {"stem", "channels", "expansions"}},
      build};
}

}  // namespace earwitness
