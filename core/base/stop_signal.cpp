// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/stop_signal.h"

#include <cerrno>
#include <system_error>

#include <poll.h>
#include <sys/eventfd.h>

#include "core/base/error.h"

namespace earwitness {

StopSignal::StopSignal() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!descriptor_)
    throw Error("Too many files are open: %1. Close other programs and try again.",
                std::generic_category().message(errno));
}

void StopSignal::request() {
  ::eventfd_write(descriptor_.get(), 1);
}

bool StopSignal::requested() const {
  pollfd state{descriptor_.get(), POLLIN, 0};
  return ::poll(&state, 1, 0) > 0;
}

}  // namespace earwitness
