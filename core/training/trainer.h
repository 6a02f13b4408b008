#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "core/training/metrics.h"
#include "core/training/train_settings.h"

namespace earwitness {

/// What a run folder holds.
struct RunFolder {
  std::filesystem::path path;

  std::filesystem::path settings() const { return path / "settings.json"; }
  std::filesystem::path journal() const { return path / "journal.jsonl"; }
  std::filesystem::path checkpoint() const { return path / "checkpoint.pt"; }
  std::filesystem::path bestModel() const { return path / "best.pt"; }
  std::filesystem::path lastModel() const { return path / "last.pt"; }
  std::filesystem::path metrics() const { return path / "metrics.csv"; }
  std::filesystem::path result() const { return path / "result.json"; }
};

struct TrainHooks {
  /// Every event of the run as it happens, the same object that the journal gets as a line:
  /// {"event": started | scanned | cached | step | epoch | checkpoint | finished | stopped,
  /// "version": 1, ...}.
  std::function<void(const nlohmann::json& event)> onEvent;
  std::function<void(size_t done, size_t total)> onCacheProgress;
  const std::atomic<bool>* stop = nullptr;  ///< looked at after each step
};

struct TrainResult {
  bool finished = false;  ///< false where it was stopped
  int bestEpoch = 0;      ///< counted from 1
  Figures best;           ///< of validation, or of training where nothing validates
  Figures last;
};

struct RunOptions {
  std::filesystem::path folder;
  std::filesystem::path cacheFolder;  ///< empty: the user's
  bool resume = false;                ///< go on from the folder's checkpoint
};

/// Trains as `settings` say. The best epoch is the one with the highest balanced accuracy on the
/// validation clips (the lowest loss decides between equals); with none, the last.
/// Throws Error with one sentence. A run that was stopped or killed goes on with `resume`, from its
/// last whole epoch, to the same result.
TrainResult train(const TrainSettings& settings, const RunOptions& options,
                  const TrainHooks& hooks);

}  // namespace earwitness
