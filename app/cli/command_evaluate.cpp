#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/text.h"
#include "core/inference/evaluation.h"

namespace earwitness {
namespace {

int runEvaluate(const EvaluationRequest& request, bool json) {
  const Evaluation evaluation = evaluateModel(request);
  if (json) {
    printJson(toJson(evaluation));
    return EXIT_SUCCESS;
  }
  for (const ClipProblem& problem : evaluation.dataSet.problems)
    std::cerr << "Left out: " << problem.path.string() << ": " << problem.what << "\n";
  std::cout << evaluation.predictions.size() << " clips: accuracy "
            << percent(evaluation.figures.accuracy) << ", balanced accuracy "
            << percent(evaluation.figures.balancedAccuracy) << ", loss " << evaluation.figures.loss
            << std::endl;
  return EXIT_SUCCESS;
}

}  // namespace

void addEvaluateCommand(CLI::App& program, Command& run) {
  struct Arguments {
    EvaluationRequest request;
    std::string layout = "auto";
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("evaluate", "Measure a model on a data set");
  command->add_option("--model", arguments->request.model, "Model file")->required();
  command->add_option("--data", arguments->request.data, "Folder with the data set")->required();
  command->add_option("--layout", arguments->layout, "auto, folders or esc50");
  command->add_option("--folds", arguments->request.folds, "Only these folds")->delimiter(',');
  command->add_option("--cache", arguments->request.cacheFolder, "Folder for computed features");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &run] {
    run = [arguments] {
      arguments->request.layout = layoutFromName(arguments->layout);
      return runEvaluate(arguments->request, arguments->json);
    };
  });
}

}  // namespace earwitness
