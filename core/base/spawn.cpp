// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/spawn.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

std::string reasonOf(int errorNumber) {
  return std::generic_category().message(errorNumber);
}

Channel channelOf(const int (&ends)[2], bool made) {
  Channel channel;
  if (made) {
    channel.ours = Descriptor(ends[0]);
    channel.theirs = Descriptor(ends[1]);
  }
  if (!made || ::fcntl(channel.ours.get(), F_SETFL, O_NONBLOCK) != 0)
    throw Error("A pipe to another program cannot be created: %1.", reasonOf(errno));
  return channel;
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
  for (const auto& [name, value] : added) variables.emplace_back(name).append("=").append(value);
  return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

SpawnPlan::SpawnPlan() {
  posix_spawn_file_actions_init(&actions_);
  posix_spawnattr_init(&attributes_);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes_, &signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes_, &signals);
}

SpawnPlan::~SpawnPlan() {
  posix_spawn_file_actions_destroy(&actions_);
  posix_spawnattr_destroy(&attributes_);
}

Channel SpawnPlan::pipeFrom(int standardStream) {
  int ends[2];
  Channel channel = channelOf(ends, ::pipe2(ends, O_CLOEXEC) == 0);
  posix_spawn_file_actions_adddup2(&actions_, channel.theirs.get(), standardStream);
  return channel;
}

/// A socket: writing to a dead child's pipe would raise SIGPIPE, which MSG_NOSIGNAL prevents
/// without changing how the whole process treats the signal.
Channel SpawnPlan::socketTo(int standardStream) {
  int ends[2];
  const bool made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0;
  Channel channel = channelOf(ends, made);
  ::shutdown(channel.ours.get(), SHUT_RD);
  posix_spawn_file_actions_adddup2(&actions_, channel.theirs.get(), standardStream);
  return channel;
}

void SpawnPlan::discard(int standardStream) {
  posix_spawn_file_actions_addopen(&actions_, standardStream, "/dev/null", O_RDWR, 0);
}

void SpawnPlan::appendTo(int standardStream, const std::filesystem::path& file) {
  posix_spawn_file_actions_addopen(&actions_, standardStream, file.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0644);
}

void SpawnPlan::makeGroup() {
  posix_spawnattr_setpgroup(&attributes_, 0);
  flags_ |= POSIX_SPAWN_SETPGROUP;
}

/// A program that was started in the background of a script has Ctrl-C ignored, and would hand that
/// on to those that are stopped by it.
void SpawnPlan::makeSession() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM}) sigaddset(&signals, signal);
  posix_spawnattr_setsigdefault(&attributes_, &signals);
  flags_ |= POSIX_SPAWN_SETSID;
}

pid_t SpawnPlan::start(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments,
                       const std::vector<std::pair<std::string, std::string>>& environment) {
  posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
  posix_spawnattr_setflags(&attributes_, flags_);
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environmentWith(environment);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, program.c_str(), &actions_, &attributes_,
                                 pointersTo(words).data(), pointersTo(variables).data());
  if (error != 0) throw Error("The program '%1' cannot be started: %2.", program, reasonOf(error));
  return pid;
}

Message endInWords(int status) {
  if (WIFSIGNALED(status)) return Message("was ended by signal %1", WTERMSIG(status));
  return Message("ended with exit code %1", WEXITSTATUS(status));
}

std::string lastLineOf(std::string_view text) {
  const size_t last = text.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return {};
  text = text.substr(0, last + 1);
  const size_t lineBreak = text.find_last_of("\r\n");
  return std::string(lineBreak == std::string_view::npos ? text : text.substr(lineBreak + 1));
}

}  // namespace earwitness
