// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstdint>

#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/descriptor.h"
#include "core/inference/sandbox_steps.h"

// The numbers are the same on all machines. Older system headers lack them.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#endif
#ifndef SYS_landlock_restrict_self
#define SYS_landlock_restrict_self 446
#endif

namespace earwitness {
namespace {

/// struct landlock_ruleset_attr of Landlock's version 6; the system's headers may be older.
struct Ruleset {
  uint64_t files = 0;
  uint64_t ports = 0;
  uint64_t scoped = 0;
};

// What the versions added (Documentation/userspace-api/landlock.rst).
constexpr uint64_t bits(int count) {
  return (uint64_t(1) << count) - 1;
}
constexpr uint64_t fileRights(int abi) {
  if (abi >= 5) return bits(16);  // device control
  if (abi >= 3) return bits(15);  // truncate
  if (abi == 2) return bits(14);  // refer
  return bits(13);                // execute to make_sym
}
constexpr uint64_t kPorts = bits(2);   // bind and connect, from 4 on
constexpr uint64_t kScoped = bits(2);  // abstract sockets and signals, from 6 on

size_t sizeOfRuleset(int abi) {
  if (abi >= 6) return sizeof(Ruleset);
  return abi >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
}

}  // namespace

/// No rule is added to the set, so nothing is left of any of these rights.
void restrictByLandlock(int abi) {
  const Ruleset handled{.files = fileRights(abi), .ports = kPorts, .scoped = kScoped};
  const Descriptor ruleset(
      int(::syscall(SYS_landlock_create_ruleset, &handled, sizeOfRuleset(abi), 0U)));
  if (!ruleset) failSandbox("Landlock", errno);
  if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0U) != 0) failSandbox("Landlock", errno);
}

}  // namespace earwitness
