// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_tables.h"

#include <array>
#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr int kWidestMatrix = 500;

std::string number(double value) {
  return std::isfinite(value) ? nlohmann::json(value).dump() : std::string();
}

/// A number of JSON in a table; empty where it is unknown.
std::string cellOf(const nlohmann::json& value) {
  return value.is_null() ? std::string() : value.dump();
}

}  // namespace

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
