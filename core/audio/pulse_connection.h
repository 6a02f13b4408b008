// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to the audio room: includes libpulse, which nobody else needs to see.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

#include <pulse/pulseaudio.h>

namespace earwitness {

/// A connection to the user's PulseAudio or PipeWire server, with the thread that serves it ("loop
/// thread", on which libpulse calls back). Whoever touches libpulse's objects from elsewhere holds
/// a Lock. Thread: any but the loop thread.
class PulseConnection {
 public:
  static constexpr std::chrono::milliseconds kPatience{5000};

  /// Null where no server answers; none is started. Where none answered, the next tries come at
  /// growing distances unless a server's socket has appeared (RetryPause), so that this can be
  /// called often. Connects on the sound thread.
  static std::unique_ptr<PulseConnection> open();
  ~PulseConnection();
  PulseConnection(const PulseConnection&) = delete;
  PulseConnection& operator=(const PulseConnection&) = delete;

  class Lock {
   public:
    explicit Lock(const PulseConnection& connection) : loop_(connection.loop_) {
      pa_threaded_mainloop_lock(loop_);
    }
    ~Lock() { pa_threaded_mainloop_unlock(loop_); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

   private:
    pa_threaded_mainloop* loop_;
  };

  pa_context* context() const { return context_; }
  /// False once the server has gone. Thread: any.
  bool alive() const { return alive_.load(std::memory_order_acquire); }
  /// Called once on the loop thread when the server goes. Call with a Lock.
  void whenLost(std::function<void()> lost) { lost_ = std::move(lost); }

  /// Waits for what a callback brings about; it calls wake(). False where the server goes before or
  /// does not answer in time. Call with a Lock.
  bool waitUntil(const std::function<bool()>& condition);
  /// Waits for an operation, which it frees; what it would still call back is called off. Call with
  /// a Lock.
  bool finish(pa_operation* operation);
  /// Thread: loop.
  void wake() { pa_threaded_mainloop_signal(loop_, 0); }

 private:
  PulseConnection() = default;
  bool connect();
  static void stateChanged(pa_context* context, void* self);

  pa_threaded_mainloop* loop_ = nullptr;
  pa_context* context_ = nullptr;
  std::atomic<bool> alive_{false};
  std::function<void()> lost_;
};

}  // namespace earwitness
