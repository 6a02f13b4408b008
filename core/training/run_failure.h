// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

#include "core/base/error.h"

namespace earwitness {

/// The sounds, or what lists them, are the reason.
class DataError : public Error {
 public:
  using Error::Error;
};

/// Why a run cannot go on, as the journal's `failed` tells it.
struct RunFailure {
  std::string sentence;
  std::string kind;  ///< "memory", "disk", "data", "sandbox", "other"
};

/// Of what was thrown, LibTorch's own kinds included.
RunFailure failureOf(const std::exception& error);

}  // namespace earwitness
