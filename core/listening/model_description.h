// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

namespace earwitness {

/// What the network is given of a window.
enum class ModelInput {
  LogMel,   ///< (batch, windowFrames, nMels)
  Waveform  ///< (batch, windowSamples), amplitude +-1; the features are those of the picture only
};

/// What the network answers with, one value per label.
enum class ModelOutput {
  SingleLabelLogits,  ///< their softmax is taken: one sound at a time
  MultiLabelLogits,   ///< the logistic function of each: several sounds at a time
  Probabilities       ///< taken as they are, 0 to 1
};

/// What a model file says of itself (`earwitness.json` in the TorchScript archive).
struct ModelDescription {
  /// The newest format that is read here. Version 2 has other inputs than log-mel and other outputs
  /// than logits of one label; what version 1 can say is written as version 1.
  static constexpr int kFormatVersion = 2;
  static constexpr const char* kFileName = "earwitness.json";

  std::string name;                 ///< for people: "Report's network, ESC-50"
  std::vector<std::string> labels;  ///< in the order of the network's outputs
  ModelInput input = ModelInput::LogMel;
  ModelOutput output = ModelOutput::SingleLabelLogits;
  FeatureSettings features;
  double windowSeconds = 5.0;  ///< what the network is given at a time
  /// The shortest part of a window that the network was trained for: quiet before a sound is left
  /// out (trim_leading_quiet.h). 0: it is always given whole windows.
  double shortestSeconds = 0.0;
  double hopSeconds = 1.0;        ///< between windows of a file, at most (hopSecondsOf())
  std::vector<float> thresholds;  ///< one per label
  /// An object: architecture, parameters, training settings, figures, data, licence.
  nlohmann::json card = nlohmann::json::object();
  std::string fingerprint;  ///< of the file; not stored in it, set when it is read

  int formatVersion() const;
  /// Frames of one window, of the picture where the network takes a waveform.
  long windowFrames() const;
  long windowSamples() const;  ///< at the features' sample rate
  /// Of one window without the batch: (windowFrames, nMels) or (windowSamples).
  std::vector<long> inputShape() const;
  size_t inputSize() const;  ///< values in it
  /// A window of digital silence.
  std::vector<float> silentInput() const;
  /// Throws Error with one sentence when something is missing or contradicts itself.
  void validate() const;
};

/// "log_mel", "waveform"; "single_label_logits", "multi_label_logits", "probabilities".
std::string nameOf(ModelInput input);
std::string nameOf(ModelOutput output);
/// Throws Error on another name, listing these.
ModelOutput modelOutputNamed(const std::string& name);

/// Settings of the picture that goes with models that take a waveform of this rate: bands up to
/// half of it, frames of 25 ms, one each 12.5 ms.
FeatureSettings pictureFeatures(int sampleRate);

nlohmann::json toJson(const ModelDescription& description);
/// Throws Error, naming `source`, on missing keys, wrong types or a newer format version.
ModelDescription modelDescriptionFromJson(const nlohmann::json& json, const std::string& source);

/// Reads the description out of a model file without LibTorch and without running anything in it.
/// Throws Error with one sentence: not a model file, no description, description damaged.
ModelDescription readModelDescription(const std::filesystem::path& modelFile);

/// Writes a model file with another description to `to`, which may be the same file, atomically.
/// Its network stays as it is, and nothing in it runs. The same input gives the same bytes. Throws
/// Error with one sentence.
void replaceModelDescription(const std::filesystem::path& modelFile,
                             const ModelDescription& description, const std::filesystem::path& to);

}  // namespace earwitness
