#include "core/desk/writer_lock.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

struct flock byteOf(int64_t writer) {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_start = writer;
  range.l_len = 1;
  return range;
}

}  // namespace

bool WriterLock::open() {
  if (!descriptor_)
    descriptor_ = Descriptor(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  return bool(descriptor_);
}

void WriterLock::hold(int64_t writer) {
  struct flock range = byteOf(writer);
  // A lock of the open file, not of the process: two stores of one process know of one another.
  if (!open() || ::fcntl(descriptor_.get(), F_OFD_SETLK, &range) != 0)
    throw Error(inQuotes(file_.string()) +
                " cannot be locked: " + std::generic_category().message(errno) + ".");
}

bool WriterLock::isHeld(int64_t writer) {
  struct flock range = byteOf(writer);
  if (!open() || ::fcntl(descriptor_.get(), F_OFD_GETLK, &range) != 0) return true;
  return range.l_type != F_UNLCK;
}

}  // namespace earwitness
