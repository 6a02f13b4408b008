#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/error.h"

namespace earwitness {

/// A file without a single sample. Only those who sort errors need to know.
class EmptyAudio : public Error {
 public:
  using Error::Error;
};

/// Reads WAV, FLAC, Ogg, MP3 and whatever else libsndfile knows, in blocks, mixed down to mono.
/// Thread: one at a time.
class AudioFileReader {
 public:
  /// Throws Error with one sentence when the file is missing, unreadable, empty or not audio.
  explicit AudioFileReader(const std::filesystem::path& path);
  ~AudioFileReader();
  AudioFileReader(AudioFileReader&&) noexcept;

  double sampleRate() const;  ///< Hz
  int channels() const;       ///< in the file
  long frames() const;        ///< samples per channel as the header says
  double seconds() const;
  /// Next mono samples (mean of the channels), +-1; 0 at the end.
  /// Throws Error on samples that are not finite numbers and where the file ends before its header
  /// says.
  size_t read(std::span<float> mono);
  /// Goes on from this frame; behind the end there is nothing more to read. Throws Error where the
  /// file's kind cannot do that.
  void seek(long frame);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The whole file, mono, at `sampleRate` Hz, through the same reader and resampler as a stream.
std::vector<float> readAudio(const std::filesystem::path& path, double sampleRate);

/// True where the file's name ends in something that AudioFileReader reads. Looks at nothing else.
bool looksLikeAudioFile(const std::filesystem::path& path);

}  // namespace earwitness
