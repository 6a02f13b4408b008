// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/recording_quota.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "core/audio/audio_writer.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/monitoring/clip_names.h"

namespace earwitness {

namespace fs = std::filesystem;

RecordingQuota::RecordingQuota(fs::path folder, int64_t quotaBytes, int minimumPerClass)
    : folder_(std::move(folder)), quotaBytes_(quotaBytes), minimumPerClass_(minimumPerClass) {
  scan();
}

void RecordingQuota::add(const fs::path& file) {
  insert(file);
}

void RecordingQuota::keepQuota(int64_t openBytes) {
  problem_ = {};
  if (quotaBytes_ <= 0) return;
  while (usedBytes_ + openBytes > quotaBytes_) {
    const auto oldest = oldestRemovable();
    if (oldest == files_.end() || !remove(oldest)) return;
  }
}

void RecordingQuota::scan() {
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->symlink_status(error).type() == fs::file_type::directory) scanClass(entry->path());
}

void RecordingQuota::scanClass(const fs::path& folder) {
  std::vector<fs::path> leftovers;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->symlink_status(error).type() != fs::file_type::regular) continue;
    const auto target = AudioFileWriter::targetOf(entry->path());
    if (target && parseClipPath(*target))
      leftovers.push_back(entry->path());
    else
      insert(entry->path());
  }
  for (const fs::path& leftover : leftovers) {
    try {
      if (const auto recovered = recoverAudioFile(leftover)) insert(*recovered);
    } catch (const std::exception&) {  // it stays, for the next start
    }
  }
}

bool RecordingQuota::insert(const fs::path& file) {
  const std::optional<ClipName> name = parseClipPath(file);
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (!name || error) return false;
  File added{.path = file, .name = name->name, .time = name->time, .bytes = int64_t(bytes)};
  const auto later = [](const File& a, const File& b) { return a.time < b.time; };
  usedBytes_ += added.bytes;
  files_.insert(std::upper_bound(files_.begin(), files_.end(), added, later), std::move(added));
  return true;
}

std::vector<RecordingQuota::File>::iterator RecordingQuota::oldestRemovable() {
  std::map<std::string, int> counts;
  for (const File& file : files_) ++counts[file.name];
  return std::find_if(files_.begin(), files_.end(), [&](const File& file) {
    return file.name == kContinuousFolder || counts[file.name] > minimumPerClass_;
  });
}

bool RecordingQuota::remove(std::vector<File>::iterator file) {
  std::error_code error;
  fs::remove(file->path, error);  // one that has gone already is no error
  if (error) {
    problem_ = Message(
        "The old recording '%1' cannot be removed: %2. Recordings use more disk space than the "
        "limit allows.",
        file->path, error.message());
    return false;
  }
  usedBytes_ -= file->bytes;
  files_.erase(file);
  return true;
}

}  // namespace earwitness
