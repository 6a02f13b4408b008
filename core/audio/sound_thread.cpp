// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/sound_thread.h"

#include <exception>
#include <thread>

#include <sched.h>

namespace earwitness {
namespace {

thread_local bool isSoundThread = false;

}  // namespace

struct SoundThread::Job {
  const std::function<void()>& work;
  std::exception_ptr problem = nullptr;
  bool done = false;
};

SoundThread& SoundThread::instance() {
  static SoundThread& thread = *new SoundThread;
  return thread;
}

SoundThread::SoundThread() {
  std::thread([this] { serve(); }).detach();
}

void SoundThread::run(const std::function<void()>& work) {
  if (isSoundThread) return work();
  Job job{.work = work};
  std::unique_lock lock(mutex_);
  jobs_.push_back(&job);
  changed_.notify_all();
  changed_.wait(lock, [&job] { return job.done; });
  if (job.problem) std::rethrow_exception(job.problem);
}

void SoundThread::serve() {
  isSoundThread = true;
  ::unshare(CLONE_FS);
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return !jobs_.empty(); });
    Job& job = *jobs_.front();
    jobs_.pop_front();
    lock.unlock();
    try {
      job.work();
    } catch (...) {
      job.problem = std::current_exception();
    }
    lock.lock();
    job.done = true;
    changed_.notify_all();
  }
}

}  // namespace earwitness
