// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/stand_aside.h"

#include <chrono>
#include <cstdint>
#include <thread>

#include <time.h>

namespace earwitness {
namespace {

constexpr int64_t kNsPerSecond = 1'000'000'000;
constexpr int64_t kAsideNs = 2 * kNsPerSecond;
constexpr std::chrono::milliseconds kLookEvery{20};

std::atomic<int64_t> asideUntilNs{0};
static_assert(std::atomic<int64_t>::is_always_lock_free, "a signal handler stores it");

/// A function that a signal handler may call.
int64_t nowNs() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t(now.tv_sec) * kNsPerSecond + now.tv_nsec;
}

extern "C" void onStandAside(int) {
  asideUntilNs.store(nowNs() + kAsideNs);
}

}  // namespace

void catchStandAside() {
  struct sigaction action {};
  action.sa_handler = onStandAside;
  action.sa_flags = SA_RESTART;
  ::sigaction(kStandAsideSignal, &action, nullptr);
}

bool isAskedToStandAside() {
  return nowNs() < asideUntilNs.load();
}

void standAside(const std::atomic<bool>* stop) {
  const int64_t latestNs = nowNs() + kAsideNs;
  while (isAskedToStandAside() && nowNs() < latestNs && !(stop != nullptr && stop->load()))
    std::this_thread::sleep_for(kLookEvery);
}

}  // namespace earwitness
