// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/message_json.h"
#include "core/base/text.h"

using namespace earwitness;

namespace {

constexpr int kMisused = 2;  ///< as the shell's own commands say it

/// Position of the command's name among the arguments: after --log-level.
int commandPosition(int argc, char** argv) {
  int position = 1;
  while (position < argc && std::string_view(argv[position]).starts_with("--log-level"))
    position += std::string_view(argv[position]) == "--log-level" ? 2 : 1;
  return std::min(position, argc);
}

/// Before or after the name of a command; shown in the program's own help only.
void addLogLevel(CLI::App& app, bool isShown) {
  CLI::Option* option =
      app.add_option_function<std::string>(
             "--log-level",
             [](const std::string& name) {
               if (const auto level = logLevelNamed(name)) openLogOnStandardError(*level);
             },
             "Log to standard error: debug, info, warning or error, and what is above it")
          ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
  if (!isShown) option->group("");
  for (CLI::App* command : app.get_subcommands({})) addLogLevel(*command, false);
}

}  // namespace

int main(int argc, char** argv) {
  keepStandardStreams();
  // Both are reported where something is written, and what is finished is saved elsewhere.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const int position = commandPosition(argc, argv);
  const std::string name = position < argc ? argv[position] : "";
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
  addLogLevel(program, true);
  const auto isWanted = [&name](const CLI::App* command) { return command->get_name() == name; };
  const bool isCommand = !name.empty() && !program.get_subcommands(isWanted).empty();
  if (position < argc && !name.starts_with('-') && !isCommand) {
    std::cerr << "earwitness-cli: Unknown command " << inQuotes(name)
              << ". See earwitness-cli --help." << std::endl;
    return kMisused;
  }
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == EXIT_SUCCESS) return program.exit(error);  // --help, --version
    std::cerr << "earwitness-cli: " << error.what() << ". See earwitness-cli "
              << (isCommand ? name + " " : "") << "--help." << std::endl;
    return kMisused;
  }
  logInfo(kLogApp, "earwitness-cli " EARWITNESS_VERSION " started: " + name);
  int code = EXIT_SUCCESS;
  try {
    code = run();
    requireOutput();
    return code;
  } catch (const OutputClosed&) {
    std::cout.clear();
    return code;
  } catch (const Error& error) {
    if (std::getenv(kMessageLines) != nullptr) std::cerr << messageLine(error.message());
    std::cerr << "earwitness-cli: " << error.what() << std::endl;
  } catch (const std::exception& error) {
    std::cerr << "earwitness-cli: Unexpected error: " << error.what() << std::endl;
  }
  return EXIT_FAILURE;
}
