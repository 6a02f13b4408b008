// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/network/script_module.h"

namespace earwitness {

/// A pair of files in tests/golden/network: a network as python3-torch sees it (make_network.py).
/// "network" is the report's at full size, the others are small.
class GoldenNetwork {
 public:
  /// Throws where a file is missing: a missing golden fails its test.
  explicit GoldenNetwork(const std::string& name)
      : manifest_(nlohmann::json::parse(contents(name + ".json"))),
        data_(contents(name + ".f32")) {}

  const nlohmann::json& manifest() const { return manifest_; }

  torch::Tensor tensor(const nlohmann::json& entry) const {
    const auto shape = entry.at("shape").get<std::vector<int64_t>>();
    const auto* values = reinterpret_cast<const float*>(data_.data());
    return torch::from_blob(const_cast<float*>(values) + entry.at("offset").get<size_t>(), shape)
        .clone();
  }
  torch::Tensor tensor(const char* key) const { return tensor(manifest_.at(key)); }

  nlohmann::json settings() const { return manifest_.value("settings", nlohmann::json::object()); }

  /// The network with these weights; `dropout` counts in training mode only.
  torch::jit::Module network(double dropout) const {
    nlohmann::json all = settings();
    all["dropout"] = dropout;
    auto network = buildNetwork(architecture(), all, manifest_.value("n_mels", 80),
                                manifest_.value("n_classes", 30));
    torch::NoGradGuard noGrad;
    for (const char* kind : {"parameters", "buffers"})
      for (const auto& [name, entry] : manifest_.at(kind).items())
        find(network, scriptName(name)).copy_(tensor(entry));
    return network;
  }
  std::string architecture() const { return manifest_.value("architecture", "resnet-transformer"); }

  /// "encoder0.self_attn.out_proj.weight" is "encoder0.out_proj_weight" in the project's
  /// TorchScript.
  static std::string scriptName(std::string name) {
    const auto replace = [&name](const std::string& from, const std::string& to) {
      if (const size_t at = name.find(from); at != std::string::npos)
        name.replace(at, from.size(), to);
    };
    replace("self_attn.", "");
    replace("lstm.", "lstm_");
    replace("_l0", "");
    for (const char* suffix : {".weight", ".bias"}) replace(suffix, "_" + std::string(suffix + 1));
    replace(".running_", "_");
    return name;
  }

  static torch::Tensor find(const torch::jit::Module& network, const std::string& name) {
    for (const auto& parameter : network.named_parameters())
      if (parameter.name == name) return parameter.value;
    for (const auto& buffer : network.named_buffers())
      if (buffer.name == name) return buffer.value;
    throw std::runtime_error("the network has no tensor " + name);
  }

 private:
  static std::string contents(const std::string& name) {
    QFile file(QStringLiteral(EARWITNESS_TEST_DATA "/golden/network/") +
               QString::fromStdString(name));
    if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("missing golden " + name);
    return file.readAll().toStdString();
  }

  nlohmann::json manifest_;
  std::string data_;
};

inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

}  // namespace earwitness
