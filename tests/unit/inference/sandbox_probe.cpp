// SPDX-License-Identifier: GPL-3.0-or-later
// Confines itself as its first argument says and then tries what a model must not be able to do.
// Prints a line for each attempt: its name and "done", or the reason it failed with. Started by
// test_sandbox.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/inference/sandbox.h"
#include "core/inference/sandbox_steps.h"

using namespace earwitness;

namespace {

struct Attempt {
  const char* name;
  std::function<long()> run;  ///< below 0 with errno where it failed
};

long forked() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  if (child > 0) ::waitpid(child, nullptr, 0);
  return child;
}

long spawned() {
  char name[] = "true";
  char* arguments[] = {name, nullptr};
  pid_t child = 0;
  const int error = ::posix_spawn(&child, "/bin/true", nullptr, nullptr, arguments, environ);
  if (error == 0) ::waitpid(child, nullptr, 0);
  errno = error;
  return error == 0 ? 0 : -1;
}

long connected() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  if (socket < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(9);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const long result = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
  return result < 0 && errno == ECONNREFUSED ? 0 : result;  // it got as far as that
}

long readFromParent() {
  char byte = 0;
  iovec here{&byte, 1};
  iovec there{&byte, 1};
  return ::process_vm_readv(::getppid(), &here, 1, &there, 1, 0);
}

/// Those that anybody may do who is not confined.
std::vector<Attempt> ordinaryAttempts(const std::string& secret, const std::string& folder) {
  const std::string victim = folder + "/victim";
  const std::string fresh = folder + "/fresh";
  return {
      {"read", [=] { return ::open(secret.c_str(), O_RDONLY); }},
      {"list", [=] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY); }},
      {"create", [=] { return ::open(fresh.c_str(), O_WRONLY | O_CREAT, 0600); }},
      {"append", [=] { return ::open(victim.c_str(), O_WRONLY | O_APPEND); }},
      {"openat", [=] { return ::syscall(SYS_openat, AT_FDCWD, secret.c_str(), O_RDONLY, 0); }},
      {"stat",
       [=] {
         struct stat status {};
         return ::stat(secret.c_str(), &status);
       }},
      {"chmod", [=] { return ::chmod(victim.c_str(), 0600); }},
      {"truncate", [=] { return ::truncate(victim.c_str(), 3); }},
      {"mkdir", [=] { return ::mkdir((folder + "/made").c_str(), 0700); }},
      {"symlink", [=] { return ::symlink("/", (folder + "/link").c_str()); }},
      {"link", [=] { return ::link(victim.c_str(), (folder + "/second").c_str()); }},
      {"rename", [=] { return ::rename(victim.c_str(), (folder + "/moved").c_str()); }},
      {"unlink", [=] { return ::unlink((folder + "/moved").c_str()); }},
      {"socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0); }},
      {"unix socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"connect", connected},
      {"fork", forked},
      {"spawn", spawned},
      {"kill", [] { return ::kill(::getppid(), SIGWINCH); }},
      {"tgkill", [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), SIGWINCH); }},
      {"own signal", [] { return ::fcntl(STDIN_FILENO, F_SETOWN, ::getpid()); }},
      {"dumpable", [] { return ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }},
      {"duplicate", [] { return ::dup(STDERR_FILENO); }},
      {"limits",
       [] {
         rlimit limits{};
         ::getrlimit(RLIMIT_NOFILE, &limits);
         return ::setrlimit(RLIMIT_NOFILE, &limits);
       }},
  };
}

/// Those that need privileges, or do harm where they work.
std::vector<Attempt> otherAttempts() {
  return {
      {"exec", [] { return ::execl("/nowhere", "nowhere", nullptr); }},
      {"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
      {"memory of the parent", readFromParent},
      {"type into the terminal", [] { return ::ioctl(STDIN_FILENO, TIOCSTI, "x"); }},
      {"unshare", [] { return ::unshare(CLONE_NEWUSER); }},
      {"mount", [] { return ::mount("none", "/nowhere", "tmpfs", 0, nullptr); }},
      {"chroot", [] { return ::chroot("/nowhere"); }},
      {"io_uring", [] { return ::syscall(SYS_io_uring_setup, 1, nullptr); }},
      {"bpf", [] { return ::syscall(SYS_bpf, -1, nullptr, 0); }},
      {"perf", [] { return ::syscall(SYS_perf_event_open, nullptr, 0, 0, -1, 0); }},
      {"keys", [] { return ::syscall(SYS_keyctl, 0, -1, 0); }},
      {"pidfd", [] { return ::syscall(SYS_pidfd_open, ::getppid(), 0); }},
      {"memfd", [] { return ::syscall(SYS_memfd_create, "x", 0); }},
      {"new namespace with a thread",
       [] { return ::syscall(SYS_clone, CLONE_THREAD | CLONE_NEWNET, nullptr, 0, 0, 0); }},
      {"a call of next year", [] { return ::syscall(10'000); }},
  };
}

void tryAll(const std::vector<Attempt>& attempts) {
  for (const Attempt& attempt : attempts) {
    errno = 0;
    const long result = attempt.run();
    std::printf("%s: %s\n", attempt.name, result >= 0 ? "done" : std::strerror(errno));
    std::fflush(stdout);
  }
}

/// What a network needs.
void work() {
  int sum = 0;
  std::thread thread([&sum] {
    std::vector<char> memory(10'000'000, 1);
    for (const char byte : memory) sum += byte;
  });
  thread.join();
  std::printf("work: %d\n", sum);
  std::printf("token: %s\n", std::getenv("TOKEN") != nullptr ? "there" : "wiped");
}

void confine(const std::string& mode) {
  KernelFeatures kernel = kernelFeatures();
  if (mode == "landlock alone") {
    // Users other than root may restrict themselves only then.
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw Error("no_new_privs was refused.");
    return restrictByLandlock(kernel.landlockAbi);
  }
  if (mode == "without seccomp") kernel.seccomp = false;
  if (mode == "without landlock") kernel.landlockAbi = 0;
  SandboxLimits limits;
  confineThisProcess(limits, kernel);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string mode = argv[1];
  const std::vector<Attempt> attempts = ordinaryAttempts(argv[2], argv[3]);
  const std::vector<Attempt> others = otherAttempts();
  std::printf("landlock abi: %d\n", kernelFeatures().landlockAbi);
  try {
    if (mode == "beside a thread") {
      std::atomic<bool> done{false};
      std::thread thread([&done] { done.wait(false); });
      try {
        confineThisProcess({});
      } catch (const SandboxError& error) {
        std::printf("refused: %s\n", error.what());
      }
      done = true;
      done.notify_all();
      thread.join();
      return 0;
    }
    if (mode != "free") confine(mode);
  } catch (const SandboxError& error) {
    std::printf("refused: %s\n", error.what());
    return 0;
  }
  tryAll(attempts);
  if (mode == "free" || mode == "landlock alone") return 0;
  tryAll(others);
  work();
  std::fflush(stdout);
  return 0;
}
