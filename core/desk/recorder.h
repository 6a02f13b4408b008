#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/audio/sound_history.h"
#include "core/desk/desk_settings.h"
#include "core/events/event.h"

namespace earwitness {

/// A clip or a stretch of the continuous recording that has been written.
struct Recording {
  std::filesystem::path file;
  std::string label;              ///< empty for the continuous recording
  std::vector<int64_t> eventIds;  ///< of the stream, whose sound it holds
  int64_t startUtcMs = 0;
  double seconds = 0.0;
};

struct RecorderState {
  int64_t usedBytes = 0;
  int64_t clips = 0;
  int64_t freeBytes = 0;  ///< on the disk
  std::string problem;    ///< one sentence: disk full, folder not writable; empty while all is well
};

/// Writes what triggered, a little before and after it, or everything in files of an hour, out of
/// the sound history; keeps the folder under its quota by removing the oldest clips, but the newest
/// few of each class. Clips are <folder>/<label>/<label>_<UTC time>.flac; overlapping events of one
/// class share a clip. Touches no file that it did not write. Thread: one at a time, not the GUI's.
class Recorder {
 public:
  Recorder(RecorderSettings settings, const SoundHistory& history);
  ~Recorder();

  /// An event began, grew or ended.
  void take(const Event& event, const std::string& label);
  /// Writes what is complete at this position of the stream, whose time is `nowUtcMs`.
  std::vector<Recording> advance(double streamSeconds, int64_t nowUtcMs);
  /// Writes what is not complete as far as it is there.
  std::vector<Recording> finish();
  RecorderState state() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earwitness
