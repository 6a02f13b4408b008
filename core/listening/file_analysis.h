// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "core/audio/audio_report.h"
#include "core/listening/classifier.h"
#include "core/listening/listener.h"

namespace earwitness {

/// What became of a file: the same for window and command line, bit for bit.
struct FileScores {
  std::vector<ScoredWindow> windows;  ///< without `smoothed`, which detectors make anew
  /// (nLabels): mean of the scores of whole windows; those of the last window, which holds all of
  /// it, where the file is shorter than one.
  std::vector<float> whole;
  std::vector<Event> events;
  std::vector<NearMiss> nearMisses;
  double seconds = 0.0;
  AudioReport audio;  ///< what of the file could be read; noteOf() says it to the user
};

/// All are called on the thread that called analyseFile(), in the order of the file.
struct FileAnalysisHooks {
  /// Mono samples at the file's own rate, Hz.
  std::function<void(std::span<const float> mono, double sampleRate)> onSamples;
  std::function<void(const LogMel& frames, long firstFrame)> onFrames;
  std::function<void(const ScoredWindow& window)> onWindow;
  std::function<void(double fraction)> onProgress;  ///< 0 to 1
  const std::atomic<bool>* cancelled = nullptr;  ///< looked at all the time; then Error is thrown
  ChannelChoice channel = {};                    ///< of the file that is analysed
  bool keepWindows = true;  ///< false: onWindow alone gets them, and memory does not grow at all
};

/// Decodes and windows a file on a thread of its own and classifies it on this one; memory does not
/// grow with its length but for the scores. `classifier` null: frames only, with `features`. Throws
/// Error with one sentence.
FileScores analyseFile(const std::filesystem::path& path, Classifier* classifier,
                       const FeatureSettings& features, const EventSettings& events,
                       const FileAnalysisHooks& hooks = {});

/// Labels by falling score, at most `count`.
std::vector<int> topLabels(std::span<const float> scores, int count);

/// Rules with the model's thresholds as onsets, and EventSettings that fit its window.
EventSettings eventSettingsOf(const ModelDescription& model);

}  // namespace earwitness
