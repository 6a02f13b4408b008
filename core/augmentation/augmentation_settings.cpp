// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/augmentation_settings.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

StrengthInfo probability(double standard) {
  return {"probability", standard, 0.0, 1.0, true, CORE_TEXT("fraction of the examples")};
}

StrengthInfo meanFill() {
  return {"mean", 0, 0, 1, false, CORE_TEXT("fill with 0 dB (0) or with the window's mean (1)")};
}

bool isMask(const AugmentationStep& step) {
  return step.name == "frequency-mask" || step.name == "time-mask";
}

/// The parts of "a; b; c", without the spaces around them and without empty ones.
std::vector<std::string> partsOf(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (const auto part = trimmedBlanks(text.substr(0, end)); !part.empty())
      parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

double numberOf(const std::string& text, const std::string& step) {
  double value = 0.0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size())
    throw Error("The augmentation step '%1' has a strength '%2' that is not a number.", step, text);
  return value;
}

/// "gain:db=6"
AugmentationStep stepFromText(const std::string& text) {
  const size_t colon = text.find(':');
  const std::string name(trimmedBlanks(text.substr(0, colon)));
  std::map<std::string, double> strengths;
  if (colon != std::string::npos)
    for (const std::string& part : partsOf(std::string_view(text).substr(colon + 1), ',')) {
      const size_t equals = part.find('=');
      if (equals == std::string::npos)
        throw Error("Strengths of the augmentation step '%1' are written name=number, not '%2'.",
                    name, part);
      strengths[std::string(trimmedBlanks(part.substr(0, equals)))] =
          numberOf(std::string(trimmedBlanks(part.substr(equals + 1))), name);
    }
  return makeStep(name, strengths);
}

}  // namespace

const std::vector<StepInfo>& augmentationSteps() {
  static const std::vector<StepInfo> steps = {
      {"crop",
       CORE_TEXT(
           "Random crop instead of the whole window. All examples of a batch get the same length"),
       {{"shortest", 1, 0.2, 60, false, CORE_TEXT("seconds")},
        {"longest", 5, 0.2, 60, false, CORE_TEXT("seconds")},
        {"probability", 0.5, 0, 1, false, CORE_TEXT("fraction of the batches")}}},
      {"mel-shift",
       CORE_TEXT("Shifts the audio up or down in frequency"),
       {{"bands", 3, 0, 40, true, CORE_TEXT("mel bands (fractions allowed)")}}},
      {"stretch",
       CORE_TEXT("Changes the speed"),
       {{"share", 0.2, 0, 1, true, CORE_TEXT("speed between 1 / (1 + share) and 1 + share")}}},
      {"roll",
       CORE_TEXT("Random start: the end wraps around to the start"),
       {{"share", 1, 0, 1, false, CORE_TEXT("largest fraction of the window")}}},
      {"shift",
       CORE_TEXT("Shifts the audio in time. Gaps are filled with silence"),
       {{"seconds", 1, 0, 60, true, CORE_TEXT("at most, in both directions")}}},
      {"gain",
       CORE_TEXT("Makes the audio louder or quieter"),
       {{"db", 6, 0, 60, true, CORE_TEXT("dB at most, in both directions")}}},
      {"filter",
       CORE_TEXT("Changes the frequency response, as rooms and microphones do (FilterAugment, Nam "
                 "et al., "
                 "2022)"),
       {{"db", 6, 0, 40, true, CORE_TEXT("dB at most, in both directions")},
        {"bends", 4, 1, 16, false, CORE_TEXT("points with linear gain in between")}}},
      {"band-limit",
       CORE_TEXT("Low-pass filter: removes everything above a frequency, as cheap microphones and "
                 "telephones "
                 "do"),
       {{"lowest", 3000, 100, 96000, false, CORE_TEXT("Hz, lowest random limit")},
        probability(0.2)}},
      {"noise",
       CORE_TEXT("Adds generated noise or hum"),
       {{"softest", 30, -20, 80, false, CORE_TEXT("dB, highest signal-to-noise ratio")},
        {"loudest", 5, -20, 80, false, CORE_TEXT("dB, lowest signal-to-noise ratio")},
        probability(0.3)}},
      {"mixup",
       CORE_TEXT("Mixes two clips' spectrograms and labels (Zhang et al., 2018)"),
       {{"alpha", 0.4, 0.05, 1, false,
         CORE_TEXT("alpha of the Beta distribution of the mixing weights")},
        probability(0.5)}},
      {"between-class",
       CORE_TEXT(
           "Mixes two clips' powers at equal level, and their labels (Tokozume et al., 2018)"),
       {probability(0.8)}},
      {"frequency-mask",
       CORE_TEXT("Masks frequency bands (SpecAugment, Park et al., 2019)"),
       {{"bands", 15, 0, 256, true, CORE_TEXT("mel bands at most")},
        {"count", 1, 1, 16, false, CORE_TEXT("masks")},
        meanFill()}},
      {"time-mask",
       CORE_TEXT("Masks frames (SpecAugment)"),
       {{"frames", 100, 0, 100000, true, CORE_TEXT("frames at most")},
        {"count", 1, 1, 16, false, CORE_TEXT("masks")},
        meanFill()}}};
  return steps;
}

const StepInfo& findAugmentationStep(const std::string& name) {
  std::string known;
  for (const StepInfo& info : augmentationSteps()) {
    if (info.name == name) return info;
    known += (known.empty() ? "" : ", ") + info.name;
  }
  throw Error("Unknown augmentation step '%1'. Use one of: %2.", name, known);
}

AugmentationStep makeStep(const std::string& name, const std::map<std::string, double>& strengths) {
  const StepInfo& info = findAugmentationStep(name);
  AugmentationStep step{name, {}};
  for (const StrengthInfo& strength : info.strengths)
    step.strengths[strength.name] = strength.standard;
  for (const auto& [key, value] : strengths) {
    const auto isIt = [&wanted = key](const StrengthInfo& one) { return one.name == wanted; };
    const auto known = std::find_if(info.strengths.begin(), info.strengths.end(), isIt);
    if (known == info.strengths.end())
      throw Error("The augmentation step '%1' has no strength '%2'.", name, key);
    if (!(value >= known->lowest && value <= known->highest))
      throw Error("The strength '%1' of the augmentation step '%2' must be between %3 and %4.", key,
                  name, nlohmann::json(known->lowest).dump(),
                  nlohmann::json(known->highest).dump());
    step.strengths[key] = value;
  }
  if (name == "crop" && step["shortest"] > step["longest"])
    throw Error("The augmentation step 'crop' has a shortest length above its longest.");
  if (name == "noise" && step["loudest"] > step["softest"])
    throw Error(
        "The augmentation step 'noise' has its loudest signal-to-noise ratio above its softest.");
  return step;
}

AugmentationList augmentationFromJson(const nlohmann::json& json) {
  const auto refuse = [&](const nlohmann::json& what) {
    throw Error(
        "Augmentation is a list of steps such as [{\"step\": \"gain\", \"db\": 6}]; this is not: "
        "%1.",
        what.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  };
  if (!json.is_array()) refuse(json);
  AugmentationList list;
  for (const auto& entry : json) {
    if (!entry.is_object() || !entry.contains("step") || !entry["step"].is_string()) refuse(entry);
    std::map<std::string, double> strengths;
    for (const auto& [key, value] : entry.items()) {
      if (key == "step") continue;
      if (!value.is_number()) refuse(entry);
      strengths[key] = value;
    }
    list.push_back(makeStep(entry["step"], strengths));
  }
  return list;
}

nlohmann::json toJson(const AugmentationList& list) {
  nlohmann::json json = nlohmann::json::array();
  for (const AugmentationStep& step : list) {
    nlohmann::json entry = {{"step", step.name}};
    for (const auto& [name, value] : step.strengths) entry[name] = value;
    json.push_back(entry);
  }
  return json;
}

AugmentationList augmentationFromText(const std::string& text) {
  if (trimmedBlanks(text) == "none") return {};
  if (trimmedBlanks(text).starts_with('[')) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    return augmentationFromJson(json.is_discarded() ? nlohmann::json(text) : json);
  }
  AugmentationList list;
  for (const std::string& part : partsOf(text, ';')) list.push_back(stepFromText(part));
  return list;
}

std::string textOf(const AugmentationList& list) {
  std::string text;
  for (const AugmentationStep& step : list) {
    text += (text.empty() ? "" : "; ") + step.name;
    char before = ':';
    for (const auto& [name, value] : step.strengths) {
      text += before + name + "=" + nlohmann::json(value).dump();
      before = ',';
    }
  }
  return text.empty() ? "none" : text;
}

void setStep(AugmentationList& list, const AugmentationStep& step) {
  const auto same = std::find_if(list.begin(), list.end(), [&](const AugmentationStep& other) {
    return other.name == step.name;
  });
  if (same != list.end())
    *same = step;
  else
    list.insert(isMask(step) ? list.end() : std::find_if(list.begin(), list.end(), isMask), step);
}

AugmentationList scaledAugmentation(AugmentationList list, double factor) {
  for (AugmentationStep& step : list)
    for (const StrengthInfo& info : findAugmentationStep(step.name).strengths)
      if (info.scales) {
        double& value = step.strengths.at(info.name);
        value = std::clamp(value * factor, info.lowest, info.highest);
      }
  return list;
}

}  // namespace earwitness
