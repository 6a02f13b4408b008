// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/evaluation.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/data/feature_store.h"

namespace earwitness {
namespace {

/// For each label of the data set its index in the model.
std::vector<int> matchLabels(const DataSet& dataSet, const ModelDescription& model) {
  std::vector<int> indices;
  for (const std::string& label : dataSet.labels) {
    const auto found = std::find(model.labels.begin(), model.labels.end(), label);
    if (found == model.labels.end())
      throw Error("The model '%1' does not know the class '%2' of the data set '%3'.", model.name,
                  label, dataSet.root);
    indices.push_back(int(found - model.labels.begin()));
  }
  return indices;
}

void keepFolds(DataSet& dataSet, const std::vector<int>& folds) {
  if (folds.empty()) return;
  const auto unwanted = [&](int fold) {
    return std::find(folds.begin(), folds.end(), fold) == folds.end();
  };
  std::erase_if(dataSet.clips, [&](const Clip& clip) { return unwanted(clip.fold); });
  if (dataSet.clips.empty())
    throw Error("The data set '%1' has no clip in the folds asked for.", dataSet.root);
}

}  // namespace

Evaluation evaluateModel(const EvaluationRequest& request) {
  const std::unique_ptr<Classifier> classifier = openClassifier(request.model, request.confinement);
  const ModelDescription& model = classifier->description();
  if (model.input == ModelInput::Waveform)
    throw Error(
        "The model '%1' has waveform input. Only models with log-mel input can be evaluated.",
        model.name);
  Evaluation result;
  result.labels = model.labels;
  DataSet& dataSet = result.dataSet;
  dataSet = scanDataSet(request.data);
  requireNoObstacles(dataSet);
  const bool multiLabel = model.output == ModelOutput::MultiLabelLogits;
  multiLabel ? keepSeveralLabels(dataSet) : keepSingleLabels(dataSet);
  const std::vector<int> labelOf = matchLabels(dataSet, model);
  const FeatureStore::Request storeRequest{.features = model.features,
                                           .windowSeconds = model.windowSeconds,
                                           .channel = request.data.channel,
                                           .cacheFolder = request.cacheFolder,
                                           .threads = 0,
                                           .onProgress = {}};
  findSegmentsOutside(dataSet, storeRequest);
  // The whole set is opened and then filtered, so that all folds share one cache.
  const FeatureStore store = FeatureStore::open(dataSet, storeRequest);
  result.confusion = ConfusionMatrix(int(model.labels.size()));
  std::vector<float> scores(model.labels.size());
  std::vector<double> mean(model.labels.size());
  LabelScores table(int(model.labels.size()));
  double loss = 0.0;
  const auto wanted = [&](const Clip& clip) {
    return request.folds.empty() ||
           std::find(request.folds.begin(), request.folds.end(), clip.fold) != request.folds.end();
  };
  const bool hasOneLabelEach =
      std::all_of(dataSet.clips.begin(), dataSet.clips.end(),
                  [](const Clip& clip) { return clip.labels().size() == 1; });
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    if (!wanted(dataSet.clips[i])) continue;
    std::fill(mean.begin(), mean.end(), 0.0);
    for (size_t window = 0; window < store.windowsOf(i); ++window) {
      classifier->classify(store.window(i, window), scores);
      for (size_t label = 0; label < mean.size(); ++label)
        mean[label] += scores[label] / double(store.windowsOf(i));
    }
    std::vector<int> targets = dataSet.clips[i].labels();
    for (int& label : targets) label = labelOf[size_t(label)];
    const int prediction = int(std::max_element(mean.begin(), mean.end()) - mean.begin());
    result.predictions.push_back(prediction);
    if (multiLabel) table.add(mean, targets);
    if (!hasOneLabelEach) continue;
    result.confusion.add(targets.front(), prediction);
    loss -= std::log(std::max(mean[size_t(targets.front())], 1e-12));
  }
  keepFolds(dataSet, request.folds);
  result.figures = {loss / double(dataSet.clips.size()), result.confusion.accuracy(),
                    result.confusion.balancedAccuracy()};
  if (!multiLabel) return result;
  result.classes = labelFigures(table, model.thresholds);
  result.figures.loss = table.loss();
  result.figures.multiLabel = meanFigures(result.classes);
  return result;
}

nlohmann::json toJson(const Evaluation& evaluation) {
  nlohmann::json json = toJson(evaluation.figures);
  json["clips"] = evaluation.predictions.size();
  json["per_class"] = evaluation.figures.multiLabel
                          ? toJson(evaluation.classes, evaluation.labels)
                          : perClassToJson(evaluation.confusion, evaluation.labels);
  if (evaluation.confusion.total() > 0) {
    json["accuracy"] = evaluation.figures.accuracy;
    json["balanced_accuracy"] = evaluation.figures.balancedAccuracy;
    json["confusion"] = confusionToJson(evaluation.confusion, evaluation.labels);
  }
  nlohmann::json problems = nlohmann::json::array();
  nlohmann::json notes = nlohmann::json::array();
  for (const ClipProblem& problem : evaluation.dataSet.problems) {
    const std::string file = addressOf(problem.path, problem.segment);
    if (problem.kind == DataProblemKind::Incomplete)
      notes.push_back({{"file", file}, {"note", problem.what.english()}});
    else
      problems.push_back({{"file", file}, {"problem", problem.what.english()}});
  }
  json["problems"] = problems;
  json["notes"] = notes;
  return json;
}

}  // namespace earwitness
