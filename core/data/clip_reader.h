// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data and to those who draw or play clips.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/data/data_set.h"

namespace earwitness {

/// A segment may reach this far beyond the end of its file, which rounding does.
inline constexpr double kBeyondEndSeconds = 0.05;

/// Nothing of the segment is in its file.
class SegmentOutside : public Error {
 public:
  SegmentOutside(const Message& message, double seconds) : Error(message), fileSeconds(seconds) {}
  double fileSeconds;
};

/// Reads a clip as AudioFileReader reads a file: all of it, or a segment. Thread: one at a time.
class ClipReader {
 public:
  /// Throws Error as AudioFileReader does, SegmentOutside where nothing of the segment is there.
  explicit ClipReader(const std::filesystem::path& path, const Segment& segment = {},
                      ChannelChoice channel = {});

  double sampleRate() const { return reader_.sampleRate(); }  ///< Hz
  int channels() const { return reader_.channels(); }         ///< in the file
  /// Of the clip, as the file's header and the segment say.
  double seconds() const;
  /// Of the file, as its header says.
  double fileSeconds() const { return reader_.seconds(); }
  /// Of a whole file that has been read; nothing to say of a segment.
  AudioReport report() const { return segment_.isWhole() ? reader_.report() : AudioReport{}; }
  /// Next mono samples, +-1; 0 at the end of the clip. Throws Error as AudioFileReader does.
  size_t read(std::span<float> mono);

 private:
  void skipTo(long frame);

  AudioFileReader reader_;
  Segment segment_;
  long left_ = -1;  ///< frames; -1: to the end of the file
};

/// Length of a clip of a file that is so long; below 0 where that is not known.
double clipSecondsOf(double fileSeconds, const Segment& segment);
/// What is wrong with a clip's segment in a file that is so long: nothing of it is there (that
/// leaves the clip out), or its end is missing.
std::optional<ClipProblem> outsideProblem(const Clip& clip, double fileSeconds);

}  // namespace earwitness
