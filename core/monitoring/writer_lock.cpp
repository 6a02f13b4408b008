// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/writer_lock.h"

#include <cerrno>
#include <system_error>

#include "core/base/byte_lock.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

bool WriterLock::open() {
  if (!descriptor_)
    descriptor_ = Descriptor(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  return bool(descriptor_);
}

void WriterLock::hold(int64_t writer) {
  struct flock range = byteLock(F_WRLCK, writer);
  if (!open() || ::fcntl(descriptor_.get(), F_OFD_SETLK, &range) != 0)
    throw Error("'%1' cannot be locked: %2.", file_, std::generic_category().message(errno));
}

bool WriterLock::isHeld(int64_t writer) {
  struct flock range = byteLock(F_WRLCK, writer);
  if (!open() || ::fcntl(descriptor_.get(), F_OFD_GETLK, &range) != 0) return true;
  return range.l_type != F_UNLCK;
}

}  // namespace earwitness
