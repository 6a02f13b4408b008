// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"
#include "core/listening/taught_classes.h"
#include "core/listening/taught_lock.h"

namespace earwitness {

/// Where the taught classes of a model are kept: `taught.json` with names and embeddings, and the
/// clips of the examples as FLAC. Writes are atomic, and what cannot be read is never overwritten.
/// Programs that use the same store wait for each other.
/// Thread: one at a time; reads and writes files, so not on the GUI thread.
class TaughtStore {
 public:
  static constexpr int kFormatVersion = 1;
  static constexpr const char* kFileName = "taught.json";

  /// The user's folder for a model: $XDG_DATA_HOME/earwitness/taught/FINGERPRINT. Throws Error when
  /// the fingerprint cannot be the name of a folder.
  static std::filesystem::path folderFor(const std::string& modelFingerprint);

  TaughtStore(std::filesystem::path folder, std::string modelFingerprint, size_t embeddingSize);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path file() const { return folder_ / kFileName; }

  /// Keeps other programs out of the store until it is destroyed, for edits of several steps.
  /// Creates the folder. Throws Error when that fails, and when another program stays in it.
  [[nodiscard]] TaughtLock::Hold hold();

  /// What is stored; none where there is no file. A damaged file, or one of another model, is
  /// renamed to taught-damaged.json, and problem() has a message for the user. Throws Error when
  /// the file cannot be read or renamed, or is of a newer Earwitness: save() then refuses to
  /// replace it.
  TaughtClasses load();
  /// The message of the last load(); empty when all was well.
  const Message& problem() const { return problem_; }
  /// Throws Error when the file cannot be written, and when another process has changed it since
  /// the last load() or save().
  void save(const TaughtClasses& classes);
  /// Whether another process has changed the file since the last load() or save().
  bool hasChanged() const;

  /// Writes the samples (mono, +-1) of an example; returns the file name for TaughtExample::clip.
  /// Throws Error.
  std::string saveClip(const std::string& exampleId, std::span<const float> samples,
                       int sampleRate);
  /// Takes over the FLAC file of an example that was taught elsewhere, under the name that the
  /// example has for it. A clip that is there already stays as it is. Throws Error.
  void importClip(const TaughtExample& example, std::string_view flac);
  std::filesystem::path clipPath(const TaughtExample& example) const {
    return folder_ / example.clip;
  }
  /// Deletes the clips of this store that `classes` do not use any more, also not after undo().
  /// Other files are left alone; and all clips are, while the folder contains classes that could
  /// not be read, while another process has changed them, and while one has the store in use.
  void removeUnusedClips(const TaughtClasses& classes);

 private:
  void makeFolder() const;
  bool hasDamagedFile() const;
  std::string currentHash() const;

  std::filesystem::path folder_;
  std::string modelFingerprint_;
  size_t embeddingSize_;
  TaughtLock lock_;
  Message problem_;
  std::string knownHash_;  ///< of the file as it was read or written last; empty: there was none
  bool isUnreadable_ = false;  ///< the file is there, but its classes are not known
};

nlohmann::json toJson(const TaughtClasses& classes);
/// Throws Error, naming `source`, on missing keys, wrong types, values out of range or a newer
/// format version.
TaughtClasses taughtClassesFromJson(const nlohmann::json& json, const std::string& source);
/// Whether `name` can be the name of a clip in a store: digits of an id, and the ending of a FLAC.
bool isClipName(const std::string& name);

}  // namespace earwitness
