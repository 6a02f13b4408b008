// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/output_target.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr int kMostLinks = 40;  // as the kernel has it

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// The number of a link in a process's folder of open descriptors; no value for other links, whose
/// text says where they lead.
std::optional<int> descriptorNumber(const fs::path& link) {
  struct statfs system {};
  if (::statfs(folderOf(link).c_str(), &system) != 0 || system.f_type != PROC_SUPER_MAGIC)
    return std::nullopt;
  const std::string name = link.filename().string();
  int number = -1;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
  return number;
}

/// Whether a link lies in this process's own folder of descriptors, "/proc/1234/fd" or
/// "/proc/1234/task/5678/fd".
bool isOwn(const fs::path& link) {
  std::error_code error;
  const fs::path folder = fs::canonical(folderOf(link), error);
  const fs::path own = fs::canonical("/proc/self", error);
  return !error && folder.filename() == "fd" &&
         std::mismatch(own.begin(), own.end(), folder.begin(), folder.end()).first == own.end();
}

[[noreturn]] void failToWrite(const Message& shownName, int errorNumber) {
  if (errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG)
    throw WriteError("%1 was not saved because the disk is full. Free some space and try again.",
                     shownName);
  if (errorNumber == EPIPE)
    throw WriteError("%1 was not written: the reader has closed it.", shownName);
  throw WriteError("%1 cannot be written: %2.", shownName,
                   std::generic_category().message(errorNumber));
}

}  // namespace

void failToWrite(const fs::path& path, int errorNumber) {
  failToWrite(Message("'%1'", path), errorNumber);
}

OutputTarget::OutputTarget(const fs::path& path_) : asked(path_), path(path_) {
  if (path.filename().empty() || path.filename() == "." || path.filename() == "..")
    throw WriteError("%1 cannot be written: it is not the name of a file.", shownName());
  struct stat info {};
  for (int links = 0; ::lstat(path.c_str(), &info) == 0 && S_ISLNK(info.st_mode); ++links) {
    if (links == kMostLinks) fail(ELOOP);
    if (const auto number = descriptorNumber(path)) {
      if (isOwn(path)) {
        kind = Kind::Open;
        descriptor = *number;
        return;
      }
      if (::stat(path.c_str(), &info) != 0) fail(errno);
      // Another process's file: to its end, since nothing of it may be lost.
      kind = Kind::Stream;
      break;
    }
    std::error_code error;
    const fs::path next = fs::read_symlink(path, error);
    if (error) fail(error.value());
    path = next.is_absolute() ? next : folderOf(path) / next;
  }
  if (::stat(path.c_str(), &info) != 0) {
    if (errno != ENOENT) fail(errno);
    return;
  }
  exists = true;
  if (S_ISDIR(info.st_mode)) fail(EISDIR);
  if (S_ISBLK(info.st_mode))
    throw WriteError("%1 cannot be written: it is a disk, and would be overwritten.", shownName());
  if (S_ISSOCK(info.st_mode))
    throw WriteError("%1 cannot be written: it is a socket.", shownName());
  if (!S_ISREG(info.st_mode)) kind = Kind::Stream;
}

Message OutputTarget::shownName() const {
  return descriptor == STDOUT_FILENO ? Message("Standard output") : Message("'%1'", asked);
}

void OutputTarget::fail(int errorNumber) const {
  failToWrite(shownName(), errorNumber);
}

void OutputTarget::requireWritable() const {
  if (kind == Kind::Open) {
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags < 0) fail(errno);
    if ((flags & O_ACCMODE) == O_RDONLY) fail(EBADF);
    return;
  }
  if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) fail(errno);
}

Descriptor OutputTarget::openStream() const {
  requireWritable();
  // A copy has the position of the original: what is there already stays.
  const auto open = [this] {
    return kind == Kind::Open ? ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
                              : ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
  };
  Descriptor stream(open());
  if (!stream) fail(errno);
  return stream;
}

}  // namespace earwitness
