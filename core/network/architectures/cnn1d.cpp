// SPDX-License-Identifier: GPL-3.0-or-later
// Residual 1-D convolutions over time with the mel bands as channels, and of every channel the mean
// and the maximum over time.
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

torch::jit::Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const auto widths = wholeSettings(settings, "channels", 1, kMostChannels);
  const auto kernels = wholeSettings(settings, "kernels", 1, 31);
  const auto strides = wholeSettings(settings, "strides", 1, 8);
  if (kernels.size() != widths.size() || strides.size() != widths.size())
    throw Error("cnn1d needs as many kernels and strides as channels.");
  for (int kernel : kernels)
    if (kernel % 2 == 0) throw Error("The kernels of cnn1d must be odd.");

  ScriptModule network("Cnn1d");
  const auto bandNorm = network.batchNorm("band_norm", nMels);
  std::string blocks;
  int channels = nMels;
  for (size_t i = 0; i < widths.size(); ++i) {
    const std::string name = "block" + std::to_string(i);
    network.child(name, residualBlock1d(channels, widths[i], kernels[i], strides[i]));
    blocks += "    x = self." + name + ".forward(x)\n";
    channels = widths[i];
  }
  const auto dropout = network.dropout(dropoutSetting(settings));
  const auto head = network.linear("head", 2 * channels, nClasses);

  std::ostringstream source;
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = "
         << bandNorm("log_mel.transpose(1, 2)") << "  # (n, bands, t)\n"
         << blocks
         << "    x = torch.cat([x.mean([2]), torch.amax(x, [2])], 1)  # (n, 2 c)\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

}  // namespace

Architecture cnn1d() {
  return {
      {.name = "cnn1d",
       .summary = CORE_TEXT("Residual 1-D convolutions over time, bands as channels"),
       .settings = {{"channels", {64, 64, 64}},
                    {"kernels", {5, 3, 3}},
                    {"strides", {2, 2, 2}},
                    {"dropout", 0.1}},
       .features = {},
       .settingHelp = {{"channels", CORE_TEXT("of each residual block")},
                       {"kernels", CORE_TEXT("of each block, odd, in steps of its input")},
                       {"strides", CORE_TEXT("of each block")},
                       {"dropout",
                        CORE_TEXT(
                            "dropout before the head: fraction of values dropped in training")}},
       .choices = {},
       .widths = {"channels"}},
      build};
}

}  // namespace earwitness
