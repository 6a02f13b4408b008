// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/clock_time.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/spawn.h"
#include "core/base/text.h"
#include "core/monitoring/alert_channel.h"

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr size_t kKeptErrorBytes = 4096;
constexpr size_t kShownErrorBytes = 200;
/// Between looks at a command whose end no descriptor tells, as on kernels before 5.3.
constexpr milliseconds kLookEvery{20};

/// A command that was started: fed, watched and reaped. One that is still running when this goes
/// is killed with its group.
class RunningCommand {
 public:
  RunningCommand(const std::vector<std::string>& command, std::string input,
                 const std::vector<std::pair<std::string, std::string>>& environment)
      : unsent_(std::move(input)) {
    SpawnPlan plan;
    Channel inputChannel = plan.socketTo(STDIN_FILENO);
    Channel errorChannel = plan.pipeFrom(STDERR_FILENO);
    plan.discard(STDOUT_FILENO);
    plan.makeGroup();
    pid_ = plan.start(command.front(), {command.begin() + 1, command.end()}, environment);
    input_ = std::move(inputChannel.ours);
    errors_ = std::move(errorChannel.ours);
    exit_ =
        Descriptor(int(::syscall(SYS_pidfd_open, pid_, 0)));  // glibc 2.36 declares it for C only
  }
  ~RunningCommand() {
    if (!status_) {
      ::kill(-pid_, SIGKILL);
      reap(0);
    }
  }
  RunningCommand(const RunningCommand&) = delete;
  RunningCommand& operator=(const RunningCommand&) = delete;

  /// waitpid()'s status; none where it is still running at the deadline. Throws Stopped.
  std::optional<int> waitUntil(Clock::time_point deadline, const StopSignal& stop) {
    while (!reap(WNOHANG)) {
      const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
      if (left <= milliseconds(0)) return {};
      std::array<pollfd, 4> streams{
          pollfd{exit_.get(), POLLIN, 0}, pollfd{stop.descriptor(), POLLIN, 0},
          pollfd{errors_.get(), POLLIN, 0}, pollfd{input_.get(), POLLOUT, 0}};
      const milliseconds patience = exit_ ? left : std::min(left, kLookEvery);
      ::poll(streams.data(), streams.size(), int(patience.count()));
      if (stop.requested()) throw Stopped();
      if (streams[2].revents != 0) readErrors();
      if (streams[3].revents != 0) writeInput();
    }
    while (readErrors()) {
    }
    return status_;
  }

  /// What it said last on its error stream.
  std::string lastErrorLine() const { return lastLineOf(errorText_).substr(0, kShownErrorBytes); }

 private:
  bool reap(int flags) {
    int status = 0;
    pid_t ended = 0;
    do {
      ended = ::waitpid(pid_, &status, flags);
    } while (ended < 0 && errno == EINTR);
    if (ended == pid_) status_ = status;
    return status_.has_value();
  }

  /// The end of its input tells it that the alert is whole.
  void writeInput() {
    const ssize_t count = ::send(input_.get(), unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (count > 0) unsent_.erase(0, size_t(count));
    const bool closed = count < 0 && errno != EAGAIN && errno != EINTR;  // it reads no more
    if (closed || unsent_.empty()) input_.close();
  }

  bool readErrors() {
    std::array<char, 1024> block;
    const ssize_t count = errors_ ? ::read(errors_.get(), block.data(), block.size()) : 0;
    if (count > 0) {
      errorText_.append(block.data(), size_t(count));
      if (errorText_.size() > kKeptErrorBytes)
        errorText_.erase(0, errorText_.size() - kKeptErrorBytes);
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
      errors_.close();
    }
    return count > 0;
  }

  std::string unsent_;
  std::string errorText_;
  pid_t pid_ = 0;
  Descriptor input_;
  Descriptor errors_;
  Descriptor exit_;  ///< readable when it has ended
  std::optional<int> status_;
};

class CommandChannel : public AlertChannel {
 public:
  CommandChannel(std::vector<std::string> command, milliseconds patience)
      : command_(std::move(command)), patience_(patience) {}

  Message name() const override { return Message("The alert command"); }

  void send(const Alert& alert, const StopSignal& stop) override {
    RunningCommand running(command_, jsonText(alert) + "\n",
                           {{"EARWITNESS_LABEL", alert.label},
                            {"EARWITNESS_SCORE", fixedPoint(alert.score, 3)},
                            {"EARWITNESS_TIME", utcText(alert.onsetUtcMs)}});
    const std::optional<int> status = running.waitUntil(Clock::now() + patience_, stop);
    if (!status)
      throw Error(
          "The alert command '%1' was stopped because it did not finish within %2. Start longer "
          "work in the background.",
          command_.front(), durationMessage(std::chrono::duration<double>(patience_).count()));
    if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return;
    const std::string said = running.lastErrorLine();
    throw said.empty() ? Error("The alert command '%1' %2.", command_.front(), endInWords(*status))
                       : Error("The alert command '%1' %2, saying '%3'.", command_.front(),
                               endInWords(*status), said);
  }

 private:
  std::vector<std::string> command_;
  milliseconds patience_;
};

}  // namespace

std::unique_ptr<AlertChannel> makeCommandChannel(std::vector<std::string> command,
                                                 milliseconds patience) {
  return std::make_unique<CommandChannel>(std::move(command), patience);
}

}  // namespace earwitness
