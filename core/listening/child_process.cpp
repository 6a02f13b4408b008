// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/log.h"
#include "core/base/spawn.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr size_t kErrorTextBytes = 8192;
constexpr size_t kBlockBytes = 65536;
constexpr size_t kErrorBlockBytes = 4096;
constexpr size_t kMostPipeBlocks = 256;  // a pipe's largest size without rights

std::string processText(pid_t pid) {
  return "Process " + std::to_string(pid);
}

std::string commandText(const std::filesystem::path& program,
                        const std::vector<std::string>& arguments) {
  std::string text = inQuotes(program.string());
  for (const std::string& argument : arguments)
    text +=
        ' ' + (argument.find_first_of(" /") == std::string::npos ? argument : inQuotes(argument));
  return text;
}

}  // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program,
                           const std::vector<std::string>& arguments,
                           const std::vector<std::pair<std::string, std::string>>& environment)
    : errorLog_(kLogChild, "") {
  SpawnPlan plan;
  Channel input = plan.socketTo(STDIN_FILENO);
  Channel output = plan.pipeFrom(STDOUT_FILENO);
  Channel errors = plan.pipeFrom(STDERR_FILENO);
  pid_ = plan.start(program, arguments, environment);
  input_ = std::move(input.ours);
  output_ = std::move(output.ours);
  errors_ = std::move(errors.ours);
  errorLog_ = LogLines(kLogChild, processText(pid_));
  logInfo(kLogChild, processText(pid_) + " was started: " + commandText(program, arguments));
}

ChildProcess::~ChildProcess() {
  input_.close();
  killAndReap();
}

void ChildProcess::killAndReap() {
  if (reaped_) return;
  ::kill(pid_, SIGKILL);  // it has nothing to lose, and nobody should wait for it
  while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
  // What it said at last may still be in the pipe. A process that it started may go on for ever.
  for (size_t block = 0; block < kMostPipeBlocks && errors_ && readErrors(); ++block) {
  }
  errorLog_.finish();
  logInfo(kLogChild, processText(pid_) + " " + endInWords(status_).english());
}

void ChildProcess::send(std::span<const std::byte> bytes) {
  outbox_.erase(outbox_.begin(), outbox_.begin() + std::ptrdiff_t(sent_));
  sent_ = 0;
  outbox_.insert(outbox_.end(), bytes.begin(), bytes.end());
}

void ChildProcess::pump(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  const size_t before = inbox_.size();
  while (!ended_ && inbox_.size() == before) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    std::array<pollfd, 3> streams{
        pollfd{output_.get(), POLLIN, 0},
        pollfd{errors_.get(), POLLIN, 0},
        pollfd{sent_ < outbox_.size() ? input_.get() : -1, POLLOUT, 0},
    };
    const int ready = ::poll(streams.data(), streams.size(), int(std::max<long>(0, left.count())));
    if (ready < 0 && errno != EINTR) {
      ended_ = true;
      return;
    }
    if (ready > 0) {
      if (streams[2].revents != 0) writeInput();
      if (streams[1].revents != 0) readErrors();
      if (streams[0].revents != 0) readOutput();
    }
    if (left.count() <= 0) return;
  }
}

void ChildProcess::writeInput() {
  const ssize_t count = ::send(input_.get(), outbox_.data() + sent_, outbox_.size() - sent_,
                               MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count > 0) {
    sent_ += size_t(count);
  } else if (count < 0 && errno != EAGAIN && errno != EINTR) {
    // It reads no more. What it still had to say is read before the end of its output is seen.
    outbox_.clear();
    sent_ = 0;
  }
}

void ChildProcess::readOutput() {
  const size_t before = inbox_.size();
  inbox_.resize(before + kBlockBytes);
  const ssize_t count = ::read(output_.get(), inbox_.data() + before, kBlockBytes);
  inbox_.resize(before + size_t(std::max<ssize_t>(0, count)));
  if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) ended_ = true;
}

/// True if there may be more.
bool ChildProcess::readErrors() {
  std::array<char, kErrorBlockBytes> block;
  const ssize_t count = ::read(errors_.get(), block.data(), block.size());
  if (count > 0) {
    errorText_.append(block.data(), size_t(count));
    errorLog_.add({block.data(), size_t(count)});
    if (errorText_.size() > kErrorTextBytes)
      errorText_.erase(0, errorText_.size() - kErrorTextBytes);
  } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
    errors_.close();
  }
  return count > 0;
}

void ChildProcess::take(size_t count) {
  inbox_.erase(inbox_.begin(), inbox_.begin() + std::ptrdiff_t(std::min(count, inbox_.size())));
}

Message ChildProcess::howItEnded() {
  killAndReap();
  return endInWords(status_);
}

int ChildProcess::endingSignal() {
  howItEnded();
  return WIFSIGNALED(status_) ? WTERMSIG(status_) : 0;
}

std::string ChildProcess::lastErrorLine() const {
  return lastLineOf(errorText_);
}

}  // namespace earwitness
