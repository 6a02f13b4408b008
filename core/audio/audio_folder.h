// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earwitness {

/// A file that was found, and its size on the disk; 0 bytes when that is not known.
struct FoundSound {
  std::filesystem::path path;
  int64_t bytes = 0;
};

/// A folder that could not be searched, or not to its end.
struct UnreadableFolder {
  std::filesystem::path path;
  std::string reason;  ///< "Permission denied"
};

struct FoundSounds {
  std::vector<FoundSound> files;  ///< sorted by their paths
  std::vector<FoundSound> other;  ///< sound by their names, of kinds that are not read; sorted
  std::vector<UnreadableFolder> unreadable;
};

/// How far a search is, for whoever watches it. Thread: any.
struct SoundSearch {
  std::atomic<int> found{0};
  std::function<bool()> isCancelled = {};  ///< asked at each file; what was found then is returned
};

/// All audio files in a folder and below it, by their names; `folder` may be a link. Hidden files
/// and folders (with them the "._" files of macOS) and "__MACOSX" are left out, links to folders
/// are not followed. A link to a file that is gone is found, so that its loss is noticed. Reads
/// folders. Thread: worker.
FoundSounds soundsBelow(const std::filesystem::path& folder, SoundSearch& search);

/// True when the file's name ends in something that is sound, but not of a kind that
/// AudioFileReader reads. Looks at nothing else.
bool looksLikeOtherSound(const std::filesystem::path& path);

/// Tells names of the same file from others: "a.wav", "./a.wav", and links to it. Thread: one at a
/// time.
class SameFiles {
 public:
  /// The name under which this file was added before; no value when it is new, or is not there.
  std::optional<std::filesystem::path> add(const std::filesystem::path& path);

 private:
  std::map<std::pair<uint64_t, uint64_t>, std::filesystem::path> known_;  ///< by device and number
};

}  // namespace earwitness
