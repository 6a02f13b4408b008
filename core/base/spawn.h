// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <spawn.h>
#include <sys/types.h>

#include "core/base/descriptor.h"
#include "core/base/message.h"

namespace earwitness {

/// A pipe or socket between a child's standard stream and us. Both ends are closed on exec, ours
/// does not block.
struct Channel {
  Descriptor ours;
  Descriptor theirs;
};

/// How a program is to be started: what its standard streams are, and whose group it is in. It gets
/// no other descriptor of ours, and signals as a program expects them. Thread: one at a time.
class SpawnPlan {
 public:
  SpawnPlan();
  ~SpawnPlan();
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  /// Keep the channels until start(). Throws Error where the system gives none.
  Channel pipeFrom(int standardStream);
  Channel socketTo(int standardStream);
  /// What the child writes there goes nowhere.
  void discard(int standardStream);
  /// What the child writes there is appended to a file, which is made.
  void appendTo(int standardStream, const std::filesystem::path& file);
  /// So that it can be killed with all that it started.
  void makeGroup();
  /// So that it outlives our terminal and us, and a Ctrl-C meant for us does not reach it.
  void makeSession();

  /// Starts the program, found on PATH where it has no slash, without a shell. `environment` is
  /// added to ours. The caller reaps it. Throws Error naming the program and the system's reason.
  pid_t start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
              const std::vector<std::pair<std::string, std::string>>& environment);

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
  short flags_ = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
};

/// Of waitpid()'s status: "ended with exit code 3", "was ended by signal 9".
Message endInWords(int status);
/// The last line that is not blank.
std::string lastLineOf(std::string_view text);

}  // namespace earwitness
