// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/sound_jobs.h"

#include <exception>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace {
constexpr int kTellMs = 100;
}

struct SoundJobs::Job {
  QString title;
  Work work;
  Then then;
  JobProgress progress;
  QString problem;
  bool stopped = false;
};

SoundJobs::SoundJobs(QObject* parent) : QObject(parent) {
  clock_.setInterval(kTellMs);
  connect(&clock_, &QTimer::timeout, this, &SoundJobs::tell);
}

SoundJobs::~SoundJobs() {
  cancel();
}

void SoundJobs::run(const QString& title, Work work, Then then) {
  auto job = std::make_shared<Job>();
  job->title = title;
  job->work = std::move(work);
  job->then = std::move(then);
  waiting_.push_back(std::move(job));
  if (!current_) startNext();
}

void SoundJobs::cancel() {
  waiting_.clear();
  if (current_) current_->progress.cancelled = true;
}

void SoundJobs::startNext() {
  if (waiting_.empty()) return clock_.stop();
  current_ = waiting_.front();
  waiting_.pop_front();
  clock_.start();
  inBackground(
      this,
      [job = current_] {
        try {
          job->work(job->progress);
        } catch (const Stopped&) {
          job->stopped = true;
        } catch (const std::exception&) {
          job->problem = shownProblem();
        }
      },
      [this, job = current_] { finish(job); });
}

void SoundJobs::finish(const std::shared_ptr<Job>& job) {
  current_.reset();
  if (job->problem.isEmpty() && !job->stopped && job->then) job->then();
  if (!job->problem.isEmpty()) emit failed(job->problem);
  if (!current_) startNext();
  emit ended();
}

void SoundJobs::tell() {
  if (!current_) return;
  const JobProgress& progress = current_->progress;
  emit progressed(current_->title, progress.done.load(), progress.total.load());
}

}  // namespace earwitness::gui
