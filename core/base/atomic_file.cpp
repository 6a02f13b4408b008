#include "core/base/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/write_error.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

std::string reasonOf(int errorNumber) {
  return std::generic_category().message(errorNumber);
}

[[noreturn]] void failToWrite(const fs::path& path, int errorNumber) {
  if (errorNumber == ENOSPC || errorNumber == EDQUOT)
    throw WriteError(inQuotes(path.string()) +
                     " was not written because the disk is full; free some space and try again.");
  throw WriteError(inQuotes(path.string()) + " cannot be written: " + reasonOf(errorNumber) + ".");
}

/// Closes on the way out; close() reports delayed write errors on some file systems.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd);
  }

 private:
  int fd_;
};

/// A new, empty file beside `path`; removed again unless it was renamed.
class TemporaryFile {
 public:
  TemporaryFile(const fs::path& target, const fs::path& shownPath) {
    static std::atomic<unsigned> counter{0};
    for (int attempt = 0; attempt < 100; ++attempt) {
      path_ = target;
      std::string name(".");
      name.append(target.filename().string()).append(".").append(std::to_string(getpid()));
      name.append("-").append(std::to_string(counter.fetch_add(1))).append(".tmp");
      path_.replace_filename(name);
      const int fd = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0) {
        struct stat old {};
        // Best effort: a new version keeps who may read the old one.
        if (::stat(target.c_str(), &old) == 0 && ::fchmod(fd, old.st_mode & 07777) != 0) errno = 0;
        ::close(fd);
        return;
      }
      if (errno != EEXIST) failToWrite(shownPath, errno);
    }
    failToWrite(shownPath, EEXIST);
  }
  ~TemporaryFile() {
    if (!renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const fs::path& path() const { return path_; }

  void renameTo(const fs::path& target, const fs::path& shownPath) {
    if (::rename(path_.c_str(), target.c_str()) != 0) failToWrite(shownPath, errno);
    renamed_ = true;
  }

 private:
  fs::path path_;
  bool renamed_ = false;
};

void syncToDisk(const fs::path& file, const fs::path& shownPath) {
  Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) failToWrite(shownPath, errno);
  if (::fsync(descriptor.get()) != 0) failToWrite(shownPath, errno);
}

/// Makes the rename itself durable. Some file systems cannot sync a directory: no harm is done
/// then.
void syncDirectoryOf(const fs::path& file) {
  const fs::path directory = file.has_parent_path() ? file.parent_path() : fs::path(".");
  Descriptor descriptor(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() >= 0) ::fsync(descriptor.get());
}

void writeAll(const fs::path& file, std::string_view contents, const fs::path& shownPath) {
  Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  if (descriptor.get() < 0) failToWrite(shownPath, errno);
  while (!contents.empty()) {
    const ssize_t written = ::write(descriptor.get(), contents.data(), contents.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      failToWrite(shownPath, errno);
    }
    contents.remove_prefix(size_t(written));
  }
  if (descriptor.close() != 0) failToWrite(shownPath, errno);
}

void replaceFile(const fs::path& path, const std::function<void(const fs::path&)>& write) {
  if (path.filename().empty() || path.filename() == "." || path.filename() == "..")
    throw Error(inQuotes(path.string()) + " cannot be written: it is not the name of a file.");
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) failToWrite(path, EISDIR);
  // A link stays a link; what it points to is replaced.
  const fs::path target =
      fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  TemporaryFile temporary(target.empty() ? path : target, path);
  write(temporary.path());
  syncToDisk(temporary.path(), path);
  temporary.renameTo(target.empty() ? path : target, path);
  syncDirectoryOf(target);
}

}  // namespace

void writeFileAtomically(const fs::path& path, std::string_view contents) {
  replaceFile(path, [&](const fs::path& temporary) { writeAll(temporary, contents, path); });
}

void writeFileAtomically(const fs::path& path,
                         const std::function<void(const fs::path& temporary)>& write) {
  replaceFile(path, write);
}

std::string readFile(const fs::path& path) {
  const auto fail = [&path](int errorNumber) {
    throw Error(inQuotes(path.string()) + " cannot be read: " + reasonOf(errorNumber) + ".");
  };
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) fail(errno);
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
