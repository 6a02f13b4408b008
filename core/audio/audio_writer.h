// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace earwitness {

/// Writes mono samples (+-1, beyond it clipped) as 16 bit WAV or FLAC, or as Ogg Vorbis, by the
/// name's ending. Atomic: a kill or a full disk leaves either the old file or the new one.
/// Throws Error with one sentence on another ending, a sample rate that the format cannot hold,
/// samples that are not numbers, and where the file cannot be written.
void writeAudioFile(const std::filesystem::path& path, std::span<const float> samples,
                    int sampleRate);

/// What a sound file says of itself: INFO chunk of a WAV, Vorbis comment of a FLAC. Empty: left
/// out.
struct AudioTags {
  std::string title;
  std::string date;     ///< ISO 8601
  std::string comment;  ///< free text
};

/// Writes a mono 16 bit WAV (up to 4 GB) or FLAC of any length, by the name's ending, while its
/// sound comes in. Until finish() it lies in the same folder under the name temporaryFor() says,
/// locked by this process. Never overwrites a file: where one has the name by then, it gets the
/// next free one (dog-2.flac). Nothing waits in memory but the last block of the encoder (FLAC:
/// 4,096 samples), and the header is brought up to date at each flush(), so that a kill loses a
/// moment at most: recoverAudioFile() makes a whole file of what is left. Samples are +-1, beyond
/// it clipped; what is not a number is silence. Throws Error with one sentence. Thread: one at a
/// time.
class AudioFileWriter {
 public:
  AudioFileWriter(const std::filesystem::path& path, int sampleRate, const AudioTags& tags = {});
  /// Without finish() the temporary file is left, as a kill leaves it.
  ~AudioFileWriter();
  AudioFileWriter(const AudioFileWriter&) = delete;
  AudioFileWriter& operator=(const AudioFileWriter&) = delete;

  void write(std::span<const float> samples);
  /// Hands all to the system that can be.
  void flush();
  /// Ends the file, syncs it to the disk and gives it its name.
  void finish();
  /// Removes the temporary file.
  void discard();

  /// The file; after finish(), the name that it really got.
  const std::filesystem::path& path() const;
  int64_t samples() const;  ///< written so far
  int64_t bytes() const;    ///< on the disk so far

  /// "/x/dog.flac" -> "/x/.dog.flac.part"; of a long name the beginning and a hash, so that it
  /// fits wherever the file does.
  static std::filesystem::path temporaryFor(const std::filesystem::path& path);
  /// The other way round; no value for other names.
  static std::optional<std::filesystem::path> targetOf(const std::filesystem::path& temporary);

 private:
  friend std::optional<std::filesystem::path> recoverAudioFile(const std::filesystem::path&);
  struct State;
  explicit AudioFileWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Makes a whole file of what a writer left that did not finish, and removes what was left. Returns
/// the file, with a number if its name is taken; no value where there was no sound in it, and where
/// it is still being written. Throws Error where that cannot be done, also where much is there that
/// cannot be read; what was left stays then.
std::optional<std::filesystem::path> recoverAudioFile(const std::filesystem::path& temporary);

}  // namespace earwitness
