// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/base/error.h"

namespace earwitness {

using StopFlag = const std::atomic<bool>*;

inline bool isSet(StopFlag stop) {
  return stop != nullptr && stop->load();
}

/// `wanted`, or as many as the machine has cores where it is 0; no more than there is work.
inline size_t threadCount(int wanted, size_t work) {
  const size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<size_t>(wanted > 0 ? size_t(wanted) : cores, 1, std::max<size_t>(1, work));
}

/// Runs work() on so many threads, the caller's among them; rethrows the first exception when all
/// have come back. `onFailure` tells the others to come back.
template <typename Work, typename OnFailure>
void runOnThreads(size_t threads, Work&& work, OnFailure&& onFailure) {
  std::mutex mutex;
  std::exception_ptr failure;
  const auto guarded = [&](bool isCaller) {
    try {
      work(isCaller);
    } catch (...) {
      {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
      }
      onFailure();
    }
  };
  {
    std::vector<std::jthread> workers;
    for (size_t i = 1; i < threads; ++i) workers.emplace_back(guarded, false);
    guarded(true);
  }
  if (failure) std::rethrow_exception(failure);
}

/// Calls work(i) for each i below `count`. `onProgress` is called on the caller's thread.
/// Throws Stopped soon after `stop` is set.
template <typename Work>
void forEachOnThreads(size_t count, int threads, StopFlag stop,
                      const std::function<void(size_t done, size_t total)>& onProgress,
                      Work&& work) {
  std::atomic<size_t> next = 0;
  std::atomic<size_t> done = 0;
  runOnThreads(
      threadCount(threads, count),
      [&](bool isCaller) {
        for (size_t i = next++; i < count; i = next++) {
          if (isSet(stop)) throw Stopped();
          work(i);
          ++done;
          if (isCaller && onProgress) onProgress(done, count);
        }
      },
      [&] { next = count; });
  if (onProgress && count > 0) onProgress(count, count);
}

}  // namespace earwitness
