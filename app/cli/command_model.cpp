// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/inference/model_cost.h"
#include "core/inference/serve.h"
#include "core/listening/model_description.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

int runModelInfo(const fs::path& file, bool withCost, bool json, const Confinement& confinement) {
  const ModelDescription model = readModelDescription(file);
  const NetworkCost cost = withCost ? modelCost(file, true, confinement) : NetworkCost{};
  if (json) {
    nlohmann::json description = toJson(model);
    description["fingerprint"] = model.fingerprint;
    if (withCost)
      description["cost"] = {{"parameters", cost.parameters},
                             {"multiply_adds", cost.multiplyAdds},
                             {"latency_ms", cost.latencyMs}};
    printJson(description);
    return EXIT_SUCCESS;
  }
  std::cout << model.name << "\n"
            << "Fingerprint: " << model.fingerprint << "\n"
            << "Input:       "
            << (model.input == ModelInput::Waveform
                    ? "waveform, " + std::to_string(model.features.sampleRate) + " Hz"
                    : model.features.summary().english())
            << "\n"
            << "Output:      " << nameOf(model.output) << "\n"
            << "Window:      " << model.windowSeconds << " s ("
            << (model.input == ModelInput::Waveform
                    ? std::to_string(model.windowSamples()) + " samples"
                    : std::to_string(model.windowFrames()) + " frames")
            << ")\n";
  if (model.shortestSeconds > 0.0)
    std::cout << "             leading quiet is trimmed, down to " << model.shortestSeconds
              << " s\n";
  if (withCost)
    std::cout << "Cost:        " << cost.parameters << " parameters, "
              << double(cost.multiplyAdds) / 1e6 << " million multiply-adds and " << cost.latencyMs
              << " ms per window\n";
  std::cout << "Labels:      " << model.labels.size() << "\n";
  for (size_t i = 0; i < model.labels.size(); ++i)
    std::cout << "  " << model.labels[i] << " (threshold " << model.thresholds[i] << ")\n";
  std::cout << "Card:        " << model.card.dump(2) << std::endl;
  return EXIT_SUCCESS;
}

struct DescribeArguments {
  fs::path file, output;
  std::string name, card;
  std::optional<double> windowSeconds, shortestSeconds;
};

int runModelDescribe(const DescribeArguments& arguments) {
  const OutputFile output(arguments.output, OutputFile::Contents::Binary);
  output.requireWritable();  // the model itself may be replaced
  ModelDescription model = readModelDescription(arguments.file);
  if (!arguments.name.empty()) model.name = arguments.name;
  if (arguments.windowSeconds) {
    model.windowSeconds = *arguments.windowSeconds;
    model.hopSeconds = std::min(model.hopSeconds, model.windowSeconds);
  }
  if (arguments.shortestSeconds) model.shortestSeconds = *arguments.shortestSeconds;
  if (!arguments.card.empty()) {
    const auto card = nlohmann::json::parse(arguments.card, nullptr, false);
    if (!card.is_object())
      throw Error("--card takes a JSON object, such as '{\"licence\": \"CC0\"}'.");
    model.card.merge_patch(card);
  }
  replaceModelDescription(arguments.file, model, output.path());
  return EXIT_SUCCESS;
}

void addModelDescribeCommand(CLI::App& model, Command& run) {
  auto arguments = std::make_shared<DescribeArguments>();
  CLI::App* command =
      model.add_subcommand("describe", "Save a model file with another name or a longer card");
  command->add_option("file", arguments->file, "Model file")->required();
  command->add_option("--output", arguments->output, "Model file to write; - is standard output")
      ->required();
  command->add_option("--name", arguments->name, "Display name");
  command->add_option("--window-seconds", arguments->windowSeconds,
                      "Length of the network's input, if it accepts any length");
  command->add_option(
      "--shortest-window-seconds", arguments->shortestSeconds,
      "Shortest input that the model accepts; leading quiet is trimmed (0: whole windows only)");
  command->add_option("--card", arguments->card,
                      "JSON object to merge into the card; null removes");
  command->callback(
      [arguments, &run] { run = [arguments] { return runModelDescribe(*arguments); }; });
}

}  // namespace

void addModelCommand(CLI::App& program, Command& run) {
  struct Arguments {
    fs::path file;
    bool cost = false;
    bool json = false;
    Confinement confinement;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* model =
      program.add_subcommand("model", "Inspect model files and import third-party models");
  model->require_subcommand(1);
  CLI::App* info =
      model->add_subcommand("info", "Description, accuracy and licence of a model file");
  info->add_option("file", arguments->file, "Model file")->required();
  info->add_flag("--cost", arguments->cost,
                 "Also run the network to measure parameters, multiply-adds and latency");
  info->add_flag("--json", arguments->json, "Print one JSON object");
  addUnconfinedOption(*info, arguments->confinement);
  info->callback([arguments, &run] {
    run = [arguments] {
      return runModelInfo(arguments->file, arguments->cost, arguments->json,
                          arguments->confinement);
    };
  });
  addModelDescribeCommand(*model, run);
  addForeignModelCommands(*model, run);
  addGetModelCommands(*model, run);
}

void addServeCommand(CLI::App& program, Command& run) {
  struct Arguments {
    fs::path model;
    Confinement confinement;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "serve",
      "Classify windows from standard input to standard output (the window's child process)");
  command->add_option("--model", arguments->model, "Model file")->required();
  addUnconfinedOption(*command, arguments->confinement);
  command->callback([arguments, &run] {
    run = [arguments] {
      runServe(arguments->model, arguments->confinement.unconfined, STDIN_FILENO, STDOUT_FILENO);
      return EXIT_SUCCESS;
    };
  });
}

}  // namespace earwitness
