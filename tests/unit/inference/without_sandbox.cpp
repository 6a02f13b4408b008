// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a program as on a kernel that has neither seccomp nor Landlock: its calls for them fail.
// The program is the first argument where that is a path, else earwitness-cli.
#include <cerrno>
#include <cstdio>
#include <initializer_list>

#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

int main(int argc, char** argv) {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  int problem = 0;
  for (const char* call : {"seccomp", "landlock_create_ruleset"})
    problem |=
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), seccomp_syscall_resolve_name(call), 0);
  problem |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1,
                              SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
  problem |= seccomp_load(filter);
  if (problem != 0) return 70;
  const bool named = argc > 1 && argv[1][0] == '/';
  if (named)
    ::execv(argv[1], argv + 1);
  else
    ::execv(EARWITNESS_CLI, argv);
  std::perror("without_sandbox");
  return 71;
}
