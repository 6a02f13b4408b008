// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/user_folders.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include <pwd.h>
#include <unistd.h>

#include "core/base/error.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

fs::path homeFolder() {
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') return home;
  if (const passwd* user = getpwuid(getuid()); user != nullptr && *user->pw_dir != '\0')
    return user->pw_dir;
  throw Error("Your home folder is not known. Set HOME and start Earwitness again.");
}

/// Empty if it is not set. The specification says that a relative path is ignored.
fs::path folderIn(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && fs::path(value).is_absolute() ? value : fs::path();
}

fs::path baseFolder(const char* variable, const char* underHome) {
  const fs::path folder = folderIn(variable);
  return folder.empty() ? homeFolder() / underHome : folder;
}

}  // namespace

fs::path configFolder() {
  return baseFolder("XDG_CONFIG_HOME", ".config") / "earwitness";
}

fs::path stateFolder() {
  return baseFolder("XDG_STATE_HOME", ".local/state") / "earwitness";
}

fs::path dataFolder() {
  return baseFolder("XDG_DATA_HOME", ".local/share") / "earwitness";
}

fs::path cacheFolder() {
  return baseFolder("XDG_CACHE_HOME", ".cache") / "earwitness";
}

fs::path musicFolder() {
  std::ifstream file(baseFolder("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs");
  constexpr std::string_view kKey = "XDG_MUSIC_DIR=\"";
  constexpr std::string_view kHome = "$HOME";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kKey) || !line.ends_with('"') || line.size() <= kKey.size() + 1) continue;
    const std::string value = line.substr(kKey.size(), line.size() - kKey.size() - 1);
    if (value == kHome || value.starts_with(std::string(kHome) + "/"))
      return homeFolder() / fs::path(value.substr(kHome.size())).relative_path();
    if (fs::path(value).is_absolute()) return value;
  }
  return homeFolder() / "Music";
}

fs::path runtimeFolder() {
  return folderIn("XDG_RUNTIME_DIR");
}

}  // namespace earwitness
