// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the sandbox.

#include <string>

namespace earwitness {

/// Throws SandboxError: `step` failed, for the reason of an errno value.
[[noreturn]] void failSandbox(const std::string& step, int errorNumber);

/// Installs the list of allowed system calls for all threads of this process. Throws SandboxError.
void allowOnlyListedCalls();

/// Gives up all access to files, ports, abstract sockets and other processes that this version of
/// Landlock knows. Throws SandboxError. `abi` is at least 1.
void restrictByLandlock(int abi);

}  // namespace earwitness
