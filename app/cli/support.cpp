#include "app/cli/support.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

std::atomic<bool> interruptFlag{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler stores it");

extern "C" void onInterrupt(int signal) {
  if (interruptFlag.exchange(true)) ::_exit(128 + signal);
}

}  // namespace

const std::atomic<bool>& interrupted() {
  return interruptFlag;
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

void yieldToOthers() {
  constexpr int kLowest = 19;
  // Each thread has its own; OpenBLAS has started some before main.
  std::error_code failure;
  for (fs::directory_iterator task("/proc/self/task", failure), end; !failure && task != end;
       task.increment(failure))
    ::setpriority(PRIO_PROCESS, id_t(std::stoul(task->path().filename().string())), kLowest);
  ::setpriority(PRIO_PROCESS, 0, kLowest);
  // A terminal's session has other programs in it.
  if (::getsid(0) == ::getpid()) std::ofstream("/proc/self/autogroup") << kLowest;
}

fs::path bundledModel() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  for (const fs::path& folder : {program.parent_path() / ".." / "share" / "earwitness" / "models",
                                 fs::path(EARWITNESS_SOURCE_DIR) / "models"}) {
    const fs::path model = folder / "earwitness.pt";
    if (fs::exists(model)) return model.lexically_normal();
  }
  throw Error("No bundled model was found; name one with --model FILE.");
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

void printJson(const nlohmann::json& json) {
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  if (!std::cout) throw Error("The result cannot be written to standard output: is the disk full?");
}

bool showsProgress() {
  return ::isatty(STDERR_FILENO) != 0;
}

}  // namespace earwitness
