// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/model_commands.h"
#include "app/cli/support.h"
#include "core/base/text.h"
#include "core/inference/evaluation.h"

namespace earwitness {
namespace {

std::string figuresOf(const Evaluation& evaluation) {
  const Figures& figures = evaluation.figures;
  std::ostringstream text;
  text << evaluation.predictions.size() << " clips: ";
  if (figures.multiLabel)
    text << "mean average precision " << percent(figures.multiLabel->meanAveragePrecision)
         << ", macro F1 " << percent(figures.multiLabel->macroF1) << ", ";
  if (evaluation.confusion.total() > 0)
    text << "accuracy " << percent(figures.accuracy) << ", balanced accuracy "
         << percent(figures.balancedAccuracy) << ", ";
  text << "loss " << figures.loss;
  return text.str();
}

int runEvaluate(const EvaluationRequest& request, bool json) {
  const Evaluation evaluation = evaluateModel(request);
  if (json) {
    printJson(toJson(evaluation));
    return EXIT_SUCCESS;
  }
  for (const ClipProblem& problem : evaluation.dataSet.problems)
    if (problem.leavesOut)
      std::cerr << "Skipped: " << addressOf(problem.path, problem.segment) << ": "
                << problem.what.english() << "\n";
  for (const Message& warning : warningsOf(evaluation.dataSet))
    std::cerr << "Warning: " << warning.english() << "\n";
  std::cout << figuresOf(evaluation) << std::endl;
  return EXIT_SUCCESS;
}

}  // namespace

void addEvaluateCommand(CLI::App& program, Command& run) {
  struct Arguments {
    EvaluationRequest request;
    DataOptions data;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("evaluate", "Measure a model on a data set");
  command->add_option("--model", arguments->request.model, "Model file")->required();
  addUnconfinedOption(*command, arguments->request.confinement);
  command->add_option("--data", arguments->data.root, "Folder with the data set, or a table")
      ->required();
  arguments->data.addLayoutTo(*command);
  command->add_option("--folds", arguments->request.folds, "Evaluate on these folds only")
      ->delimiter(',');
  command->add_option("--cache", arguments->request.cacheFolder, "Folder for cached features");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &run] {
    run = [arguments] {
      arguments->data.applyTo(arguments->request.data);
      return runEvaluate(arguments->request, arguments->json);
    };
  });
}

}  // namespace earwitness
