#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <thread>

#include <malloc.h>
#include <nlohmann/json.hpp>
#include <torch/cuda.h>
#include <torch/script.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/noise_check.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/network/torch_error.h"
#include "core/network/torch_threads.h"
#include "core/network/transfer.h"
#include "core/training/batch_source.h"
#include "core/training/epoch_progress.h"
#include "core/training/event_text.h"
#include "core/training/journal.h"
#include "core/training/model_card.h"
#include "core/training/training_data.h"
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

/// A whole file of JSON. A folder's name need not be UTF-8.
std::string textOf(const nlohmann::json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// Keeps freed memory in the process. Activations of a few megabytes come and go each step; given
/// back to the system each time, a third of the time went into page faults.
void keepFreedMemory() {
  constexpr int kAlways = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kAlways);
  mallopt(M_TRIM_THRESHOLD, kAlways);
  mallopt(M_TOP_PAD, 64 << 20);
}

torch::Device deviceOf(const TrainSettings& settings) {
  if (settings.device == "cpu") return torch::kCPU;
  if (torch::cuda::is_available()) return torch::kCUDA;
  if (settings.device == "auto") return torch::kCPU;
  throw Error("This LibTorch finds no CUDA device; train with --device cpu.");
}

/// Random numbers inside the network (dropout) are a function of the place in the run, so that a
/// resumed run repeats them.
void seedStep(uint64_t seed, int epoch, long step) {
  torch::manual_seed(seed + 1000003ULL * uint64_t(epoch + 1) + 7919ULL * uint64_t(step));
}

/// Where the data and the other model lie, and what the work is done on.
bool mayDiffer(const std::string& setting) {
  return setting == "data" || setting == "init" || setting == "threads" || setting == "device";
}

fs::path preparedFolder(const RunFolder& folder, bool resume) {
  std::error_code failure;
  fs::create_directories(folder.path, failure);
  if (failure)
    throw Error("The run folder " + inQuotes(folder.path.string()) +
                " cannot be made: " + failure.message() + ".");
  if (!resume && fs::exists(folder.checkpoint()))
    throw Error("The folder " + inQuotes(folder.path.string()) +
                " already holds a run; choose another, or go on with it by --resume.");
  if (resume && !fs::exists(folder.settings()))
    throw Error("The folder " + inQuotes(folder.path.string()) + " holds no run to go on with.");
  return folder.path;
}

class Training {
 public:
  Training(const TrainSettings& settings, const RunOptions& options, const TrainHooks& hooks)
      : settings_(settings),
        options_(options),
        hooks_(hooks),
        folder_{preparedFolder({options.folder}, options.resume)},
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
  void takeWeights(torch::jit::Module& network, nlohmann::json& built);
  void requireSameSettings() const;
  void goOn();
  bool trainEpoch(int epoch);
  void trainStep(int epoch, Clock::time_point start, double secondsBefore);
  void tellStep(int epoch);
  void endEpoch(int epoch);
  void keepBest(const EpochRecord& record, const Validation& validation);
  void saveCheckpoint(bool evenIfRecent);
  void finish();
  nlohmann::json result(const nlohmann::json& noiseCheck) const;
  bool better(const EpochRecord& record) const;
  bool stopping() const { return hooks_.stop != nullptr && hooks_.stop->load(); }
  bool validates() const { return !data_->split.validation.empty(); }
  int nClasses() const { return int(data_->dataSet.labels.size()); }
  int epochsDone() const { return int(epochs_.size()); }
  bool endsEarly() const {
    return settings_.patience > 0 && epochsDone() - result_.bestEpoch >= settings_.patience;
  }
  bool isOver() const { return epochsDone() >= settings_.epochs || endsEarly(); }

  TrainSettings settings_;
  RunOptions options_;
  TrainHooks hooks_;
  RunFolder folder_;
  RunLock lock_;
  std::ofstream log_;
  Journal journal_;

  std::optional<TrainingData> data_;
  std::optional<TrainingState> state_;
  std::optional<BatchSource> batches_;
  std::vector<std::string> unfrozen_;                ///< what is trained while the rest is frozen
  nlohmann::json epochs_ = nlohmann::json::array();  ///< of all epochs so far
  EpochProgress running_{0};
  Clock::time_point lastStepEvent_;
  Clock::time_point lastCheckpoint_;
  TrainResult result_;
  ConfusionMatrix bestConfusion_{0};
  std::vector<Misclassified> bestMisclassified_;
};

void Training::begin() {
  if (options_.resume) {
    // What the run found out by itself is not asked for again.
    const auto before = nlohmann::json::parse(readFile(folder_.settings()), nullptr, false);
    if (settings_.windowSeconds == 0.0 && before.is_object())
      settings_.windowSeconds = before.value("window_seconds", 0.0);
    requireSameSettings();
  } else {
    journal_.write("started", {{"settings", toJson(settings_)}});
    writeFileAtomically(folder_.settings(), textOf(toJson(settings_)));
  }
  data_ = prepareTrainingData(settings_, options_, hooks_, journal_);
  writeFileAtomically(folder_.data(), textOf(toJson(*data_)));
  writeFileAtomically(folder_.settings(), textOf(toJson(settings_)));  // now with the window
  makeState();
  if (options_.resume)
    journal_.write("resumed", {{"epochs_done", epochsDone()}, {"step", running_.step}});
  lastCheckpoint_ = Clock::now();
}

void Training::makeState() {
  const int threads = settings_.threads > 0
                          ? settings_.threads
                          : int(std::max(1U, std::thread::hardware_concurrency()));
  useThreads(threads);
  const torch::Device device = deviceOf(settings_);
  torch::manual_seed(settings_.seed);
  torch::jit::Module network = buildNetwork(settings_.architecture, settings_.architectureSettings,
                                            settings_.features.nMels, nClasses());
  nlohmann::json built = {{"architecture", settings_.architecture},
                          {"parameters", parameterCount(network)},
                          {"device", device.str()},
                          {"threads", threads}};
  if (!settings_.initModel.empty()) takeWeights(network, built);
  journal_.write("built", built);
  state_.emplace(network, settings_, device);
  batches_.emplace(data_->dataSet, data_->store, data_->split.training, settings_.features,
                   BatchSource::Settings{.augmentation = settings_.augmentation,
                                         .batchSize = settings_.batchSize,
                                         .seed = settings_.seed,
                                         .balanced = settings_.classBalance == "sampling",
                                         .threads = threads});
  if (batches_->stepsPerEpoch() == 0)
    throw Error("There are too few training clips for a batch; at least two are needed.");
  if (settings_.classBalance == "weights") {
    std::vector<float> weights;
    for (long count : batches_->windowsPerLabel())
      weights.push_back(count > 0 ? 1.0F / float(count) : 0.0F);
    state_->setClassWeights(weights);
  }
  running_ = EpochProgress(nClasses());
  if (options_.resume && fs::exists(folder_.checkpoint())) goOn();
}

/// A resumed run has them in its checkpoint; the other model may be gone by then.
void Training::takeWeights(torch::jit::Module& network, nlohmann::json& built) {
  unfrozen_ = headParameterNames();
  if (options_.resume && fs::exists(folder_.checkpoint())) return;
  const ModelDescription description = readModelDescription(settings_.initModel);
  const TransferReport report = transferWeights(loadModelNetwork(settings_.initModel),
                                                description.labels, network, data_->dataSet.labels);
  unfrozen_.insert(unfrozen_.end(), report.skipped.begin(), report.skipped.end());
  built["init"] = description.fingerprint;
  built["taken"] = report.taken;
  built["labels_taken"] = report.labelsTaken;
  built["skipped"] = report.skipped;
}

/// Another setting would give another result than the one that the run was started for. The data
/// may have moved: their fingerprint tells whether they are the same.
void Training::requireSameSettings() const {
  const std::string text = readFile(folder_.settings());
  const auto before = nlohmann::json::parse(text, nullptr, false);
  if (!before.is_object())
    throw Error("The settings of the run in " + inQuotes(folder_.path.string()) +
                " cannot be read; start a new run.");
  const nlohmann::json now = toJson(settings_);
  for (const auto& [key, value] : now.items())
    if (!mayDiffer(key) && before.value(key, nlohmann::json()) != value)
      throw Error("The run in " + inQuotes(folder_.path.string()) + " was started with another " +
                  key + " (" + before.value(key, nlohmann::json()).dump() + ", now " +
                  value.dump() + "); go on with the same settings, or start a new run.");
}

void Training::goOn() {
  const nlohmann::json progress = state_->load(folder_.checkpoint());
  if (progress.at("fingerprint") != data_->store.fingerprint())
    throw Error("The data in " + inQuotes(settings_.data.root.string()) +
                " have changed since the run was interrupted; start a new run.");
  epochs_ = progress.at("epochs");
  running_ = epochProgressFromJson(progress.at("running"));
  unfrozen_ = progress.at("unfrozen");
  result_.bestEpoch = progress.at("best_epoch");
  if (epochsDone() > 0) {
    result_.best = figuresFromJson(progress.at("best"));
    result_.last = figuresFromJson(epochs_.back().at(validates() ? "validation" : "training"));
    bestConfusion_ = confusionFromJson(progress.at("best_confusion"));
    bestMisclassified_ = misclassifiedFromJson(progress.at("best_misclassified"));
  }
  writeFileAtomically(folder_.metrics(), metricsCsv(epochs_));
}

/// False where it was stopped before its end.
bool Training::trainEpoch(int epoch) {
  if (epoch < settings_.freezeEpochs)
    state_->freezeAllBut(unfrozen_);
  else
    state_->unfreeze();
  batches_->startEpoch(epoch, running_.step);
  const auto start = Clock::now();
  const double secondsBefore = running_.seconds;
  while (running_.step < batches_->stepsPerEpoch()) {
    if (stopping()) return false;
    trainStep(epoch, start, secondsBefore);
    if (secondsSince(lastCheckpoint_) > kSecondsBetweenCheckpoints) saveCheckpoint(true);
  }
  return true;
}

void Training::trainStep(int epoch, Clock::time_point start, double secondsBefore) {
  Batch batch = batches_->next();
  const long n = long(batch.size);
  const auto logMel =
      torch::from_blob(batch.logMel.data(), {n, batch.nFrames, data_->store.nMels()});
  const auto targets = torch::from_blob(batch.targets.data(), {n, nClasses()});
  torch::Tensor logits;
  running_.learningRate =
      learningRateAt(settings_, epoch, running_.step, batches_->stepsPerEpoch());
  seedStep(settings_.seed, epoch, running_.step);
  running_.lossSum += state_->step(logMel, targets, running_.learningRate, logits) * double(n);
  for (long i = 0; i < n; ++i) {
    const float* scores = logits.data_ptr<float>() + i * nClasses();
    const int label = batch.labels[size_t(i)];
    ++running_.seen[size_t(label)];
    running_.right[size_t(label)] +=
        std::max_element(scores, scores + nClasses()) - scores == label;
  }
  ++running_.step;
  running_.seconds = secondsBefore + secondsSince(start);
  tellStep(epoch);
}

void Training::tellStep(int epoch) {
  const bool event = secondsSince(lastStepEvent_) > kSecondsBetweenStepEvents;
  if (!event && !hooks_.onStep) return;
  const Figures figures = running_.figures();
  const long steps = batches_->stepsPerEpoch();
  const long stepsLeft = long(settings_.epochs - epoch) * steps - running_.step;
  const StepProgress progress{
      .epoch = epoch + 1,
      .epochs = settings_.epochs,
      .step = running_.step,
      .steps = steps,
      .loss = figures.loss,
      .balancedAccuracy = figures.balancedAccuracy,
      .clipsPerSecond = running_.clipsPerSecond(),
      .secondsLeft = running_.seconds / double(running_.step) * double(stepsLeft)};
  if (hooks_.onStep) hooks_.onStep(progress);
  if (!event) return;
  lastStepEvent_ = Clock::now();
  journal_.write("step", {{"epoch", progress.epoch},
                          {"epochs", progress.epochs},
                          {"step", progress.step},
                          {"steps", progress.steps},
                          {"loss", progress.loss},
                          {"balanced_accuracy", progress.balancedAccuracy},
                          {"learning_rate", running_.learningRate},
                          {"clips_per_second", progress.clipsPerSecond},
                          {"seconds_left", progress.secondsLeft}});
}

bool Training::better(const EpochRecord& record) const {
  if (!validates() || result_.bestEpoch == 0) return true;
  if (record.validation.balancedAccuracy != result_.best.balancedAccuracy)
    return record.validation.balancedAccuracy > result_.best.balancedAccuracy;
  return record.validation.loss < result_.best.loss;
}

void Training::endEpoch(int epoch) {
  const auto start = Clock::now();
  EpochRecord record{.epoch = epoch + 1,
                     .learningRate = running_.learningRate,
                     .seconds = running_.seconds,
                     .clipsPerSecond = running_.clipsPerSecond(),
                     .training = running_.figures(),
                     .validation = {}};
  Validation validation;
  state_->beginEvaluation();
  if (validates())
    validation = validate(*state_, data_->dataSet, data_->store, data_->split.validation);
  record.validation = validation.figures;
  record.seconds += secondsSince(start);
  epochs_.push_back(record.json(validates()));
  result_.last = validates() ? record.validation : record.training;
  if (better(record)) keepBest(record, validation);
  if (isOver())
    saveModelFile(state_->network(),
                  describeModel(settings_, *data_, record, state_->parameterCount()),
                  folder_.lastModel());
  state_->endEvaluation();
  running_ = EpochProgress(nClasses());
  saveCheckpoint(epoch == 0 || isOver());
  writeFileAtomically(folder_.metrics(), metricsCsv(epochs_));
  nlohmann::json event = epochs_.back();
  event["best_epoch"] = result_.bestEpoch;
  event["best"] = toJson(result_.best);
  journal_.write("epoch", event);
}

void Training::keepBest(const EpochRecord& record, const Validation& validation) {
  result_.bestEpoch = record.epoch;
  result_.best = result_.last;
  bestConfusion_ = validates() ? validation.confusion : ConfusionMatrix(nClasses());
  bestMisclassified_ = validation.misclassified;
  saveModelFile(state_->network(),
                describeModel(settings_, *data_, record, state_->parameterCount()),
                folder_.bestModel());
}

void Training::saveCheckpoint(bool evenIfRecent) {
  // Epochs of a few milliseconds would spend their time waiting for the disk.
  if (!evenIfRecent && secondsSince(lastCheckpoint_) < kSecondsBetweenFastEpochs) return;
  state_->save(folder_.checkpoint(),
               {{"epochs", epochs_},
                {"running", toJson(running_)},
                {"unfrozen", unfrozen_},
                {"best_epoch", result_.bestEpoch},
                {"best", toJson(result_.best)},
                {"best_confusion", confusionToJson(bestConfusion_, data_->dataSet.labels)},
                {"best_misclassified", toJson(bestMisclassified_)},
                {"fingerprint", data_->store.fingerprint()}});
  lastCheckpoint_ = Clock::now();
  journal_.write("checkpoint", {{"epochs_done", epochsDone()}, {"step", running_.step}});
}

nlohmann::json Training::result(const nlohmann::json& noiseCheck) const {
  nlohmann::json json = {
      {"finished", result_.finished},    {"early", epochsDone() < settings_.epochs},
      {"best_epoch", result_.bestEpoch}, {"best", toJson(result_.best)},
      {"last", toJson(result_.last)},    {"split", data_->split.description},
      {"warnings", data_->warnings}};
  if (!noiseCheck.is_null()) json["noise_check"] = noiseCheck;
  if (bestConfusion_.total() > 0) {
    json["best_confusion"] = confusionToJson(bestConfusion_, data_->dataSet.labels);
    json["best_per_class"] = perClassToJson(bestConfusion_, data_->dataSet.labels);
    json["best_misclassified"] = toJson(bestMisclassified_);
  }
  return json;
}

/// Tables of the best epoch, and how the models take noise.
void Training::finish() {
  const auto& labels = data_->dataSet.labels;
  if (result_.bestEpoch > 0 && validates()) {
    writeFileAtomically(folder_.confusion(), confusionCsv(bestConfusion_, labels));
    writeFileAtomically(folder_.perClass(), perClassCsv(bestConfusion_, labels));
    writeFileAtomically(folder_.misclassified(), misclassifiedCsv(bestMisclassified_, labels));
  }
  nlohmann::json noiseCheck;
  if (result_.finished) {
    addNoiseCheck(folder_.lastModel());
    noiseCheck = toJson(addNoiseCheck(folder_.bestModel()));
  }
  const nlohmann::json summary = result(noiseCheck);
  writeFileAtomically(folder_.result(), textOf(summary));
  nlohmann::json event = summary;
  for (const char* key : {"best_confusion", "best_per_class", "best_misclassified", "finished"})
    event.erase(key);
  journal_.write(result_.finished ? "finished" : "stopped", event);
}

TrainResult Training::attempt() {
  begin();
  while (!isOver()) {
    if (!trainEpoch(epochsDone())) break;
    endEpoch(epochsDone());
    if (options_.stopAfterEpoch > 0 && epochsDone() >= options_.stopAfterEpoch) break;
  }
  result_.finished = isOver();
  if (!result_.finished) saveCheckpoint(true);
  finish();
  return result_;
}

TrainResult Training::run() {
  const auto fail = [&](const std::string& sentence) {
    try {
      journal_.write("failed", {{"error", sentence}});
    } catch (const Error&) {
      // The disk is full, say: then this sentence is about it already.
    }
    return Error(sentence);
  };
  try {
    return attempt();
  } catch (const Stopped&) {
    journal_.write("stopped", {{"best_epoch", 0}});
    return result_;
  } catch (const Error& error) {
    throw fail(error.what());
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    if (isOutOfMemory(error))
      throw fail("There is not enough memory for this training; try a smaller batch.");
    throw fail("The training failed: " + reasonOf(error) + ".");
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
