// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/audio/audio_report.h"
#include "core/audio/capture.h"

namespace earwitness {

/// The microphone of that name; the default one for an empty name. Throws Error where there is
/// none.
DeviceId deviceByName(const std::string& name);

/// What a file source and its owner share. Thread-safe.
class FileSourceState {
 public:
  explicit FileSourceState(double limitSeconds) : limitSeconds_(limitSeconds) {}

  /// The position up to which the source gives sound, so that nobody after the listener is overrun.
  double limitSeconds() const { return limitSeconds_.load(); }
  void setLimitSeconds(double seconds) { limitSeconds_.store(seconds); }
  /// What became of the file; empty until it has been read to its end.
  std::optional<AudioReport> report() const;
  void setReport(const AudioReport& report);

 private:
  std::atomic<double> limitSeconds_;
  mutable std::mutex mutex_;
  std::optional<AudioReport> report_;
};

/// A file in a microphone's place, for a paced listener. Throws Error where it cannot be read.
std::unique_ptr<AudioSource> openFileSource(const std::filesystem::path& file,
                                            ChannelChoice channel,
                                            std::shared_ptr<FileSourceState> state);

}  // namespace earwitness
