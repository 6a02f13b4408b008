// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/own_models.h"

#include <algorithm>
#include <cctype>
#include <system_error>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

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

/// Creates it. Throws Error.
fs::path createdFolder() {
  fs::path folder = ownModelsFolder();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error("The folder '%1' for models cannot be created: %2.", folder, error.message());
  return folder;
}

}  // namespace

fs::path ownModelsFolder() {
  return dataFolder() / "models";
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

std::vector<fs::path> ownModels() {
  return modelsIn(ownModelsFolder());
}

fs::path freeOwnModelFile(const std::string& name) {
  const fs::path folder = createdFolder();
  const std::string stem = fileStem(name);
  std::error_code none;
  fs::path file = folder / (stem + ".pt");
  for (int copy = 2; fs::exists(file, none); ++copy)
    file = folder / (stem + "-" + std::to_string(copy) + ".pt");
  return file;
}

fs::path addOwnModel(const std::string& name, std::string_view archive) {
  return writeNewFile(createdFolder(), fileStem(name), ".pt", archive);
}

}  // namespace earwitness
