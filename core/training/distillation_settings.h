// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// Learning from the answers of other models (Hinton, Vinyals and Dean 2015, "Distilling the
/// knowledge in a neural network").
struct Distillation {
  std::vector<std::filesystem::path> teachers;  ///< model files; empty: no distillation
  double temperature =
      2.0;             ///< divides the logits of teachers and network before they are compared
  double share = 0.7;  ///< of the teachers' answers in the loss, 0 to 1; labels have the rest
  int versions = 12;   ///< of each window; the first is the window as it is
  std::vector<std::filesystem::path> data;  ///< folders of clips without labels

  bool isOn() const { return !teachers.empty(); }
  /// Throws Error with one sentence on values out of range.
  void validate() const;
};

/// As the settings of a run have them.
std::vector<std::string> namesOf(const std::vector<std::filesystem::path>& paths);
/// The settings of a run that begin with "teacher"; those that are missing have their defaults, as
/// in runs of earlier versions. Throws nlohmann::json::exception.
Distillation distillationFromJson(const nlohmann::json& settings);

}  // namespace earwitness
