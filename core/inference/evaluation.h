// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/data/data_set.h"
#include "core/inference/open_model.h"
#include "core/runs/metrics.h"
#include "core/runs/multi_label_metrics.h"

namespace earwitness {

struct Evaluation {
  Figures figures;
  ConfusionMatrix confusion{0};  ///< empty where clips have several labels
  /// Of models that name several sounds at once: each class, at the model's own threshold.
  std::vector<LabelFigures> classes;
  std::vector<std::string> labels;
  std::vector<int> predictions;  ///< per clip: the class with the highest score
  DataSet dataSet;               ///< the clips that were used, and the problems of the others
};
nlohmann::json toJson(const Evaluation& evaluation);

struct EvaluationRequest {
  std::filesystem::path model;
  DataRequest data;
  std::vector<int> folds;             ///< empty: all clips
  std::filesystem::path cacheFolder;  ///< empty: the user's
  Confinement confinement = {};       ///< of a model that is not bundled
};

/// Scores of every clip (mean over its windows) against its label, or against all its labels where
/// the model names several sounds at once. Labels are matched by name.
/// Throws Error where the data set has a class that the model does not know.
Evaluation evaluateModel(const EvaluationRequest& request);

}  // namespace earwitness
