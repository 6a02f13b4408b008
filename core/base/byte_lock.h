// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <fcntl.h>

namespace earwitness {

/// For fcntl() with F_OFD_SETLK and F_OFD_GETLK: a lock of a kind (F_RDLCK, F_WRLCK, F_UNLCK) on
/// one byte of a file. It belongs to the open file, not to the process, so that two that one
/// process has opened exclude each other, and the kernel releases it however the process ends.
inline struct flock byteLock(short kind, int64_t byte) {
  struct flock range {};
  range.l_type = kind;
  range.l_whence = SEEK_SET;
  range.l_start = byte;
  range.l_len = 1;
  return range;
}

}  // namespace earwitness
