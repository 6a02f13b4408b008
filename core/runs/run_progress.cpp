// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_progress.h"

#include <algorithm>
#include <numeric>

namespace earwitness {

long EpochProgress::examples() const {
  return std::accumulate(seen.begin(), seen.end(), 0L);
}

Figures EpochProgress::figures() const {
  const double count = double(std::max(1L, examples()));
  const long allRight = std::accumulate(right.begin(), right.end(), 0L);
  double recalls = 0.0;
  int present = 0;
  for (size_t label = 0; label < seen.size(); ++label) {
    if (seen[label] == 0) continue;
    recalls += double(right[label]) / double(seen[label]);
    ++present;
  }
  return {lossSum / count, double(allRight) / count, recalls / std::max(1, present)};
}

nlohmann::json toJson(const EpochProgress& progress) {
  return {{"step", progress.step},       {"loss_sum", progress.lossSum},
          {"seconds", progress.seconds}, {"learning_rate", progress.learningRate},
          {"right", progress.right},     {"seen", progress.seen}};
}

EpochProgress epochProgressFromJson(const nlohmann::json& json) {
  EpochProgress progress(int(json.at("seen").size()));
  json.at("step").get_to(progress.step);
  json.at("loss_sum").get_to(progress.lossSum);
  json.at("seconds").get_to(progress.seconds);
  json.at("learning_rate").get_to(progress.learningRate);
  json.at("right").get_to(progress.right);
  json.at("seen").get_to(progress.seen);
  return progress;
}

nlohmann::json EpochRecord::json(bool validates) const {
  nlohmann::json json = {{"epoch", epoch},
                         {"learning_rate", learningRate},
                         {"seconds", seconds},
                         {"clips_per_second", clipsPerSecond},
                         {"training", toJson(training)}};
  if (validates) json["validation"] = toJson(validation);
  return json;
}

bool RunProgress::isBetter(const Figures& figures) const {
  return bestEpoch == 0 || earwitness::isBetter(figures, best);
}

nlohmann::json toJson(const RunProgress& progress, const std::vector<std::string>& labels) {
  nlohmann::json json = {{"epochs", progress.epochs},
                         {"running", toJson(progress.running)},
                         {"unfrozen", progress.unfrozen},
                         {"best_epoch", progress.bestEpoch},
                         {"best", toJson(progress.best)},
                         {"last", toJson(progress.last)},
                         {"best_confusion", confusionToJson(progress.bestConfusion, labels)},
                         {"best_predictions", toJson(progress.bestPredictions)}};
  if (!progress.bestLabels.is_null()) json["best_labels"] = progress.bestLabels;
  return json;
}

RunProgress runProgressFromJson(const nlohmann::json& json) {
  RunProgress progress(0);
  progress.epochs = json.at("epochs");
  progress.running = epochProgressFromJson(json.at("running"));
  json.at("unfrozen").get_to(progress.unfrozen);
  json.at("best_epoch").get_to(progress.bestEpoch);
  progress.best = figuresFromJson(json.at("best"));
  progress.last = figuresFromJson(json.at("last"));
  progress.bestConfusion = confusionFromJson(json.at("best_confusion"));
  progress.bestPredictions = predictionsFromJson(json.at("best_predictions"));
  progress.bestLabels = json.value("best_labels", nlohmann::json());
  return progress;
}

}  // namespace earwitness
