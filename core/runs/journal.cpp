// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/journal.h"

#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

nlohmann::json stamped(const std::string& event, nlohmann::json details) {
  details["event"] = event;
  details["version"] = Journal::kVersion;
  details["time"] = utcNow();
  return details;
}

bool endsInsideLine(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file || file.tellg() == std::streampos(0)) return false;
  file.seekg(-1, std::ios::end);
  return file.get() != '\n';
}

}  // namespace

std::string utcNow() {
  return utcText(utcMsNow());
}

Journal::Journal(const std::filesystem::path& path, bool append, Listener listener)
    : path_(path), listener_(std::move(listener)) {
  const bool torn = append && endsInsideLine(path);
  file_.open(path, std::ios::binary | (append ? std::ios::app : std::ios::trunc));
  if (!file_) throw Error("The run's journal '%1' cannot be written.", path);
  if (torn) file_ << '\n';
}

void Journal::write(const std::string& event, nlohmann::json details) {
  const nlohmann::json line = stamped(event, std::move(details));
  // A file's name need not be UTF-8.
  file_ << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n'
        << std::flush;
  if (!file_)
    throw WriteError("The run's journal '%1' cannot be written: is the disk full?", path_);
  if (listener_) listener_(line);
}

}  // namespace earwitness
