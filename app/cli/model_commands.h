// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "app/cli/commands.h"
#include "core/inference/open_model.h"

namespace earwitness {

/// `--unconfined`, for each command that runs a model.
void addUnconfinedOption(CLI::App& command, Confinement& confinement);

/// Which model a command listens with.
struct ModelChoice {
  std::filesystem::path model;  ///< empty: the bundled one
  Confinement confinement;
  bool withoutTaught = false;  ///< leave out what the user taught it
};
/// Adds --model, --no-taught and --unconfined.
void addModelChoice(CLI::App& command, ModelChoice& choice);
/// The model, with what the user taught it. What is wrong with that goes to standard error. Throws
/// as openClassifier().
std::shared_ptr<Classifier> openChosenModel(const ModelChoice& choice);

/// `model probe` and `model import`.
void addForeignModelCommands(CLI::App& model, Command& run);

/// `model list` and `model get`.
void addGetModelCommands(CLI::App& model, Command& run);

}  // namespace earwitness
