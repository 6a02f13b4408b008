#pragma once

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// What a process that runs somebody else's code may use.
struct SandboxLimits {
  long memoryMib = 3072;  ///< besides what the program itself maps
  long cpuSeconds = 60;
  long wallSeconds = 90;  ///< held by the parent
};

nlohmann::json toJson(const SandboxLimits& limits);
SandboxLimits sandboxLimitsFromJson(const nlohmann::json& json);

/// From here on this process and its threads have the limits, cannot write or remove files, start
/// programs, trace others or use the network (where the kernel has seccomp filters), and end with
/// their parent. There is no way back. Thread: main, before others are started.
void confineThisProcess(const SandboxLimits& limits);

}  // namespace earwitness
