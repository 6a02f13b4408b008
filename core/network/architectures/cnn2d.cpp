// SPDX-License-Identifier: GPL-3.0-or-later
// A plain 2-D convolutional network over (bands, time): convolution, batch norm, ReLU and pooling,
// again and again; at the end the mean over the bands, and of it mean and maximum over time.
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

torch::jit::Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const auto widths = wholeSettings(settings, "channels", 1, kMostChannels);
  const auto pools = pairSettings(settings, "pools", 1, 16);
  if (pools.size() != widths.size()) throw Error("cnn2d needs as many pools as channels.");

  ScriptModule network("Cnn2d");
  const auto bandNorm = network.batchNorm("band_norm", nMels);
  std::string blocks;
  int channels = 1;
  for (size_t i = 0; i < widths.size(); ++i) {
    const std::string name = "block" + std::to_string(i);
    network.child(name, convBlock2d(channels, widths[i], pools[i]));
    blocks += "    x = self." + name + ".forward(x)\n";
    channels = widths[i];
  }
  const auto dropout = network.dropout(dropoutSetting(settings));
  const auto head = network.linear("head", channels, nClasses);

  std::ostringstream source;
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = "
         << bandNorm("log_mel.transpose(1, 2)") << ".unsqueeze(1)  # (n, 1, bands, t)\n"
         << blocks
         << "    x = x.mean([2])\n"
            "    x = x.mean([2]) + torch.amax(x, [2])  # (n, c)\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

}  // namespace

Architecture cnn2d() {
  return {{.name = "cnn2d",
           .summary = CORE_TEXT("Plain 2-D convolutions over (bands, time) with pooling"),
           .settings = {{"channels", {16, 32, 48, 64, 112}},
                        {"pools", {{2, 2}, {2, 2}, {2, 2}, {2, 2}, {1, 1}}},
                        {"dropout", 0.2}},
           .features = {},
           .settingHelp =
               {{"channels", CORE_TEXT("of each convolution")},
                {"pools", CORE_TEXT("[bands, time] of the max pooling after each convolution")},
                {"dropout",
                 CORE_TEXT("dropout before the head: fraction of values dropped in training")}},
           .choices = {},
           .widths = {"channels"}},
          build};
}

}  // namespace earwitness
