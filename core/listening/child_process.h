// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "core/base/descriptor.h"
#include "core/base/log_lines.h"
#include "core/base/message.h"

namespace earwitness {

/// A program with its standard streams at our end. Nothing here blocks for longer than it is told,
/// a dead child raises no signal, and the child is gone when this is. Its start, its end and what
/// it writes on stderr are logged.
///
/// The child sees the end of its input when this process ends in whatever way, and ends then too.
/// (PR_SET_PDEATHSIG would also kill it when merely the thread ends that started it.)
/// Thread: one at a time.
class ChildProcess {
 public:
  /// Starts the program, found on PATH where it has no slash. `environment` is added to ours.
  /// Throws Error naming the program and the system's reason.
  ChildProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
               const std::vector<std::pair<std::string, std::string>>& environment);
  /// Kills and reaps it.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t id() const { return pid_; }
  /// Queues bytes for its input; pump() sends them.
  void send(std::span<const std::byte> bytes);
  /// Moves bytes both ways for at most `patience`, returns as soon as some were received.
  void pump(std::chrono::milliseconds patience);
  /// What it wrote so far and nobody took.
  std::span<const std::byte> received() const { return {inbox_.data(), inbox_.size()}; }
  void take(size_t count);
  /// True once it closed its output: it has ended, or will never answer again.
  bool ended() const { return ended_; }
  /// How it ended, in words ("was ended by signal 9"); kills it first where it has not.
  Message howItEnded();
  /// The signal that ended it, 0 where none did; kills it first where it has not ended.
  int endingSignal();
  /// The last line that it wrote on stderr.
  std::string lastErrorLine() const;

 private:
  void readOutput();
  bool readErrors();
  void writeInput();
  void killAndReap();

  pid_t pid_ = 0;
  Descriptor input_;
  Descriptor output_;
  Descriptor errors_;
  bool ended_ = false;
  bool reaped_ = false;
  int status_ = 0;
  std::vector<std::byte> outbox_;
  size_t sent_ = 0;
  std::vector<std::byte> inbox_;
  std::string errorText_;
  LogLines errorLog_;
};

}  // namespace earwitness
