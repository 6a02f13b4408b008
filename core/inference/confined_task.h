// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/inference/open_model.h"

namespace earwitness {

/// Work on a model from a stranger, done in a child process that is confined before LibTorch sees
/// any of the file.
struct ConfinedTask {
  Confinement confinement;
  std::filesystem::path file;
  nlohmann::json request;  ///< "task" and what runConfinedTask() wants for it, besides "file"
  SandboxLimits limits;
  std::function<void(const std::string& step)> onStep;  ///< what it is doing, for people
  const std::atomic<bool>* cancelled = nullptr;
};

struct ConfinedResult {
  nlohmann::json result;
  std::string payload;  ///< bytes besides: the model that was written
};

/// Waits for it. Throws Error with one sentence where the work cannot be done, and where the child
/// used up its time or memory or crashed; SandboxError where the system cannot confine it; Stopped
/// where it was cancelled. What is returned may be anything that a stranger made up. Thread: main,
/// because the child ends with the thread that started it.
ConfinedResult runConfined(const ConfinedTask& task);

/// The child's side: reads one line of JSON from `input`, confines the process and does the work.
/// Writes lines of JSON to `output`: {"step": ...}, and at last {"error": ..., "error_message":
/// ..., "unconfinable": true where that is why} or {"result": ..., "payload_bytes": n} with n bytes
/// after it.
void runConfinedTask(int input, int output);

}  // namespace earwitness
