// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/foreign_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

// What a network with two-dimensional convolutions takes, others refuse; what takes plain samples
// often takes one batch more.
const std::vector<std::pair<ForeignShape, std::string>> kShapeNames{
    {ForeignShape::BatchChannelFramesMels, "1,1,frames,mels"},
    {ForeignShape::BatchChannelMelsFrames, "1,1,mels,frames"},
    {ForeignShape::BatchFramesMels, "1,frames,mels"},
    {ForeignShape::BatchMelsFrames, "1,mels,frames"},
    {ForeignShape::FramesMels, "frames,mels"},
    {ForeignShape::BatchSamples, "1,samples"},
    {ForeignShape::BatchChannelSamples, "1,1,samples"},
    {ForeignShape::Samples, "samples"},
};

}  // namespace

const std::vector<ForeignShape>& foreignShapes() {
  static const std::vector<ForeignShape> shapes = [] {
    std::vector<ForeignShape> all;
    for (const auto& [shape, name] : kShapeNames) all.push_back(shape);
    return all;
  }();
  return shapes;
}

std::string nameOf(ForeignShape shape) {
  const auto found = std::find_if(kShapeNames.begin(), kShapeNames.end(),
                                  [shape](const auto& pair) { return pair.first == shape; });
  return found->second;
}

ForeignShape foreignShapeNamed(const std::string& name) {
  std::string all;
  for (const auto& [shape, known] : kShapeNames) {
    if (name == known) return shape;
    all += (all.empty() ? "" : "; ") + known;
  }
  throw Error("Unknown input shape '%1'. Use one of: %2.", name, all);
}

ModelInput inputOf(ForeignShape shape) {
  const bool samples = shape == ForeignShape::Samples || shape == ForeignShape::BatchSamples ||
                       shape == ForeignShape::BatchChannelSamples;
  return samples ? ModelInput::Waveform : ModelInput::LogMel;
}

void ForeignAnswers::validate() const {
  description.validate();
  if (mean.size() != deviation.size())
    throw Error("There are %1 means but %2 standard deviations. Give the same number of both.",
                mean.size(), deviation.size());
  const auto nMels = size_t(description.features.nMels);
  const bool perBand = inputOf(shape) == ModelInput::LogMel && mean.size() == nMels;
  if (mean.size() > 1 && !perBand)
    throw Error("There are %1 means. Give one, or for log-mel input one for each of the %2 bands.",
                mean.size(), nMels);
  const auto isFinite = [](float value) { return std::isfinite(value); };
  if (!std::all_of(mean.begin(), mean.end(), isFinite) ||
      !std::all_of(deviation.begin(), deviation.end(),
                   [](float value) { return std::isfinite(value) && value > 0.0F; }))
    throw Error("A mean must be a number, and a standard deviation a number above 0.");
}

nlohmann::json toJson(const ForeignAnswers& answers) {
  return {{"shape", nameOf(answers.shape)},
          {"description", toJson(answers.description)},
          {"element", answers.element},
          {"mean", answers.mean},
          {"deviation", answers.deviation}};
}

ForeignAnswers foreignAnswersFromJson(const nlohmann::json& json, const std::string& source) {
  try {
    ForeignAnswers answers;
    answers.shape = foreignShapeNamed(json.at("shape").get<std::string>());
    answers.description = modelDescriptionFromJson(json.at("description"), source);
    answers.element = json.at("element").get<std::string>();
    answers.mean = json.at("mean").get<std::vector<float>>();
    answers.deviation = json.at("deviation").get<std::vector<float>>();
    answers.validate();
    return answers;
  } catch (const nlohmann::json::exception&) {
    throw Error("The answers about the model '%1' are incomplete or damaged.", source);
  }
}

}  // namespace earwitness
