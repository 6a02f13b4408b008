// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/support.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string_view>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/stand_aside.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

std::atomic<bool> interruptFlag{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler stores it");

// Behind whatever the user waits for, and still beside other work in the background: at the lowest
// priority, a training stood still next to a build.
constexpr int kNiceness = 10;

extern "C" void onInterrupt(int signal) {
  if (interruptFlag.exchange(true)) ::_exit(128 + signal);
}

/// A thread; 0: the one that calls.
void makeNice(id_t thread) {
  if (::getpriority(PRIO_PROCESS, thread) < kNiceness)
    ::setpriority(PRIO_PROCESS, thread, kNiceness);
}

}  // namespace

const std::atomic<bool>& interrupted() {
  return interruptFlag;
}

void interrupt() {
  interruptFlag = true;
}

void catchInterrupts() {
  struct sigaction action {};
  action.sa_handler = onInterrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

void waitPassively(char** argv) {
  if (std::getenv("OMP_WAIT_POLICY") != nullptr) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::execv("/proc/self/exe", argv);
  // Where that cannot be done, they spin.
}

void beginAlone(char** argv) {
  bool alone = true;
  for (const char* variable : {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && std::string_view(value) == "1") continue;
    alone = false;
    ::setenv(variable, "1", 1);
  }
  ::closefrom(STDERR_FILENO + 1);
  if (!alone) ::execv("/proc/self/exe", argv);
  // Where that cannot be done, the sandbox finds the other threads and refuses.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_IGN);
}

void yieldToOthers() {
  // Each thread has its own; OpenBLAS has started some before main.
  std::error_code failure;
  for (fs::directory_iterator task("/proc/self/task", failure), end; !failure && task != end;
       task.increment(failure))
    makeNice(id_t(std::stoul(task->path().filename().string())));
  makeNice(0);
  // A terminal's session has other programs in it.
  if (::getsid(0) == ::getpid()) std::ofstream("/proc/self/autogroup") << kNiceness;
  catchStandAside();
}

fs::path bundledModel() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  for (const fs::path& folder : {program.parent_path() / ".." / "share" / "earwitness" / "models",
                                 fs::path(EARWITNESS_SOURCE_DIR) / "models"}) {
    const fs::path model = folder / "earwitness.pt";
    if (fs::exists(model)) return model.lexically_normal();
  }
  throw Error("No bundled model was found. Choose one with --model FILE.");
}

fs::path bundledSample() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  for (const fs::path& folder : {program.parent_path() / ".." / "share" / "earwitness",
                                 fs::path(EARWITNESS_SOURCE_DIR) / "resources"}) {
    const fs::path sample = folder / "samples" / "sample.flac";
    if (fs::exists(sample)) return sample.lexically_normal();
  }
  return {};
}

bool nobodyReadsOutput() {
  pollfd output{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return ::poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

void requireOutput() {
  if (std::cout.flush()) return;
  if (nobodyReadsOutput()) throw OutputClosed();
  if ((::fcntl(STDOUT_FILENO, F_GETFL) & O_ACCMODE) == O_RDONLY)
    throw Error("The result cannot be written because standard output is closed.");
  throw Error("The result cannot be written to standard output: is the disk full?");
}

void keepStandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    // The lowest free number is the one that is missing. What is printed there fails, as it should.
    if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) < 0) return;
}

void printJson(const nlohmann::json& json) {
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  requireOutput();
}

bool showsProgress() {
  return ::isatty(STDERR_FILENO) != 0;
}

}  // namespace earwitness
