// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/byte_lock.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivateFile = 0600;
constexpr mode_t kPrivateFolder = 0700;

/// The end of a file; nothing, with errno, if it cannot be read.
std::optional<std::string> endOf(const fs::path& path, size_t mostBytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  struct stat info {};
  if (!file || ::fstat(file.get(), &info) != 0) return std::nullopt;
  std::string text(std::min(size_t(std::max<off_t>(0, info.st_size)), mostBytes), '\0');
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t count = ::pread(file.get(), text.data() + done, text.size() - done,
                                  info.st_size - off_t(text.size() - done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    done += size_t(count);
  }
  text.resize(done);
  return text;
}

}  // namespace

LogFile::LogFile(fs::path path, int64_t mostBytes, int mostFiles)
    : path_(std::move(path)), mostBytes_(mostBytes), mostFiles_(mostFiles) {}

bool LogFile::append(std::string_view line) {
  if (!isCurrent()) open();
  if (!file_) return false;
  if (size() + int64_t(line.size()) > mostBytes_ && size() > 0 && !rotate()) return false;
  std::string afterTear;
  if (isTorn_) {
    afterTear = '\n' + std::string(line);
    line = afterTear;
  }
  ssize_t count = 0;
  do count = ::write(file_.get(), line.data(), line.size());
  while (count < 0 && errno == EINTR);
  if (count > 0) isTorn_ = count < ssize_t(line.size());
  return count == ssize_t(line.size());
}

/// False if there is no file, or another process has renamed or somebody has deleted it.
bool LogFile::isCurrent() const {
  struct stat ours {};
  struct stat named {};
  return file_ && ::fstat(file_.get(), &ours) == 0 && ::stat(path_.c_str(), &named) == 0 &&
         ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

void LogFile::open() {
  const auto tryIt = [this] {
    // Not blocking: it could be a pipe that nobody reads.
    file_ = Descriptor(::open(path_.c_str(),
                              O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
                              kPrivateFile));
  };
  isTorn_ = false;
  tryIt();
  if (!file_ && errno == ENOENT) {
    std::error_code ignored;
    fs::create_directories(path_.parent_path().parent_path(), ignored);
    ::mkdir(path_.parent_path().c_str(), kPrivateFolder);
    tryIt();
  }
  struct stat info {};
  if (file_ && ::fstat(file_.get(), &info) == 0 && S_ISREG(info.st_mode) &&
      (info.st_mode & 07777U) != kPrivateFile)
    ::fchmod(file_.get(), kPrivateFile);
}

/// Bytes; 0 of a device.
int64_t LogFile::size() const {
  struct stat info {};
  return ::fstat(file_.get(), &info) == 0 && S_ISREG(info.st_mode) ? int64_t(info.st_size) : 0;
}

fs::path LogFile::numbered(int number) const {
  fs::path path = path_;
  if (number > 0) path.concat(".").concat(std::to_string(number));
  return path;
}

/// True if there is room for a line now.
bool LogFile::rotate() {
  struct flock lock = byteLock(F_WRLCK, 0);
  // Another process renames it now; until then this one is a line longer. A file system without
  // locks may lose old lines here when two processes rename at once.
  if (::fcntl(file_.get(), F_OFD_SETLK, &lock) != 0 && (errno == EAGAIN || errno == EACCES))
    return true;
  if (isCurrent())
    for (int number = mostFiles_ - 1; number > 0; --number)
      if (std::rename(numbered(number - 1).c_str(), numbered(number).c_str()) != 0 && number == 1)
        return false;
  open();  // which lets go of the lock
  return bool(file_);
}

std::string logTail(const fs::path& file, size_t mostBytes) {
  const std::optional<std::string> newest = endOf(file, mostBytes);
  const int reason = errno;
  if (!newest && reason != ENOENT)
    throw Error("The log '%1' cannot be read: %2.", file, std::generic_category().message(reason));
  std::string text = newest.value_or("");
  if (text.size() < mostBytes)
    text.insert(0, endOf(file.string() + ".1", mostBytes - text.size()).value_or(""));
  if (text.size() < mostBytes) return text;
  // The first line is probably cut.
  const size_t firstEnd = text.find('\n');
  return firstEnd == std::string::npos ? text : text.substr(firstEnd + 1);
}

}  // namespace earwitness
