// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audio/audio_report.h"
#include "core/audio/channel_choice.h"
#include "core/base/error.h"

namespace earwitness {

/// A file without a single sample. Only those who sort errors need to know.
class EmptyAudio : public Error {
 public:
  using Error::Error;
};

/// Reads sound files in blocks, mixed down to mono: whatever libsndfile reads rightly, and the
/// sound of whatever else FFmpeg reads. What is there is read, whatever the header says and however
/// the file ends; report() says what is missing. Thread: one at a time; opening a file and moving
/// in it may read a good part of it, so never on the GUI thread.
class AudioFileReader {
 public:
  /// Throws Error with a message for the user when the file is missing, unreadable, not sound, or
  /// has no such channel, and EmptyAudio when it contains no sample.
  explicit AudioFileReader(const std::filesystem::path& path, ChannelChoice channel = {});
  ~AudioFileReader();
  AudioFileReader(AudioFileReader&&) noexcept;

  double sampleRate() const;  ///< Hz
  int channels() const;       ///< in the file
  /// Samples per channel, as well as that is known: exact for most files, an estimate for some
  /// containers, whose end only reading shows.
  long frames() const;
  double seconds() const;  ///< of frames()
  /// Next mono samples, +-1: the chosen channel or the mean of all; 0 at the end. Samples that are
  /// not numbers become silence. Throws Error when the file starts with nothing else, and
  /// EmptyAudio when not a single sample can be read.
  size_t read(std::span<float> mono);
  /// Continues at this frame, exactly; after the end there is nothing more to read. Throws Error
  /// when the file's kind cannot do that.
  void seek(long frame);
  /// What was read until now; complete once read() has returned 0.
  AudioReport report() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The whole file, mono, at `sampleRate` Hz, through the same reader and resampler as a stream.
/// `report`, when given, gets what became of it.
std::vector<float> readAudio(const std::filesystem::path& path, double sampleRate,
                             ChannelChoice channel = {}, AudioReport* report = nullptr);

/// True when the file's name ends in something that AudioFileReader reads. Looks at nothing else;
/// hidden files, among them what macOS leaves beside files (._NAME), are no sound.
bool looksLikeAudioFile(const std::filesystem::path& path);

/// The libraries that read files, with their versions: another one may read what this one cannot.
/// Loads FFmpeg's.
std::string audioReaderVersion();

/// All those endings: ".wav", ".flac", ...
std::span<const char* const> audioEndings();
/// The same for the user, in part of a sentence: "WAV, FLAC, MP3, ... and others".
Message audioKinds();
/// If the message of an error says that a file could not be opened: why.
std::optional<Message> whyNotOpened(const Message& problem);

}  // namespace earwitness
