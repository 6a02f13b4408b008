// SPDX-License-Identifier: GPL-3.0-or-later
// Convolutions over (bands, time) that leave few bands, a bidirectional LSTM along time over their
// channels, and of its outputs mean and maximum over time.
#include <cmath>
#include <sstream>

#include "core/base/error.h"
#include "core/network/architectures/architecture.h"
#include "core/network/layers.h"
#include "core/network/setting_values.h"

namespace earwitness {
namespace {

/// torch.nn.LSTM, one layer, bidirectional: TorchScript lines from x (n, t, inFeatures) to x
/// (n, t, 2 hidden). Parameters and initial values as there.
std::string lstmLines(ScriptModule& network, int inFeatures, int hidden) {
  const double bound = 1.0 / std::sqrt(double(hidden));
  std::string weights;
  for (const char* direction : {"", "_reverse"}) {
    const auto add = [&](const std::string& name, at::IntArrayRef shape) {
      network.parameter(name + direction, torch::empty(shape).uniform_(-bound, bound));
      weights += (weights.empty() ? "self." : ", self.") + name + direction;
    };
    add("lstm_weight_ih", {4 * hidden, inFeatures});
    add("lstm_weight_hh", {4 * hidden, hidden});
    add("lstm_bias_ih", {4 * hidden});
    add("lstm_bias_hh", {4 * hidden});
  }
  // Its products are float32 where a training runs the convolutions in bfloat16.
  return "    x = x.float()\n"
         "    zeros = torch.zeros([2, x.size(0), " +
         std::to_string(hidden) +
         "], device=x.device)\n"
         "    weights = [" +
         weights +
         "]\n"
         "    x = torch.lstm(x, [zeros, zeros], weights, True, 1, 0.0, self.training, True, "
         "True)[0]\n";
}

torch::jit::Module build(const nlohmann::json& settings, int nMels, int nClasses) {
  const auto widths = wholeSettings(settings, "channels", 1, kMostChannels);
  const auto pools = pairSettings(settings, "pools", 1, 16);
  const int hidden = wholeSetting(settings, "hidden", 1, kMostChannels);
  if (pools.size() != widths.size()) throw Error("crnn needs as many pools as channels.");

  ScriptModule network("Crnn");
  const auto bandNorm = network.batchNorm("band_norm", nMels);
  std::string blocks;
  int channels = 1;
  int bands = nMels;
  for (size_t i = 0; i < widths.size(); ++i) {
    const std::string name = "block" + std::to_string(i);
    network.child(name, convBlock2d(channels, widths[i], pools[i]));
    blocks += "    x = self." + name + ".forward(x)\n";
    channels = widths[i];
    bands = (bands + pools[i].first - 1) / pools[i].first;  // pooling rounds up
  }
  const std::string lstm = lstmLines(network, channels * bands, hidden);
  const auto dropout = network.dropout(dropoutSetting(settings));
  const auto head = network.linear("head", 4 * hidden, nClasses);

  std::ostringstream source;
  source << "def forward(self, log_mel: Tensor) -> Tensor:\n"
            "    x = "
         << bandNorm("log_mel.transpose(1, 2)") << ".unsqueeze(1)  # (n, 1, bands, t)\n"
         << blocks << "    x = x.permute(0, 3, 1, 2).flatten(2)  # (n, t, c * bands)\n"
         << lstm
         << "    x = torch.cat([x.mean([1]), torch.amax(x, [1])], 1)  # (n, 4 hidden)\n"
            "    return "
         << head(dropout("x")) << "\n";
  return network.define(source.str());
}

}  // namespace

Architecture crnn() {
  return {{.name = "crnn",
           .summary = CORE_TEXT("2-D convolutions, then a bidirectional LSTM along time"),
           .settings = {{"channels", {16, 32, 64}},
                        {"pools", {{2, 2}, {4, 2}, {5, 2}}},
                        {"hidden", 56},
                        {"dropout", 0.2}},
           .features = {},
           .settingHelp =
               {{"channels", CORE_TEXT("of each convolution")},
                {"pools", CORE_TEXT("[bands, time] of the max pooling after each convolution")},
                {"hidden", CORE_TEXT("units of the LSTM in each direction")},
                {"dropout",
                 CORE_TEXT("dropout before the head: fraction of values dropped in training")}},
           .choices = {},
           .widths = {"channels", "hidden"}},
          build};
}

}  // namespace earwitness
