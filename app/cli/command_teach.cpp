#include <cmath>
#include <iostream>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/teacher.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct ModelArguments {
  fs::path model;
  Confinement confinement;
  bool json = false;

  std::shared_ptr<Classifier> open() const {
    return openClassifier(model.empty() ? bundledModel() : model, confinement);
  }
};

void addModelOptions(CLI::App& command, ModelArguments& arguments) {
  command.add_option("--model", arguments.model, "Model file (default: the bundled one)");
  command.add_flag("--json", arguments.json, "Print one JSON object");
  addUnconfinedOption(command, arguments.confinement);
}

nlohmann::json toJson(const TaughtClass& taught, const Teacher& teacher) {
  nlohmann::json examples = nlohmann::json::array();
  for (const TaughtExample& example : taught.examples)
    examples.push_back({{"id", example.id},
                        {"counter_example", example.isCounterExample},
                        {"seconds", example.seconds},
                        {"origin", example.origin},
                        {"clip", teacher.clipOf(example).string()}});
  return {{"name", taught.name},
          {"threshold", taught.threshold},
          {"expectation", expectation(taught)},
          {"examples", examples}};
}

/// What is reported after each of the commands.
void print(const Teacher& teacher, bool json) {
  if (!teacher.problem().empty()) std::cerr << teacher.problem() << std::endl;
  if (json) {
    nlohmann::json classes = nlohmann::json::array();
    for (const TaughtClass& taught : teacher.classes().classes())
      classes.push_back(toJson(taught, teacher));
    printJson({{"classes", classes}});
    return;
  }
  if (teacher.classes().empty()) {
    std::cout << "This model has no taught classes. Teach one with: earwitness-cli teach NAME FILE"
              << std::endl;
    return;
  }
  TextTable table({"Class", "Expectation", "Example", "Kind", "Length", "Origin"});
  for (const TaughtClass& taught : teacher.classes().classes()) {
    if (taught.examples.empty()) table.add({taught.name, expectation(taught), "", "", "", ""});
    for (const TaughtExample& example : taught.examples)
      table.add({taught.name, expectation(taught), example.id,
                 example.isCounterExample ? "counter-example" : "example",
                 durationText(example.seconds), example.origin});
  }
  std::cout << table.text() << std::flush;
}

// ---- teach

struct TeachArguments : ModelArguments {
  std::string name;
  std::vector<fs::path> files;
  double from = 0.0;
  std::optional<double> to;
  bool isCounterExample = false;
  ChannelChoice channel;
};

/// The part of the file, longer on both sides where it is shorter than what the model is given.
Lesson lessonFrom(const fs::path& file, const TeachArguments& arguments,
                  const ModelDescription& model) {
  const int rate = model.features.sampleRate;
  AudioReport report;
  const std::vector<float> samples = readAudio(file, rate, arguments.channel, &report);
  printNote(file, report);
  const double seconds = double(samples.size()) / rate;
  const double to = std::min(arguments.to.value_or(seconds), seconds);
  if (!(arguments.from < to))
    throw Error("The file " + inQuotes(file.string()) + " has " + durationText(seconds) +
                ", so nothing of it is between " + fixedPoint(arguments.from, 2) + " s and " +
                fixedPoint(to, 2) + " s.");
  const double missing = std::max(0.0, Teacher::leastSeconds(model) - (to - arguments.from));
  const auto begin = size_t(std::max(0.0, arguments.from - missing / 2.0) * rate);
  const size_t end = std::min(samples.size(), size_t((to + missing / 2.0) * rate));
  return {
      .name = arguments.name,
      .samples = {samples.begin() + std::ptrdiff_t(begin), samples.begin() + std::ptrdiff_t(end)},
      .sampleRate = double(rate),
      .origin = file.filename().string(),
      .isCounterExample = arguments.isCounterExample};
}

int runTeach(const TeachArguments& arguments) {
  catchInterrupts();
  const std::shared_ptr<Classifier> model = arguments.open();
  Teacher teacher(model);
  int failures = 0;
  for (const fs::path& file : arguments.files) try {
      if (interrupted()) return 130;
      teacher.teach(lessonFrom(file, arguments, model->description()));
    } catch (const Error& error) {
      std::cerr << "earwitness-cli: " << error.what() << std::endl;
      ++failures;
    }
  print(teacher, arguments.json);
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

// ---- taught

struct TaughtArguments : ModelArguments {
  std::string removeExample, removeClass;
  std::vector<std::string> rename;
};

int runTaught(const TaughtArguments& arguments) {
  Teacher teacher(arguments.open());
  if (!arguments.removeExample.empty())
    teacher.edit([&](TaughtClasses& classes) { classes.removeExample(arguments.removeExample); });
  if (!arguments.removeClass.empty())
    teacher.edit([&](TaughtClasses& classes) { classes.removeClass(arguments.removeClass); });
  if (arguments.rename.size() == 2)
    teacher.edit([&](TaughtClasses& classes) {
      classes.renameClass(arguments.rename[0], arguments.rename[1]);
    });
  print(teacher, arguments.json);
  return EXIT_SUCCESS;
}

}  // namespace

void addTeachCommands(CLI::App& program, Command& run) {
  auto teach = std::make_shared<TeachArguments>();
  CLI::App* command = program.add_subcommand(
      "teach", "Teach the model a class by example; it is detected from then on");
  command->add_option("name", teach->name, "Name of the class")->required();
  command->add_option("files", teach->files, "Audio files with the sound")->required();
  command->add_option("--from", teach->from, "Where the sound begins in the files, in seconds")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--to", teach->to, "Where it ends (default: the end of the file)");
  command->add_flag("--counter-example", teach->isCounterExample,
                    "The files are not the class, although they were taken for it");
  addChannelOption(*command, teach->channel);
  addModelOptions(*command, *teach);
  command->callback([teach, &run] { run = [teach] { return runTeach(*teach); }; });

  auto taught = std::make_shared<TaughtArguments>();
  CLI::App* list = program.add_subcommand("taught", "List and edit what the model was taught");
  list->add_option("--remove", taught->removeExample, "Remove the example with this id");
  list->add_option("--remove-class", taught->removeClass, "Remove a class with its examples");
  list->add_option("--rename", taught->rename, "Old and new name of a class")->expected(2);
  addModelOptions(*list, *taught);
  list->callback([taught, &run] { run = [taught] { return runTaught(*taught); }; });
}

}  // namespace earwitness
