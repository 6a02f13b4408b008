#include "core/inference/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fstream>
#include <vector>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <nlohmann/json.hpp>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace earwitness {
namespace {

constexpr rlim_t kMib = rlim_t(1) << 20;

void limit(int resource, rlim_t most) {
  rlimit values{};
  if (::getrlimit(__rlimit_resource_t(resource), &values) != 0) return;
  values.rlim_max = std::min(values.rlim_max, most);
  values.rlim_cur = values.rlim_max;
  ::setrlimit(__rlimit_resource_t(resource), &values);
}

#ifndef __SANITIZE_ADDRESS__  // its shadow is terabytes
#ifndef __SANITIZE_THREAD__
/// Address space that is mapped already: libraries, mostly.
rlim_t mappedBytes() {
  std::ifstream file("/proc/self/statm");
  rlim_t pages = 0;
  file >> pages;
  return pages * rlim_t(::sysconf(_SC_PAGESIZE));
}

void limitMemory(const SandboxLimits& limits) {
  const rlim_t memory = rlim_t(limits.memoryMib) * kMib;
  limit(RLIMIT_AS, mappedBytes() + memory);
}
#endif
#endif

// System calls that are answered with "not permitted". Those that are not here can read, compute,
// and write to what is open already: the pipe to the parent.
constexpr int kForbiddenCalls[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_sendto,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_kill,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mkdirat,
    SYS_mknodat,
    SYS_truncate,
    SYS_fchmodat,
    SYS_fchmod,
    SYS_fchownat,
    SYS_fchown,
    SYS_utimensat,
    SYS_setxattr,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_bpf,
    SYS_io_uring_setup,
    SYS_keyctl,
    SYS_unshare,
    SYS_setns,
    SYS_process_vm_writev,
    SYS_perf_event_open,
    SYS_openat2,
    SYS_open_by_handle_at,
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_unlink  // the older calls, which newer machines do not have
    SYS_unlink,
    SYS_rename,
    SYS_link,
    SYS_symlink,
    SYS_mkdir,
    SYS_rmdir,
    SYS_mknod,
    SYS_chmod,
    SYS_chown,
    SYS_creat,
    SYS_utimes,
    SYS_fork,
    SYS_vfork,
#endif
};

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

sock_filter load(size_t offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, unsigned(offset));
}
sock_filter answer(unsigned action) {
  return BPF_STMT(BPF_RET | BPF_K, action);
}
constexpr unsigned kNotPermitted = SECCOMP_RET_ERRNO | unsigned(EPERM);

/// Refuses the call where its flags ask for more than reading.
void forbidWriting(std::vector<sock_filter>& program, int call, int flagsArgument) {
  const size_t flags = offsetof(seccomp_data, args) + size_t(flagsArgument) * sizeof(uint64_t);
  program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(call), 0, 4));
  program.push_back(load(flags));  // the low half; both machines are little-endian
  program.push_back(
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, unsigned(O_ACCMODE | O_CREAT | O_TRUNC), 0, 1));
  program.push_back(answer(kNotPermitted));
  program.push_back(load(offsetof(seccomp_data, nr)));
}

std::vector<sock_filter> filterProgram() {
  std::vector<sock_filter> program{
      load(offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0),
      answer(kNotPermitted),
      load(offsetof(seccomp_data, nr)),
      // Calls of the x32 way of counting come from nobody who means well.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      answer(kNotPermitted),
  };
  for (const int call : kForbiddenCalls) {
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(call), 0, 1));
    program.push_back(answer(kNotPermitted));
  }
#ifdef SYS_open
  forbidWriting(program, SYS_open, 1);
#endif
  forbidWriting(program, SYS_openat, 2);
  program.push_back(answer(SECCOMP_RET_ALLOW));
  return program;
}

void forbidHarm() {
  if (kArchitecture == 0) return;
  std::vector<sock_filter> program = filterProgram();
  const sock_fprog filter{.len = static_cast<unsigned short>(program.size()),
                          .filter = program.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

}  // namespace

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

void confineThisProcess(const SandboxLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_DUMPABLE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, rlim_t(limits.cpuSeconds));
#ifndef __SANITIZE_ADDRESS__
#ifndef __SANITIZE_THREAD__
  limitMemory(limits);
#endif
#endif
  forbidHarm();
}

}  // namespace earwitness
