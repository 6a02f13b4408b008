// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <sys/prctl.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/inference/checkpoint_work.h"
#include "core/inference/confined_task.h"
#include "core/inference/foreign_import.h"
#include "core/inference/foreign_probe.h"
#include "core/inference/open_model.h"
#include "core/inference/taught_model_work.h"
#include "core/listening/taught_store.h"
#include "core/network/model_file.h"
#include "core/network/network_cost.h"
#include "core/network/old_checkpoint.h"
#include "core/network/tensor_bytes.h"
#include "core/network/torch_preparation.h"

namespace earwitness {
namespace {

using nlohmann::json;

void writeAll(int output, const std::string& bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(output, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw Error("The process that asked for this work no longer exists.");
    done += size_t(count);
  }
}

void writeLine(int output, const json& line) {
  writeAll(output, line.dump(-1, ' ', false, json::error_handler_t::replace) + "\n");
}

void writeProblem(int output, const Message& problem, json line = json::object()) {
  put(line, "error", problem);
  writeLine(output, line);
}

/// The first line; nothing comes after it.
std::string readLine(int input) {
  std::string line;
  std::array<char, 65536> block;
  while (line.find('\n', line.size() - std::min(line.size(), block.size())) == std::string::npos) {
    const ssize_t count = ::read(input, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    line.append(block.data(), size_t(count));
  }
  return line.substr(0, line.find('\n'));
}

/// Opens nothing and runs the model's code: it is called when the process is confined.
using Work = std::function<ConfinedResult(const std::function<void(const std::string&)>& onStep)>;

Work probing(const json& request) {
  const auto file =
      std::make_shared<ForeignFile>(openForeignFile(request.at("file").get<std::string>()));
  return [file](const auto& onStep) -> ConfinedResult {
    return {toJson(probeForeignModel(*file, onStep)), {}};
  };
}

/// The sound that the request names, read.
std::shared_ptr<TrialSound> trialSound(const json& request, int sampleRate) {
  auto sound = std::make_shared<TrialSound>();
  sound->file = request.value("sample", "");
  if (!sound->file.empty()) sound->samples = readAudio(sound->file, sampleRate);
  return sound;
}

Work probingCheckpoint(const json& request) {
  const auto file =
      std::make_shared<CheckpointFile>(readCheckpointFile(request.at("file").get<std::string>()));
  return [file](const auto& onStep) -> ConfinedResult {
    onStep(CORE_TEXT("its tensors were being read"));
    return {describeCheckpoint(*file), {}};
  };
}

Work importingCheckpoint(const json& request) {
  const auto file =
      std::make_shared<CheckpointFile>(readCheckpointFile(request.at("file").get<std::string>()));
  const CheckpointCard card{.name = request.value("name", ""),
                            .licence = request.value("licence", ""),
                            .source = request.value("source", "")};
  // All known families hear the same; their rate must be known before the file is looked at.
  const auto sound = trialSound(request, kCheckpointSampleRate);
  return [file, card, sound](const auto& onStep) -> ConfinedResult {
    CheckpointModel made = modelOfCheckpoint(*file, card, *sound, onStep);
    return {std::move(made.summary), std::move(made.model.archive)};
  };
}

Work importing(const json& request) {
  const std::string path = request.at("file");
  const auto file = std::make_shared<ForeignFile>(openForeignFile(path));
  const ForeignAnswers answers = foreignAnswersFromJson(request.at("answers"), path);
  answers.validate();
  const auto sound = trialSound(request, answers.description.features.sampleRate);
  return [file, answers, sound](const auto& onStep) -> ConfinedResult {
    ImportedModel imported = importForeignModel(*file, answers, *sound, onStep);
    return {toJson(imported.trial), std::move(imported.archive)};
  };
}

Work weighing(const json& request) {
  const auto model =
      std::make_shared<ModelSource>(openModel(request.at("file").get<std::string>()));
  return [model](const auto& onStep) -> ConfinedResult {
    onStep(CORE_TEXT("its weights were being read"));
    TensorBytes bytes = bytesOf(tensorsOf(loadNetwork(*model->archive, model->description.name)));
    return {std::move(bytes.list), std::move(bytes.values)};
  };
}

Work costing(const json& request) {
  const auto model =
      std::make_shared<ModelSource>(openModel(request.at("file").get<std::string>()));
  const bool measured = request.at("measure_latency");
  return [model, measured](const auto& onStep) -> ConfinedResult {
    onStep(CORE_TEXT("its cost was being measured"));
    const NetworkCost cost = networkCost(*model->archive, model->description, measured);
    return {{{"parameters", cost.parameters},
             {"multiply_adds", cost.multiplyAdds},
             {"latency_ms", cost.latencyMs}},
            {}};
  };
}

Work addingTaughtClasses(const json& request) {
  const auto model =
      std::make_shared<ModelSource>(openModel(request.at("file").get<std::string>()));
  const std::string name = request.at("name");
  const TaughtClasses classes = taughtClassesFromJson(request.at("classes"), "the request");
  return [model, name, classes](const auto& onStep) -> ConfinedResult {
    TaughtModel made =
        modelOfTaughtClasses(*model->archive, model->description, classes, name, onStep);
    return {std::move(made.summary), std::move(made.archive)};
  };
}

Work resuming(const json& request) {
  const std::filesystem::path path = request.at("file").get<std::string>();
  const auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  if (!*file) throw Error("The checkpoint cannot be read.");
  return [file](const auto& onStep) -> ConfinedResult {
    onStep(CORE_TEXT("it was being read"));
    OldCheckpoint checkpoint = readOldCheckpoint(*file);
    TensorBytes bytes = bytesOf(checkpoint.tensors);
    return {{{"tensors", std::move(bytes.list)},
             {"steps", checkpoint.steps},
             {"progress", std::move(checkpoint.progress)}},
            std::move(bytes.values)};
  };
}

/// Everything that is needed is opened here, before the process is confined.
Work prepared(const json& request) {
  const std::string task = request.at("task");
  if (task == "probe") return probing(request);
  if (task == "import") return importing(request);
  if (task == "probe_checkpoint") return probingCheckpoint(request);
  if (task == "import_checkpoint") return importingCheckpoint(request);
  if (task == "weights") return weighing(request);
  if (task == "cost") return costing(request);
  if (task == "taught_model") return addingTaughtClasses(request);
  if (task == "checkpoint") return resuming(request);
  throw Error("The confined process was asked for something unknown.");
}

void perform(const json& request, int output) {
  // This process ends with the thread that started it.
  if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) throw Error("The confined process is not watched.");
  const Work work = prepared(request);
  prepareLibTorch();
  if (!request.value("unconfined", false))
    confineThisProcess(sandboxLimitsFromJson(request.at("limits")));
  const auto onStep = [output](const std::string& step) { writeLine(output, {{"step", step}}); };
  const ConfinedResult done = work(onStep);
  writeLine(output, {{"result", done.result}, {"payload_bytes", done.payload.size()}});
  writeAll(output, done.payload);
}

}  // namespace

void runConfinedTask(int input, int output) {
  // What the network prints goes to standard error; the answers keep the pipe to themselves.
  const int answers = ::dup(output);
  if (answers < 0 || ::dup2(STDERR_FILENO, output) < 0)
    throw Error("The confined process has no output.");
  try {
    perform(json::parse(readLine(input)), answers);
  } catch (const json::exception&) {
    writeProblem(answers, Message("The confined process was asked for something unknown."));
  } catch (const SandboxError& error) {
    writeProblem(answers, error.message(), {{"unconfinable", true}});
  } catch (const std::exception& error) {
    writeProblem(answers, withSandboxExplained(messageOf(error)));
  }
  // Nothing of a stranger's runs at the end.
  ::_exit(0);
}

}  // namespace earwitness
