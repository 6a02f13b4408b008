// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include <nlohmann/json.hpp>

#include "core/listening/model_start.h"

namespace earwitness::gui {

/// What a beginner chooses between.
enum class TrainPreset { QuickLook, Report, BestSmall, PretrainedHead, FineTune };
inline constexpr TrainPreset kTrainPresets[] = {TrainPreset::QuickLook, TrainPreset::Report,
                                                TrainPreset::BestSmall, TrainPreset::PretrainedHead,
                                                TrainPreset::FineTune};
/// True where it begins with another model's weights.
inline bool isPretrained(TrainPreset preset) {
  return preset == TrainPreset::PretrainedHead || preset == TrainPreset::FineTune;
}
QString nameOf(TrainPreset preset);
/// One line.
QString summaryOf(TrainPreset preset);

/// The best model to start from: of the user's models with AudioSet's labels the one with the most
/// parameters, else the bundled model. Throws Error where there is none. Thread: worker.
ModelStart pretrainedStart();

/// All settings of a training, as `train --settings` reads them, with no data named yet. Those that
/// isPretrained() need the start. Sizes of the architecture that are not named are its own standard
/// ones.
nlohmann::json presetSettings(TrainPreset preset, const ModelStart& start);

/// What `loaded` lacks is the report's. Throws Error with one sentence where these are no settings
/// of a training that this program knows.
nlohmann::json completeSettings(const nlohmann::json& loaded);

}  // namespace earwitness::gui
