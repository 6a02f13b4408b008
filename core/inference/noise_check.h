// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/listening/classifier.h"

namespace earwitness {

/// How often a model names a sound where there is none: on white, pink and brown noise, hum and
/// digital silence, generated anew and at several levels.
struct NoiseCheck {
  struct Kind {
    std::string name;
    int windows = 0;
    int fired = 0;  ///< windows in which a class other than those of noise reached its threshold
    std::string mostly;  ///< the class that fired most often; empty where none did
  };
  std::vector<Kind> kinds;

  int windows() const;
  double fires() const;  ///< share of all windows
  /// More than a twentieth: such a model is marked.
  bool tooOften() const { return fires() > kMostOften; }

  static constexpr double kMostOften = 0.05;
};
nlohmann::json toJson(const NoiseCheck& check);

/// Throws Error where the model cannot be run.
NoiseCheck checkNoise(Classifier& classifier);

/// Puts the check, and a warning where the model fires too often, onto the description's card.
void addNoiseCheck(ModelDescription& description, const NoiseCheck& check);

/// Checks the model of this file, and writes the check, and a warning where the model fires too
/// often, onto its card. Throws Error with one sentence.
NoiseCheck addNoiseCheck(const std::filesystem::path& modelFile, Classifier& classifier);

}  // namespace earwitness
