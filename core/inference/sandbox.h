// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"

namespace earwitness {

/// What a process that runs a model from a stranger may use.
struct SandboxLimits {
  long memoryMib = 3072;  ///< in addition to what the program itself has mapped
  long cpuSeconds = 60;   ///< 0: no limit
  long wallSeconds = 90;  ///< enforced by the parent
};

nlohmann::json toJson(const SandboxLimits& limits);
SandboxLimits sandboxLimitsFromJson(const nlohmann::json& json);

/// What the kernel offers. Tests pass less than there is.
struct KernelFeatures {
  bool seccomp = false;
  int landlockAbi = 0;  ///< 0: no Landlock
};
KernelFeatures kernelFeatures();

/// Confines this process for good. Afterwards it can compute, allocate memory, start threads, and
/// use the descriptors that are open; it cannot open any file, use the network, start a program,
/// send a signal to another process, or look into one. System calls that are not on the list of
/// allowed ones (sandbox_calls.cpp) fail with EPERM, which needs seccomp. Where the kernel has
/// Landlock, it denies files, ports and signals a second time. Descriptors from 3 on that the
/// program was started with must be closed before; the environment is wiped.
/// Throws SandboxError if the kernel has no seccomp, if other threads are running already, or if
/// any step fails; the process must not run the model then. Thread: main, before others are
/// started.
void confineThisProcess(const SandboxLimits& limits,
                        const KernelFeatures& kernel = kernelFeatures());

/// The message of an error with a word on the sandbox added, where the error looks as if the
/// sandbox were its cause and this process is confined.
Message withSandboxExplained(const Message& problem);

}  // namespace earwitness
