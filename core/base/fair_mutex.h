// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace earwitness {

/// A mutex that is granted in the order in which it was asked for. With a plain one, a thread that
/// locks it again right after unlocking keeps all others out. For std::lock_guard. Thread: any.
class FairMutex {
 public:
  void lock() {
    std::unique_lock lock(mutex_);
    const uint64_t turn = nextTurn_++;
    changed_.wait(lock, [this, turn] { return turn == present_; });
  }
  void unlock() {
    {
      const std::lock_guard lock(mutex_);
      ++present_;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  uint64_t nextTurn_ = 0;
  uint64_t present_ = 0;  ///< whose turn it is
};

}  // namespace earwitness
