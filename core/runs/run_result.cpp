// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_result.h"

#include <limits>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using nlohmann::json;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::optional<double> numberAt(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

/// Those that name a class that there is.
std::vector<ScoredClip> clipsOf(const json& list, int nClasses) {
  const auto isThere = [nClasses](int label) { return label >= 0 && label < nClasses; };
  std::vector<ScoredClip> clips;
  for (const json& clip : list) {
    ScoredClip scored{.file = clip.at("file"),
                      .label = clip.at("label"),
                      .prediction = clip.at("prediction"),
                      .score = clip.at("score"),
                      .labelScore = clip.at("label_score")};
    if (isThere(scored.label) && isThere(scored.prediction)) clips.push_back(std::move(scored));
  }
  return clips;
}

/// Of a model of several labels per clip, which has no confusions.
void takeLabels(RunResult& result, const json& whole) {
  const json& classes = whole.value("best_per_class", json::array());
  for (const json& its : classes) {
    result.classes.push_back({.label = int(result.labels.size()),
                              .clips = its.at("targets"),
                              .precision = numberAt(its, "precision").value_or(kUndefined),
                              .recall = numberAt(its, "recall").value_or(kUndefined),
                              .f1 = numberAt(its, "f1").value_or(kUndefined)});
    result.labels.push_back(its.at("label"));
  }
}

void take(RunResult& result, const json& whole) {
  result.isThere = true;
  result.split = messageIn(whole, "split");
  result.warnings = messagesIn(whole, "warnings");
  if (whole.contains("noise_check") && whole["noise_check"].is_object()) {
    result.noiseCheck = whole["noise_check"];
    result.firesOnNoise = numberAt(result.noiseCheck, "fires");
    result.firesTooOften = result.noiseCheck.value("too_often", false);
  }
  result.latencyMs = numberAt(whole, "latency_ms");
  if (!whole.contains("best_confusion")) return takeLabels(result, whole);
  result.labels = whole["best_confusion"].at("labels").get<std::vector<std::string>>();
  result.confusion = confusionFromJson(whole["best_confusion"]);
  result.classes = classFigures(result.confusion);
  result.hasAllClips = whole.contains("best_predictions");
  const char* const key = result.hasAllClips ? "best_predictions" : "best_misclassified";
  if (whole.contains(key)) result.clips = clipsOf(whole[key], result.confusion.nClasses());
}

}  // namespace

RunResult readRunResult(const fs::path& folder) {
  auto run = readRun(folder);
  if (!run) throw Error("The folder '%1' does not contain a training run.", folder);
  RunResult result;
  result.run = std::move(*run);
  result.isMultiLabel = result.run.best && result.run.best->multiLabel;
  try {
    if (const auto data = result.run.settings.find("data"); data != result.run.settings.end()) {
      result.dataRoot = data->at("root").get<std::string>();
      result.corrections = data->value("corrections", "");
    }
    const fs::path file = result.run.folder.result();
    if (RunFolder::isThere(file)) take(result, json::parse(readFile(file)));
  } catch (const json::exception&) {
    throw Error("The results of run '%1' are damaged. Its model can still be used.",
                folder.filename());
  }
  return result;
}

std::vector<ClassFigures> classFigures(const ConfusionMatrix& matrix) {
  std::vector<ClassFigures> figures;
  for (int label = 0; label < matrix.nClasses(); ++label) {
    const bool isThere = matrix.targets(label) + matrix.predictions(label) > 0;
    figures.push_back({.label = label,
                       .clips = matrix.targets(label),
                       .precision = matrix.precision(label),
                       .recall = matrix.recall(label),
                       .f1 = isThere ? matrix.f1(label) : kUndefined});
  }
  return figures;
}

}  // namespace earwitness
