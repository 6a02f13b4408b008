// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/audio/audio_history.h"
#include "core/audio/audio_writer.h"
#include "core/monitoring/recorder.h"

namespace earwitness {

/// Everything that a stream holds, in files that end with the hour (UTC) or at a size; a gap in the
/// sound or a leap of the clock begins a new one, so that the time in a file's name and a position
/// in it give the time of that sound. Functions throw Error where nothing can be written; what is
/// missing is written when they are called again. Thread: one at a time.
class ContinuousRecording {
 public:
  /// Opens the file of a stretch that begins at `startUtcMs`.
  using OpenFile =
      std::function<std::unique_ptr<AudioFileWriter>(int64_t startUtcMs, double sampleRate)>;

  ContinuousRecording(const AudioHistory& history, OpenFile openFile, int64_t mostBytes);

  void take(const Event& event);
  /// Writes what came up to this position of the stream; files that are complete go to `written`.
  void advance(double streamSeconds, int64_t nowUtcMs, std::vector<Recording>& written);
  /// Writes what is there up to the last position, and ends the file.
  void finish(std::vector<Recording>& written);
  int64_t openBytes() const { return writer_ ? writer_->bytes() : 0; }

 private:
  struct Span {
    double onsetSeconds = 0.0;
    double offsetSeconds = 0.0;
    bool open = false;
  };
  bool append(double endSeconds, std::vector<Recording>& written);
  bool goesOn(const AudioHistory::Segment& stretch) const;
  void close(std::vector<Recording>& written);
  std::vector<int64_t> takeEvents();
  int64_t utcMsAt(double positionSeconds) const;
  double secondsToHour() const;

  const AudioHistory& history_;
  OpenFile openFile_;
  int64_t mostBytes_;
  std::map<int64_t, Span> events_;  ///< by id; that reach into the open file or beyond
  std::unique_ptr<AudioFileWriter> writer_;
  double sampleRate_ = 0.0;  ///< of the open file
  int64_t startUtcMs_ = 0;
  double startSeconds_ = 0.0;
  std::optional<double> nextSeconds_;  ///< what comes before is written
  double streamSeconds_ = 0.0;
  int64_t nowUtcMs_ = 0;
};

}  // namespace earwitness
