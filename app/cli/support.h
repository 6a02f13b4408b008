// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"

namespace earwitness {

/// Set by the first SIGINT or SIGTERM after catchInterrupts(); a second one ends the program at
/// once.
const std::atomic<bool>& interrupted();
void catchInterrupts();
/// As the first SIGINT does.
void interrupt();

/// Starts the program anew with OpenMP threads that sleep while they wait, unless the environment
/// says how they wait: OpenMP reads that before main, and threads that spin beside a busy core make
/// a training many times slower.
void waitPassively(char** argv);

/// For processes that will be confined: starts the program again where OpenMP or OpenBLAS, which
/// read the environment before main, would have threads of their own; closes all descriptors but
/// the standard streams; leaves Ctrl-C to the process at the other end of the pipe, which closes
/// it. Thread: main, before anything is opened.
void beginAlone(char** argv);

/// Gives this program, and the threads that it starts, the priority of work in the background (nice
/// 10); where it has a session of its own, the session too: the system shares the processor between
/// sessions first. From then on it stands aside when it is asked to (core/base/stand_aside.h).
void yieldToOthers();

/// The model that is used where none is named: earwitness.pt among the bundled models.
/// Throws Error where there is none.
std::filesystem::path bundledModel();
/// The sample sound; empty where it is missing.
std::filesystem::path bundledSample();

/// Whoever read standard output has stopped (as head does), which is a way to end a program. main()
/// says nothing about it.
class OutputClosed : public Error {
 public:
  OutputClosed() : Error("Nobody reads standard output any more.") {}
};
/// True once standard output is a pipe that nobody reads any more.
bool nobodyReadsOutput();
/// Throws OutputClosed if nobody reads standard output, or Error if it takes no more.
void requireOutput();
/// Occupies standard input, output and error if they were closed, so that no file that is opened
/// later gets what is printed.
void keepStandardStreams();

/// One JSON object on standard output, and a line end. Throws as requireOutput().
void printJson(const nlohmann::json& json);

/// True where standard error is a terminal, for progress that overwrites itself.
bool showsProgress();

}  // namespace earwitness
