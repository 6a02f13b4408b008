#pragma once

#include "app/cli/commands.h"

namespace earwitness {

/// `model probe` and `model import`.
void addForeignModelCommands(CLI::App& model, Command& run);

}  // namespace earwitness
