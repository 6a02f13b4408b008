// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/listening/taught_classes.h"

struct zip;

namespace earwitness {

/// The taught classes of a model with their clips in one file, for another computer or another
/// model: a zip archive of `taught.json`, as TaughtStore has it with the model's name, and of the
/// clips as FLAC. Whatever the file contains, reading it takes no more memory than a small multiple
/// of its size, and touches no other file. Thread: one at a time; not the GUI's.
class TaughtFile {
 public:
  static constexpr const char* kEnding = ".earwitness-taught";
  static constexpr double kLongestClipSeconds = 3600.0;

  /// Throws Error with a message for the user where it is no such file, damaged, or of a newer
  /// Earwitness. Clips are looked for, and read later.
  explicit TaughtFile(const std::filesystem::path& file);

  /// Of the model that it was exported from.
  const TaughtClasses& classes() const { return classes_; }
  const std::string& modelName() const { return modelName_; }
  /// The FLAC file of an example that has a clip. Throws Error where it is damaged.
  std::string clipOf(const TaughtExample& example) const;
  /// Its sound, mono. Throws Error where it cannot be decoded, and where it is too long.
  std::vector<float> samplesOf(const TaughtExample& example, int sampleRate) const;

  /// Replaces `file` atomically. Examples whose clip is not in the folder `clips` any more are
  /// exported without it. Throws Error with a message for the user.
  static void write(const std::filesystem::path& file, const TaughtClasses& classes,
                    const std::string& modelName, const std::filesystem::path& clips);

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };

  std::string entry(const std::string& name, size_t mostBytes) const;
  void requireClips() const;
  [[noreturn]] void rejectAsDamaged(const Message& what) const;

  std::string source_;  ///< the file in quotes, for errors
  size_t bytes_ = 0;    ///< of the file
  std::unique_ptr<zip, Closer> archive_;
  TaughtClasses classes_;
  std::string modelName_;
};

}  // namespace earwitness
