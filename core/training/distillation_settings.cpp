// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/distillation_settings.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kMostVersions = 1000;

std::vector<fs::path> pathsIn(const nlohmann::json& settings, const char* key) {
  std::vector<fs::path> paths;
  for (const auto& name : settings.value(key, std::vector<std::string>())) paths.emplace_back(name);
  return paths;
}

}  // namespace

void Distillation::validate() const {
  if (!(temperature > 0.0 && temperature <= 100.0))
    throw Error("The teacher temperature must be above 0 and at most 100.");
  if (!(share >= 0.0 && share <= 1.0))
    throw Error("The share of the teacher's answers must be between 0 and 1.");
  if (versions < 1 || versions > kMostVersions)
    throw Error("The number of versions of a clip must be between 1 and 1000.");
  if (!data.empty() && teachers.empty())
    throw Error("Clips without labels need a teacher. Choose one under Teachers (--teacher).");
}

std::vector<std::string> namesOf(const std::vector<fs::path>& paths) {
  std::vector<std::string> names;
  for (const fs::path& path : paths) names.push_back(path.string());
  return names;
}

Distillation distillationFromJson(const nlohmann::json& settings) {
  Distillation result;
  result.teachers = pathsIn(settings, "teachers");
  result.temperature = settings.value("teacher_temperature", result.temperature);
  result.share = settings.value("teacher_share", result.share);
  result.versions = settings.value("teacher_versions", result.versions);
  result.data = pathsIn(settings, "teacher_data");
  return result;
}

}  // namespace earwitness
