// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/output_target.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

std::string reasonOf(int errorNumber) {
  return std::generic_category().message(errorNumber);
}

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// A new, empty file with a short name in a folder; removed again unless it was renamed.
class TemporaryFile {
 public:
  /// Next to the target, with the owner and the permissions of the file that is there.
  explicit TemporaryFile(const OutputTarget& target) : TemporaryFile(folderOf(target.path)) {
    if (error_ != 0) return;
    struct stat old {};
    if (!target.exists || ::stat(target.path.c_str(), &old) != 0) return;
    // Best effort. The permissions come last, since a change of the owner takes some away.
    if (::fchown(descriptor_.get(), old.st_uid, old.st_gid) != 0 &&
        ::fchown(descriptor_.get(), uid_t(-1), old.st_gid) != 0)
      errno = 0;
    if (::fchmod(descriptor_.get(), old.st_mode & 07777) != 0) errno = 0;
  }
  explicit TemporaryFile(const fs::path& folder) {
    constexpr int kAttempts = 100;
    static std::atomic<unsigned> counter{0};
    for (int attempt = 0; attempt < kAttempts && !descriptor_; ++attempt) {
      path_ = folder / (".earwitness-" + std::to_string(::getpid()) + "-" +
                        std::to_string(counter.fetch_add(1)) + ".tmp");
      descriptor_ = Descriptor(
          ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
      error_ = descriptor_ ? 0 : errno;
      if (error_ != EEXIST && error_ != 0) break;
    }
    if (!descriptor_) path_.clear();
  }
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int error() const { return error_; }  ///< 0 unless it could not be made
  const fs::path& path() const { return path_; }
  Descriptor& descriptor() { return descriptor_; }
  void keep() { path_.clear(); }

 private:
  fs::path path_;
  Descriptor descriptor_;
  int error_ = 0;
};

/// Waits for whoever reads a descriptor that does not block, as one may be that we were given.
bool writeAll(int descriptor, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t written = ::write(descriptor, contents.data(), contents.size());
    if (written >= 0) {
      contents.remove_prefix(size_t(written));
    } else if (errno == EAGAIN) {
      pollfd stream{.fd = descriptor, .events = POLLOUT, .revents = 0};
      ::poll(&stream, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

/// While it lives, a pipe whose reader leaves is an error like any other, not the end of the
/// program. Thread: its own.
class PipeGuard {
 public:
  PipeGuard() {
    sigemptyset(&signal_);
    sigaddset(&signal_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    wasPending_ = sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &signal_, &before_);
  }
  ~PipeGuard() {
    const int error = errno;
    const timespec none{};
    while (!wasPending_ && ::sigtimedwait(&signal_, nullptr, &none) < 0 && errno == EINTR) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = error;
  }
  PipeGuard(const PipeGuard&) = delete;
  PipeGuard& operator=(const PipeGuard&) = delete;

 private:
  sigset_t signal_{};
  sigset_t before_{};
  bool wasPending_ = false;
};

void writeToStream(const OutputTarget& target, std::string_view contents) {
  const PipeGuard guard;
  if (target.descriptor == STDOUT_FILENO) std::fflush(stdout);  // what was printed comes first
  Descriptor stream = target.openStream();
  if (!writeAll(stream.get(), contents) || stream.close() != 0) target.fail(errno);
}

/// Makes the rename itself durable. Some file systems cannot sync a directory: no harm is done
/// then.
void syncFolder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor) ::fsync(descriptor.get());
}

void syncFile(const fs::path& file, const OutputTarget& target) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor || ::fsync(descriptor.get()) != 0) target.fail(errno);
}

/// Another user's file in a folder like /tmp, and a file that another one is mounted on, can be
/// written but not replaced.
bool isPinned(const OutputTarget& target) {
  struct stat file {
  }, folder{};
  if (::stat(target.path.c_str(), &file) != 0 ||
      ::stat(folderOf(target.path).c_str(), &folder) != 0)
    return false;
  struct statx more {};
  const bool isMounted =
      ::statx(AT_FDCWD, target.path.c_str(), 0, STATX_TYPE, &more) == 0 &&
      (more.stx_attributes_mask & more.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
  const uid_t user = ::geteuid();
  const bool isOthers =
      (folder.st_mode & S_ISVTX) != 0 && user != 0 && file.st_uid != user && folder.st_uid != user;
  return isMounted || isOthers;
}

/// Whether the file must be written where it is, because its folder does not let it be replaced.
/// Throws if something could be lost then.
bool mustBeInPlace(const OutputTarget& target, const TemporaryFile& temporary) {
  if (temporary.error() == 0 && !(target.exists && isPinned(target))) return false;
  if (!target.exists) target.fail(temporary.error());
  struct stat file {};
  if (::stat(target.path.c_str(), &file) != 0) target.fail(errno);
  if (file.st_size > 0)
    throw WriteError(
        "%1 cannot be written: its folder does not let it be replaced, and writing into it could "
        "lose what it contains.",
        target.shownName());
  return true;
}

/// For a file that is empty.
void writeInPlace(const OutputTarget& target, std::string_view contents) {
  Descriptor file(::open(target.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file) target.fail(errno);
  if (writeAll(file.get(), contents) && ::fsync(file.get()) == 0) return;
  const int reason = errno;
  if (::ftruncate(file.get(), 0) != 0) errno = reason;  // as it was, if possible
  target.fail(reason);
}

void replace(const OutputTarget& target, TemporaryFile& temporary) {
  syncFile(temporary.path(), target);
  if (::rename(temporary.path().c_str(), target.path.c_str()) != 0) target.fail(errno);
  temporary.keep();
  syncFolder(folderOf(target.path));
}

/// False if the name is taken.
bool renameToNew(const fs::path& from, const fs::path& to, int& error) {
  error = 0;
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS) {  // some file systems lack it
    if (::link(from.c_str(), to.c_str()) == 0) return ::unlink(from.c_str()) == 0;
    struct stat info {};
    if (errno != EEXIST && ::lstat(to.c_str(), &info) != 0 &&
        ::rename(from.c_str(), to.c_str()) == 0)
      return true;
    if (::lstat(to.c_str(), &info) == 0) errno = EEXIST;
  }
  error = errno;
  return false;
}

}  // namespace

void writeFileAtomically(const fs::path& path, std::string_view contents) {
  const OutputTarget target(path);
  target.requireWritable();
  if (target.kind != OutputTarget::Kind::File) return writeToStream(target, contents);
  TemporaryFile temporary(target);
  if (mustBeInPlace(target, temporary)) return writeInPlace(target, contents);
  if (!writeAll(temporary.descriptor().get(), contents) || temporary.descriptor().close() != 0)
    target.fail(errno);
  replace(target, temporary);
}

void writeFileAtomically(const fs::path& path,
                         const std::function<void(const fs::path& temporary)>& write) {
  const OutputTarget target(path);
  target.requireWritable();
  const auto throughAnother = [&] {
    TemporaryFile elsewhere(fs::temp_directory_path());
    if (elsewhere.error() != 0) target.fail(elsewhere.error());
    write(elsewhere.path());
    writeFileAtomically(path, readFile(elsewhere.path()));
  };
  if (target.kind != OutputTarget::Kind::File) return throughAnother();
  TemporaryFile temporary(target);
  if (mustBeInPlace(target, temporary)) return throughAnother();
  temporary.descriptor().close();
  write(temporary.path());
  replace(target, temporary);
}

void requireWritable(const fs::path& path) {
  const OutputTarget target(path);
  target.requireWritable();
  if (target.kind != OutputTarget::Kind::File) return;
  if (target.exists) {
    mustBeInPlace(target, TemporaryFile(target));
    return;
  }
  // The name itself: a file system may not take it.
  const Descriptor made(
      ::open(target.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!made && errno != EEXIST) target.fail(errno);
  if (made) ::unlink(target.path.c_str());
}

fs::path writeNewFile(const fs::path& folder, std::string_view stem, std::string_view ending,
                      std::string_view contents) {
  const auto fail = [&](int error) { failToWrite(folder / numberedName(stem, ending, 1), error); };
  TemporaryFile temporary(folder.empty() ? fs::path(".") : folder);
  if (temporary.error() != 0) fail(temporary.error());
  if (!writeAll(temporary.descriptor().get(), contents) ||
      ::fsync(temporary.descriptor().get()) != 0 || temporary.descriptor().close() != 0)
    fail(errno);
  fs::path path = renameToFreeName(temporary.path(), stem, ending);
  temporary.keep();
  return path;
}

fs::path renameToFreeName(const fs::path& file, std::string_view stem, std::string_view ending) {
  const fs::path folder = file.parent_path();
  for (int number = 1;; ++number) {
    fs::path path = folder / numberedName(stem, ending, number);
    int error = 0;
    if (renameToNew(file, path, error)) {
      syncFolder(folderOf(path));
      return path;
    }
    if (error != EEXIST) failToWrite(path, error);
  }
}

std::string readFile(const fs::path& path) {
  const auto fail = [&path](int errorNumber) {
    throw Error("'%1' cannot be read: %2.", path, reasonOf(errorNumber));
  };
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor) fail(errno);
  std::string contents;
  size_t used = 0;
  struct stat info {};
  // One byte more than it holds, so that the end is seen without growing.
  contents.resize(::fstat(descriptor.get(), &info) == 0 && info.st_size > 0
                      ? size_t(info.st_size) + 1
                      : size_t(4096));
  while (true) {
    if (used == contents.size()) contents.resize(contents.size() * 2);
    const ssize_t count = ::read(descriptor.get(), contents.data() + used, contents.size() - used);
    if (count < 0) {
      if (errno == EINTR) continue;
      fail(errno);
    }
    if (count == 0) break;
    used += size_t(count);
  }
  contents.resize(used);
  return contents;
}

}  // namespace earwitness
