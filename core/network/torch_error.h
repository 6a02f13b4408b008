// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

namespace earwitness {

/// LibTorch throws c10::Error, JIT exceptions and standard ones, whose texts hold traces of its own
/// sources. Catch std::exception where it is called, and tell the user with these.

bool isOutOfMemory(const std::exception& error);

/// What went wrong, for the end of a sentence, without a full stop: "there is not enough memory",
/// or the last line of LibTorch's own text that says anything.
std::string reasonOf(const std::exception& error);

}  // namespace earwitness
