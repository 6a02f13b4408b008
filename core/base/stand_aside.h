// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>

namespace earwitness {

// How a window that listens asks a training for the processor while its microphone is late. The
// training cannot be made idle for a while (SCHED_IDLE) by the system: without the right to raise
// priorities, which users do not have, a process never comes out of it. So it waits by itself.

/// Sent to a process that has called catchStandAside(). Any other ignores this signal.
constexpr int kStandAsideSignal = SIGURG;

/// From now on a kStandAsideSignal asks this process to stand aside for two seconds; another one in
/// that time asks for two seconds from then on.
void catchStandAside();

/// Whether this process is asked to stand aside now. Thread: any.
bool isAskedToStandAside();

/// Returns when the process is not asked any more, when `stop` is set (null: none), and after two
/// seconds at the latest, so that work that calls it between its steps still comes to its end.
/// Thread: any.
void standAside(const std::atomic<bool>* stop);

}  // namespace earwitness
