// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/retry_pause.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <system_error>
#include <vector>

#include <sys/stat.h>

#include "core/base/user_folders.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

/// A file that is made again has another number or time.
std::string identityOf(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return "-;";
  std::ostringstream text;
  text << info.st_dev << ' ' << info.st_ino << ' ' << info.st_ctim.tv_sec << ' '
       << info.st_ctim.tv_nsec << ';';
  return text.str();
}

/// The paths in "unix:/run/a {machine}unix:/run/b tcp:host".
std::vector<fs::path> socketsIn(const std::string& servers) {
  std::vector<fs::path> paths;
  std::istringstream words(servers);
  for (std::string word; words >> word;)
    if (const size_t slash = word.find('/'); slash != std::string::npos)
      paths.emplace_back(word.substr(slash));
  return paths;
}

bool isJackSocket(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("jack") && name != "jack-shm-registry";
}

/// Sorted, so that the order of the directory does not matter.
std::vector<fs::path> entriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    entries.push_back(entry->path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

void RetryPause::noteMissing(const std::string& traces, Clock::time_point now) {
  const bool again = traces == traces_ && pause_.count() > 0;
  pause_ = again ? std::min(kLongest, 2 * pause_) : kShortest;
  traces_ = traces;
  next_ = now + pause_;
}

std::string traceOfSoundServers() {
  std::vector<fs::path> sockets = socketsIn(environment("PULSE_SERVER"));
  if (const std::string folder = environment("PULSE_RUNTIME_PATH"); !folder.empty())
    sockets.push_back(fs::path(folder) / "native");
  if (const fs::path folder = runtimeFolder(); !folder.empty())
    sockets.push_back(folder / "pulse" / "native");
  sockets.emplace_back("/var/run/pulse/native");
  std::string trace;
  for (const fs::path& socket : sockets) trace += identityOf(socket);
  return trace;
}

std::string traceOfSoundDevices() {
  std::string trace;
  for (const fs::path& node : entriesOf("/dev/snd"))
    trace += node.string() + ' ' + identityOf(node);
  for (const fs::path& file : entriesOf("/dev/shm"))
    if (isJackSocket(file)) trace += file.string() + ';';
  return trace;
}

bool jackMayRun() {
  const std::vector<fs::path> files = entriesOf("/dev/shm");
  return std::any_of(files.begin(), files.end(), isJackSocket);
}

}  // namespace earwitness
