// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/background.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {

using background::AtExit;
using background::onGuiThread;
using background::OwnersEnd;
using std::chrono::seconds;

constexpr int kThreads = 64;  // jobs wait rather than compute, and some may wait for ever
constexpr seconds kFinishPatience{30};
constexpr seconds kLeavePatience{1};

struct Job {
  AtExit atExit = AtExit::Leave;
  std::stop_source stop;
  std::function<void(std::stop_token)> work;
  std::function<void()> then;
  OnFailure failed;
  bool hasOwner = false;
  QPointer<OwnersEnd> owner;  ///< GUI thread only
};

/// Never destroyed: a job that was left running may still use it.
struct Jobs {
  static Jobs& instance() {
    static Jobs* const jobs = [] {
      auto* made = new Jobs;
      made->pool.setMaxThreadCount(kThreads);
      qAddPostRoutine(background::end);
      return made;
    }();
    return *jobs;
  }

  std::mutex mutex;  ///< guards what follows
  std::condition_variable changed;
  std::set<std::shared_ptr<Job>> running;
  bool ended = false;

  QThreadPool pool;
};

void deliver(const std::shared_ptr<Job>& job, const QString& problem) {
  const bool isWanted = job->owner != nullptr;
  delete job->owner.data();
  // What these hold goes here, not on the thread that is about to end.
  const auto then = std::exchange(job->then, nullptr);
  const auto failed = std::exchange(job->failed, nullptr);
  if (problem.isEmpty()) {
    if (isWanted && then) then();
  } else if (failed) {
    if (isWanted) failed(problem);
  } else {
    emit ProblemReporter::instance().problem(problem);
  }
}

void perform(const std::shared_ptr<Job>& job) {
  QString problem;
  try {
    job->work(job->stop.get_token());
  } catch (...) {
    problem = shownProblem();
  }
  job->work = nullptr;  // what it holds goes now, on this thread
  if (job->hasOwner || !problem.isEmpty()) onGuiThread([job, problem] { deliver(job, problem); });
  Jobs& jobs = Jobs::instance();
  const std::lock_guard lock(jobs.mutex);
  jobs.running.erase(job);
  jobs.changed.notify_all();
}

}  // namespace

ProblemReporter& ProblemReporter::instance() {
  static ProblemReporter reporter;
  return reporter;
}

void ProblemReporter::report(const QString& sentence) {
  onGuiThread([this, sentence] { emit problem(sentence); });
}

void background::onGuiThread(std::function<void()> act) {
  Jobs& jobs = Jobs::instance();
  const std::lock_guard lock(jobs.mutex);
  if (!jobs.ended) QMetaObject::invokeMethod(qApp, std::move(act), Qt::QueuedConnection);
}

std::stop_source background::start(QObject* owner, AtExit atExit,
                                   std::function<void(std::stop_token)> work,
                                   std::function<void()> then, OnFailure failed) {
  auto job = std::make_shared<Job>();
  job->atExit = atExit;
  job->work = std::move(work);
  job->then = std::move(then);
  job->failed = std::move(failed);
  job->hasOwner = owner != nullptr;
  if (owner != nullptr) job->owner = new OwnersEnd(owner, job->stop);
  Jobs& jobs = Jobs::instance();
  {
    const std::lock_guard lock(jobs.mutex);
    jobs.running.insert(job);
  }
  jobs.pool.start([job] { perform(job); });
  return job->stop;
}

void background::end() {
  Jobs& jobs = Jobs::instance();
  std::unique_lock lock(jobs.mutex);
  jobs.ended = true;
  const auto running = jobs.running;
  lock.unlock();
  for (const auto& job : running) job->stop.request_stop();
  lock.lock();
  jobs.changed.wait_for(lock, kFinishPatience, [&jobs] {
    return std::none_of(jobs.running.begin(), jobs.running.end(),
                        [](const auto& job) { return job->atExit == AtExit::Finish; });
  });
  const bool isIdle =
      jobs.changed.wait_for(lock, kLeavePatience, [&jobs] { return jobs.running.empty(); });
  lock.unlock();
  if (isIdle) jobs.pool.waitForDone();
}

bool background::isIdle() {
  Jobs& jobs = Jobs::instance();
  const std::lock_guard lock(jobs.mutex);
  return jobs.running.empty();
}

}  // namespace earwitness::gui
