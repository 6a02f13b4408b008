// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/listening/model_description.h"

namespace earwitness {

/// The shape in which somebody else's network takes one window.
enum class ForeignShape {
  Samples,                 ///< (samples)
  BatchSamples,            ///< (1, samples)
  BatchChannelSamples,     ///< (1, 1, samples)
  FramesMels,              ///< (frames, mels)
  BatchFramesMels,         ///< (1, frames, mels)
  BatchMelsFrames,         ///< (1, mels, frames)
  BatchChannelFramesMels,  ///< (1, 1, frames, mels)
  BatchChannelMelsFrames   ///< (1, 1, mels, frames)
};

/// All of them, those that say most of a network first.
const std::vector<ForeignShape>& foreignShapes();
/// As it is typed: "1,samples", "1,1,mels,frames".
std::string nameOf(ForeignShape shape);
/// Throws Error on another name, listing these.
ForeignShape foreignShapeNamed(const std::string& name);
ModelInput inputOf(ForeignShape shape);

/// What a TorchScript file without a description does not say, and its user does.
struct ForeignAnswers {
  ForeignShape shape = ForeignShape::BatchSamples;
  /// Name, labels, output, features, window, thresholds, card. Its input follows from the shape.
  ModelDescription description;
  /// Of a network that answers with several: the place in a tuple ("0"), or the name in a
  /// dictionary.
  std::string element;
  /// Taken from the input, and what it is divided by: none, one for all, or one per mel band.
  std::vector<float> mean;
  std::vector<float> deviation;

  /// Throws Error with one sentence.
  void validate() const;
};

nlohmann::json toJson(const ForeignAnswers& answers);
/// Throws Error, naming `source`, where something is missing or of the wrong kind.
ForeignAnswers foreignAnswersFromJson(const nlohmann::json& json, const std::string& source);

}  // namespace earwitness
