// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace earwitness {

/// Each adds its command to the program; what it parsed runs when `run` is called afterwards.
/// A command throws Error with one sentence, and gives back the exit code.
using Command = std::function<int()>;

void addDataCommand(CLI::App& program, Command& run);
void addTrainCommand(CLI::App& program, Command& run);
void addAugmentationsCommand(CLI::App& program, Command& run);
void addRunsCommand(CLI::App& program, Command& run);
void addEvaluateCommand(CLI::App& program, Command& run);
void addClassifyCommand(CLI::App& program, Command& run);
void addEventsCommand(CLI::App& program, Command& run);
void addFeaturesCommand(CLI::App& program, Command& run);
void addEmbedCommand(CLI::App& program, Command& run);
/// `teach` and `taught`.
void addTeachCommands(CLI::App& program, Command& run);
void addDevicesCommand(CLI::App& program, Command& run);
void addListenCommand(CLI::App& program, Command& run);
void addModelCommand(CLI::App& program, Command& run);
void addArchitecturesCommand(CLI::App& program, Command& run);
void addServeCommand(CLI::App& program, Command& run);
void addConfinedCommand(CLI::App& program, Command& run);

}  // namespace earwitness
