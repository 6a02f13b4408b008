#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/inference/sandbox.h"

namespace earwitness {

/// Work on a file of strangers, done in a child process that is confined before it opens the file.
struct ConfinedTask {
  std::filesystem::path program = "/proc/self/exe";  ///< earwitness-cli, which has `confined`
  std::filesystem::path file;                        ///< for errors
  nlohmann::json request;  ///< "task" and what runConfinedTask() wants for it
  SandboxLimits limits;
  std::function<void(const std::string& step)> onStep;  ///< what it is doing, for people
  const std::atomic<bool>* cancelled = nullptr;
};

struct ConfinedResult {
  nlohmann::json result;
  std::string payload;  ///< bytes besides: the model that was written
};

/// Waits for it. Throws Error with one sentence where the work cannot be done, and where the child
/// used up its time or memory or crashed; Stopped where it was cancelled. Thread: main, because the
/// child ends with the thread that started it.
ConfinedResult runConfined(const ConfinedTask& task);

/// The child's side: reads one line of JSON from `input`, confines the process and does the work.
/// Writes lines of JSON to `output`: {"step": ...}, and at last {"error": ...} or
/// {"result": ..., "payload_bytes": n} with n bytes behind it.
void runConfinedTask(int input, int output);

}  // namespace earwitness
