// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/classify_files.h"
#include "app/cli/commands.h"
#include "app/cli/export_options.h"
#include "app/cli/model_commands.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/audio/recording_start.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/open_model.h"
#include "core/listening/file_analysis.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct ClassifyArguments {
  std::vector<fs::path> files;
  ModelChoice model;
  bool json = false;
  ChannelChoice channel;
  std::string start;
  std::string zone;
  ExportOptions exports;
};

/// One analysed file.
struct Classified {
  fs::path file;
  FileScores result;
  StartFinding start;
};

nlohmann::json scoresByLabel(std::span<const float> scores,
                             const std::vector<std::string>& labels) {
  nlohmann::json json = nlohmann::json::object();
  for (size_t i = 0; i < labels.size(); ++i) json[labels[i]] = scores[i];
  return json;
}

/// "2024-03-31T02:30:02.960+01:00"; null when the start of the recording is not known.
nlohmann::json timeAt(const StartFinding& start, double seconds) {
  if (!start.start) return nullptr;
  return isoText(later(start.start->time, seconds));
}

nlohmann::json toJson(const Classified& classified, const ModelDescription& model) {
  const FileScores& result = classified.result;
  nlohmann::json windows = nlohmann::json::array();
  for (const ScoredWindow& window : result.windows)
    windows.push_back(
        {{"start", window.startSeconds}, {"end", window.endSeconds}, {"scores", window.scores}});
  nlohmann::json events = nlohmann::json::array();
  for (const Event& event : result.events)
    events.push_back({{"label", model.labels[size_t(event.label)]},
                      {"onset", event.onsetSeconds},
                      {"offset", event.offsetSeconds},
                      {"start_time", timeAt(classified.start, event.onsetSeconds)},
                      {"end_time", timeAt(classified.start, event.offsetSeconds)},
                      {"peak_score", event.peakScore},
                      {"mean_score", event.meanScore}});
  const int top = topLabels(result.whole, 1).at(0);
  nlohmann::json from;
  if (classified.start.start) from = sourceKey(classified.start.start->source);
  nlohmann::json json = {{"file", classified.file.string()},
                         {"seconds", result.seconds},
                         {"recording_start", timeAt(classified.start, 0.0)},
                         {"recording_start_from", from},
                         {"top", model.labels[size_t(top)]},
                         {"scores", scoresByLabel(result.whole, model.labels)},
                         {"windows", windows},
                         {"events", events}};
  addAudio(json, result.audio);
  return json;
}

void printText(const fs::path& file, const FileScores& result, const ModelDescription& model) {
  std::cout << file.string() << "\n";
  for (int label : topLabels(result.whole, 5))
    std::cout << "  " << percent(result.whole[size_t(label)]) << "  " << model.labels[size_t(label)]
              << "\n";
  std::cout << std::flush;
}

void addEvents(const Classified& classified, const ModelDescription& model,
               std::vector<ExportedEvent>& events) {
  const double sampleRate = AudioFileReader(classified.file).sampleRate();
  for (const Event& event : classified.result.events) {
    ExportedEvent exported;
    exported.source = classified.file.string();
    exported.startSeconds = event.onsetSeconds;
    exported.endSeconds = event.offsetSeconds;
    exported.label = model.labels[size_t(event.label)];
    exported.peakScore = event.peakScore;
    exported.meanScore = event.meanScore;
    exported.modelName = model.name;
    exported.modelFingerprint = model.fingerprint;
    exported.sourceSeconds = classified.result.seconds;
    exported.sourceRate = sampleRate;
    exported.highHz = float(model.features.fMaxHz);
    if (classified.start.start) exported.sourceStart = classified.start.start->time;
    events.push_back(std::move(exported));
  }
}

/// Starts of recordings: as given, or as each file tells it.
class Starts {
 public:
  Starts(const ClassifyArguments& arguments, const std::vector<fs::path>& files)
      : zone_(TimeZone::named(arguments.zone)) {
    if (arguments.start.empty()) return;
    if (files.size() != 1)
      throw Error(
          "--start is the start of one recording, but %1 files are to be analysed. Analyse them "
          "one by one.",
          files.size());
    given_ = inZone({givenStart(arguments.start), {}}, zone_);
  }

  StartFinding of(const fs::path& file) const {
    return given_ ? *given_ : inZone(findRecordingStart(file), zone_);
  }

 private:
  TimeZone zone_;
  std::optional<StartFinding> given_;
};

/// One run of the command.
class Classification {
 public:
  explicit Classification(const ClassifyArguments& arguments)
      : arguments_(arguments),
        format_(arguments.exports.format(arguments.files)),
        found_(filesToClassify(arguments.files)),
        starts_(arguments, found_.files),
        classifier_(openChosenModel(arguments.model)) {}

  int run() {
    for (const std::string& note : found_.notes) std::cerr << note << std::endl;
    for (const FilesToClassify::Problem& problem : found_.problems)
      addError(problem.file, problem.error);
    for (const fs::path& file : found_.files) {
      if (interrupted()) break;
      classify(file);
    }
    if (format_) arguments_.exports.write(events_, *format_, exported_);
    if (arguments_.json) printAll();
    if (interrupted()) return 130;
    sayHowMany();
    return errors_.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
  }

 private:
  const ModelDescription& model() const { return classifier_->description(); }

  void classify(const fs::path& file) {
    try {
      FileAnalysisHooks hooks;
      hooks.cancelled = &interrupted();
      hooks.channel = arguments_.channel;
      const Classified classified{
          file,
          analyseFile(file, classifier_.get(), model().features, eventSettingsOf(model()), hooks),
          starts_.of(file)};
      if (interrupted()) return;
      printNote(file, classified.result.audio);
      add(classified);
    } catch (const Error& error) {
      if (!interrupted()) addError(file, error.what());
    }
  }

  void add(const Classified& classified) {
    if (format_) {
      addEvents(classified, model(), events_);
      exported_.push_back({classified.file.string(), classified.result.seconds});
    }
    if (arguments_.json)
      files_.push_back(toJson(classified, model()));
    else if (!format_)
      printText(classified.file, classified.result, model());
    // Without times in the output, nobody misses them.
    if ((format_ || arguments_.json) && !classified.start.note.empty())
      std::cerr << classified.file.string() << ": " << classified.start.note.english() << std::endl;
  }

  void addError(const fs::path& file, const std::string& error) {
    errors_.push_back({{"file", file.string()}, {"error", error}});
    std::cerr << "earwitness-cli: " << error << std::endl;
  }

  void printAll() const {
    printJson({{"model",
                {{"name", model().name},
                 {"fingerprint", model().fingerprint},
                 {"labels", model().labels}}},
               {"files", files_},
               {"errors", errors_}});
  }

  void sayHowMany() const {
    const size_t all = found_.files.size() + found_.problems.size();
    if (!errors_.empty() && all > 1)
      std::cerr << errors_.size() << " of " << all << " files were not read." << std::endl;
  }

  const ClassifyArguments& arguments_;
  std::optional<ExportFormat> format_;
  FilesToClassify found_;
  Starts starts_;
  std::shared_ptr<Classifier> classifier_;
  nlohmann::json files_ = nlohmann::json::array();
  nlohmann::json errors_ = nlohmann::json::array();
  std::vector<ExportedEvent> events_;
  std::vector<ExportedFile> exported_;  ///< all that were analysed, also those without events
};

int runClassify(const ClassifyArguments& arguments) {
  catchInterrupts();
  return Classification(arguments).run();
}

}  // namespace

void addClassifyCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<ClassifyArguments>();
  CLI::App* command = program.add_subcommand("classify", "Detect sounds in audio files");
  command
      ->add_option("files", arguments->files,
                   "Audio files, and folders of them: " + audioKinds().english())
      ->required();
  addModelChoice(*command, arguments->model);
  addChannelOption(*command, arguments->channel);
  CLI::Option* json = command->add_flag("--json", arguments->json, "Print one JSON object");
  command->add_option("--start", arguments->start,
                      "Start of the recording: \"2024-03-31 02:30\", also with +02:00 (default: "
                      "from its metadata or its name)");
  command->add_option("--zone", arguments->zone,
                      "Time zone of times without one: Europe/Berlin, +02:00, UTC, local (default: "
                      "left as written)");
  arguments->exports.addTo(*command);
  json->excludes("--format");
  json->excludes("--output");
  command->callback([arguments, &run] { run = [arguments] { return runClassify(*arguments); }; });
}

}  // namespace earwitness
