// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kWidestMatrix = 500;

bool mayDiffer(const std::string& setting) {
  static const std::set<std::string> names{"data",     "init",         "threads",
                                           "teachers", "teacher_data", "device"};
  return names.contains(setting);
}

std::string number(double value) {
  return std::isfinite(value) ? nlohmann::json(value).dump() : std::string();
}

/// A number of JSON in a table; empty where it is unknown.
std::string cellOf(const nlohmann::json& value) {
  return value.is_null() ? std::string() : value.dump();
}

}  // namespace

void requireNothingToOverwrite(const RunFolder& folder) {
  if (fs::exists(folder.lock())) return;  // a run has begun here
  for (const fs::path& file :
       {folder.data(), folder.journal(), folder.log(), folder.checkpoint(), folder.bestModel(),
        folder.lastModel(), folder.metrics(), folder.confusion(), folder.perClass(),
        folder.predictions(), folder.misclassified(), folder.result(), folder.searchPlan(),
        folder.path / "search.csv"})
    if (fs::exists(fs::symlink_status(file)))
      throw Error(
          "The folder '%1' already contains '%2', which a training would overwrite. Choose another "
          "folder.",
          folder.path, file.filename());
}

RunFolder prepareRunFolder(const fs::path& path, bool resume) {
  RunFolder folder{path};
  std::error_code failure;
  fs::create_directories(path, failure);
  if (failure) throw Error("The run folder '%1' cannot be created: %2.", path, failure.message());
  if (!resume && RunFolder::isThere(folder.checkpoint()))
    throw Error(
        "The folder '%1' already contains a run. Choose another folder, or resume the run with "
        "--resume.",
        path);
  if (!resume) requireNothingToOverwrite(folder);
  if (resume && !RunFolder::isThere(folder.settings()))
    throw Error("The folder '%1' does not contain a run to resume.", path);
  return folder;
}

void requireSettingsOfRun(const RunFolder& folder, const nlohmann::json& settings) {
  // What runs of earlier versions lack, and did without.
  static const std::map<std::string, nlohmann::json> kAdded{
      {"labels_per_clip", "single"}, {"freeze", "none"},           {"backbone_rate", 1.0},
      {"keep_norms", false},         {"teacher_temperature", 2.0}, {"teacher_share", 0.7},
      {"teacher_versions", 12}};
  const auto before = nlohmann::json::parse(readFile(folder.settings()), nullptr, false);
  if (!before.is_object())
    throw Error("The settings of the run in '%1' cannot be read. Start a new run.", folder.path);
  for (const auto& [key, value] : settings.items()) {
    const auto added = kAdded.find(key);
    const nlohmann::json old =
        before.value(key, added == kAdded.end() ? nlohmann::json() : added->second);
    if (!mayDiffer(key) && old != value)
      throw Error(
          "The run in '%1' was started with another %2 (%3, now %4). Resume with the same "
          "settings, or start a new run.",
          folder.path, key, old.dump(), value.dump());
  }
}

void writeJsonFile(const fs::path& path, const nlohmann::json& json) {
  writeFileAtomically(path,
                      json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

nlohmann::json toJson(const std::vector<ClipPrediction>& clips) {
  nlohmann::json json = nlohmann::json::array();
  for (const ClipPrediction& clip : clips)
    json.push_back({{"file", clip.file},
                    {"label", clip.label},
                    {"prediction", clip.prediction},
                    {"score", clip.score},
                    {"label_score", clip.labelScore}});
  return json;
}

std::vector<ClipPrediction> predictionsFromJson(const nlohmann::json& json) {
  std::vector<ClipPrediction> clips;
  for (const auto& clip : json)
    clips.push_back({clip.at("file"), clip.at("label"), clip.at("prediction"), clip.at("score"),
                     clip.at("label_score")});
  return clips;
}

std::vector<ClipPrediction> misclassified(const std::vector<ClipPrediction>& clips) {
  std::vector<ClipPrediction> wrong;
  std::copy_if(clips.begin(), clips.end(), std::back_inserter(wrong),
               [](const ClipPrediction& clip) { return clip.prediction != clip.label; });
  return wrong;
}

std::vector<ClipPrediction> surestFirst(std::vector<ClipPrediction> clips) {
  std::stable_sort(clips.begin(), clips.end(), [](const auto& a, const auto& b) {
    return a.score - a.labelScore > b.score - b.labelScore;
  });
  return clips;
}

std::string metricsCsv(const nlohmann::json& epochs) {
  const bool multiLabel =
      !epochs.empty() && epochs.front().at("training").contains("mean_average_precision");
  const auto keys = multiLabel ? std::array{"loss", "mean_average_precision", "macro_f1"}
                               : std::array{"loss", "accuracy", "balanced_accuracy"};
  std::string csv = "epoch,learning_rate";
  for (const char* set : {"train_", "validation_"})
    for (const char* key : keys) csv += std::string(",") + set + key;
  csv += ",seconds,clips_per_second\n";
  for (const auto& record : epochs) {
    csv += cellOf(record.at("epoch")) + "," + cellOf(record.at("learning_rate"));
    for (const char* set : {"training", "validation"})
      for (const char* key : keys)
        csv += "," + (record.contains(set) ? cellOf(record.at(set).at(key)) : std::string());
    csv += "," + cellOf(record.at("seconds")) + "," + cellOf(record.at("clips_per_second")) + "\n";
  }
  return csv;
}

std::string confusionCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels) {
  std::ostringstream csv;
  if (matrix.nClasses() > kWidestMatrix) {
    csv << "label,prediction,clips\n";
    for (const auto& [cell, count] : matrix.cells())
      csv << csvField(labels[size_t(cell.first)]) << ',' << csvField(labels[size_t(cell.second)])
          << ',' << count << '\n';
    return csv.str();
  }
  csv << "label";
  for (const std::string& label : labels) csv << ',' << csvField(label);
  csv << '\n';
  for (int target = 0; target < matrix.nClasses(); ++target) {
    csv << csvField(labels[size_t(target)]);
    for (int prediction = 0; prediction < matrix.nClasses(); ++prediction)
      csv << ',' << matrix.count(target, prediction);
    csv << '\n';
  }
  return csv.str();
}

std::string perClassCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels) {
  std::string csv = "label,clips,precision,recall,f1\n";
  for (int label = 0; label < matrix.nClasses(); ++label)
    csv += csvField(labels[size_t(label)]) + ',' + std::to_string(matrix.targets(label)) + ',' +
           number(matrix.precision(label)) + ',' + number(matrix.recall(label)) + ',' +
           number(matrix.f1(label)) + '\n';
  return csv;
}

std::string labelFiguresCsv(const nlohmann::json& classes) {
  std::string csv = "label,clips,precision,recall,f1,average_precision,threshold\n";
  for (const nlohmann::json& its : classes) {
    csv += csvField(its.at("label").get<std::string>());
    for (const char* key :
         {"targets", "precision", "recall", "f1", "average_precision", "threshold"})
      csv += ',' + cellOf(its.at(key));
    csv += '\n';
  }
  return csv;
}

std::string predictionsCsv(const std::vector<ClipPrediction>& clips,
                           const std::vector<std::string>& labels) {
  std::string csv = "file,label,prediction,score,label_score\n";
  for (const ClipPrediction& clip : clips)
    csv += csvField(clip.file) + ',' + csvField(labels[size_t(clip.label)]) + ',' +
           csvField(labels[size_t(clip.prediction)]) + ',' + number(clip.score) + ',' +
           number(clip.labelScore) + '\n';
  return csv;
}

}  // namespace earwitness
