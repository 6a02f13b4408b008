// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/model_files.h"

#include <QCoreApplication>
#include <algorithm>

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// Where the program's data may be: of an installation, then of the source tree.
std::vector<fs::path> dataFolders() {
  const fs::path program = QCoreApplication::applicationDirPath().toStdString();
  return {program / "../share/earwitness", fs::path(EARWITNESS_SOURCE_DIR)};
}

}  // namespace

std::vector<fs::path> bundledModels() {
  for (const fs::path& folder : dataFolders())
    if (std::vector<fs::path> models = modelsIn(folder / "models"); !models.empty()) return models;
  return {};
}

fs::path chooseModel(const fs::path& asked, const fs::path& usedLast,
                     const std::vector<fs::path>& bundled) {
  std::error_code none;
  if (!asked.empty()) return asked;
  if (!usedLast.empty() && fs::is_regular_file(usedLast, none)) return usedLast;
  const auto usual = std::find_if(bundled.begin(), bundled.end(), [](const fs::path& model) {
    return model.filename() == "earwitness.pt";
  });
  if (usual != bundled.end()) return *usual;
  return bundled.empty() ? fs::path() : bundled.front();
}

fs::path sampleSound() {
  for (const fs::path& folder : dataFolders())
    for (const char* place : {"samples/sample.flac", "resources/samples/sample.flac"}) {
      std::error_code none;
      if (fs::is_regular_file(folder / place, none)) return (folder / place).lexically_normal();
    }
  return {};
}

}  // namespace earwitness::gui
