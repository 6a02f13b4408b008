// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/error.h"

using namespace earwitness;

namespace {

constexpr int kMisused = 2;  ///< as the shell's own commands say it

}  // namespace

int main(int argc, char** argv) {
  keepStandardStreams();
  // Both are reported where something is written, and what is finished is saved elsewhere.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const std::string name = argc > 1 ? argv[1] : "";
  if (name == "train") waitPassively(argv);
  if (name == "serve" || name == "confined") beginAlone(argv);
  CLI::App program{"Detects sounds live and in audio files, and trains sound models",
                   "earwitness-cli"};
  program.require_subcommand(1);
  program.set_version_flag("--version", EARWITNESS_VERSION);
  Command run;
  addListenCommand(program, run);
  addClassifyCommand(program, run);
  addEventsCommand(program, run);
  addDataCommand(program, run);
  addTrainCommand(program, run);
  addAugmentationsCommand(program, run);
  addRunsCommand(program, run);
  addEvaluateCommand(program, run);
  addModelCommand(program, run);
  addArchitecturesCommand(program, run);
  addDevicesCommand(program, run);
  addFeaturesCommand(program, run);
  addEmbedCommand(program, run);
  addTeachCommands(program, run);
  addServeCommand(program, run);
  addConfinedCommand(program, run);
  const auto isWanted = [argv](const CLI::App* command) { return command->get_name() == argv[1]; };
  const bool isCommand = argc > 1 && !program.get_subcommands(isWanted).empty();
  if (argc > 1 && argv[1][0] != '-' && !isCommand) {
    std::cerr << "earwitness-cli: Unknown command '" << argv[1] << "'. See earwitness-cli --help."
              << std::endl;
    return kMisused;
  }
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == EXIT_SUCCESS) return program.exit(error);  // --help, --version
    std::cerr << "earwitness-cli: " << error.what() << ". See earwitness-cli "
              << (isCommand ? std::string(argv[1]) + " " : "") << "--help." << std::endl;
    return kMisused;
  }
  int code = EXIT_SUCCESS;
  try {
    code = run();
    requireOutput();
    return code;
  } catch (const OutputClosed&) {
    std::cout.clear();
    return code;
  } catch (const Error& error) {
    std::cerr << "earwitness-cli: " << error.what() << std::endl;
  } catch (const std::exception& error) {
    std::cerr << "earwitness-cli: Unexpected error: " << error.what() << std::endl;
  }
  return EXIT_FAILURE;
}
