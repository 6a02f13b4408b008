// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_lock.h"

#include <cerrno>
#include <chrono>
#include <thread>

#include "core/base/byte_lock.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 30s;
constexpr auto kLookEvery = 5ms;
constexpr const char* kFileName = ".lock";
constexpr off_t kHolderByte = 0;   // locked by whoever holds the folder
constexpr off_t kSessionByte = 1;  // shared by all who have used it and still run

/// False if another program has it. A file system without locks locks nothing.
bool isLocked(int file, short kind, off_t byte) {
  struct flock range = byteLock(kind, byte);
  return ::fcntl(file, F_OFD_SETLK, &range) == 0 || (errno != EAGAIN && errno != EACCES);
}

}  // namespace

void TaughtLock::acquire() {
  if (++holds_ > 1) return;
  if (!file_)
    file_ = Descriptor(::open((folder_ / kFileName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file_) return;  // there is no folder, or nothing can be written there
  const auto patience = std::chrono::steady_clock::now() + kPatience;
  while (!isLocked(file_.get(), F_WRLCK, kHolderByte)) {
    if (std::chrono::steady_clock::now() > patience) {
      --holds_;
      throw Error(
          "The taught classes in '%1' are in use by another program. Try again in a moment.",
          folder_);
    }
    std::this_thread::sleep_for(kLookEvery);
  }
  isLocked(file_.get(), F_RDLCK, kSessionByte);
}

void TaughtLock::release() {
  if (--holds_ == 0 && file_) isLocked(file_.get(), F_UNLCK, kHolderByte);
}

bool TaughtLock::isAlone() const {
  if (!file_) return true;
  struct flock range = byteLock(F_WRLCK, kSessionByte);
  return ::fcntl(file_.get(), F_OFD_GETLK, &range) != 0 || range.l_type == F_UNLCK;
}

}  // namespace earwitness
