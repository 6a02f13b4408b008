#pragma once

#include <atomic>
#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// Set by the first SIGINT or SIGTERM after catchInterrupts(); a second one ends the program at
/// once.
const std::atomic<bool>& interrupted();
void catchInterrupts();

/// Starts the program anew with OpenMP threads that sleep while they wait, unless the environment
/// says how they wait: OpenMP reads that before main, and threads that spin beside a busy core make
/// a training many times slower.
void waitPassively(char** argv);

/// Gives this program, and the threads that it starts, the lowest priority; where it has a session
/// of its own, the session too: the system shares the processor between sessions first.
void yieldToOthers();

/// The model that is used where none is named: earwitness.pt among the bundled models.
/// Throws Error where there is none.
std::filesystem::path bundledModel();
/// The sample sound; empty where it is missing.
std::filesystem::path bundledSample();

/// One JSON object on standard output, and a line end. Throws Error where it cannot be written.
void printJson(const nlohmann::json& json);

/// True where standard error is a terminal, for progress that overwrites itself.
bool showsProgress();

}  // namespace earwitness
