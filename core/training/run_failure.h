// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

#include "core/base/error.h"

namespace earwitness {

/// Why a run cannot go on, as the journal's `failed` tells it.
struct RunFailure {
  Message message;
  std::string kind;  ///< "memory", "disk", "data", "sandbox", "other"
};

/// Of what was thrown, LibTorch's own kinds included.
RunFailure failureOf(const std::exception& error);

}  // namespace earwitness
