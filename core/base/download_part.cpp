// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/download_part.h"

#include <cerrno>
#include <exception>
#include <system_error>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/base/error.h"
#include "core/base/sha256.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr size_t kHashBlockBytes = 1 << 20;

}  // namespace

PartState readPartState(const fs::path& target) {
  try {
    const auto json = nlohmann::json::parse(readFile(stateOf(target)));
    return {json.at("address"), json.at("validator"), json.at("total")};
  } catch (const std::exception&) {
    return {};  // missing or damaged: the download starts again
  }
}

void writePartState(const fs::path& target, const PartState& state) {
  const nlohmann::json json = {
      {"address", state.address}, {"validator", state.validator}, {"total", state.total}};
  writeFileAtomically(stateOf(target), json.dump(2) + "\n");
}

DownloadPart::DownloadPart(const fs::path& target)
    : path_(partOf(target)),
      statePath_(stateOf(target)),
      file_(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)) {
  if (!file_) fail(errno);
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    throw DownloadFailure{Message("another Earwitness is downloading it"),
                          Message("Wait until it has finished.")};
  struct stat info {};
  if (::fstat(file_.get(), &info) != 0) fail(errno);
  if (info.st_nlink == 0) fail(ENOENT);  // the other one removed it in between
  size_ = uint64_t(info.st_size);
}

DownloadPart::~DownloadPart() {
  if (size_ > 0 || !file_) return;
  ::unlink(path_.c_str());
  ::unlink(statePath_.c_str());
}

void DownloadPart::clear() {
  if (::ftruncate(file_.get(), 0) != 0) fail(errno);
  size_ = 0;
}

void DownloadPart::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(file_.get(), bytes.data(), bytes.size(), off_t(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    size_ += uint64_t(count);
    bytes.remove_prefix(size_t(count));
  }
}

void DownloadPart::requireSpace(uint64_t bytes) const {
  struct statvfs disk {};
  if (::fstatvfs(file_.get(), &disk) != 0) return;
  const uint64_t free = uint64_t(disk.f_bavail) * disk.f_frsize;
  if (free < bytes)
    throw DownloadFailure{Message("it needs %1 of disk space, but the disk of '%2' has %3 left",
                                  bytesMessage(bytes), path_.parent_path(), bytesMessage(free)),
                          Message("Free some space and try again.")};
}

std::string DownloadPart::digest(const StopSignal& stop) const {
  Sha256 hash;
  std::string block(kHashBlockBytes, '\0');
  for (uint64_t at = 0; at < size_;) {
    if (stop.requested()) throw Stopped();
    const ssize_t count = ::pread(file_.get(), block.data(), block.size(), off_t(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    if (count == 0) break;  // somebody cut it: the digest will differ
    hash.add({block.data(), size_t(count)});
    at += uint64_t(count);
  }
  return hash.digest();
}

void DownloadPart::moveTo(const fs::path& target) {
  if (::fsync(file_.get()) != 0 || ::rename(path_.c_str(), target.c_str()) != 0) fail(errno);
  ::unlink(statePath_.c_str());
  file_.close();
}

void DownloadPart::fail(int error) const {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG)
    throw DownloadFailure{Message("the disk of '%1' is full", path_.parent_path()),
                          Message("Free some space and try again.")};
  throw DownloadFailure{
      Message("'%1' cannot be written: %2", path_, std::generic_category().message(error)),
      Message("Check the permissions of the folder and try again.")};
}

}  // namespace earwitness
