#include "core/listening/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr size_t kErrorTextBytes = 8192;
constexpr size_t kBlockBytes = 65536;

void closeIfOpen(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

/// Both ends closed on exec; the child's end is duplicated onto its standard stream.
struct Channel {
  int ours = -1;
  int theirs = -1;
  ~Channel() {
    closeIfOpen(ours);
    closeIfOpen(theirs);
  }
  int release() { return std::exchange(ours, -1); }
};

bool openPipeFromChild(Channel& channel) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  channel.ours = ends[0];
  channel.theirs = ends[1];
  return ::fcntl(channel.ours, F_SETFL, O_NONBLOCK) == 0;
}

/// A socket: writing to a dead child's pipe would raise SIGPIPE, which MSG_NOSIGNAL prevents
/// without changing how the whole process treats the signal.
bool openSocketToChild(Channel& channel) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  channel.ours = ends[0];
  channel.theirs = ends[1];
  ::shutdown(channel.ours, SHUT_RD);
  return ::fcntl(channel.ours, F_SETFL, O_NONBLOCK) == 0;
}

std::vector<std::string> environmentWith(
    const std::vector<std::pair<std::string, std::string>>& added) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const bool replaced = std::any_of(added.begin(), added.end(), [text](const auto& pair) {
      return text.substr(0, text.find('=')) == pair.first;
    });
    if (!replaced) variables.emplace_back(text);
  }
  for (const auto& [name, value] : added) variables.push_back(name + "=" + value);
  return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// posix_spawn's two objects, with their destructors.
class SpawnPlan {
 public:
  SpawnPlan() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  void connect(int descriptor, int standardStream) {
    posix_spawn_file_actions_adddup2(&actions_, descriptor, standardStream);
  }
  /// No descriptor of ours but the three, and signals as a program expects them.
  void isolate() {
    posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  int spawn(pid_t& pid, const std::string& program, char* const* arguments,
            char* const* environment) const {
    return posix_spawnp(&pid, program.c_str(), &actions_, &attributes_, arguments, environment);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

ChildProcess::ChildProcess(const std::filesystem::path& program,
                           const std::vector<std::string>& arguments,
                           const std::vector<std::pair<std::string, std::string>>& environment) {
  const auto failWith = [&program](int errorNumber) {
    throw Error("The program " + inQuotes(program.string()) +
                " cannot be started: " + std::generic_category().message(errorNumber) + ".");
  };
  Channel input;
  Channel output;
  Channel errors;
  if (!openSocketToChild(input) || !openPipeFromChild(output) || !openPipeFromChild(errors))
    failWith(errno);
  SpawnPlan plan;
  plan.connect(input.theirs, STDIN_FILENO);
  plan.connect(output.theirs, STDOUT_FILENO);
  plan.connect(errors.theirs, STDERR_FILENO);
  plan.isolate();
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environmentWith(environment);
  const int error =
      plan.spawn(pid_, program.string(), pointersTo(words).data(), pointersTo(variables).data());
  if (error != 0) failWith(error);
  input_ = input.release();
  output_ = output.release();
  errors_ = errors.release();
}

ChildProcess::~ChildProcess() {
  closeIfOpen(input_);
  killAndReap();
  closeIfOpen(output_);
  closeIfOpen(errors_);
}

void ChildProcess::killAndReap() {
  if (reaped_) return;
  ::kill(pid_, SIGKILL);  // it has nothing to lose, and nobody should wait for it
  while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
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
        pollfd{output_, POLLIN, 0},
        pollfd{errors_, POLLIN, 0},
        pollfd{sent_ < outbox_.size() ? input_ : -1, POLLOUT, 0},
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
  const ssize_t count =
      ::send(input_, outbox_.data() + sent_, outbox_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
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
  const ssize_t count = ::read(output_, inbox_.data() + before, kBlockBytes);
  inbox_.resize(before + size_t(std::max<ssize_t>(0, count)));
  if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) ended_ = true;
}

void ChildProcess::readErrors() {
  std::array<char, 4096> block;
  const ssize_t count = ::read(errors_, block.data(), block.size());
  if (count > 0) {
    errorText_.append(block.data(), size_t(count));
    if (errorText_.size() > kErrorTextBytes)
      errorText_.erase(0, errorText_.size() - kErrorTextBytes);
  } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
    closeIfOpen(errors_);
  }
}

void ChildProcess::take(size_t count) {
  inbox_.erase(inbox_.begin(), inbox_.begin() + std::ptrdiff_t(std::min(count, inbox_.size())));
}

std::string ChildProcess::howItEnded() {
  killAndReap();
  // What it said at last may still be in the pipe.
  for (size_t size = errorText_.size() + 1; errors_ >= 0 && size != errorText_.size();) {
    size = errorText_.size();
    readErrors();
  }
  if (WIFSIGNALED(status_)) return "was ended by signal " + std::to_string(WTERMSIG(status_));
  return "ended with exit code " + std::to_string(WEXITSTATUS(status_));
}

std::string ChildProcess::lastErrorLine() const {
  std::string_view text(errorText_);
  const size_t last = text.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return {};
  text = text.substr(0, last + 1);
  const size_t lineBreak = text.find_last_of("\r\n");
  return std::string(lineBreak == std::string_view::npos ? text : text.substr(lineBreak + 1));
}

}  // namespace earwitness
