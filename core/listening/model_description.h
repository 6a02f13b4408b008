#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

namespace earwitness {

/// What a model file says of itself (`earwitness.json` in the TorchScript archive).
struct ModelDescription {
  static constexpr int kFormatVersion = 1;
  static constexpr const char* kFileName = "earwitness.json";

  int formatVersion = kFormatVersion;
  std::string name;                 ///< for people: "Report's network, ESC-50"
  std::vector<std::string> labels;  ///< in the order of the network's outputs
  FeatureSettings features;
  double windowSeconds = 5.0;     ///< what the network is given at a time
  double hopSeconds = 1.0;        ///< between windows of a file; live listening has its own
  std::vector<float> thresholds;  ///< one per label
  nlohmann::json card;      ///< architecture, parameters, training settings, figures, data, licence
  std::string fingerprint;  ///< of the file; not stored in it, set when it is read

  /// Frames of one window: input shape (batch, windowFrames, nMels).
  long windowFrames() const;
  /// Throws Error with one sentence when something is missing or contradicts itself.
  void validate() const;
};

nlohmann::json toJson(const ModelDescription& description);
/// Throws Error, naming `source`, on missing keys, wrong types or a newer format version.
ModelDescription modelDescriptionFromJson(const nlohmann::json& json, const std::string& source);

/// Reads the description out of a model file without LibTorch and without running anything in it.
/// Throws Error with one sentence: not a model file, no description, description damaged.
ModelDescription readModelDescription(const std::filesystem::path& modelFile);

}  // namespace earwitness
