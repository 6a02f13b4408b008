// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace earwitness {

/// A file cannot be written: the disk is full, or it does not take it. What writeFileAtomically
/// throws.
class WriteError : public Error {
 public:
  using Error::Error;
};

}  // namespace earwitness
