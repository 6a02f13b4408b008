// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <linux/seccomp.h>
#include <nlohmann/json.hpp>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/descriptor.h"
#include "core/inference/sandbox_steps.h"

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#endif

// The sanitizers map terabytes of shadow memory and run a thread of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define EARWITNESS_SANITIZED 1
#else
#define EARWITNESS_SANITIZED 0
#endif

namespace earwitness {
namespace {

namespace fs = std::filesystem;

constexpr rlim_t kMib = rlim_t(1) << 20;
constexpr bool kSanitized = EARWITNESS_SANITIZED != 0;

bool isConfined = false;  // set once, while there is one thread

void limit(int resource, rlim_t most) {
  rlimit values{};
  if (::getrlimit(__rlimit_resource_t(resource), &values) != 0) failSandbox("getrlimit", errno);
  values.rlim_max = std::min(values.rlim_max, most);
  values.rlim_cur = values.rlim_max;
  if (::setrlimit(__rlimit_resource_t(resource), &values) != 0) failSandbox("setrlimit", errno);
}

/// Address space that is mapped already: libraries, mostly.
rlim_t mappedBytes() {
  std::ifstream file("/proc/self/statm");
  rlim_t pages = 0;
  if (!(file >> pages)) failSandbox("/proc/self/statm", ENOENT);
  return pages * rlim_t(::sysconf(_SC_PAGESIZE));
}

bool isRegularFile(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

void limitResources(const SandboxLimits& limits) {
  limit(RLIMIT_CORE, 0);
  if (limits.cpuSeconds > 0) limit(RLIMIT_CPU, rlim_t(limits.cpuSeconds));
  // Answers may be redirected to a file.
  if (!isRegularFile(STDOUT_FILENO) && !isRegularFile(STDERR_FILENO)) limit(RLIMIT_FSIZE, 0);
  if (!kSanitized) limit(RLIMIT_AS, mappedBytes() + rlim_t(limits.memoryMib) * kMib);
}

bool hasOneThread() {
  std::error_code error;
  const fs::directory_iterator tasks("/proc/self/task", error);
  if (error) failSandbox("/proc/self/task", error.value());
  return std::distance(fs::begin(tasks), fs::end(tasks)) == 1;
}

/// Landlock holds for the thread that asks for it and for those that it starts, not for others.
void requireOneThread() {
  if (kSanitized) return;
  // LibTorch starts and joins threads of its pool when it is told their number, and the kernel
  // lists a thread that was joined for a moment longer.
  constexpr auto kPatience = std::chrono::seconds(2);
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!hasOneThread()) {
    if (std::chrono::steady_clock::now() > deadline)
      throw SandboxError(
          "The model was not run: it can only be confined before other threads are started.");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// The environment may hold secrets, such as access tokens.
void wipeEnvironment() {
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable)
    ::explicit_bzero(*variable, std::strlen(*variable));
  if (::clearenv() != 0) failSandbox("clearenv", errno);
}

/// Some emulated kernels accept a filter and ignore it.
void requireEffect() {
  const Descriptor file(::open("/", O_RDONLY | O_CLOEXEC));
  const bool opened = file || errno != EPERM;
  const Descriptor stream(::socket(AF_UNIX, SOCK_STREAM, 0));
  const bool connected = stream || errno != EPERM;
  if (opened || connected) failSandbox("seccomp", ENOTSUP);
}

}  // namespace

void failSandbox(const std::string& step, int errorNumber) {
  throw SandboxError("The model was not run: this system cannot confine it (%1: %2).", step,
                     std::generic_category().message(errorNumber));
}

nlohmann::json toJson(const SandboxLimits& limits) {
  return {{"memory_mib", limits.memoryMib},
          {"cpu_seconds", limits.cpuSeconds},
          {"wall_seconds", limits.wallSeconds}};
}

SandboxLimits sandboxLimitsFromJson(const nlohmann::json& json) {
  const SandboxLimits usual;
  return {.memoryMib = json.value("memory_mib", usual.memoryMib),
          .cpuSeconds = json.value("cpu_seconds", usual.cpuSeconds),
          .wallSeconds = json.value("wall_seconds", usual.wallSeconds)};
}

KernelFeatures kernelFeatures() {
  constexpr unsigned kVersion = 1;  // LANDLOCK_CREATE_RULESET_VERSION
  const unsigned action = SECCOMP_RET_ERRNO;
  const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, size_t(0), kVersion);
  return {.seccomp = ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0U, &action) == 0,
          .landlockAbi = int(std::max(0L, abi))};
}

void confineThisProcess(const SandboxLimits& limits, const KernelFeatures& kernel) {
  if (!kernel.seccomp) failSandbox("seccomp", ENOSYS);
  requireOneThread();
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) failSandbox("no_new_privs", errno);
  if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) failSandbox("dumpable", errno);
  limitResources(limits);
  wipeEnvironment();
  if (kernel.landlockAbi > 0) restrictByLandlock(kernel.landlockAbi);
  allowOnlyListedCalls();
  requireEffect();
  isConfined = true;
}

Message withSandboxExplained(const Message& problem) {
  // What LibTorch says of files that it cannot open.
  constexpr const char* kSigns[] = {"open file", "unable to open", "not permitted"};
  const auto says = [sentence = problem.english()](const char* sign) {
    return sentence.find(sign) != std::string::npos;
  };
  if (!isConfined || std::none_of(std::begin(kSigns), std::end(kSigns), says)) return problem;
  return Message(
      "%1 It runs in a sandbox, where it cannot open files, start programs or use the network.",
      problem);
}

}  // namespace earwitness
