// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/public_checkpoint.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/label_list.h"
#include "core/listening/sound_names.h"
#include "core/network/architectures.h"
#include "core/network/script_module.h"
#include "core/network/transfer.h"

namespace earwitness {
namespace {

using Tensors = std::map<std::string, StoredTensor>;

constexpr const char* kMobileNet = "mobilenet-v3";
constexpr int kEmbeddingOfWidthOne = 1280;
// The family was trained on 10 s and averages over time: a shorter window answers sooner, and
// speech is recognised in 2 s as well.
constexpr double kWindowSeconds = 2.0;
constexpr float kThreshold = 0.5F;

/// AudioSet's labels: the table has them in the order of its networks' outputs.
LabelList audioSetLabels() {
  LabelList list;
  for (const SoundName& sound : SoundTable::builtIn().sounds()) {
    if (sound.id.empty()) continue;
    list.labels.push_back(sound.name);
    list.ids.push_back(sound.id);
  }
  return list;
}

/// "features.1.block.0.1.running_mean" -> "features_1_block_0_1_mean": TorchScript allows no dots
/// in names.
std::string withoutDots(std::string name) {
  constexpr std::string_view kRunning = ".running_";
  if (const size_t found = name.find(kRunning); found != std::string::npos)
    name.replace(found, kRunning.size(), ".");
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

/// A layer's name in the network, given its name in the checkpoint.
struct Renaming {
  std::string from;
  std::string to;
};

/// Copies the checkpoint's tensors to the network's of the same name.
void fill(const torch::jit::Module& network, const Tensors& tensors, const Renaming& head,
          const std::string& source) {
  const auto refuse = [&source](const std::string& why) {
    throw Error("The weights file '%1' looks like a network of the EfficientAT family, but %2.",
                source, why);
  };
  std::map<std::string, const StoredTensor*> byName;
  for (const auto& [name, tensor] : tensors) {
    std::string own = withoutDots(name);
    if (own.starts_with(head.from)) own.replace(0, head.from.size(), head.to);
    byName[own] = &tensor;
  }
  const torch::NoGradGuard noGrad;
  for (auto& [name, tensor] : tensorsOf(network)) {
    const auto found = byName.find(withoutDots(name));
    if (found == byName.end()) refuse("its tensor '" + name + "' is missing");
    const StoredTensor& stored = *found->second;
    if (tensor.sizes() != at::IntArrayRef(stored.sizes))
      refuse("its tensor '" + name + "' has another size");
    if (!std::all_of(stored.values.begin(), stored.values.end(),
                     [](float value) { return std::isfinite(value); }))
      refuse("its tensor '" + name + "' contains values that are not numbers");
    if (!stored.values.empty())
      std::memcpy(tensor.data_ptr(), stored.values.data(), stored.values.size() * sizeof(float));
  }
}

/// Number of rows of a matrix; 0 where there is no such tensor.
int64_t rowsOf(const Tensors& tensors, const std::string& name) {
  const auto found = tensors.find(name);
  return found == tensors.end() || found->second.sizes.size() != 2 ? 0
                                                                   : found->second.sizes.front();
}

PublicNetwork mobileNet(const Tensors& tensors, const std::string& source) {
  const LabelList labels = audioSetLabels();
  const int64_t nLabels = rowsOf(tensors, "classifier.5.weight");
  if (nLabels != int64_t(labels.labels.size()))
    throw Error(
        "The weights file '%1' is a network of the EfficientAT family with %2 labels instead of "
        "AudioSet's %3, and does not contain their names.",
        source, nLabels, labels.labels.size());
  const double width =
      double(rowsOf(tensors, "classifier.2.weight")) / double(kEmbeddingOfWidthOne);
  PublicNetwork made{.network = torch::jit::Module("unused"),
                     .architecture = kMobileNet,
                     .settings = architectureSettings(kMobileNet, {{"width", width}}),
                     .description = {}};
  ModelDescription& model = made.description;
  model.features = findArchitecture(kMobileNet).features;
  made.network =
      buildNetwork(kMobileNet, made.settings, model.features.nMels, int(labels.labels.size()));
  fill(made.network, tensors, {.from = "classifier_5", .to = "head"}, source);
  made.network.eval();
  model.name = "EfficientAT MobileNetV3, width " + nlohmann::json(width).dump();
  model.labels = labels.labels;
  model.output = ModelOutput::MultiLabelLogits;
  model.windowSeconds = kWindowSeconds;
  model.thresholds.assign(model.labels.size(), kThreshold);
  model.card["label_ids"] = labels.ids;
  return made;
}

}  // namespace

PublicNetwork recogniseCheckpoint(const Tensors& tensors, const std::string& source) {
  if (rowsOf(tensors, "classifier.2.weight") > 0 && rowsOf(tensors, "classifier.5.weight") > 0 &&
      tensors.contains("features.0.0.weight") && tensors.contains("features.16.0.weight"))
    return mobileNet(tensors, source);
  throw Error(
      "The weights file '%1' contains weights without a network, and the family of its network is "
      "not known here. In PyTorch, save the network with torch.jit.script(model).save().",
      source);
}

}  // namespace earwitness
