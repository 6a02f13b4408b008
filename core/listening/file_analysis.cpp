#include "core/listening/file_analysis.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/pipeline.h"

namespace earwitness {
namespace {

constexpr size_t kBlockSamples = 16384;
constexpr float kOffPerOnThreshold = 0.7F;

/// Windows of one file -> scores and events.
class FileScorer {
 public:
  FileScorer(Classifier& classifier, const EventSettings& events, const FileAnalysisHooks& hooks)
      : classifier_(classifier),
        detector_(int(classifier.description().labels.size()), events),
        hooks_(hooks),
        sums_(classifier.description().labels.size(), 0.0) {}

  void add(Window&& window) {
    ScoredWindow scored;
    scored.startSeconds = window.startSeconds;
    scored.endSeconds = window.endSeconds;
    scored.scores.resize(sums_.size());
    const auto begin = std::chrono::steady_clock::now();
    classify(window.values, scored.scores);
    scored.inferenceMs =
        std::chrono::duration<float, std::milli>(std::chrono::steady_clock::now() - begin).count();
    keep(detector_.push(scored.endSeconds, scored.scores));
    scored.smoothed.assign(detector_.smoothed().begin(), detector_.smoothed().end());
    for (size_t label = 0; label < sums_.size(); ++label) sums_[label] += scored.scores[label];
    if (hooks_.onWindow) hooks_.onWindow(scored);
    result_.windows.push_back(std::move(scored));
  }

  FileScores finish() {
    keep(detector_.finish());
    for (const double sum : sums_)
      result_.whole.push_back(float(sum / double(std::max<size_t>(1, result_.windows.size()))));
    return std::move(result_);
  }

 private:
  // A file can wait: a classifier that died is given the time to come back, once per window.
  void classify(std::span<const float> window, std::span<float> scores) {
    try {
      classifier_.classify(window, scores);
    } catch (const Error&) {
      classifier_.warmUp();
      classifier_.classify(window, scores);
    }
  }

  // Ids are 1, 2, 3, ... in order of report, and an update follows its event.
  void keep(const std::vector<Event>& changed) {
    for (const Event& event : changed) {
      result_.events.resize(std::max(result_.events.size(), size_t(event.id)));
      result_.events[size_t(event.id) - 1] = event;
    }
  }

  Classifier& classifier_;
  EventDetector detector_;
  const FileAnalysisHooks& hooks_;
  std::vector<double> sums_;
  FileScores result_;
};

}  // namespace

FileScores analyseFile(const std::filesystem::path& path, Classifier* classifier,
                       const FeatureSettings& features, const EventSettings& events,
                       const FileAnalysisHooks& hooks) {
  AudioFileReader reader(path);
  std::optional<FileScorer> scorer;
  if (classifier != nullptr) scorer.emplace(*classifier, events, hooks);
  Pipeline pipeline(
      reader.sampleRate(), classifier != nullptr ? classifier->description().features : features,
      classifier != nullptr ? WindowPlan::of(classifier->description()) : WindowPlan{},
      Pipeline::Mode::File);
  const auto onWindow = [&scorer](Window&& window) { scorer->add(std::move(window)); };

  std::vector<float> block(kBlockSamples);
  long framesRead = 0;
  while (const size_t count = reader.read(block)) {
    if (hooks.cancelled != nullptr && hooks.cancelled->load())
      throw Error("The analysis of " + inQuotes(path.string()) + " was cancelled.");
    pipeline.push(std::span(block).first(count), hooks.onFrames, onWindow);
    framesRead += long(count);
    if (hooks.onProgress)
      hooks.onProgress(std::min(1.0, double(framesRead) / double(reader.frames())));
  }
  pipeline.finish(hooks.onFrames, onWindow);
  FileScores scores = scorer ? scorer->finish() : FileScores{};
  scores.seconds = double(framesRead) / reader.sampleRate();
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
  for (const float threshold : model.thresholds)
    settings.rules.push_back(
        {.onThreshold = threshold, .offThreshold = threshold * kOffPerOnThreshold});
  return settings;
}

}  // namespace earwitness
