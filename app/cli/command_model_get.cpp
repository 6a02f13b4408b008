// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/output_file.h"
#include "app/cli/progress_bar.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"
#include "core/inference/checkpoint_import.h"
#include "core/listening/model_description.h"
#include "core/listening/own_models.h"
#include "core/listening/public_models.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kInterrupted = 130;
constexpr auto kBetweenLines = std::chrono::milliseconds(100);

// ---- model list

struct ListArguments {
  fs::path list;
  bool available = false;
  bool json = false;
};

int listAvailable(const ListArguments& arguments) {
  const std::vector<PublicModel> models = publicModels(arguments.list);
  if (arguments.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const PublicModel& model : models) list.push_back(toJson(model));
    printJson({{"models", list}});
    return EXIT_SUCCESS;
  }
  TextTable table(
      {"Name", "Labels", "Label set", "Parameters", "Size", "mAP", "Licence", "Source"});
  for (const PublicModel& model : models)
    table.add({model.name, std::to_string(model.labels), model.labelSet,
               fixedPoint(double(model.parameters) / 1e6, 2) + " M", bytesText(model.likelyBytes()),
               fixedPoint(model.meanAveragePrecision, 3), model.licence, model.source});
  std::cout << table.text() << "Get one with: earwitness-cli model get NAME" << std::endl;
  return EXIT_SUCCESS;
}

/// The bundled models and the user's own.
int listInstalled(const ListArguments& arguments) {
  nlohmann::json list = nlohmann::json::array();
  TextTable table({"Name", "Classes", "File"});
  const auto add = [&](const fs::path& file, const char* origin) {
    try {
      const ModelDescription model = readModelDescription(file);
      table.add({model.name, std::to_string(model.labels.size()), file.string()});
      list.push_back({{"name", model.name},
                      {"labels", model.labels.size()},
                      {"file", file.string()},
                      {"origin", origin}});
    } catch (const Error& error) {
      std::cerr << "Skipped: " << error.what() << std::endl;
    }
  };
  for (const fs::path& file : modelsIn(bundledModel().parent_path())) add(file, "bundled");
  for (const fs::path& file : ownModels()) add(file, "own");
  if (arguments.json)
    printJson({{"models", list}});
  else
    std::cout << table.text() << std::flush;
  return EXIT_SUCCESS;
}

// ---- model get

struct GetArguments {
  std::string name;
  fs::path list, output;
  bool json = false;
  Confinement confinement;
};

/// Shows how far a download and an import are: a bar on a terminal, or lines of JSON for another
/// program.
class GetReport {
 public:
  GetReport(const PublicModel& model, bool json) : model_(model), json_(json) {}

  void download(const DownloadProgress& progress) {
    const uint64_t total = progress.totalBytes != 0 ? progress.totalBytes : model_.likelyBytes();
    const bool isDone = progress.receivedBytes == progress.totalBytes;
    if (!json_) {
      bar_.show(double(progress.receivedBytes) / double(total),
                bytesText(progress.receivedBytes) + " of " + bytesText(total));
      return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (progress.receivedBytes == received_ || (!isDone && now - last_ < kBetweenLines)) return;
    received_ = progress.receivedBytes;
    last_ = now;
    printJson({{"event", "download"}, {"received", progress.receivedBytes}, {"total", total}});
  }
  void import(const std::string& step) {
    if (json_)
      printJson({{"event", "import"}, {"step", step}});
    else if (showsProgress())
      std::cerr << "\r\033[K" << step << std::flush;
  }
  /// Before anything else is printed.
  void end() {
    bar_.clear();
    if (!json_ && showsProgress()) std::cerr << "\r\033[K" << std::flush;
  }

 private:
  const PublicModel& model_;
  bool json_;
  ProgressBar bar_;
  uint64_t received_ = 0;  ///< as printed last
  std::chrono::steady_clock::time_point last_;
};

/// Where the checkpoint is while it is fetched and imported. Creates the folder.
fs::path checkpointFile(const PublicModel& model) {
  const fs::path folder = cacheFolder() / "downloads";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error("The folder '%1' for downloads cannot be created: %2.", folder, error.message());
  return folder / model.fileName;
}

/// True if an earlier call fetched it, but its import was cancelled.
bool isThere(const PublicModel& model, const fs::path& checkpoint) {
  std::error_code error;
  if (!fs::is_regular_file(checkpoint, error)) return false;
  const uint64_t size = fs::file_size(checkpoint, error);
  if (error || (model.bytes != 0 && size != model.bytes)) return false;
  return model.sha256.empty() || sha256Of(readFile(checkpoint)) == model.sha256;
}

void fetch(const PublicModel& model, const fs::path& checkpoint, GetReport& report) {
  DownloadRequest request;
  request.address = model.address;
  request.target = checkpoint;
  request.exactBytes = model.bytes;
  request.mostBytes = model.mostBytes();
  request.sha256 = model.sha256;
  request.allowsPlainHttp = model.isPlainHttp();
  StopSignal stop;
  downloadFile(
      request,
      [&](const DownloadProgress& progress) {
        if (interrupted()) stop.request();
        report.download(progress);
      },
      stop);
}

ImportedCheckpoint imported(const PublicModel& model, const fs::path& checkpoint,
                            const Confinement& confinement, GetReport& report) {
  CheckpointImport request;
  request.checkpoint = checkpoint;
  request.origin = {model.title, model.licence,
                    model.authors + ", " + model.paper + "; " + model.address};
  request.sample = bundledSample();
  request.confinement = confinement;
  request.onStep = [&report](const std::string& step) { report.import(step); };
  request.cancelled = &interrupted();
  return importCheckpoint(request);
}

/// One run of the command, from the address to the user's model file.
class Get {
 public:
  explicit Get(const GetArguments& arguments)
      : arguments_(arguments),
        models_(publicModels(arguments.list)),
        model_(publicModelNamed(models_, arguments.name)),
        output_(arguments.output, OutputFile::Contents::Binary),
        isJson_(arguments.json && (arguments.output.empty() || !output_.isStandardOutput())),
        report_(model_, isJson_) {}

  int run() {
    requireOutputFile();
    catchInterrupts();
    checkpoint_ = checkpointFile(model_);
    const char* step = "download";
    try {
      if (!isThere(model_, checkpoint_)) fetch(model_, checkpoint_, report_);
      step = "import";
      save(imported(model_, checkpoint_, arguments_.confinement, report_));
      return EXIT_SUCCESS;
    } catch (const Stopped&) {
      return cancelled();
    } catch (const OutputClosed&) {
      throw;
    } catch (const SandboxError& error) {
      return failed(error.message(), step, true);
    } catch (const Error& error) {
      return failed(error.message(), step, false);
    }
  }

 private:
  bool isSavedAsOwn() const { return arguments_.output.empty(); }

  void requireOutputFile() const {
    if (isSavedAsOwn()) return;
    std::error_code none;
    if (fs::is_regular_file(output_.path(), none))
      throw Error("'%1' exists already. Choose another name for --output.", arguments_.output);
    output_.requireWritable();
  }

  void save(const ImportedCheckpoint& model) {
    fs::path file = arguments_.output;
    if (isSavedAsOwn())
      file = addOwnModel(model_.title, model.archive);
    else
      output_.write(model.archive);
    std::error_code none;
    fs::remove(checkpoint_, none);  // the model has all of it
    report_.end();
    if (isJson_)
      printJson({{"event", "finished"},
                 {"name", model_.title},
                 {"file", file.string()},
                 {"summary", model.summary}});
    else if (isSavedAsOwn() || !output_.isStandardOutput())
      std::cout << "Saved: " << file.string() << std::endl;
  }

  int cancelled() {
    report_.end();
    const uint64_t bytes = partBytes(checkpoint_);
    if (isJson_)
      printJson({{"event", "cancelled"}, {"received", bytes}});
    else if (bytes > 0)
      std::cerr << "Cancelled. " << bytesText(bytes)
                << " of the file are saved, and the same command resumes the download."
                << std::endl;
    else
      std::cerr << "Cancelled." << std::endl;
    return kInterrupted;
  }

  int failed(const Message& problem, const std::string& step, bool isUnconfinable) {
    report_.end();
    // A file that cannot be imported is fetched again by the next attempt.
    std::error_code none;
    if (step == "import" && !isUnconfinable) fs::remove(checkpoint_, none);
    if (isJson_) {
      nlohmann::json line = {{"event", "failed"},
                             {"step", step},
                             {"address", model_.address},
                             {"source", model_.source},
                             {"unconfinable", isUnconfinable}};
      put(line, "problem", problem);
      printJson(line);
      return EXIT_FAILURE;
    }
    if (isUnconfinable) throw SandboxError(withUnconfinedHint(problem));
    if (step == "import") throw Error(problem);
    throw Error(
        "%1 A file that you download yourself is imported by 'earwitness-cli model import FILE'.",
        problem);
  }

  const GetArguments& arguments_;
  std::vector<PublicModel> models_;
  const PublicModel& model_;
  OutputFile output_;
  bool isJson_;
  GetReport report_;
  fs::path checkpoint_;
};

void addListOption(CLI::App& command, fs::path& list) {
  command.add_option("--list", list, "List of models to use instead of the bundled one (JSON)")
      ->envname("EARWITNESS_MODEL_LIST");
}

void addListCommand(CLI::App& model, Command& run) {
  auto arguments = std::make_shared<ListArguments>();
  CLI::App* command = model.add_subcommand("list", "List the models on this computer");
  command->add_flag("--available", arguments->available,
                    "List the public models that 'model get' can download instead");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  addListOption(*command, arguments->list);
  command->callback([arguments, &run] {
    run = [arguments] {
      return arguments->available ? listAvailable(*arguments) : listInstalled(*arguments);
    };
  });
}

void addGetCommand(CLI::App& model, Command& run) {
  auto arguments = std::make_shared<GetArguments>();
  CLI::App* command =
      model.add_subcommand("get", "Download a public model, import it and save it as a model file");
  command->add_option("name", arguments->name, "Name in 'model list --available'")->required();
  command->add_option("--output", arguments->output,
                      "Model file to write (default: a new one among your models, where the window "
                      "lists it); - is standard output");
  command->add_flag("--json", arguments->json, "Print progress and result as lines of JSON");
  addListOption(*command, arguments->list);
  addUnconfinedOption(*command, arguments->confinement);
  command->callback([arguments, &run] { run = [arguments] { return Get(*arguments).run(); }; });
}

}  // namespace

void addGetModelCommands(CLI::App& model, Command& run) {
  addListCommand(model, run);
  addGetCommand(model, run);
}

}  // namespace earwitness
