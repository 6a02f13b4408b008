#include "app/gui/model_files.h"

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
  for (const fs::path& folder : dataFolders()) {
    std::vector<fs::path> models;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder / "models", none))
      if (entry.path().extension() == ".pt") models.push_back(entry.path().lexically_normal());
    std::sort(models.begin(), models.end());
    if (!models.empty()) return models;
  }
  return {};
}

fs::path defaultModel(const std::vector<fs::path>& models) {
  const auto usual = std::find_if(models.begin(), models.end(), [](const fs::path& model) {
    return model.filename() == "earwitness.pt";
  });
  if (usual != models.end()) return *usual;
  return models.empty() ? fs::path() : models.front();
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
