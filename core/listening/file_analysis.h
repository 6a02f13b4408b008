#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/listening/classifier.h"
#include "core/listening/listener.h"

namespace earwitness {

/// What became of a file: the same for window and command line, bit for bit.
struct FileScores {
  std::vector<ScoredWindow> windows;
  std::vector<float> whole;  ///< (nLabels): mean of the windows' scores
  std::vector<Event> events;
  double seconds = 0.0;
};

struct FileAnalysisHooks {
  std::function<void(const LogMel& frames, long firstFrame)> onFrames;
  std::function<void(const ScoredWindow& window)> onWindow;
  std::function<void(double fraction)> onProgress;  ///< 0 to 1
  const std::atomic<bool>* cancelled = nullptr;  ///< looked at between blocks; then Error is thrown
};

/// Decodes, windows and classifies a file in blocks; memory does not grow with its length but for
/// the scores. `classifier` null: frames only, with `features`. Throws Error with one sentence.
FileScores analyseFile(const std::filesystem::path& path, Classifier* classifier,
                       const FeatureSettings& features, const EventSettings& events,
                       const FileAnalysisHooks& hooks = {});

/// Labels by falling score, at most `count`.
std::vector<int> topLabels(std::span<const float> scores, int count);

/// Rules with the model's thresholds as onsets, and EventSettings that fit its window.
EventSettings eventSettingsOf(const ModelDescription& model);

}  // namespace earwitness
