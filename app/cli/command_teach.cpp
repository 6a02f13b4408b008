// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/audio/audio_file.h"
#include "core/base/case_fold.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/taught_model.h"
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
          {"expectation", expectation(taught).english()},
          {"examples", examples}};
}

/// What is reported after each of the commands. `made`: the model that was written, if any.
void print(const Teacher& teacher, bool json, const nlohmann::json& made = {}) {
  if (!teacher.problem().empty()) std::cerr << teacher.problem().english() << std::endl;
  if (json) {
    nlohmann::json classes = nlohmann::json::array();
    for (const TaughtClass& taught : teacher.classes().classes())
      classes.push_back(toJson(taught, teacher));
    nlohmann::json object = {{"classes", classes}};
    if (!made.is_null()) object["made"] = made;
    printJson(object);
    return;
  }
  if (teacher.classes().empty()) {
    std::cout << "This model has no taught classes. Teach one with: earwitness-cli teach NAME FILE"
              << std::endl;
    return;
  }
  TextTable table({"Class", "Threshold", "Expectation", "Example", "Kind", "Length", "Origin"});
  for (const TaughtClass& taught : teacher.classes().classes()) {
    const std::string threshold = fixedPoint(double(taught.threshold), 2);
    if (taught.examples.empty())
      table.add({taught.name, threshold, expectation(taught).english(), "", "", "", ""});
    for (const TaughtExample& example : taught.examples)
      table.add({taught.name, threshold, expectation(taught).english(), example.id,
                 example.isCounterExample ? "counter-example" : "example",
                 durationText(example.seconds), example.origin});
  }
  std::cout << table.text();
  if (!made.is_null())
    std::cout << "Saved: " << made.value("file", "") << " (" << made.value("name", "") << ")\n";
  std::cout << std::flush;
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
    throw Error("The file '%1' has %2, so nothing of it is between %3 s and %4 s.", file,
                durationText(seconds), fixedPoint(arguments.from, 2), fixedPoint(to, 2));
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
  std::vector<std::string> rename, threshold;
  fs::path importFile, exportFile, makeModel;
  std::string modelName;

  fs::path modelFile() const { return model.empty() ? bundledModel() : model; }
};

/// The number behind --threshold NAME.
float thresholdOf(const std::string& text) {
  float value = -1.0F;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size())
    throw Error("The threshold '%1' is not a number. Choose one from 0 to 1.", text);
  return value;
}

void setThreshold(Teacher& teacher, const std::string& name, const std::string& text,
                  const ModelDescription& model) {
  const float value = thresholdOf(text);
  teacher.edit([&](TaughtClasses& classes) { classes.setThreshold(name, value); });
  for (const std::string& label : model.labels)
    if (foldedCase(label) == foldedCase(name))
      std::cerr << "Note: " << inQuotes(label)
                << " is a class of the model itself, so the model's threshold applies to it."
                << std::endl;
}

std::string counted(size_t count, const char* one, const char* more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

/// Notes go to standard error: the list follows.
void printImport(const TaughtImport& import) {
  const TaughtClasses::Added& added = import.added;
  std::cerr << "Imported: " << counted(added.classes, "class", "classes") << ", "
            << counted(added.examples, "example", "examples") << "\n";
  if (added.known > 0)
    std::cerr << counted(added.known, "example was", "examples were") << " there already.\n";
  if (import.withoutClip > 0)
    std::cerr << counted(import.withoutClip, "example was", "examples were")
              << " skipped: they have no clip, and were taught to another model.\n";
  std::cerr << std::flush;
}

/// The written model, as a JSON object.
nlohmann::json makeModel(const TaughtArguments& arguments, const Teacher& teacher,
                         const OutputFile& output) {
  TaughtModelRequest request{.modelFile = arguments.modelFile(),
                             .classes = teacher.classes(),
                             .name = arguments.modelName,
                             .confinement = arguments.confinement,
                             .cancelled = &interrupted()};
  if (showsProgress())
    request.onStep = [](const std::string& step) { std::cerr << "\r\033[K" << step << std::flush; };
  TaughtModel made = makeTaughtModel(request);
  if (showsProgress()) std::cerr << "\r\033[K" << std::flush;
  output.write(made.archive);
  made.summary["file"] = arguments.makeModel.string();
  return std::move(made.summary);
}

int runTaught(const TaughtArguments& arguments) {
  const OutputFile exported(arguments.exportFile, OutputFile::Contents::Binary);
  const OutputFile made(arguments.makeModel, OutputFile::Contents::Binary);
  if (!arguments.exportFile.empty())
    exported.requireWritable({arguments.modelFile(), arguments.importFile});
  if (!arguments.makeModel.empty())
    made.requireWritable({arguments.modelFile(), arguments.importFile});
  catchInterrupts();
  const std::shared_ptr<Classifier> model = arguments.open();
  Teacher teacher(model);
  if (!arguments.importFile.empty()) printImport(teacher.importFrom(arguments.importFile));
  if (!arguments.removeExample.empty())
    teacher.edit([&](TaughtClasses& classes) { classes.removeExample(arguments.removeExample); });
  if (!arguments.removeClass.empty())
    teacher.edit([&](TaughtClasses& classes) { classes.removeClass(arguments.removeClass); });
  if (arguments.rename.size() == 2)
    teacher.edit([&](TaughtClasses& classes) {
      classes.renameClass(arguments.rename[0], arguments.rename[1]);
    });
  if (arguments.threshold.size() == 2)
    setThreshold(teacher, arguments.threshold[0], arguments.threshold[1], model->description());
  if (!arguments.exportFile.empty()) teacher.exportTo(exported.path());
  nlohmann::json written;
  if (!arguments.makeModel.empty()) try {
      written = makeModel(arguments, teacher, made);
    } catch (const Stopped&) {
      return 130;
    }
  const bool isOutputTaken = (!arguments.exportFile.empty() && exported.isStandardOutput()) ||
                             (!arguments.makeModel.empty() && made.isStandardOutput());
  if (!isOutputTaken) print(teacher, arguments.json, written);
  return EXIT_SUCCESS;
}

}  // namespace

void addTeachCommands(CLI::App& program, Command& run) {
  auto teach = std::make_shared<TeachArguments>();
  CLI::App* command = program.add_subcommand(
      "teach", "Teach the model a class by examples. It is detected from then on");
  command->add_option("name", teach->name, "Name of the class")->required();
  command->add_option("files", teach->files, "Audio files with the sound")->required();
  command->add_option("--from", teach->from, "Start of the sound in the files, in seconds")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--to", teach->to,
                      "End of the sound in the files, in seconds (default: the end of the file)");
  command->add_flag(
      "--counter-example", teach->isCounterExample,
      "Counter-examples: the files do not belong to the class, but were detected as it");
  addChannelOption(*command, teach->channel);
  addModelOptions(*command, *teach);
  command->callback([teach, &run] { run = [teach] { return runTeach(*teach); }; });

  auto taught = std::make_shared<TaughtArguments>();
  CLI::App* list = program.add_subcommand("taught", "List and edit what the model was taught");
  list->add_option("--remove", taught->removeExample, "Remove the example with this id");
  list->add_option("--remove-class", taught->removeClass, "Remove a class with its examples");
  list->add_option("--rename", taught->rename, "Old and new name of a class")->expected(2);
  list->add_option("--threshold", taught->threshold,
                   "Threshold of a class: its name, and a score from 0 to 1")
      ->expected(2);
  list->add_option("--import", taught->importFile,
                   "Import the classes of a file that --export or the window saved; classes of "
                   "another model are learned again from their clips");
  list->add_option("--export", taught->exportFile,
                   "Export the classes and their clips to this file (.earwitness-taught)");
  list->add_option("--make-model", taught->makeModel,
                   "Save a model file that includes the taught classes");
  list->add_option("--name", taught->modelName, "Display name of that model");
  addModelOptions(*list, *taught);
  list->callback([taught, &run] { run = [taught] { return runTaught(*taught); }; });
}

}  // namespace earwitness
