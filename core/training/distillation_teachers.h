// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"
#include "core/inference/open_model.h"

namespace earwitness {

/// The models whose answers a network learns, and which of the run's labels they know.
class DistillationTeachers {
 public:
  /// Reads the descriptions; no model runs before open(). A label is known under the same name, or
  /// under one that looks alike. Throws Error with one sentence for a file that is not a model and
  /// for a teacher that knows none of `labels`.
  DistillationTeachers(const std::vector<std::filesystem::path>& models,
                       std::vector<std::string> labels, Confinement confinement);

  size_t count() const { return teachers_.size(); }
  const ModelDescription& description(size_t teacher) const {
    return teachers_[teacher]->description;
  }
  /// Of each of the run's labels, whether a teacher knows it.
  const std::vector<bool>& known() const { return known_; }
  /// A sentence about the labels that no teacher knows; empty where there are none.
  Message warning() const;
  /// {name, fingerprint, labels (how many are known), licence (if the card has one)} of each.
  nlohmann::json summary() const;

  /// Starts the models. Throws Error as openClassifier() does. Thread: main.
  void open();
  /// Probabilities of all labels of a teacher for a sound (mono, at `sampleRate` Hz): the mean over
  /// its windows. Thread: any.
  std::vector<float> hear(size_t teacher, std::span<const float> samples, double sampleRate);

  /// Probabilities of each teacher, as hear() returns them -> the answer for the run's labels
  /// (nLabels): the mean over the teachers that know a label, 0 where none does. The logits are
  /// divided by `temperature`. For one label per clip the known labels sum to 1; for several, each
  /// is a probability of its own.
  std::vector<float> answersTo(const std::vector<std::span<const float>>& rows, bool multiLabel,
                               double temperature) const;

 private:
  struct Teacher {
    std::filesystem::path model;
    ModelDescription description;
    std::vector<int> indexOf;  ///< of each of the run's labels: its own index, or -1
    std::unique_ptr<Classifier> classifier;
    std::mutex mutex;  ///< of the classifier
  };

  std::vector<double> answerOf(const Teacher& teacher, std::span<const float> row, bool multiLabel,
                               double temperature) const;

  std::vector<std::string> labels_;
  Confinement confinement_;
  std::vector<std::unique_ptr<Teacher>> teachers_;
  std::vector<bool> known_;
};

}  // namespace earwitness
