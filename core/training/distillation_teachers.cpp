// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/distillation_teachers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/data/clip_cutter.h"
#include "core/listening/pipeline.h"

namespace earwitness {
namespace {

constexpr double kLeastProbability = 1e-7;
constexpr size_t kMostNamed = 5;

/// Of each label its index in the model; -1 where it has none.
std::vector<int> indicesOf(const std::vector<std::string>& labels, const ModelDescription& model) {
  std::map<std::string, int> exact, alike;
  for (size_t i = 0; i < model.labels.size(); ++i) {
    exact.try_emplace(model.labels[i], int(i));
    alike.try_emplace(lookAlikeKey(model.labels[i]), int(i));
  }
  std::vector<int> indices;
  for (const std::string& label : labels) {
    if (const auto same = exact.find(label); same != exact.end())
      indices.push_back(same->second);
    else if (const auto other = alike.find(lookAlikeKey(label)); other != alike.end())
      indices.push_back(other->second);
    else
      indices.push_back(-1);
  }
  return indices;
}

bool knowsAny(const std::vector<int>& indices) {
  return std::any_of(indices.begin(), indices.end(), [](int index) { return index >= 0; });
}

double logit(double probability) {
  return std::log(probability) - std::log1p(-probability);
}

/// Divides the exponentials by their sum.
void softmax(std::vector<double>& logits) {
  const double highest = *std::max_element(logits.begin(), logits.end());
  double sum = 0.0;
  for (double& value : logits) sum += value = std::exp(value - highest);
  for (double& value : logits) value /= sum;
}

}  // namespace

DistillationTeachers::DistillationTeachers(const std::vector<std::filesystem::path>& models,
                                           std::vector<std::string> labels, Confinement confinement)
    : labels_(std::move(labels)),
      confinement_(std::move(confinement)),
      known_(labels_.size(), false) {
  for (const std::filesystem::path& model : models) {
    auto teacher = std::make_unique<Teacher>();
    teacher->model = model;
    teacher->description = readModelDescription(model);
    teacher->indexOf = indicesOf(labels_, teacher->description);
    if (!knowsAny(teacher->indexOf))
      throw Error(
          "The teacher '%1' knows none of the classes, such as '%2'. Choose a teacher whose labels "
          "include them, or rename the classes.",
          model, labels_.front());
    for (size_t label = 0; label < labels_.size(); ++label)
      if (teacher->indexOf[label] >= 0) known_[label] = true;
    teachers_.push_back(std::move(teacher));
  }
}

Message DistillationTeachers::warning() const {
  std::string list;
  size_t count = 0;
  for (size_t label = 0; label < labels_.size(); ++label) {
    if (known_[label]) continue;
    if (++count <= kMostNamed) list += (list.empty() ? "" : ", ") + inQuotes(labels_[label]);
  }
  if (count == 0) return {};
  const Message names = count <= kMostNamed ? Message::verbatim(list)
                                            : Message("%1 and %2 more", list, count - kMostNamed);
  return count == 1
             ? Message("No teacher knows %1, which is learned from its clips' labels alone.", names)
             : Message("No teacher knows %1, which are learned from their clips' labels alone.",
                       names);
}

nlohmann::json DistillationTeachers::summary() const {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& teacher : teachers_) {
    const ModelDescription& model = teacher->description;
    nlohmann::json entry = {
        {"name", model.name},
        {"fingerprint", model.fingerprint},
        {"labels", std::count_if(teacher->indexOf.begin(), teacher->indexOf.end(),
                                 [](int index) { return index >= 0; })}};
    if (model.card.contains("licence")) entry["licence"] = model.card.at("licence");
    list.push_back(entry);
  }
  return list;
}

void DistillationTeachers::open() {
  for (const auto& teacher : teachers_)
    if (!teacher->classifier) teacher->classifier = openClassifier(teacher->model, confinement_);
}

std::vector<float> DistillationTeachers::hear(size_t index, std::span<const float> samples,
                                              double sampleRate) {
  Teacher& teacher = *teachers_[index];
  const ModelDescription& model = teacher.description;
  std::vector<Window> windows;
  const auto take = [&windows](Window&& window) { windows.push_back(std::move(window)); };
  Pipeline pipeline(sampleRate, model.features, WindowPlan::of(model, model.windowSeconds),
                    Pipeline::Mode::Clip);
  pipeline.push(samples, {}, take);
  pipeline.finish({}, take);
  // As the feature cache cuts clips.
  if (windows.size() > 1 && windows.back().startSeconds - windows[windows.size() - 2].startSeconds <
                                ClipCutter::kLeastFreshShare * model.windowSeconds)
    windows.pop_back();
  std::vector<double> sums(model.labels.size(), 0.0);
  std::vector<float> scores(model.labels.size());
  for (const Window& window : windows) {
    {
      const std::lock_guard lock(teacher.mutex);
      teacher.classifier->classify(window.input(), scores);
    }
    for (size_t label = 0; label < sums.size(); ++label) sums[label] += scores[label];
  }
  for (size_t label = 0; label < sums.size(); ++label)
    scores[label] = float(sums[label] / double(windows.size()));
  return scores;
}

/// Of labels that the teacher does not know: 0.
std::vector<double> DistillationTeachers::answerOf(const Teacher& teacher,
                                                   std::span<const float> row, bool multiLabel,
                                                   double temperature) const {
  // A softmax has its logits but for a constant in the logarithms of its probabilities.
  const bool isSoftmax = teacher.description.output == ModelOutput::SingleLabelLogits;
  std::vector<double> logits;
  for (const int index : teacher.indexOf) {
    if (index < 0) continue;
    const double probability =
        std::clamp(double(row[size_t(index)]), kLeastProbability, 1.0 - kLeastProbability);
    logits.push_back((isSoftmax && !multiLabel ? std::log(probability) : logit(probability)) /
                     temperature);
  }
  if (multiLabel)
    for (double& value : logits) value = 1.0 / (1.0 + std::exp(-value));
  else
    softmax(logits);
  std::vector<double> answer(teacher.indexOf.size(), 0.0);
  for (size_t label = 0, next = 0; label < answer.size(); ++label)
    if (teacher.indexOf[label] >= 0) answer[label] = logits[next++];
  return answer;
}

std::vector<float> DistillationTeachers::answersTo(const std::vector<std::span<const float>>& rows,
                                                   bool multiLabel, double temperature) const {
  std::vector<double> sums(labels_.size(), 0.0);
  std::vector<int> counts(labels_.size(), 0);
  for (size_t i = 0; i < teachers_.size(); ++i) {
    const std::vector<double> answer = answerOf(*teachers_[i], rows[i], multiLabel, temperature);
    for (size_t label = 0; label < sums.size(); ++label) {
      if (teachers_[i]->indexOf[label] < 0) continue;
      sums[label] += answer[label];
      ++counts[label];
    }
  }
  for (size_t label = 0; label < sums.size(); ++label)
    if (counts[label] > 0) sums[label] /= counts[label];
  // Teachers that know different labels do not sum to 1 together.
  const double total = multiLabel ? 1.0 : std::accumulate(sums.begin(), sums.end(), 0.0);
  std::vector<float> answers;
  for (const double sum : sums) answers.push_back(float(sum / total));
  return answers;
}

}  // namespace earwitness
