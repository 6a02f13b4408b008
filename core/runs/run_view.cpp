// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/message_json.h"
#include "core/runs/journal_reader.h"
#include "core/runs/run_folder.h"

namespace earwitness {
namespace {

using nlohmann::json;

const json& valueOf(const json& object, const char* key) {
  static const json null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

void take(const json& event, const char* key, std::string& into) {
  if (const json& value = valueOf(event, key); value.is_string()) into = value.get<std::string>();
}

void take(const json& event, const char* key, double& into) {
  if (const json& value = valueOf(event, key); value.is_number()) into = value.get<double>();
}

void take(const json& event, const char* key, bool& into) {
  if (const json& value = valueOf(event, key); value.is_boolean()) into = value.get<bool>();
}

/// A count of something: a whole number from 0 on that the type holds.
template <typename Whole>
void takeCount(const json& event, const char* key, Whole& into) {
  const json& value = valueOf(event, key);
  if (!value.is_number_unsigned() && !(value.is_number_integer() && value.get<int64_t>() >= 0))
    return;
  if (value.get<uint64_t>() <= uint64_t(std::numeric_limits<Whole>::max()))
    into = Whole(value.get<uint64_t>());
}

std::optional<Figures> figuresOf(const json& event, const char* key) {
  const json& value = valueOf(event, key);
  try {
    return value.is_object() ? std::optional(figuresFromJson(value)) : std::nullopt;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

void take(const json& event, const char* key, Message& into) {
  if (Message message = messageIn(event, key); !message.empty()) into = std::move(message);
}

void takeWarnings(const json& event, std::vector<Message>& warnings) {
  if (valueOf(event, "warnings").is_array()) warnings = messagesIn(event, "warnings");
}

void takeBest(const json& event, RunView& view) {
  int epoch = 0;
  takeCount(event, "best_epoch", epoch);
  const auto best = figuresOf(event, "best");
  if (epoch == 0 || !best) return;
  view.bestEpoch = epoch;
  view.best = best;
}

void dropEpochsFrom(RunView& view, int epoch) {
  std::erase_if(view.epochs, [epoch](const EpochPoint& point) { return point.epoch >= epoch; });
  view.step.reset();
}

/// As the trainer does it: of validation, or the last where nothing validates.
void findBest(RunView& view) {
  view.bestEpoch = 0;
  view.best.reset();
  for (const EpochPoint& point : view.epochs) {
    const Figures& figures = point.validation ? *point.validation : point.training;
    if (point.validation && view.best && !isBetter(figures, *view.best)) continue;
    view.bestEpoch = point.epoch;
    view.best = figures;
  }
}

void takeStarted(const json& event, RunView& view) {
  view = RunView();
  view.phase = RunView::Phase::Scanning;
  take(event, "time", view.started);
  if (const json& settings = valueOf(event, "settings"); settings.is_object())
    view.settings = settings;
  takeCount(view.settings, "epochs", view.epochsPlanned);
}

/// The first event of a run that goes on, too.
void takeScanned(const json& event, RunView& view) {
  view.phase = RunView::Phase::Features;
  view.error = {};
  view.errorKind.clear();
  view.step.reset();
  view.featuresDone = view.featuresTotal = 0;
  take(event, "layout", view.layout);
  takeCount(event, "clips", view.clips);
  takeCount(event, "classes", view.classes);
  double seconds = 0.0;
  take(event, "window_seconds", seconds);
  if (seconds > 0.0) view.settings["window_seconds"] = seconds;
}

void takeFeatures(const json& event, RunView& view) {
  view.phase = RunView::Phase::Features;
  takeCount(event, "done", view.featuresDone);
  takeCount(event, "total", view.featuresTotal);
}

void takeCached(const json& event, RunView& view) {
  view.featuresDone = view.featuresTotal;
  takeCount(event, "clips", view.clips);
  take(event, "split", view.split);
  takeWarnings(event, view.warnings);
  if (const json& leftOut = valueOf(event, "left_out"); leftOut.is_array())
    view.leftOut = leftOut.size();
}

void takeBuilt(const json& event, RunView& view) {
  view.phase = RunView::Phase::Training;
  long parameters = -1;
  takeCount(event, "parameters", parameters);
  if (parameters >= 0) view.parameters = parameters;
  take(event, "device", view.device);
}

void takeResumed(const json& event, RunView& view) {
  int done = -1;
  takeCount(event, "epochs_done", done);
  if (done < 0) return;
  dropEpochsFrom(view, done == std::numeric_limits<int>::max() ? done : done + 1);
  findBest(view);
}

void takeStep(const json& event, RunView& view) {
  StepPoint point;
  takeCount(event, "epoch", point.epoch);
  takeCount(event, "epochs", point.epochs);
  takeCount(event, "step", point.step);
  takeCount(event, "steps", point.steps);
  take(event, "loss", point.loss);
  take(event, "balanced_accuracy", point.balancedAccuracy);
  take(event, "learning_rate", point.learningRate);
  take(event, "clips_per_second", point.clipsPerSecond);
  take(event, "seconds_left", point.secondsLeft);
  if (point.epoch == 0 || point.step == 0) return;
  view.phase = RunView::Phase::Training;
  if (point.epochs > 0) view.epochsPlanned = point.epochs;
  view.step = point;
}

void takeEpoch(const json& event, RunView& view) {
  EpochPoint point;
  takeCount(event, "epoch", point.epoch);
  const auto training = figuresOf(event, "training");
  if (point.epoch == 0 || !training) return;
  take(event, "learning_rate", point.learningRate);
  take(event, "seconds", point.seconds);
  take(event, "clips_per_second", point.clipsPerSecond);
  point.training = *training;
  point.validation = figuresOf(event, "validation");
  dropEpochsFrom(view, point.epoch);
  view.phase = RunView::Phase::Training;
  view.epochs.push_back(point);
  takeBest(event, view);
}

void takeEnd(const json& event, RunView::Phase phase, RunView& view) {
  view.phase = phase;
  view.step.reset();
  take(event, "early", view.early);
  take(event, "split", view.split);
  takeWarnings(event, view.warnings);
  takeBest(event, view);
  if (const json& check = valueOf(event, "noise_check"); check.is_object()) view.noiseCheck = check;
}

void takeFailed(const json& event, RunView& view) {
  view.phase = RunView::Phase::Failed;
  view.step.reset();
  view.errorKind = "other";
  take(event, "error", view.error);
  take(event, "kind", view.errorKind);
}

}  // namespace

void RunView::take(const json& event) {
  if (!event.is_object()) return;
  std::string name;
  earwitness::take(event, "event", name);
  if (name == "started") return takeStarted(event, *this);
  if (name == "scanned") return takeScanned(event, *this);
  if (name == "features") return takeFeatures(event, *this);
  if (name == "cached") return takeCached(event, *this);
  if (name == "built") return takeBuilt(event, *this);
  if (name == "resumed") return takeResumed(event, *this);
  if (name == "step") return takeStep(event, *this);
  if (name == "epoch") return takeEpoch(event, *this);
  if (name == "finished") return takeEnd(event, Phase::Finished, *this);
  if (name == "stopped") return takeEnd(event, Phase::Stopped, *this);
  if (name == "failed") return takeFailed(event, *this);
}

RunView readRunView(const std::filesystem::path& folder) {
  RunView view;
  for (const json& event : JournalReader(RunFolder{folder}.journal()).readNew()) view.take(event);
  return view;
}

}  // namespace earwitness
