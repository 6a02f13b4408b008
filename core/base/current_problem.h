// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace earwitness {

/// A message for the user about the exception that is being handled, of whatever type it is: for
/// the top of a thread, where nothing may get out. Only inside a catch block. Thread: any.
Message currentProblem();

}  // namespace earwitness
