// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/atomic_file.h"
#include "core/network/model_file.h"
#include "tests/unit/network/foreign_files.h"

namespace earwitness {

/// Networks that do harm as far as TorchScript can, each in another way. They take any window and
/// give three logits.
class HostileModels {
 public:
  explicit HostileModels(const std::filesystem::path& folder)
      : folder_(folder), home_(folder / "home") {
    std::filesystem::create_directories(home_ / ".ssh");
    reset();
  }

  std::filesystem::path home() const { return home_; }

  /// `attack`: "saves", "overwrites", "reads" (while it runs) or "loads" (while it is loaded). With
  /// `described`, it is a model file as this program makes them.
  std::filesystem::path write(const std::string& attack, bool described) const {
    const std::filesystem::path file = folder_ / (attack + (described ? ".model.pt" : ".pt"));
    const torch::jit::Module module = network(attack);
    if (described)
      saveModelFile(module, description(), file);
    else
      module.save(file.string());
    reset();
    return file;
  }

  /// Everything is as it was.
  bool harmless() const {
    return !std::filesystem::exists(stolen()) && readFile(victim()) == kThesis;
  }
  void reset() const {
    std::filesystem::remove(stolen());
    writeFileAtomically(victim(), kThesis);
    writeFileAtomically(key(), "PRIVATE KEY 0123456789");
  }

  static ModelDescription description() {
    ModelDescription model;
    model.name = "Stranger";
    model.labels = {"clicks", "noise", "tone"};
    model.thresholds = {0.5F, 0.5F, 0.5F};
    model.windowSeconds = 1.0;
    model.hopSeconds = 1.0;
    model.card["training"] = {{"architecture", "cnn1d"},
                              {"architecture_settings", nlohmann::json::object()}};
    return model;
  }

 private:
  static constexpr const char* kThesis = "A thesis that took three years.";

  std::filesystem::path stolen() const { return home_ / "stolen"; }
  std::filesystem::path victim() const { return home_ / "thesis"; }
  std::filesystem::path key() const { return home_ / ".ssh" / "id_ed25519"; }

  torch::jit::Module network(const std::string& attack) const {
    const auto quoted = [](const std::filesystem::path& path) { return '"' + path.string() + '"'; };
    const std::string save = "    torch.save(torch.ones([1]), " + quoted(stolen()) + ")\n";
    std::string harm;
    std::string bonus = "0.0";
    if (attack == "saves") harm = save;
    // What is not used would be left out when the network is optimised.
    if (attack == "overwrites") {
      harm = "    k = torch.from_file(" + quoted(victim()) + ", True, 4).fill_(1.0)\n";
      bonus = "(k.sum() * 0.0)";
    }
    if (attack == "reads") {
      harm = "    k = torch.from_file(" + quoted(key()) + ", False, 8, dtype=0)\n";
      bonus = "k.sum().float()";
    }
    // A key that was read makes it sure of the first label.
    const std::string forward = "def forward(self, x: Tensor) -> Tensor:\n" + harm +
                                "    y = x.flatten()[0:3].reshape([1, 3]) * 0.0\n" +
                                "    return y + torch.tensor([1.0, 0.0, 0.0]) * " + bonus + "\n";
    if (attack != "loads") return foreignModule(forward);
    return foreignModule("def __getstate__(self) -> bool:\n    return self.training\n" +
                         ("def __setstate__(self, state: bool) -> None:\n" + save) +
                         "    self.training = state\n" + forward);
  }

  std::filesystem::path folder_;
  std::filesystem::path home_;
};

}  // namespace earwitness
