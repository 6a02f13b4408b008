#include "app/gui/model_files.h"

#include <QCoreApplication>
#include <algorithm>
#include <cctype>

#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// Where the program's data may be: of an installation, then of the source tree.
std::vector<fs::path> dataFolders() {
  const fs::path program = QCoreApplication::applicationDirPath().toStdString();
  return {program / "../share/earwitness", fs::path(EARWITNESS_SOURCE_DIR)};
}

std::vector<fs::path> modelsIn(const fs::path& folder) {
  std::vector<fs::path> models;
  std::error_code none;
  for (fs::directory_iterator entry(folder, none), end; !none && entry != end;
       entry.increment(none))
    if (entry->path().extension() == ".pt") models.push_back(entry->path().lexically_normal());
  std::sort(models.begin(), models.end());
  return models;
}

/// The name as part of a file's: letters, digits and a few signs, not too long.
std::string fileStem(const std::string& name) {
  constexpr size_t kMostBytes = 60;
  std::string stem;
  for (const char c : name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c < 0;
    if (plain)
      stem += c;
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
  }
  stem = cutToBytes(stem, kMostBytes);
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  return stem.empty() ? "model" : stem;
}

}  // namespace

std::vector<fs::path> bundledModels() {
  for (const fs::path& folder : dataFolders())
    if (std::vector<fs::path> models = modelsIn(folder / "models"); !models.empty()) return models;
  return {};
}

fs::path ownModelsFolder() {
  return dataFolder() / "models";
}

std::vector<fs::path> ownModels() {
  return modelsIn(ownModelsFolder());
}

fs::path freeOwnModelFile(const std::string& name) {
  const fs::path folder = ownModelsFolder();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error("The folder " + inQuotes(folder.string()) +
                " for models cannot be made: " + error.message() + ".");
  const std::string stem = fileStem(name);
  fs::path file = folder / (stem + ".pt");
  for (int copy = 2; fs::exists(file, error); ++copy)
    file = folder / (stem + "-" + std::to_string(copy) + ".pt");
  return file;
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
