#include <cstdio>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/network/architectures.h"
#include "core/training/trainer.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct TrainArguments {
  fs::path data, out, cache;
  std::string layout = "auto";
  std::string recipeName = "report";
  std::string architecture = "resnet-transformer";
  std::string architectureSettings, augmentation;
  std::vector<int> trainingFolds, validationFolds;
  std::optional<int> epochs, batchSize;
  std::optional<double> learningRate, windowSeconds;
  std::optional<uint64_t> seed;
  int threads = 0;
  bool resume = false;
  bool json = false;
};

nlohmann::json parseJson(const std::string& text, const char* option) {
  if (text.empty()) return nlohmann::json::object();
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object())
    throw Error(std::string(option) + " takes a JSON object, such as '{\"name\": 1}'.");
  return json;
}

TrainSettings settingsOf(const TrainArguments& arguments) {
  TrainSettings settings = recipe(arguments.recipeName, arguments.architecture);
  settings.data = fs::absolute(arguments.data).lexically_normal();
  settings.layout = layoutFromName(arguments.layout);
  settings.split.trainingFolds = arguments.trainingFolds;
  settings.split.validationFolds = arguments.validationFolds;
  settings.architectureSettings =
      parseJson(arguments.architectureSettings, "--architecture-settings");
  settings.augmentation = augmentationFromJson(parseJson(arguments.augmentation, "--augmentation"),
                                               settings.augmentation);
  settings.epochs = arguments.epochs.value_or(settings.epochs);
  settings.batchSize = arguments.batchSize.value_or(settings.batchSize);
  settings.learningRate = arguments.learningRate.value_or(settings.learningRate);
  settings.windowSeconds = arguments.windowSeconds.value_or(settings.windowSeconds);
  settings.seed = arguments.seed.value_or(settings.seed);
  settings.split.seed = settings.seed;
  settings.threads = arguments.threads;
  return settings;
}

std::string figuresText(const nlohmann::json& figures) {
  return "loss " +
         std::to_string(figures.at("loss").is_number() ? figures.at("loss").get<double>() : 0.0)
             .substr(0, 5) +
         ", accuracy " + percent(figures.at("accuracy")) + ", balanced " +
         percent(figures.at("balanced_accuracy"));
}

/// Progress for people on standard error: a line an epoch, the running step where it is a terminal.
class ProgressPrinter {
 public:
  void print(const nlohmann::json& event) {
    const std::string name = event.at("event");
    if (name == "scanned")
      line(event.at("clips").dump() + " clips in " + event.at("classes").dump() + " classes (" +
           event.at("layout").get<std::string>() + ")");
    else if (name == "cached")
      printCached(event);
    else if (name == "step" && showsProgress())
      printStep(event);
    else if (name == "epoch")
      printEpoch(event);
    else if (name == "stopped")
      line("Stopped after the last whole epoch; go on with --resume.");
  }
  void cacheProgress(size_t done, size_t total) {
    if (showsProgress())
      overwrite("Computing features: " + std::to_string(done) + " of " + std::to_string(total) +
                " clips");
  }

 private:
  void printCached(const nlohmann::json& event) {
    line(event.at("reused").get<bool>() ? "Features are in the cache"
                                        : "Features computed in " + seconds(event.at("seconds")));
    const auto& leftOut = event.at("left_out");
    if (!leftOut.empty()) line(std::to_string(leftOut.size()) + " clips are left out:");
    for (const auto& clip : leftOut)
      line("  " + clip.at("file").get<std::string>() + ": " +
           clip.at("problem").get<std::string>());
  }
  void printStep(const nlohmann::json& event) {
    char text[160];
    std::snprintf(text, sizeof text, "Epoch %d of %d, step %ld of %ld, loss %.3f, %.0f clips/s",
                  event.at("epoch").get<int>(), event.at("epochs").get<int>(),
                  event.at("step").get<long>(), event.at("steps").get<long>(),
                  event.at("loss").get<double>(), event.at("clips_per_second").get<double>());
    overwrite(text);
  }
  void printEpoch(const nlohmann::json& event) {
    std::string text =
        "Epoch " + event.at("epoch").dump() + ": training " + figuresText(event.at("training"));
    if (event.contains("validation")) text += "; validation " + figuresText(event.at("validation"));
    line(text + "; " + seconds(event.at("seconds")));
  }
  static std::string seconds(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", value);
    return text;
  }
  static void line(const std::string& text) {
    std::cerr << (showsProgress() ? "\r\033[K" : "") << text << std::endl;
  }
  static void overwrite(const std::string& text) { std::cerr << "\r\033[K" << text << std::flush; }
};

int runTrain(const TrainArguments& arguments) {
  const RunFolder folder{arguments.out};
  catchInterrupts();
  ProgressPrinter progress;
  TrainHooks hooks;
  hooks.stop = &interrupted();
  hooks.onEvent = [&](const nlohmann::json& event) {
    if (arguments.json)
      printJson(event);
    else
      progress.print(event);
  };
  if (!arguments.json)
    hooks.onCacheProgress = [&](size_t done, size_t total) { progress.cacheProgress(done, total); };
  const TrainResult result = train(
      settingsOf(arguments),
      {.folder = arguments.out, .cacheFolder = arguments.cache, .resume = arguments.resume}, hooks);
  if (!arguments.json && result.finished)
    std::cout << "Best epoch " << result.bestEpoch << ": " << figuresText(toJson(result.best))
              << "\nModel: " << folder.bestModel().string() << std::endl;
  return result.finished ? EXIT_SUCCESS : 130;
}

}  // namespace

void addTrainCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = program.add_subcommand("train", "Train a model on a folder of recordings");
  command->add_option("--data", arguments->data, "Folder with the data set")->required();
  command->add_option("--out", arguments->out, "Folder for the run")->required();
  command->add_option("--layout", arguments->layout, "auto, folders or esc50");
  command->add_option("--recipe", arguments->recipeName, "report or strong");
  command->add_option("--architecture", arguments->architecture, "See the command architectures");
  command->add_option("--architecture-settings", arguments->architectureSettings,
                      "JSON object of sizes that differ from the defaults");
  command->add_option("--augmentation", arguments->augmentation,
                      "JSON object of strengths that differ from the recipe's");
  command->add_option("--epochs", arguments->epochs, "Passes over the training clips");
  command->add_option("--batch-size", arguments->batchSize, "Clips in a step");
  command->add_option("--learning-rate", arguments->learningRate, "Highest learning rate");
  command->add_option("--window-seconds", arguments->windowSeconds,
                      "Length of the network's input");
  command->add_option("--train-folds", arguments->trainingFolds, "Folds to train on")
      ->delimiter(',');
  command->add_option("--validation-folds", arguments->validationFolds, "Folds to validate on")
      ->delimiter(',');
  command->add_option("--seed", arguments->seed, "Decides all random choices");
  command->add_option("--threads", arguments->threads, "Threads (0: all cores)");
  command->add_option("--cache", arguments->cache, "Folder for computed features");
  command->add_flag("--resume", arguments->resume, "Go on with the interrupted run in --out");
  command->add_flag("--json", arguments->json, "Print events as JSON Lines");
  command->callback([arguments, &run] { run = [arguments] { return runTrain(*arguments); }; });
}

}  // namespace earwitness
