#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>

#include <ATen/Parallel.h>
#include <malloc.h>
#include <nlohmann/json.hpp>
#include <torch/script.h>
#include <torch/version.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/data/feature_store.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/training/batch_source.h"
#include "core/training/journal.h"
#include "core/training/training_state.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kEvaluationBatch = 64;
constexpr double kDefaultThreshold = 0.5;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

int predicted(const float* scores, size_t nClasses) {
  return int(std::max_element(scores, scores + nClasses) - scores);
}

/// One line of metrics.csv and of the journal.
struct EpochRecord {
  int epoch = 0;  ///< counted from 1
  double learningRate = 0.0;
  double seconds = 0.0;
  double clipsPerSecond = 0.0;
  Figures training;
  Figures validation;

  nlohmann::json json(bool validates) const {
    nlohmann::json json = {{"epoch", epoch},
                           {"learning_rate", learningRate},
                           {"seconds", seconds},
                           {"clips_per_second", clipsPerSecond},
                           {"training", toJson(training)}};
    if (validates) json["validation"] = toJson(validation);
    return json;
  }
};

/// One row an epoch, comma separated, so that a spreadsheet opens it as it is.
std::string metricsCsv(const nlohmann::json& epochs) {
  std::string csv =
      "epoch,learning_rate,train_loss,train_accuracy,train_balanced_accuracy,validation_loss,"
      "validation_accuracy,validation_balanced_accuracy,seconds,clips_per_second\n";
  const auto figures = [](const nlohmann::json& record, const char* set) {
    if (!record.contains(set)) return std::string(",,");
    const auto& values = record.at(set);
    return values.at("loss").dump() + "," + values.at("accuracy").dump() + "," +
           values.at("balanced_accuracy").dump();
  };
  for (const auto& record : epochs)
    csv += record.at("epoch").dump() + "," + record.at("learning_rate").dump() + "," +
           figures(record, "training") + "," + figures(record, "validation") + "," +
           record.at("seconds").dump() + "," + record.at("clips_per_second").dump() + "\n";
  return csv;
}

/// A whole file of JSON. A folder's name need not be UTF-8.
std::string textOf(const nlohmann::json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Figures figuresFromJson(const nlohmann::json& json) {
  const auto& loss = json.at("loss");
  return {loss.is_null() ? std::numeric_limits<double>::quiet_NaN() : loss.get<double>(),
          json.at("accuracy"), json.at("balanced_accuracy")};
}

/// Keeps freed memory in the process. Activations of a few megabytes come and go each step; given
/// back to the system each time, a third of the time went into page faults.
void keepFreedMemory() {
  constexpr int kAlways = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kAlways);
  mallopt(M_TRIM_THRESHOLD, kAlways);
  mallopt(M_TOP_PAD, 64 << 20);
}

class Training {
 public:
  Training(const TrainSettings& settings, const RunOptions& options, const TrainHooks& hooks)
      : settings_(settings),
        options_(options),
        hooks_(hooks),
        folder_{options.folder},
        journal_(prepareFolder(), options.resume, hooks.onEvent) {}

  TrainResult run();

 private:
  fs::path prepareFolder() const;
  void scan();
  void makeState();
  void requireSameSettings() const;
  void goOn();
  EpochRecord trainEpoch(int epoch);
  Figures validate(ConfusionMatrix& confusion);
  void keepEpoch(const EpochRecord& record, const ConfusionMatrix& confusion);
  bool better(const EpochRecord& record) const;
  void exportModel(const fs::path& path, const EpochRecord& record) const;
  ModelDescription describe(const EpochRecord& record) const;
  nlohmann::json result() const;
  bool stopping() const { return hooks_.stop != nullptr && hooks_.stop->load(); }
  bool validates() const { return !split_.validation.empty(); }

  TrainSettings settings_;
  RunOptions options_;
  TrainHooks hooks_;
  RunFolder folder_;
  Journal journal_;

  DataSet dataSet_;
  Split split_;
  std::optional<FeatureStore> store_;
  std::optional<TrainingState> state_;
  std::optional<BatchSource> batches_;
  int firstEpoch_ = 0;
  nlohmann::json epochs_ = nlohmann::json::array();  ///< of all epochs so far
  TrainResult result_;
  nlohmann::json bestDetails_ =
      nlohmann::json::object();  ///< confusion and per class of the best epoch
};

fs::path Training::prepareFolder() const {
  std::error_code failure;
  fs::create_directories(folder_.path, failure);
  if (failure)
    throw Error("The run folder '" + folder_.path.string() +
                "' cannot be made: " + failure.message() + ".");
  if (!options_.resume && fs::exists(folder_.checkpoint()))
    throw Error("The folder '" + folder_.path.string() +
                "' already holds a run; choose another, or go on with it by --resume.");
  if (options_.resume && !fs::exists(folder_.settings()))
    throw Error("The folder '" + folder_.path.string() + "' holds no run to go on with.");
  return folder_.journal();
}

void Training::scan() {
  dataSet_ = scanDataSet(settings_.data, settings_.layout);
  if (settings_.windowSeconds == 0.0) settings_.windowSeconds = suitableWindowSeconds(dataSet_);
  journal_.write("scanned", {{"layout", nameOf(dataSet_.layout)},
                             {"classes", dataSet_.labels.size()},
                             {"clips", dataSet_.clips.size()},
                             {"window_seconds", settings_.windowSeconds}});
  const auto start = Clock::now();
  store_ = FeatureStore::open(dataSet_, {.features = settings_.features,
                                         .windowSeconds = settings_.windowSeconds,
                                         .cacheFolder = options_.cacheFolder,
                                         .threads = settings_.threads,
                                         .onProgress = hooks_.onCacheProgress});
  nlohmann::json problems = nlohmann::json::array();
  for (const ClipProblem& problem : dataSet_.problems)
    problems.push_back({{"file", problem.path.string()}, {"problem", problem.what}});
  journal_.write("cached", {{"reused", store_->reused()},
                            {"seconds", secondsSince(start)},
                            {"clips", dataSet_.clips.size()},
                            {"left_out", problems},
                            {"fingerprint", store_->fingerprint()}});
  if (dataSet_.labels.size() < 2)
    throw Error("A model needs at least two classes; '" + settings_.data.string() + "' has one.");
  split_ = splitDataSet(dataSet_, settings_.split);
}

void Training::makeState() {
  at::set_num_threads(settings_.threads > 0
                          ? settings_.threads
                          : int(std::max(1U, std::thread::hardware_concurrency())));
  torch::manual_seed(settings_.seed);
  const int nMels = settings_.features.nMels;
  state_.emplace(buildNetwork(settings_.architecture, settings_.architectureSettings, nMels,
                              int(dataSet_.labels.size())),
                 settings_);
  batches_.emplace(
      dataSet_, *store_, split_.training, settings_.features,
      BatchSource::Settings{settings_.augmentation, settings_.batchSize, settings_.seed});
  if (batches_->stepsPerEpoch() == 0)
    throw Error("There are too few training clips for a batch; at least two are needed.");
  if (!options_.resume) return;
  requireSameSettings();
  // A run that was interrupted in its first epoch begins again.
  if (fs::exists(folder_.checkpoint())) goOn();
}

/// Another setting would give another result than the one that the run was started for. The data
/// may have moved: their fingerprint tells whether they are the same.
void Training::requireSameSettings() const {
  const auto before = nlohmann::json::parse(readFile(folder_.settings()), nullptr, false);
  if (!before.is_object())
    throw Error("The settings of the run in '" + folder_.path.string() +
                "' cannot be read; start a new run.");
  const nlohmann::json now = toJson(settings_);
  for (const auto& [key, value] : now.items())
    if (key != "data" && before.value(key, nlohmann::json()) != value)
      throw Error("The run in '" + folder_.path.string() + "' was started with another " + key +
                  " (" + before.value(key, nlohmann::json()).dump() + ", now " + value.dump() +
                  "); go on with the same settings, or start a new run.");
}

void Training::goOn() {
  const nlohmann::json progress = state_->load(folder_.checkpoint());
  if (progress.at("fingerprint") != store_->fingerprint())
    throw Error("The data in '" + settings_.data.string() +
                "' have changed since the run was interrupted; start a new run.");
  epochs_ = progress.at("epochs");
  bestDetails_ = progress.at("best_details");
  firstEpoch_ = int(epochs_.size());
  result_.bestEpoch = progress.at("best_epoch");
  result_.best = figuresFromJson(progress.at("best"));
  result_.last = figuresFromJson(epochs_.back().at(validates() ? "validation" : "training"));
  writeFileAtomically(folder_.metrics(), metricsCsv(epochs_));
}

EpochRecord Training::trainEpoch(int epoch) {
  // The state of the random numbers is a function of the epoch, so that a resumed run repeats it.
  torch::manual_seed(settings_.seed + 1000003ULL * uint64_t(epoch + 1));
  const auto start = Clock::now();
  const long steps = batches_->stepsPerEpoch();
  const size_t nClasses = dataSet_.labels.size();
  ConfusionMatrix confusion{int(nClasses)};
  EpochRecord record;
  record.epoch = epoch + 1;
  double lossSum = 0.0;
  long seen = 0;
  batches_->startEpoch(epoch);
  for (long step = 0; step < steps && !stopping(); ++step) {
    Batch batch = batches_->next();
    const long n = long(batch.size);
    const auto logMel =
        torch::from_blob(batch.logMel.data(), {n, store_->windowFrames(), store_->nMels()});
    const auto targets = torch::from_blob(batch.targets.data(), {n, long(nClasses)});
    torch::Tensor logits;
    record.learningRate = learningRateAt(settings_, epoch, step, steps);
    lossSum += state_->step(logMel, targets, record.learningRate, logits) * double(n);
    seen += n;
    logits = logits.contiguous();
    for (long i = 0; i < n; ++i)
      confusion.add(batch.labels[size_t(i)],
                    predicted(logits.data_ptr<float>() + i * long(nClasses), nClasses));
    journal_.tell("step", {{"epoch", epoch + 1},
                           {"epochs", settings_.epochs},
                           {"step", step + 1},
                           {"steps", steps},
                           {"loss", lossSum / double(seen)},
                           {"clips_per_second", double(seen) / secondsSince(start)}});
  }
  record.training = {lossSum / double(std::max(1L, seen)), confusion.accuracy(),
                     confusion.balancedAccuracy()};
  record.clipsPerSecond = double(seen) / secondsSince(start);
  return record;
}

Figures Training::validate(ConfusionMatrix& confusion) {
  const size_t nClasses = dataSet_.labels.size();
  double loss = 0.0;
  std::vector<float> input;
  std::vector<int> owners;
  std::vector<double> sums(split_.validation.size() * nClasses);
  const auto flush = [&] {
    if (owners.empty()) return;
    const torch::Tensor logMel = torch::from_blob(
        input.data(), {long(owners.size()), store_->windowFrames(), store_->nMels()});
    const torch::Tensor scores = torch::softmax(state_->evaluate(logMel), 1).contiguous();
    for (size_t i = 0; i < owners.size(); ++i)
      for (size_t label = 0; label < nClasses; ++label)
        sums[size_t(owners[i]) * nClasses + label] +=
            double(scores.data_ptr<float>()[i * nClasses + label]);
    input.clear();
    owners.clear();
  };
  for (size_t i = 0; i < split_.validation.size(); ++i) {
    const size_t clip = size_t(split_.validation[i]);
    for (size_t window = 0; window < store_->windowsOf(clip); ++window) {
      const auto values = store_->window(clip, window);
      input.insert(input.end(), values.begin(), values.end());
      owners.push_back(int(i));
      if (owners.size() == kEvaluationBatch) flush();
    }
  }
  flush();
  for (size_t i = 0; i < split_.validation.size(); ++i) {
    const size_t clip = size_t(split_.validation[i]);
    const double* sum = sums.data() + i * nClasses;
    const int target = dataSet_.clips[clip].label;
    confusion.add(target, int(std::max_element(sum, sum + nClasses) - sum));
    loss -= std::log(std::max(sum[target] / double(store_->windowsOf(clip)), 1e-12));
  }
  return {loss / double(split_.validation.size()), confusion.accuracy(),
          confusion.balancedAccuracy()};
}

bool Training::better(const EpochRecord& record) const {
  if (!validates() || result_.bestEpoch == 0) return true;
  if (record.validation.balancedAccuracy != result_.best.balancedAccuracy)
    return record.validation.balancedAccuracy > result_.best.balancedAccuracy;
  return record.validation.loss < result_.best.loss;
}

ModelDescription Training::describe(const EpochRecord& record) const {
  ModelDescription model;
  model.name = settings_.architecture + ", " + settings_.data.filename().string();
  if (settings_.data.filename().empty())
    model.name = settings_.architecture + ", " + settings_.data.parent_path().filename().string();
  model.labels = dataSet_.labels;
  model.features = settings_.features;
  model.windowSeconds = settings_.windowSeconds;
  model.hopSeconds = std::min(1.0, settings_.windowSeconds);
  model.thresholds.assign(dataSet_.labels.size(), float(kDefaultThreshold));
  nlohmann::json settings = toJson(settings_);
  settings["data"] =
      settings_.data.filename().string();  // the name, not where it lies on this machine
  model.card = {{"architecture", settings_.architecture},
                {"parameters", state_->parameterCount()},
                {"training", settings},
                {"epoch", record.epoch},
                {"figures", record.json(validates())},
                {"split", split_.description},
                {"training_clips", split_.training.size()},
                {"validation_clips", split_.validation.size()},
                {"data_fingerprint", store_->fingerprint()},
                {"libtorch", TORCH_VERSION},
                {"made", utcNow()}};
  return model;
}

void Training::exportModel(const fs::path& path, const EpochRecord& record) const {
  saveModelFile(state_->network(), describe(record), path);
}

void Training::keepEpoch(const EpochRecord& record, const ConfusionMatrix& confusion) {
  epochs_.push_back(record.json(validates()));
  result_.last = validates() ? record.validation : record.training;
  if (better(record)) {
    result_.bestEpoch = record.epoch;
    result_.best = result_.last;
    bestDetails_ = {{"confusion", confusionToJson(confusion, dataSet_.labels)},
                    {"per_class", perClassToJson(confusion, dataSet_.labels)}};
    exportModel(folder_.bestModel(), record);
  }
  if (record.epoch == settings_.epochs) exportModel(folder_.lastModel(), record);
  state_->endEvaluation();
  state_->save(folder_.checkpoint(), {{"epochs", epochs_},
                                      {"best_epoch", result_.bestEpoch},
                                      {"best", toJson(result_.best)},
                                      {"best_details", bestDetails_},
                                      {"fingerprint", store_->fingerprint()}});
  journal_.write("epoch", epochs_.back());
}

nlohmann::json Training::result() const {
  return {{"finished", result_.finished},
          {"best_epoch", result_.bestEpoch},
          {"best", toJson(result_.best)},
          {"last", toJson(result_.last)},
          {"split", split_.description},
          {"best_confusion", bestDetails_.value("confusion", nlohmann::json())},
          {"best_per_class", bestDetails_.value("per_class", nlohmann::json())}};
}

TrainResult Training::run() {
  journal_.write(options_.resume ? "resumed" : "started", {{"settings", toJson(settings_)}});
  scan();
  makeState();
  if (!options_.resume) writeFileAtomically(folder_.settings(), textOf(toJson(settings_)));
  for (int epoch = firstEpoch_; epoch < settings_.epochs; ++epoch) {
    const auto start = Clock::now();
    EpochRecord record = trainEpoch(epoch);
    if (stopping()) break;
    ConfusionMatrix confusion{int(dataSet_.labels.size())};
    state_->beginEvaluation();
    if (validates()) record.validation = validate(confusion);
    record.seconds = secondsSince(start);
    keepEpoch(record, confusion);
    writeFileAtomically(folder_.metrics(), metricsCsv(epochs_));
  }
  result_.finished = int(epochs_.size()) == settings_.epochs;
  writeFileAtomically(folder_.result(), textOf(result()));
  journal_.write(result_.finished ? "finished" : "stopped", {{"best_epoch", result_.bestEpoch},
                                                             {"best", toJson(result_.best)},
                                                             {"last", toJson(result_.last)}});
  return result_;
}

}  // namespace

TrainResult train(const TrainSettings& settings, const RunOptions& options,
                  const TrainHooks& hooks) {
  settings.validate();
  keepFreedMemory();
  try {
    return Training(settings, options, hooks).run();
  } catch (const std::bad_alloc&) {
    throw Error("There is not enough memory for this training; try a smaller batch.");
  } catch (const c10::Error& error) {
    throw Error("LibTorch failed during training: " + std::string(error.what_without_backtrace()));
  }
}

}  // namespace earwitness
