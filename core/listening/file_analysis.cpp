// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/file_analysis.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/decode_ahead.h"
#include "core/listening/event_threshold.h"
#include "core/listening/sound_names.h"
#include "core/listening/whole_scores.h"
#include "core/listening/window_scorer.h"

namespace earwitness {
namespace {

/// Windows of one file -> scores and events.
class FileScorer {
 public:
  FileScorer(Classifier& classifier, const EventSettings& events, const FileAnalysisHooks& hooks)
      : classifier_(classifier), scorer_(classifier, events), hooks_(hooks) {}

  void add(const Window& window) {
    WindowScorer::Told told = score(window);
    detections_.add(told.events, std::move(told.nearMisses));
    ScoredWindow& scored = told.window;
    whole_.add(window, scored.scores);
    if (hooks_.onWindow) hooks_.onWindow(scored);
    if (!hooks_.keepWindows) return;
    scored.smoothed = {};  // a day has 350,000 windows
    result_.windows.push_back(std::move(scored));
  }

  FileScores finish() {
    WindowScorer::Told told = scorer_.finish();
    detections_.add(told.events, std::move(told.nearMisses));
    result_.events = std::move(detections_.events);
    result_.nearMisses = std::move(detections_.nearMisses);
    result_.whole = whole_.scores();
    return std::move(result_);
  }

 private:
  // A file can wait: a classifier that died is given the time to come back, once per window.
  WindowScorer::Told score(const Window& window) {
    try {
      return scorer_.score(window);
    } catch (const Error&) {
      classifier_.warmUp();
      return scorer_.score(window);
    }
  }

  Classifier& classifier_;
  WindowScorer scorer_;
  const FileAnalysisHooks& hooks_;
  WholeScores whole_;
  Detections detections_;
  FileScores result_;
};

}  // namespace

FileScores analyseFile(const std::filesystem::path& path, Classifier* classifier,
                       const FeatureSettings& features, const EventSettings& events,
                       const FileAnalysisHooks& hooks) {
  const bool named = classifier != nullptr;
  DecodeAhead decoder(
      path, named ? classifier->description().features : features,
      named ? WindowPlan::of(classifier->description(), hopSecondsOf(classifier->description()))
            : WindowPlan{},
      bool(hooks.onSamples), hooks.channel);
  std::optional<FileScorer> scorer;
  if (named) scorer.emplace(*classifier, events, hooks);
  const auto throwIfCancelled = [&] {
    if (hooks.cancelled != nullptr && hooks.cancelled->load())
      throw Error("The analysis of '%1' was cancelled.", path);
  };

  long samplesRead = 0;
  while (auto block = decoder.next()) {
    throwIfCancelled();
    if (hooks.onSamples && block->nSamples > 0)
      hooks.onSamples(block->samples, decoder.sampleRate());
    if (hooks.onFrames && block->frames.nFrames() > 0)
      hooks.onFrames(block->frames, block->firstFrame);
    for (const Window& window : block->windows) {
      throwIfCancelled();
      if (scorer) scorer->add(window);
    }
    samplesRead += long(block->nSamples);
    if (hooks.onProgress && block->nSamples > 0)
      hooks.onProgress(std::min(1.0, double(samplesRead) / double(decoder.frames())));
  }
  FileScores scores = scorer ? scorer->finish() : FileScores{};
  scores.seconds = double(samplesRead) / decoder.sampleRate();
  scores.audio = decoder.report();
  if (hooks.onProgress) hooks.onProgress(1.0);
  return scores;
}

std::vector<int> topLabels(std::span<const float> scores, int count) {
  std::vector<int> labels(scores.size());
  std::iota(labels.begin(), labels.end(), 0);
  std::stable_sort(labels.begin(), labels.end(), [scores](int left, int right) {
    return scores[size_t(left)] > scores[size_t(right)];
  });
  labels.resize(std::min(labels.size(), size_t(std::max(count, 0))));
  return labels;
}

EventSettings eventSettingsOf(const ModelDescription& model) {
  EventSettings settings;
  settings.windowSeconds = model.windowSeconds;
  for (size_t label = 0; label < model.labels.size(); ++label)
    settings.rules.push_back(ruleOf(eventThreshold(model, label)));
  settings.hierarchy = hierarchyOf(model);
  return settings;
}

}  // namespace earwitness
