#pragma once

#include <QByteArray>
#include <QFile>
#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>
#include <torch/script.h>

namespace earwitness {

/// tests/golden/network: the report's network as python3-torch sees it (make_network.py).
class GoldenNetwork {
 public:
  /// Throws where a file is missing: a missing golden fails its test.
  GoldenNetwork() : manifest_(nlohmann::json::parse(contents("network.json"))) {
    data_ = contents("network.f32");
  }

  const nlohmann::json& manifest() const { return manifest_; }

  torch::Tensor tensor(const nlohmann::json& entry) const {
    const auto shape = entry.at("shape").get<std::vector<int64_t>>();
    const auto* values = reinterpret_cast<const float*>(data_.data());
    return torch::from_blob(const_cast<float*>(values) + entry.at("offset").get<size_t>(), shape)
        .clone();
  }
  torch::Tensor tensor(const char* key) const { return tensor(manifest_.at(key)); }

  /// "encoder0.self_attn.out_proj.weight" is "encoder0.out_proj_weight" in the project's
  /// TorchScript.
  static std::string scriptName(std::string name) {
    const auto replace = [&name](const std::string& from, const std::string& to) {
      if (const size_t at = name.find(from); at != std::string::npos)
        name.replace(at, from.size(), to);
    };
    replace("self_attn.", "");
    for (const char* suffix : {".weight", ".bias"}) replace(suffix, "_" + std::string(suffix + 1));
    replace(".running_", "_");
    return name;
  }

  void copyInto(torch::jit::Module& network) const {
    torch::NoGradGuard noGrad;
    for (const char* kind : {"parameters", "buffers"})
      for (const auto& [name, entry] : manifest_.at(kind).items())
        find(network, scriptName(name)).copy_(tensor(entry));
  }

  static torch::Tensor find(const torch::jit::Module& network, const std::string& name) {
    for (const auto& parameter : network.named_parameters())
      if (parameter.name == name) return parameter.value;
    for (const auto& buffer : network.named_buffers())
      if (buffer.name == name) return buffer.value;
    throw std::runtime_error("the network has no tensor " + name);
  }

 private:
  static std::string contents(const char* name) {
    QFile file(QString(EARWITNESS_TEST_DATA "/golden/network/") + name);
    if (!file.open(QIODevice::ReadOnly))
      throw std::runtime_error("missing golden " + std::string(name));
    return file.readAll().toStdString();
  }

  nlohmann::json manifest_;
  std::string data_;
};

inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

}  // namespace earwitness
