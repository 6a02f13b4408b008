// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>
#include <torch/script.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/inference/model_cost.h"
#include "core/inference/network_classifier.h"
#include "core/inference/noise_check.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/network/torch_threads.h"
#include "core/network/transfer.h"
#include "core/runs/event_text.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_progress.h"
#include "core/runs/run_tables.h"
#include "core/training/backbone.h"
#include "core/training/batch_source.h"
#include "core/training/compute.h"
#include "core/training/distillation_data.h"
#include "core/training/model_card.h"
#include "core/training/run_failure.h"
#include "core/training/run_result.h"
#include "core/training/training_data.h"
#include "core/training/training_setup.h"
#include "core/training/training_state.h"
#include "core/training/validation.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr double kSecondsBetweenStepEvents = 0.5;
constexpr double kSecondsBetweenCheckpoints = 60.0;  ///< within an epoch
constexpr double kSecondsBetweenFastEpochs = 1.0;    ///< of checkpoints where epochs are short

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Random numbers inside the network (dropout) are a function of the place in the run, so that a
/// resumed run repeats them.
void seedStep(uint64_t seed, int epoch, long step) {
  torch::manual_seed(seed + 1000003ULL * uint64_t(epoch + 1) + 7919ULL * uint64_t(step));
}

/// What the run found out by itself is not asked for again.
TrainSettings settingsToGoOnWith(TrainSettings settings, const RunFolder& folder) {
  const auto before = nlohmann::json::parse(readFile(folder.settings()), nullptr, false);
  if (settings.windowSeconds == 0.0 && before.is_object())
    settings.windowSeconds = before.value("window_seconds", 0.0);
  requireSettingsOfRun(folder, toJson(settings));
  return settings;
}

class Training {
 public:
  Training(const TrainSettings& settings, const RunOptions& options, const TrainHooks& hooks)
      : options_(options),
        hooks_(hooks),
        folder_(prepareRunFolder(options.folder, options.resume)),
        settings_(options.resume ? settingsToGoOnWith(settings, folder_) : settings),
        lock_(folder_),
        log_(folder_.log(), options.resume ? std::ios::app : std::ios::trunc),
        journal_(folder_.journal(), options.resume, [this](const nlohmann::json& event) {
          if (const std::string text = eventText(event); !text.empty())
            log_ << event.at("time").get<std::string>() << ' ' << text << std::endl;
          if (hooks_.onEvent) hooks_.onEvent(event);
        }) {}

  TrainResult run();

 private:
  TrainResult attempt();
  void begin();
  void makeState();
  void freezeBackbone(StartNetwork& start);
  void goOn();
  bool trainEpoch(int epoch);
  void trainStep(int epoch, Clock::time_point start, double secondsBefore);
  void tellStep(int epoch);
  Figures trainingFigures() const;
  void endEpoch(int epoch);
  void keepBest(const EpochRecord& record, const Validation& validation);
  void saveCheckpoint(bool evenIfRecent);
  TrainResult finish();
  nlohmann::json result(bool finished) const;
  void keepModel(const fs::path& path, const EpochRecord& record, const Validation& validation);
  nlohmann::json noiseCheckOf(const fs::path& model) const;
  double latencyOfBestModel() const;
  bool wroteIt(const fs::path& model) const { return written_.contains(model); }
  bool stopping() const { return hooks_.stop != nullptr && hooks_.stop->load(); }
  /// Of everything that the network is trained on.
  std::string fingerprint() const {
    const std::string& own = data_->store.fingerprint();
    return distillation_.pool ? own + " " + distillation_.pool->fingerprint() : own;
  }
  bool validates() const { return !data_->split.validation.empty(); }
  int nClasses() const { return int(data_->dataSet.labels.size()); }
  bool endsEarly() const {
    return settings_.patience > 0 &&
           progress_.epochsDone() - progress_.bestEpoch >= settings_.patience;
  }
  bool isOver() const { return progress_.epochsDone() >= settings_.epochs || endsEarly(); }

  RunOptions options_;
  TrainHooks hooks_;
  RunFolder folder_;
  TrainSettings settings_;
  RunLock lock_;
  std::ofstream log_;
  Journal journal_;

  std::optional<TrainingData> data_;
  DistillationData distillation_;     ///< empty where there is no teacher
  std::optional<Backbone> backbone_;  ///< where its embeddings are all that is trained on
  std::optional<TrainingState> state_;
  std::optional<BatchSource> batches_;
  RunProgress progress_{0};
  std::set<fs::path> written_;  ///< models that this process wrote
  Clock::time_point lastStepEvent_;
  Clock::time_point lastCheckpoint_;
};

void Training::begin() {
  if (!options_.resume) {
    journal_.write("started", {{"settings", toJson(settings_)}});
    writeJsonFile(folder_.settings(), toJson(settings_));
  }
  data_ = prepareTrainingData(settings_, options_, hooks_, journal_);
  if (settings_.distillation.isOn())
    distillation_ = prepareDistillation(settings_, *data_, options_, hooks_, journal_);
  writeJsonFile(folder_.data(), toJson(*data_));
  writeJsonFile(folder_.settings(), toJson(settings_));  // now with the window
  makeState();
  if (options_.resume)
    journal_.write("resumed",
                   {{"epochs_done", progress_.epochsDone()}, {"step", progress_.running.step}});
  lastCheckpoint_ = Clock::now();
}

void Training::makeState() {
  const int threads = threadsOf(settings_);
  useThreads(threads);
  const torch::Device device = computeDevice(settings_.device);
  torch::manual_seed(settings_.seed);
  // A resumed run has all of the other model in its checkpoint; its file may be gone by then.
  const bool goesOn = options_.resume && fs::exists(folder_.checkpoint());
  const bool frozen = settings_.freeze == "backbone";
  StartNetwork start = startNetwork(settings_, data_->dataSet.labels);
  if (!goesOn || frozen)
    takeInitialWeights(start, settings_, data_->dataSet.labels, options_.confinement);
  nlohmann::json built = start.taken;
  built["architecture"] = settings_.architecture;
  built["parameters"] = parameterCount(start.network);
  if (frozen) freezeBackbone(start);
  built["device"] = device.str();
  built["threads"] = threads;
  journal_.write("built", built);
  state_.emplace(start.network, settings_, device);
  batches_.emplace(data_->dataSet, data_->store, data_->split.training, settings_.features,
                   batchSettings(settings_), distillation_.pool.get());
  if (batches_->stepsPerEpoch() == 0)
    throw DataError("There are too few training clips for a batch. At least two are needed.");
  if (settings_.classBalance == "weights") {
    std::vector<float> weights;
    for (long count : batches_->windowsPerLabel())
      weights.push_back(count > 0 ? 1.0F / float(count) : 0.0F);
    state_->setClassWeights(weights);
  }
  progress_ = RunProgress(nClasses());
  progress_.unfrozen = std::move(start.unfrozen);
  if (goesOn) goOn();
}

/// From here on, embeddings stand for the windows, and the last layer for the network.
void Training::freezeBackbone(StartNetwork& start) {
  const std::vector<std::string>& head = headParameterNames();
  for (const std::string& name : start.taken.at("skipped").get<std::vector<std::string>>())
    if (std::find(head.begin(), head.end(), name) == head.end())
      throw Error("The backbone cannot be frozen: the pretrained model has no weights for '%1'.",
                  name);
  backbone_.emplace(start.network, start.taken.at("init").get<std::string>());
  data_->store = backbone_->embeddingsOf(data_->store, settings_, options_, hooks_);
  start.network = backbone_->head();
}

void Training::goOn() {
  const nlohmann::json checkpoint = state_->load(folder_.checkpoint(), options_.confinement);
  try {
    if (checkpoint.at("fingerprint") != fingerprint())
      throw distillation_.pool
          ? DataError(
                "The data in '%1' or the teachers have changed since the run was "
                "interrupted. Start a new run.",
                settings_.data.root)
          : DataError(
                "The data in '%1' have changed since the run was interrupted. Start a new "
                "run.",
                settings_.data.root);
    progress_ = runProgressFromJson(checkpoint.at("progress"));
  } catch (const nlohmann::json::exception&) {
    throw Error(
        "The checkpoint '%1' was written by another version of Earwitness. Start a new run.",
        folder_.checkpoint());
  }
  writeFileAtomically(folder_.metrics(), metricsCsv(progress_.epochs));
}

/// False where it was stopped before its end.
bool Training::trainEpoch(int epoch) {
  if (epoch < settings_.freezeEpochs)
    state_->freezeAllBut(progress_.unfrozen);
  else
    state_->unfreeze();
  batches_->startEpoch(epoch, progress_.running.step);
  const auto start = Clock::now();
  const double secondsBefore = progress_.running.seconds;
  while (progress_.running.step < batches_->stepsPerEpoch()) {
    if (hooks_.pause) hooks_.pause();
    if (stopping()) return false;
    trainStep(epoch, start, secondsBefore);
    if (secondsSince(lastCheckpoint_) > kSecondsBetweenCheckpoints) saveCheckpoint(true);
  }
  return true;
}

void Training::trainStep(int epoch, Clock::time_point start, double secondsBefore) {
  Batch batch = batches_->next();
  const long n = long(batch.size);
  torch::Tensor logits;
  progress_.running.learningRate =
      learningRateAt(settings_, epoch, progress_.running.step, batches_->stepsPerEpoch());
  seedStep(settings_.seed, epoch, progress_.running.step);
  progress_.running.lossSum += stepOn(*state_, batch, data_->store.nMels(), nClasses(),
                                      progress_.running.learningRate, logits) *
                               double(n);
  for (long i = 0; i < n; ++i) {
    const float* scores = logits.data_ptr<float>() + i * nClasses();
    const int label = batch.labels[size_t(i)];
    ++progress_.running.seen[size_t(label)];
    progress_.running.right[size_t(label)] +=
        std::max_element(scores, scores + nClasses()) - scores == label;
  }
  ++progress_.running.step;
  progress_.running.seconds = secondsBefore + secondsSince(start);
  tellStep(epoch);
}

void Training::tellStep(int epoch) {
  const bool event = secondsSince(lastStepEvent_) > kSecondsBetweenStepEvents;
  if (!event && !hooks_.onStep) return;
  const Figures figures = trainingFigures();
  const long steps = batches_->stepsPerEpoch();
  const long stepsLeft = long(settings_.epochs - epoch) * steps - progress_.running.step;
  const StepProgress progress{.epoch = epoch + 1,
                              .epochs = settings_.epochs,
                              .step = progress_.running.step,
                              .steps = steps,
                              .loss = figures.loss,
                              .balancedAccuracy = figures.multiLabel
                                                      ? std::nullopt
                                                      : std::optional(figures.balancedAccuracy),
                              .clipsPerSecond = progress_.running.clipsPerSecond(),
                              .secondsLeft = progress_.running.seconds /
                                             double(progress_.running.step) * double(stepsLeft)};
  if (hooks_.onStep) hooks_.onStep(progress);
  if (!event) return;
  lastStepEvent_ = Clock::now();
  nlohmann::json json = {{"epoch", progress.epoch},
                         {"epochs", progress.epochs},
                         {"step", progress.step},
                         {"steps", progress.steps},
                         {"loss", progress.loss},
                         {"learning_rate", progress_.running.learningRate},
                         {"clips_per_second", progress.clipsPerSecond},
                         {"seconds_left", progress.secondsLeft}};
  if (progress.balancedAccuracy) json["balanced_accuracy"] = *progress.balancedAccuracy;
  journal_.write("step", json);
}

/// Of the epoch so far. Whether several labels are named rightly is measured in the validation
/// alone.
Figures Training::trainingFigures() const {
  const Figures figures = progress_.running.figures();
  if (!settings_.isMultiLabel()) return figures;
  return {.loss = figures.loss, .multiLabel = MultiLabelFigures{}};
}

void Training::endEpoch(int epoch) {
  const auto start = Clock::now();
  EpochProgress& running = progress_.running;
  EpochRecord record{.epoch = epoch + 1,
                     .learningRate = running.learningRate,
                     .seconds = running.seconds,
                     .clipsPerSecond = running.clipsPerSecond(),
                     .training = trainingFigures(),
                     .validation = {}};
  Validation validation;
  state_->beginEvaluation();
  if (validates())
    validation = validate(*state_, data_->dataSet, data_->store, data_->split.validation,
                          settings_.isMultiLabel());
  record.validation = validation.figures;
  record.seconds += secondsSince(start);
  progress_.epochs.push_back(record.json(validates()));
  progress_.last = validates() ? record.validation : record.training;
  if (!validates() || progress_.isBetter(record.validation)) keepBest(record, validation);
  if (isOver()) keepModel(folder_.lastModel(), record, validation);
  state_->endEvaluation();
  running = EpochProgress(nClasses());
  saveCheckpoint(epoch == 0 || isOver());
  writeFileAtomically(folder_.metrics(), metricsCsv(progress_.epochs));
  nlohmann::json event = progress_.epochs.back();
  event["best_epoch"] = progress_.bestEpoch;
  event["best"] = toJson(progress_.best);
  journal_.write("epoch", event);
}

void Training::keepBest(const EpochRecord& record, const Validation& validation) {
  progress_.bestEpoch = record.epoch;
  progress_.best = progress_.last;
  progress_.bestConfusion = validates() ? validation.confusion : ConfusionMatrix(nClasses());
  progress_.bestPredictions = validation.predictions;
  if (!validation.labels.empty())
    progress_.bestLabels = toJson(validation.labels, data_->dataSet.labels);
  keepModel(folder_.bestModel(), record, validation);
}

void Training::keepModel(const fs::path& path, const EpochRecord& record,
                         const Validation& validation) {
  ModelDescription model =
      describeModel(settings_, *data_, record,
                    backbone_ ? backbone_->parameterCount() : state_->parameterCount());
  if (validation.confusion.total() > 0)
    model.card["confusions"] = mostConfused(validation.confusion, model.labels);
  if (!validation.thresholds.empty()) model.thresholds = validation.thresholds;
  saveModelFile(backbone_ ? backbone_->withHead(state_->network()) : state_->network(), model,
                path);
  written_.insert(path);
}

/// Of a model that was left by another process, what its card says. The folder of a run that is
/// resumed may come from a stranger.
nlohmann::json Training::noiseCheckOf(const fs::path& model) const {
  if (wroteIt(model)) {
    NetworkClassifier classifier(model);
    return toJson(addNoiseCheck(model, classifier));
  }
  const nlohmann::json card = readModelDescription(model).card;
  if (card.contains("noise_check")) return card.at("noise_check");
  return toJson(addNoiseCheck(model, *openClassifier(model, options_.confinement)));
}

double Training::latencyOfBestModel() const {
  if (const auto known = knownLatency(folder_, progress_.bestEpoch)) return *known;
  const fs::path model = folder_.bestModel();
  return (wroteIt(model) ? modelFileCost(model, true)
                         : modelCost(model, true, options_.confinement))
      .latencyMs;
}

void Training::saveCheckpoint(bool evenIfRecent) {
  // Epochs of a few milliseconds would spend their time waiting for the disk.
  if (!evenIfRecent && secondsSince(lastCheckpoint_) < kSecondsBetweenFastEpochs) return;
  state_->save(folder_.checkpoint(), {{"progress", toJson(progress_, data_->dataSet.labels)},
                                      {"fingerprint", fingerprint()}});
  lastCheckpoint_ = Clock::now();
  journal_.write("checkpoint",
                 {{"epochs_done", progress_.epochsDone()}, {"step", progress_.running.step}});
}

/// Without what is in tables of its own.
nlohmann::json Training::result(bool finished) const {
  nlohmann::json result = {{"finished", finished},
                           {"early", finished && progress_.epochsDone() < settings_.epochs},
                           {"best_epoch", progress_.bestEpoch},
                           {"best", toJson(progress_.best)},
                           {"last", toJson(progress_.last)}};
  put(result, "split", data_->split.description);
  put(result, "warnings", data_->warnings);
  return result;
}

/// Tables of the best epoch, and how the models take noise.
TrainResult Training::finish() {
  const bool finished = isOver();
  nlohmann::json event = result(finished);
  if (finished) {
    noiseCheckOf(folder_.lastModel());
    event["noise_check"] = noiseCheckOf(folder_.bestModel());
  }
  nlohmann::json whole = event;
  // A search stops its trials often, and nobody waits for their figures.
  if (finished || (stopping() && progress_.bestEpoch > 0))
    whole["latency_ms"] = latencyOfBestModel();
  writeResult(folder_, progress_, data_->dataSet.labels, whole);
  journal_.write(finished ? "finished" : "stopped", event);
  return {.finished = finished,
          .bestEpoch = progress_.bestEpoch,
          .best = progress_.best,
          .last = progress_.last};
}

TrainResult Training::attempt() {
  begin();
  while (!isOver()) {
    if (!trainEpoch(progress_.epochsDone())) break;
    endEpoch(progress_.epochsDone());
    if (options_.stopAfterEpoch > 0 && progress_.epochsDone() >= options_.stopAfterEpoch) break;
  }
  if (!isOver()) saveCheckpoint(true);
  return finish();
}

TrainResult Training::run() {
  try {
    return attempt();
  } catch (const Stopped&) {
    journal_.write("stopped", {{"best_epoch", 0}});
    return {};
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    const RunFailure failure = failureOf(error);
    try {
      nlohmann::json event = {{"kind", failure.kind}};
      put(event, "error", failure.message);
      journal_.write("failed", event);
    } catch (const Error&) {
      // The disk is full, say: then the sentence is about it already.
    }
    throw Error(failure.message);
  }
}

}  // namespace

TrainResult train(const TrainSettings& settings, const RunOptions& options,
                  const TrainHooks& hooks) {
  settings.validate();
  architectureSettings(settings.architecture, settings.architectureSettings);
  keepFreedMemory();
  return Training(settings, options, hooks).run();
}

}  // namespace earwitness
