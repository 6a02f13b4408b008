// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_index.h"

#include <cmath>
#include <cstring>

#include <sys/stat.h>

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

// File: magic, hash of the rest, entries: four numbers, content hash or zeros, path.
constexpr std::string_view kMagic = "EWFILES1";
constexpr size_t kHashChars = 32;

struct FixedPart {
  int64_t bytes = 0;
  int64_t changedNs = 0;
  double seconds = 0.0;
  uint64_t pathBytes = 0;
  char contentHash[kHashChars] = {};
};

std::string absoluteName(const fs::path& path) {
  std::error_code failure;
  const fs::path absolute = fs::absolute(path, failure);
  return (failure ? path : absolute).lexically_normal().string();
}

}  // namespace

FileIndex::FileIndex(const fs::path& cacheFolder, const fs::path& root)
    : path_(cacheFolder / "files" / (hashOfText(absoluteName(root)) + ".index")) {
  try {
    if (fs::exists(path_) && !parse(readFile(path_))) entries_.clear();
  } catch (const std::exception&) {
    entries_.clear();  // computed anew
  }
}

bool FileIndex::parse(std::string_view bytes) {
  if (bytes.size() < kMagic.size() + kHashChars || !bytes.starts_with(kMagic)) return false;
  const std::string_view hash = bytes.substr(kMagic.size(), kHashChars);
  bytes.remove_prefix(kMagic.size() + kHashChars);
  if (hashOfText(bytes) != hash) return false;
  while (!bytes.empty()) {
    FixedPart fixed;
    if (bytes.size() < sizeof fixed) return false;
    std::memcpy(&fixed, bytes.data(), sizeof fixed);
    bytes.remove_prefix(sizeof fixed);
    if (fixed.pathBytes > bytes.size()) return false;
    Entry& entry = entries_[std::string(bytes.substr(0, fixed.pathBytes))];
    entry = {fixed.bytes, fixed.changedNs, fixed.seconds, ""};
    if (fixed.contentHash[0] != '\0') entry.contentHash.assign(fixed.contentHash, kHashChars);
    bytes.remove_prefix(fixed.pathBytes);
  }
  return true;
}

FileIndex::Entry* FileIndex::find(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return nullptr;
  Entry& entry = entries_[absoluteName(file)];
  const int64_t changedNs = int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
  if (entry.bytes != status.st_size || entry.changedNs != changedNs)
    entry = {status.st_size, changedNs, -1.0, ""};
  return &entry;
}

std::string FileIndex::serialised() const {
  std::string body;
  for (const auto& [path, entry] : entries_) {
    FixedPart fixed{entry.bytes, entry.changedNs, entry.seconds, path.size(), {}};
    if (entry.contentHash.size() == kHashChars)
      std::memcpy(fixed.contentHash, entry.contentHash.data(), kHashChars);
    body.append(reinterpret_cast<const char*>(&fixed), sizeof fixed);
    body += path;
  }
  return std::string(kMagic) + hashOfText(body) + body;
}

void FileIndex::save() {
  if (!changed_) return;
  try {
    fs::create_directories(path_.parent_path());
    writeFileAtomically(path_, serialised());
    changed_ = false;
  } catch (const std::exception&) {
    // The next run reads the files once more.
  }
}

}  // namespace earwitness
