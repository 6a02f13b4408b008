#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/export_options.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct ClassifyArguments {
  std::vector<fs::path> files;
  fs::path model;
  bool json = false;
  ExportOptions exports;
};

nlohmann::json scoresByLabel(std::span<const float> scores,
                             const std::vector<std::string>& labels) {
  nlohmann::json json = nlohmann::json::object();
  for (size_t i = 0; i < labels.size(); ++i) json[labels[i]] = scores[i];
  return json;
}

nlohmann::json toJson(const fs::path& file, const FileScores& result,
                      const ModelDescription& model) {
  nlohmann::json windows = nlohmann::json::array();
  for (const ScoredWindow& window : result.windows)
    windows.push_back(
        {{"start", window.startSeconds}, {"end", window.endSeconds}, {"scores", window.scores}});
  nlohmann::json events = nlohmann::json::array();
  for (const Event& event : result.events)
    events.push_back({{"label", model.labels[size_t(event.label)]},
                      {"onset", event.onsetSeconds},
                      {"offset", event.offsetSeconds},
                      {"peak_score", event.peakScore},
                      {"mean_score", event.meanScore}});
  const int top = topLabels(result.whole, 1).at(0);
  return {{"file", file.string()},
          {"seconds", result.seconds},
          {"top", model.labels[size_t(top)]},
          {"scores", scoresByLabel(result.whole, model.labels)},
          {"windows", windows},
          {"events", events}};
}

void printText(const fs::path& file, const FileScores& result, const ModelDescription& model) {
  std::cout << file.string() << "\n";
  for (int label : topLabels(result.whole, 5))
    std::cout << "  " << percent(result.whole[size_t(label)]) << "  " << model.labels[size_t(label)]
              << "\n";
  std::cout << std::flush;
}

std::vector<ExportedEvent> exportedEvents(const fs::path& file, const FileScores& result,
                                          const ModelDescription& model) {
  const double sampleRate = AudioFileReader(file).sampleRate();
  std::vector<ExportedEvent> events;
  for (const Event& event : result.events) {
    ExportedEvent exported;
    exported.source = file.string();
    exported.startSeconds = event.onsetSeconds;
    exported.endSeconds = event.offsetSeconds;
    exported.label = model.labels[size_t(event.label)];
    exported.peakScore = event.peakScore;
    exported.meanScore = event.meanScore;
    exported.modelName = model.name;
    exported.modelFingerprint = model.fingerprint;
    exported.sourceSeconds = result.seconds;
    exported.sourceRate = sampleRate;
    exported.highHz = float(model.features.fMaxHz);
    events.push_back(std::move(exported));
  }
  return events;
}

int runClassify(const ClassifyArguments& arguments) {
  const std::optional<ExportFormat> format = arguments.exports.format();
  NetworkClassifier classifier(arguments.model.empty() ? bundledModel() : arguments.model);
  const ModelDescription& model = classifier.description();
  classifier.warmUp();
  catchInterrupts();
  FileAnalysisHooks hooks;
  hooks.cancelled = &interrupted();
  nlohmann::json files = nlohmann::json::array();
  nlohmann::json errors = nlohmann::json::array();
  std::vector<ExportedEvent> events;
  for (const fs::path& file : arguments.files) {
    try {
      const FileScores result =
          analyseFile(file, &classifier, model.features, eventSettingsOf(model), hooks);
      if (interrupted()) break;
      if (format) {
        const std::vector<ExportedEvent> more = exportedEvents(file, result, model);
        events.insert(events.end(), more.begin(), more.end());
      }
      if (arguments.json)
        files.push_back(toJson(file, result, model));
      else if (!format)
        printText(file, result, model);
    } catch (const Error& error) {
      if (interrupted()) break;
      errors.push_back({{"file", file.string()}, {"error", error.what()}});
      std::cerr << "earwitness-cli: " << error.what() << std::endl;
    }
  }
  if (format) arguments.exports.write(events, *format);
  if (arguments.json)
    printJson(
        {{"model",
          {{"name", model.name}, {"fingerprint", model.fingerprint}, {"labels", model.labels}}},
         {"files", files},
         {"errors", errors}});
  if (interrupted()) return 130;
  return errors.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

void addClassifyCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<ClassifyArguments>();
  CLI::App* command = program.add_subcommand("classify", "Name the sounds in audio files");
  command->add_option("files", arguments->files, "Audio files")->required();
  command->add_option("--model", arguments->model, "Model file (default: the bundled one)");
  CLI::Option* json = command->add_flag("--json", arguments->json, "Print one JSON object");
  arguments->exports.addTo(*command);
  json->excludes("--format");
  json->excludes("--output");
  command->callback([arguments, &run] { run = [arguments] { return runClassify(*arguments); }; });
}

}  // namespace earwitness
