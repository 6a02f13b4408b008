// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_lock.h"

#include <charconv>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using namespace std::chrono_literals;

/// Who looks whether a run goes on holds its lock for some microseconds.
bool lockSoon(int file) {
  const auto patience = std::chrono::steady_clock::now() + 300ms;
  while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() > patience) return false;
    std::this_thread::sleep_for(5ms);
  }
  return true;
}

bool isSameFile(const struct stat& one, const struct stat& other) {
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/// Whether a process has the file open. A number of a process that is gone may be another's now.
bool hasOpen(pid_t process, const struct stat& file) {
  std::error_code failure;
  const fs::path files = "/proc/" + std::to_string(process) + "/fd";
  for (fs::directory_iterator entry(files, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    struct stat open {};
    if (::stat(entry->path().c_str(), &open) == 0 && isSameFile(open, file)) return true;
  }
  return false;
}

}  // namespace

RunLock::RunLock(const RunFolder& folder) {
  file_ = Descriptor(::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!file_) throw Error("The run folder '%1' cannot be written to.", folder.path);
  if (lockSoon(file_.get())) {
    const std::string process = std::to_string(::getpid()) + "\n";
    // A full disk is told by whoever has more to write.
    [[maybe_unused]] const bool isWritten =
        ::ftruncate(file_.get(), 0) == 0 &&
        ::write(file_.get(), process.data(), process.size()) > 0;
    return;
  }
  throw Error(
      "Another training is using the run folder '%1'. Wait for it, or choose another folder.",
      folder.path);
}

bool RunLock::isHeld(const RunFolder& folder) {
  const Descriptor file(::open(folder.lock().c_str(), O_RDWR | O_CLOEXEC));
  return file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0;
}

std::optional<pid_t> RunLock::holder(const RunFolder& folder) {
  if (!isHeld(folder)) return std::nullopt;
  const Descriptor file(::open(folder.lock().c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return std::nullopt;
  char text[16];
  const ssize_t size = ::read(file.get(), text, sizeof text);
  struct stat lock {};
  const bool isKnown = ::fstat(file.get(), &lock) == 0;
  pid_t process = 0;
  if (!isKnown || size <= 0 || std::from_chars(text, text + size, process).ec != std::errc() ||
      process <= 0 || !hasOpen(process, lock))
    return std::nullopt;
  return process;
}

}  // namespace earwitness
