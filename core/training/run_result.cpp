// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_result.h"

#include "core/base/atomic_file.h"
#include "core/runs/run_tables.h"

namespace earwitness {

std::optional<double> knownLatency(const RunFolder& folder, int bestEpoch) {
  if (!std::filesystem::exists(folder.result())) return std::nullopt;
  const auto before = nlohmann::json::parse(readFile(folder.result()), nullptr, false);
  if (before.is_object() && before.value("best_epoch", nlohmann::json()) == bestEpoch &&
      before.value("latency_ms", nlohmann::json()).is_number())
    return before.at("latency_ms").get<double>();
  return std::nullopt;
}

void writeResult(const RunFolder& folder, const RunProgress& progress,
                 const std::vector<std::string>& labels, nlohmann::json result) {
  if (progress.bestConfusion.total() > 0) {
    const auto wrong = misclassified(progress.bestPredictions);
    writeFileAtomically(folder.confusion(), confusionCsv(progress.bestConfusion, labels));
    writeFileAtomically(folder.perClass(), perClassCsv(progress.bestConfusion, labels));
    writeFileAtomically(folder.predictions(), predictionsCsv(progress.bestPredictions, labels));
    writeFileAtomically(folder.misclassified(), predictionsCsv(surestFirst(wrong), labels));
    result["best_confusion"] = confusionToJson(progress.bestConfusion, labels);
    result["best_per_class"] = perClassToJson(progress.bestConfusion, labels);
    result["best_predictions"] = toJson(progress.bestPredictions);
    result["best_misclassified"] = toJson(wrong);
  }
  if (!progress.bestLabels.is_null()) {
    writeFileAtomically(folder.perClass(), labelFiguresCsv(progress.bestLabels));
    result["best_per_class"] = progress.bestLabels;
  }
  writeJsonFile(folder.result(), result);
}

}  // namespace earwitness
