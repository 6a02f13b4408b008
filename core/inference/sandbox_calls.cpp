// SPDX-License-Identifier: GPL-3.0-or-later
// What a confined process may ask of the kernel. Everything else fails with EPERM.
#include <cerrno>
#include <csignal>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "core/inference/sandbox_steps.h"

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

namespace earwitness {
namespace {

// Found by tracing LibTorch 1.13 and 2.6 with OpenBLAS and OpenMP. Names, not numbers: each machine
// has its own numbers, and calls that a machine or libseccomp does not know are left out.
constexpr const char* kAllowedCalls[] = {
    // memory
    "brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "membarrier",
    // threads of this process
    "futex", "futex_waitv", "set_robust_list", "rseq", "sched_yield", "sched_getaffinity", "gettid",
    "getpid", "getcpu", "restart_syscall", "exit", "exit_group",
    // own signal handlers
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack",
    // clocks; an alarm ends the process itself
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time",
    "times", "getrusage", "alarm", "setitimer",
    // descriptors that are open
    "read", "readv", "pread64", "write", "writev", "lseek", "close", "fstat", "poll", "ppoll",
    // facts
    "getrandom", "uname", "sysinfo", "getuid", "geteuid", "getgid", "getegid", "getrlimit"};

using Conditions = std::vector<scmp_arg_cmp>;

struct Releaser {
  void operator()(void* filter) const { seccomp_release(filter); }
};

class CallFilter {
 public:
  CallFilter() : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
    if (!filter_) failSandbox("seccomp", ENOMEM);
    // Calls in the numbering of another machine (32-bit programs, x32) would pass by the list.
    require(seccomp_attr_set(filter_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    require(seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_TSYNC, 1));
  }

  void allow(const char* call, const Conditions& conditions = {}) {
    add(SCMP_ACT_ALLOW, call, conditions);
  }
  /// The C library uses an older call instead, whose arguments can be looked at.
  void pretendMissing(const char* call) { add(SCMP_ACT_ERRNO(ENOSYS), call, {}); }
  void load() { require(seccomp_load(filter_.get())); }

 private:
  void add(uint32_t action, const char* call, const Conditions& conditions) {
    const int number = seccomp_syscall_resolve_name(call);
    if (number == __NR_SCMP_ERROR || number < 0) return;  // not on this machine
    require(seccomp_rule_add_array(filter_.get(), action, number, unsigned(conditions.size()),
                                   conditions.data()));
  }
  static void require(int result) {
    if (result != 0) failSandbox("seccomp", -result);
  }

  std::unique_ptr<void, Releaser> filter_;
};

scmp_arg_cmp equals(unsigned argument, uint64_t value) {
  return {.arg = argument, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}
scmp_arg_cmp masked(unsigned argument, uint64_t mask, uint64_t value) {
  return {.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}
/// Of the low 32 bits, which is all that the kernel looks at of an int; what is above is anything.
scmp_arg_cmp equalsInt(unsigned argument, uint32_t value) {
  return masked(argument, 0xffffffffU, value);
}

void allowThreads(CallFilter& filter) {
  constexpr uint64_t kNewNamespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                                      CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
  filter.pretendMissing("clone3");
  filter.allow("clone", {masked(0, CLONE_THREAD | kNewNamespaces, CLONE_THREAD)});
}

}  // namespace

void allowOnlyListedCalls() {
  CallFilter filter;
  for (const char* call : kAllowedCalls) filter.allow(call);
  allowThreads(filter);
  // abort() sends itself a signal.
  filter.allow("tgkill", {equalsInt(0, uint32_t(::getpid()))});
  for (const uint32_t option : {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA})
    filter.allow("prctl", {equalsInt(0, option)});
  // Not TIOCSTI, which types into the terminal.
  for (const uint32_t request : {TCGETS, FIONREAD}) filter.allow("ioctl", {equalsInt(1, request)});
  // Not F_SETOWN, which has the kernel send signals.
  for (const uint32_t command : {F_GETFD, F_GETFL}) filter.allow("fcntl", {equalsInt(1, command)});
  // Looks at its own limits, and sets none.
  filter.allow("prlimit64", {equalsInt(0, 0), equals(2, 0)});
  filter.load();
}

}  // namespace earwitness
