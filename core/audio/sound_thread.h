// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace earwitness {

/// The one thread on which sound libraries connect to servers and open devices. libpulse, also
/// where ALSA loads it, creates its folders under a changed umask, and the umask belongs to the
/// whole process: files that another thread creates at that moment would get other permissions, and
/// two connections at once can leave the changed umask behind for good. This thread has a umask of
/// its own (unshare(CLONE_FS)), as have the threads that the libraries start from it. Where the
/// system refuses that, the calls still come one after the other, so that no umask stays changed.
/// Never destroyed, like PortAudio's state. Thread: any.
class SoundThread {
 public:
  static SoundThread& instance();

  /// Runs `work` on the sound thread and waits for its end; what it throws is thrown here. Work
  /// that is on the sound thread already runs at once. `work` must not wait for a lock that a
  /// caller of run() may hold.
  void run(const std::function<void()>& work);

 private:
  struct Job;
  SoundThread();
  void serve();

  std::mutex mutex_;  ///< guards jobs_ and what their callers wait for
  std::condition_variable changed_;
  std::deque<Job*> jobs_;
};

}  // namespace earwitness
