#pragma once

#include "app/cli/commands.h"
#include "core/inference/open_model.h"

namespace earwitness {

/// `--unconfined`, for each command that runs a model.
void addUnconfinedOption(CLI::App& command, Confinement& confinement);

/// `model probe` and `model import`.
void addForeignModelCommands(CLI::App& model, Command& run);

/// `model list` and `model get`.
void addGetModelCommands(CLI::App& model, Command& run);

}  // namespace earwitness
