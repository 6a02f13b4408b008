// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/audio/audio_history.h"
#include "core/base/message.h"
#include "core/events/event.h"
#include "core/monitoring/monitoring_settings.h"

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
  int64_t clips = 0;      ///< files, those of the continuous recording included
  int64_t freeBytes = 0;  ///< on the disk
  /// Disk full, folder not writable; empty while all is well. Known from the start,
  /// before there is anything to write.
  Message problem;
};

/// Writes what triggered, a little before and after it, or everything in files of an hour, out of
/// the sound history; keeps the folder under its quota by removing the oldest files, but the newest
/// few clips of each class. Clips are <folder>/<label>/<label>_<UTC time>.flac; overlapping events
/// of one class share a clip, one of more than a minute goes on in the next. What cannot be written
/// is tried again while the history holds it; what is lost then is reported. Files that a killed
/// process left unfinished are made whole when a recorder starts. Touches no file that it did not
/// write, which it knows by place and name. Thread: one at a time, not the GUI's.
class Recorder {
 public:
  /// Free bytes on the disk that holds a folder.
  using FreeBytes = std::function<int64_t(const std::filesystem::path& folder)>;

  /// The history is of one stream. `freeBytes` is for tests.
  Recorder(RecorderSettings settings, const AudioHistory& history, FreeBytes freeBytes = {});
  ~Recorder();

  /// What is written into the files that follow.
  void setStream(const std::string& modelName, const std::string& source);
  /// An event began, grew or ended.
  void take(const Event& event, const std::string& label);
  /// Writes what is complete at this position of the stream, whose time is `nowUtcMs`.
  std::vector<Recording> advance(double streamSeconds, int64_t nowUtcMs);
  /// Writes what is not complete as far as it is there.
  std::vector<Recording> finish();
  RecorderState state() const;
  /// Messages, each about sound that could not be written and will not be; clears them.
  std::vector<Message> takeLosses();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The user's folder where the settings name none.
std::filesystem::path recordingFolder(const RecorderSettings& settings);
/// Why nothing can be written into a folder for recordings, or made where it is missing;
/// empty if it can. Makes nothing.
Message problemOfRecordingFolder(const std::filesystem::path& folder);

}  // namespace earwitness
