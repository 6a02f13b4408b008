// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/inference/checkpoint_import.h"
#include "core/inference/confined_task.h"
#include "core/listening/label_list.h"
#include "core/network/foreign_archive.h"
#include "core/network/foreign_model.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// How a file that is not known yet is run.
struct ConfinedRun {
  SandboxLimits limits;
  Confinement confinement;
};

void addLimitOptions(CLI::App& command, ConfinedRun& run) {
  SandboxLimits& limits = run.limits;
  const char* group = "Limits";
  command.add_option("--memory-mib", limits.memoryMib, "Memory that the file may use")
      ->check(CLI::Range(64, 1'000'000))
      ->group(group)
      ->capture_default_str();
  command.add_option("--cpu-seconds", limits.cpuSeconds, "Computing time that it may use")
      ->check(CLI::Range(1, 86'400))
      ->group(group)
      ->capture_default_str();
  addUnconfinedOption(command, run.confinement);
}

/// Does it in a confined child, and shows what that is doing where somebody watches.
ConfinedResult confined(const fs::path& file, nlohmann::json request, const ConfinedRun& run) {
  catchInterrupts();
  SandboxLimits limits = run.limits;
  limits.wallSeconds = limits.cpuSeconds + limits.cpuSeconds / 2 + 10;  // others compute as well
  ConfinedTask task;
  task.confinement = run.confinement;
  task.file = file;
  task.request = std::move(request);
  task.limits = limits;
  task.cancelled = &interrupted();
  const bool shown = showsProgress();
  if (shown)
    task.onStep = [](const std::string& step) { std::cerr << "\r\033[K" << step << std::flush; };
  const auto clearLine = [shown] {
    if (shown) std::cerr << "\r\033[K" << std::flush;
  };
  try {
    ConfinedResult result = runConfined(task);
    clearLine();
    return result;
  } catch (const SandboxError& error) {
    clearLine();
    throw SandboxError(withUnconfinedHint(error.message()));
  } catch (...) {
    clearLine();
    throw;
  }
}

// ---- model probe

struct ProbeArguments {
  fs::path file;
  ConfinedRun run;
  bool json = false;
};

std::string sizesText(const nlohmann::json& sizes) {
  std::string text;
  for (const auto& size : sizes) text += (text.empty() ? "" : ", ") + size.dump();
  return "(" + text + ")";
}

void printProbe(const nlohmann::json& report) {
  std::cout << "Parameters:  " << report.at("parameters") << "\n";
  if (report.contains("family")) {
    std::cout << "Family:      " << report.value("family", "") << "\n"
              << "Labels:      " << report.at("labels") << "\n"
              << "These are weights of a known network, so model import needs no options."
              << std::endl;
    return;
  }
  for (const auto& input : report.at("inputs")) {
    const bool waveform = input.at("input") == nameOf(ModelInput::Waveform);
    std::cout << "Input:       (" << input.value("shape", "") << ")";
    if (waveform)
      std::cout << ", samples " << input.at("samples");
    else
      std::cout << ", frames " << input.at("frames") << ", mels " << input.at("n_mels")
                << (input.at("any_mels") ? " and others" : "");
    std::cout << (input.at("any_size") ? ", and other lengths" : ", and no other length") << "\n";
    for (const auto& output : input.at("outputs"))
      std::cout << "  answers    " << output.value("element", "")
                << (output.value("element", "").empty() ? "" : ": ")
                << sizesText(output.at("sizes")) << ", like " << output.value("looks_like", "")
                << (output.at("certain") ? "" : " or multi_label_logits") << "\n";
  }
  for (const auto& name : report.at("extra_files"))
    std::cout << "Extra file:  " << name.get<std::string>() << "\n";
  if (const std::string problem = report.value("problem", ""); !problem.empty())
    std::cout << problem << "\n";
  std::cout << std::flush;
}

int runProbe(const ProbeArguments& arguments) {
  nlohmann::json report;
  const char* task = isWeightsFile(arguments.file) ? "probe_checkpoint" : "probe";
  try {
    report = confined(arguments.file, {{"task", task}}, arguments.run).result;
    report["loads"] = true;
  } catch (const Stopped&) {
    return 130;
  } catch (const SandboxError& error) {
    if (!arguments.json) throw;
    report = {{"loads", false}, {"unconfinable", true}};
    put(report, "problem", error.message());
  } catch (const Error& error) {
    if (!arguments.json) throw;
    report = {{"loads", false}};
    put(report, "problem", error.message());
  }
  report["file"] = arguments.file.string();
  if (arguments.json)
    printJson(report);
  else
    printProbe(report);
  return report.at("loads") ? EXIT_SUCCESS : EXIT_FAILURE;
}

// ---- model import

struct ImportArguments {
  fs::path file, output, labels, sample;
  std::string shape, outputKind = "single-label-logits", element, scale = "db", name, licence,
                     features;
  std::optional<int> nFft, hop, nMels;
  std::optional<double> fMin, fMax, floorPower, offsetPower, hopSeconds, windowSeconds;
  int sampleRate = 16000;
  float threshold = 0.5F;
  std::vector<float> mean, deviation;
  ConfinedRun run;
  bool json = false;
};

FeatureSettings featuresFromText(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object())
    throw Error(
        "--features takes a JSON object of feature settings, as 'model info --json' prints them.");
  return featureSettingsFromJson(json);
}

FeatureSettings featuresOf(const ImportArguments& arguments) {
  FeatureSettings features = pictureFeatures(arguments.sampleRate);
  if (inputOf(foreignShapeNamed(arguments.shape)) == ModelInput::Waveform) return features;
  if (!arguments.features.empty()) return featuresFromText(arguments.features);
  if (arguments.scale != "db" && arguments.scale != "ln")
    throw Error("--scale is db (10 log10 of the power) or ln (its natural logarithm), not '%1'.",
                arguments.scale);
  if (arguments.scale == "ln") features.scale = LogScale::NaturalLog;
  features.nFft = arguments.nFft.value_or(features.nFft);
  features.hopSamples = arguments.hop.value_or(features.nFft / 2);
  features.nMels = arguments.nMels.value_or(features.nMels);
  features.fMinHz = arguments.fMin.value_or(features.fMinHz);
  features.fMaxHz = arguments.fMax.value_or(features.fMaxHz);
  features.floorPower = arguments.floorPower.value_or(features.floorPower);
  features.offsetPower = arguments.offsetPower.value_or(features.offsetPower);
  return features;
}

ForeignAnswers answersOf(const ImportArguments& arguments) {
  const LabelList list = readLabels(arguments.labels);
  ForeignAnswers answers;
  answers.shape = foreignShapeNamed(arguments.shape);
  answers.element = arguments.element;
  answers.mean = arguments.mean;
  answers.deviation = arguments.deviation;
  ModelDescription& model = answers.description;
  model.name = arguments.name.empty() ? arguments.file.stem().string() : arguments.name;
  model.labels = list.labels;
  model.input = inputOf(answers.shape);
  std::string kind = arguments.outputKind;
  std::replace(kind.begin(), kind.end(), '-', '_');
  model.output = modelOutputNamed(kind);
  model.features = featuresOf(arguments);
  model.windowSeconds = arguments.windowSeconds.value_or(0.0);
  model.hopSeconds = arguments.hopSeconds.value_or(std::min(1.0, model.windowSeconds));
  model.thresholds.assign(model.labels.size(), arguments.threshold);
  model.card = nlohmann::json::object();
  if (!arguments.licence.empty()) model.card["licence"] = arguments.licence;
  if (!list.ids.empty()) model.card["label_ids"] = list.ids;
  answers.validate();
  return answers;
}

void printImport(const nlohmann::json& trial, const fs::path& output) {
  if (trial.contains("sample")) {
    std::cout << trial.at("sample").value("file", "") << "\n";
    for (const auto& top : trial.at("sample").at("top"))
      std::cout << "  " << percent(top.value("score", 0.0)) << "  " << top.value("label", "")
                << "\n";
  }
  std::cout << "Inference time per window: " << fixedPoint(trial.value("window_ms", 0.0), 1)
            << " ms.\n";
  if (trial.contains("fires_on_noise"))
    std::cout << "False alarms: " << percent(trial.value("fires_on_noise", 0.0))
              << " of windows of plain noise\n";
  if (!output.empty()) std::cout << "Written: " << output.string() << "\n";
  std::cout << std::flush;
}

/// Options that a TorchScript file needs, and whether each was given. Weights of a known network
/// say all that themselves.
std::vector<std::pair<std::string, bool>> networkOptions(const ImportArguments& arguments) {
  return {{"--labels", !arguments.labels.empty()},
          {"--shape", !arguments.shape.empty()},
          {"--window-seconds", arguments.windowSeconds.has_value()}};
}

/// Throws CLI::ParseError.
void requireNetworkOptions(const ImportArguments& arguments) {
  const bool isKnown = isWeightsFile(arguments.file);
  for (const auto& [option, isGiven] : networkOptions(arguments)) {
    if (!isKnown && !isGiven) throw CLI::RequiredError(option);
    if (isKnown && isGiven)
      throw CLI::ParseError("The file " + inQuotes(arguments.file.string()) +
                                " contains weights without a network. If its network is known, its "
                                "input and labels are too: omit " +
                                option,
                            int(CLI::ExitCodes::ValidationError));
  }
}

nlohmann::json importRequest(const ImportArguments& arguments) {
  if (isWeightsFile(arguments.file))
    return {{"task", "import_checkpoint"},
            {"name", arguments.name},
            {"licence", arguments.licence},
            {"source", ""}};
  return {{"task", "import"}, {"answers", toJson(answersOf(arguments))}};
}

int runImport(const ImportArguments& arguments) {
  const OutputFile output(arguments.output, OutputFile::Contents::Binary);
  if (!arguments.output.empty())
    output.requireWritable({arguments.file, arguments.labels, arguments.sample});
  const fs::path sample = arguments.sample.empty() ? bundledSample() : arguments.sample;
  nlohmann::json request = importRequest(arguments);
  if (!sample.empty()) request["sample"] = fs::absolute(sample).string();
  ConfinedResult imported;
  try {
    imported = confined(arguments.file, std::move(request), arguments.run);
  } catch (const Stopped&) {
    return 130;
  }
  if (!arguments.output.empty()) {
    output.write(imported.payload);
    if (output.isStandardOutput()) return EXIT_SUCCESS;  // the model alone
    imported.result["output"] = arguments.output.string();
  }
  if (arguments.json)
    printJson(imported.result);
  else
    printImport(imported.result, arguments.output);
  return EXIT_SUCCESS;
}

void addFeatureOptions(CLI::App& command, ImportArguments& arguments) {
  const char* group = "Input";
  const auto option = [&command, group](const char* name, auto& value, const char* help) {
    return command.add_option(name, value, help)->group(group);
  };
  option("--shape", arguments.shape,
         "Input shape of the network: samples; 1,samples; 1,1,samples; frames,mels; 1,frames,mels; "
         "1,mels,frames; 1,1,frames,mels or 1,1,mels,frames");
  option("--window-seconds", arguments.windowSeconds, "Length of one analysis window");
  option("--sample-rate", arguments.sampleRate, "Sample rate in Hz")->capture_default_str();
  option("--n-fft", arguments.nFft, "Samples of the FFT (log-mel; default: 25 ms)");
  option("--hop", arguments.hop, "Samples between frames (log-mel; default: half the FFT)");
  option("--n-mels", arguments.nMels, "HTK mel bands (log-mel; default: 80)");
  option("--f-min", arguments.fMin, "Lowest frequency in Hz (log-mel; default: 0)");
  option("--f-max", arguments.fMax, "Highest frequency in Hz (log-mel; default: half the rate)");
  option("--scale", arguments.scale, "Logarithm: db or ln (log-mel)")->capture_default_str();
  option("--floor-power", arguments.floorPower,
         "Smallest power: lower values are raised to it (log-mel)");
  option("--offset-power", arguments.offsetPower, "Offset added to the power (log-mel)");
  option(
      "--features", arguments.features,
      "All of the log-mel settings instead, as a JSON object: also pre-emphasis, window, padding "
      "and mel scale, so that the network is given what it learned with (log-mel)");
  option("--mean", arguments.mean, "Mean to subtract from the input: one value, or one per band")
      ->delimiter(',');
  option("--std", arguments.deviation,
         "Standard deviation to divide by: one value, or one per band")
      ->delimiter(',');
}

void addProbeCommand(CLI::App& model, Command& run) {
  auto arguments = std::make_shared<ProbeArguments>();
  CLI::App* command = model.add_subcommand(
      "probe", "Open an unknown TorchScript file in a sandbox, and find out its input");
  command->add_option("file", arguments->file, "TorchScript file")->required();
  command->add_flag("--json", arguments->json, "Print one JSON object");
  addLimitOptions(*command, arguments->run);
  command->callback([arguments, &run] { run = [arguments] { return runProbe(*arguments); }; });
}

void addImportCommand(CLI::App& model, Command& run) {
  auto arguments = std::make_shared<ImportArguments>();
  CLI::App* command = model.add_subcommand(
      "import",
      "Import a third-party network and try it on a sound: a TorchScript file, which needs "
      "--labels, --shape and --window-seconds, or the weights of a known network (EfficientAT's mn "
      "family), which need no options");
  command->add_option("file", arguments->file, "TorchScript file or weights file")->required();
  command->add_option(
      "--output", arguments->output,
      "Model file to write (default: only try it); - is standard output, which gets the "
      "model alone");
  command->add_option("--labels", arguments->labels,
                      "Labels: one per line, or a table like AudioSet's");
  command
      ->add_option(
          "--output-kind", arguments->outputKind,
          "Output: single-label-logits (softmax), multi-label-logits (logistic) or probabilities")
      ->capture_default_str();
  command->add_option("--element", arguments->element,
                      "Which of several outputs has the labels: an index (0) or a name");
  command
      ->add_option("--threshold", arguments->threshold,
                   "Threshold: score from which an event is reported")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--hop-seconds", arguments->hopSeconds,
                      "Time between two windows, if less than 0.25 s");
  command->add_option("--name", arguments->name, "Display name (default: the file name)");
  command->add_option("--licence", arguments->licence, "Licence of the model");
  command->add_option("--sample", arguments->sample,
                      "Audio file to try it on (default: the bundled sample)");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  addFeatureOptions(*command, *arguments);
  addLimitOptions(*command, arguments->run);
  command->callback([arguments, &run] {
    requireNetworkOptions(*arguments);
    run = [arguments] { return runImport(*arguments); };
  });
}

}  // namespace

void addUnconfinedOption(CLI::App& command, Confinement& confinement) {
  command.add_flag("--unconfined", confinement.unconfined,
                   "Run a model that is not bundled without the sandbox: it can then read, change "
                   "and delete all that you can");
}

void addModelChoice(CLI::App& command, ModelChoice& choice) {
  command.add_option("--model", choice.model, "Model file (default: the bundled one)");
  command.add_flag("--no-taught", choice.withoutTaught,
                   "Ignore the classes that the model was taught (see 'taught')");
  addUnconfinedOption(command, choice.confinement);
}

std::shared_ptr<Classifier> openChosenModel(const ModelChoice& choice) {
  const fs::path file = choice.model.empty() ? bundledModel() : choice.model;
  if (choice.withoutTaught) return openClassifier(file, choice.confinement);
  return openTaughtClassifier(file, choice.confinement, [](const Message& problem) {
    std::cerr << "Warning: " << problem.english() << std::endl;
  });
}

void addForeignModelCommands(CLI::App& model, Command& run) {
  addProbeCommand(model, run);
  addImportCommand(model, run);
}

void addConfinedCommand(CLI::App& program, Command& run) {
  CLI::App* command = program.add_subcommand(
      "confined", "Work on a model from a stranger as standard input asks (a child process)");
  command->group("");  // for the program itself
  command->callback([&run] {
    run = [] {
      runConfinedTask(STDIN_FILENO, STDOUT_FILENO);
      return EXIT_SUCCESS;
    };
  });
}

}  // namespace earwitness
