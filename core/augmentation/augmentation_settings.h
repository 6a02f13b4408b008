// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness {

/// A number that says how strong a step is.
struct StrengthInfo {
  std::string name;
  double standard = 0.0;
  double lowest = 0.0;
  double highest = 0.0;
  bool scales = false;  ///< grows with the strength of the whole list (scaledAugmentation)
  std::string help;     ///< for people, with its unit
};

/// A kind of step that a list of augmentation can name.
struct StepInfo {
  std::string name;
  std::string summary;
  std::vector<StrengthInfo> strengths;
};

/// All kinds, in the order that suits most lists.
const std::vector<StepInfo>& augmentationSteps();
/// Throws Error listing the known names.
const StepInfo& findAugmentationStep(const std::string& name);

/// One step of a list: a kind and its strengths, all of them.
struct AugmentationStep {
  std::string name;
  std::map<std::string, double> strengths;

  double operator[](const std::string& strength) const { return strengths.at(strength); }
  bool operator==(const AugmentationStep&) const = default;
};

/// What is done to training windows, from the first step to the last.
using AugmentationList = std::vector<AugmentationStep>;

/// A step with these strengths and the standard for the others.
/// Throws Error on an unknown step or strength and on a value out of range.
AugmentationStep makeStep(const std::string& name, const std::map<std::string, double>& strengths);

/// [{"step": "gain", "db": 6}, ...]. Throws Error with one sentence.
AugmentationList augmentationFromJson(const nlohmann::json& json);
nlohmann::json toJson(const AugmentationList& list);

/// "roll; gain:db=6; frequency-mask:bands=8,count=2", the same as JSON, or "none".
/// Throws Error with one sentence.
AugmentationList augmentationFromText(const std::string& text);

/// The same as text; "none" for an empty list.
std::string textOf(const AugmentationList& list);

/// Puts `step` in the place of the one of its name, or at the end, but before the first mask.
void setStep(AugmentationList& list, const AugmentationStep& step);

/// All strengths that scale times `factor`, kept in range.
AugmentationList scaledAugmentation(AugmentationList list, double factor);

}  // namespace earwitness
