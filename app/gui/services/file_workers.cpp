// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/file_workers.h"

#include <algorithm>
#include <chrono>

#include "app/gui/base/core_text.h"
#include "app/gui/services/file_text.h"
#include "core/audio/audio_file.h"
#include "core/base/current_problem.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {
using State = FileUpdate::State;
constexpr std::chrono::seconds kPatience{1};
constexpr std::chrono::milliseconds kInterruptEvery{20};
}  // namespace

void FileWorkers::end() {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  for (Worker& worker : workers_) worker.cancelled.store(true);
  changed_.notify_all();
  const auto patience = std::chrono::steady_clock::now() + kPatience;
  while (finished_ < kWorkers && std::chrono::steady_clock::now() < patience) {
    // Again and again: one may have begun to wait for the child just now.
    for (const Worker& worker : workers_)
      if (worker.inUse) worker.inUse->interrupt();
    changed_.wait_for(lock, kInterruptEvery);
  }
}

void FileWorkers::setClassifier(std::shared_ptr<Classifier> classifier,
                                std::shared_ptr<const ModelDescription> description, int model) {
  const std::lock_guard lock(mutex_);
  classifier_.swap(classifier);
  description_ = std::move(description);
  model_ = model;
}

void FileWorkers::setClassifierReady(bool ready) {
  const std::lock_guard lock(mutex_);
  classifierReady_ = ready;
}

void FileWorkers::setRules(const EventSettings& rules, int serial) {
  const std::lock_guard lock(mutex_);
  rules_ = rules;
  rulesSerial_ = serial;
}

void FileWorkers::setChannel(ChannelChoice channel) {
  const std::lock_guard lock(mutex_);
  channel_ = channel;
}

void FileWorkers::enqueue(std::vector<FileJob> jobs) {
  {
    const std::lock_guard lock(mutex_);
    for (FileJob& job : jobs) queue_.append(std::move(job));
  }
  changed_.notify_all();
}

void FileWorkers::prefer(int id) {
  const std::lock_guard lock(mutex_);
  queue_.prefer(id);
}

std::vector<int> FileWorkers::cancel(const std::vector<int>& ids) {
  std::vector<int> waited;
  {
    const std::lock_guard lock(mutex_);
    cancelWorkers({ids.begin(), ids.end()});
    for (const int id : ids)
      if (queue_.remove(id)) waited.push_back(id);
  }
  changed_.notify_all();
  return waited;
}

std::vector<int> FileWorkers::cancelAll() {
  std::vector<int> waited;
  {
    const std::lock_guard lock(mutex_);
    waited = queue_.clear();
    std::unordered_set<int> busy;
    for (const Worker& worker : workers_)
      if (worker.id != 0) busy.insert(worker.id);
    cancelWorkers(busy);
  }
  changed_.notify_all();
  return waited;
}

/// Call with the mutex held.
void FileWorkers::cancelWorkers(const std::unordered_set<int>& ids) {
  for (Worker& worker : workers_) {
    if (!ids.contains(worker.id)) continue;
    worker.cancelled.store(true);
    if (!worker.waitingForModel) continue;
    ++interruptions_;
    worker.inUse->interrupt();
  }
}

void FileWorkers::setPaused(bool paused) {
  {
    const std::lock_guard lock(mutex_);
    paused_.store(paused);
  }
  changed_.notify_all();
}

void FileWorkers::run(int worker) {
  Worker& self = workers_[size_t(worker)];
  FileJob job;
  while (takeJob(self, job)) {
    try {
      analyse(self, job);
    } catch (...) {
      const Message problem = currentProblem();
      if (!self.cancelled.load()) logWarning(kLogApp, problem.english());
      fail(self, job, problem);
    }
  }
}

bool FileWorkers::takeJob(Worker& worker, FileJob& job) {
  std::unique_lock lock(mutex_);
  worker.id = 0;
  worker.inUse.reset();
  worker.waitingForModel = false;
  changed_.wait(lock, [this] { return stopping_ || (!queue_.empty() && !paused_.load()); });
  if (stopping_) {
    ++finished_;
    changed_.notify_all();
    return false;
  }
  job = queue_.takeFirst();
  worker.id = job.id;
  worker.state = job.pictureOnly ? State::Done : State::Reading;
  worker.progress = worker.seconds = worker.sampleRate = 0.0;
  worker.cancelled.store(false);
  return true;
}

void FileWorkers::fail(Worker& worker, const FileJob& job, const Message& error) {
  const std::lock_guard lock(mutex_);
  const bool replaced = worker.inUse != classifier_ && !worker.cancelled.load() && !stopping_;
  if (replaced && !job.pictureOnly) {
    // Its model was taken away under it: it begins anew with the next one.
    queue_.prepend(job);
    noted(worker).state = worker.state = State::Waiting;
    return;
  }
  FileUpdate& update = noted(worker);
  if (!job.pictureOnly) update.state = worker.cancelled ? State::Cancelled : State::Failed;
  if (worker.cancelled) return;
  update.error = coreText(error);
  update.reason = failureReason(error, job.path);
}

FileWorkers::Means FileWorkers::begin(Worker& worker, const FileJob& job) {
  const std::lock_guard lock(mutex_);
  Means means;
  means.classifier = classifier_;
  worker.inUse = classifier_;
  means.rulesSerial = rulesSerial_;
  means.channel = job.pictureOnly ? job.channel : channel_;
  if (classifier_) {
    const ModelDescription& model = classifier_->description();
    means.features = model.features;
    means.rules = rules_.rules.size() == model.labels.size() ? rules_ : eventSettingsOf(model);
    means.pictureFirst = !classifierReady_;
  }
  means.picture = std::make_shared<FilePicture>(means.features);
  FileUpdate& update = noted(worker);
  update.picture = means.picture;
  if (job.pictureOnly) return means;
  update = {};
  update.id = job.id;
  update.picture = means.picture;
  update.state = State::Reading;
  update.restarted = true;
  update.model = model_;
  update.description = description_;
  update.channel = means.channel;
  return means;
}

void FileWorkers::analyse(Worker& worker, const FileJob& job) {
  const Means means = begin(worker, job);
  {
    // The time axis stands from the start on; what is read in the end may correct it.
    const AudioFileReader header(job.path, means.channel);
    const StartFinding start = findRecordingStart(job.path);
    const std::lock_guard lock(mutex_);
    worker.seconds = header.seconds();
    worker.sampleRate = header.sampleRate();
    noted(worker).start = start;
  }
  Classifier* const classifier = job.pictureOnly ? nullptr : means.classifier.get();
  const bool pictureFirst = classifier != nullptr && means.pictureFirst;
  if (pictureFirst) pass(worker, job, means, nullptr, means.picture.get());
  if (classifier != nullptr && !worker.cancelled) waitForModel(worker, *classifier);
  FileResult result =
      pass(worker, job, means, classifier, pictureFirst ? nullptr : means.picture.get());
  note(worker, [&](FileUpdate& update) {
    update.state = worker.state = State::Done;
    update.progress = worker.progress = 1.0;
    update.seconds = worker.seconds = result.seconds;
    if (!job.pictureOnly) update.result = std::move(result);
  });
}

void FileWorkers::waitForModel(Worker& worker, Classifier& classifier) {
  while (true) {
    unsigned before = 0;
    {
      const std::lock_guard lock(mutex_);
      before = interruptions_;
      worker.waitingForModel = !classifierReady_;
      worker.progress = 0.0;
      noted(worker).progress = 0.0;
    }
    setState(worker, worker.waitingForModel ? State::WaitingForModel : State::Analysing);
    try {
      if (!worker.cancelled) classifier.warmUp();
      const std::lock_guard lock(mutex_);
      worker.waitingForModel = false;
      break;
    } catch (const Error&) {
      const std::lock_guard lock(mutex_);
      worker.waitingForModel = false;
      // The wait of another file was broken off, and this one's with it.
      if (worker.cancelled || stopping_ || interruptions_ == before) throw;
    }
  }
  setState(worker, State::Analysing);
}

FileResult FileWorkers::pass(Worker& worker, const FileJob& job, const Means& means,
                             Classifier* classifier, FilePicture* picture) {
  FileAnalysisHooks hooks;
  hooks.cancelled = &worker.cancelled;
  hooks.channel = means.channel;
  hooks.keepWindows = false;
  if (picture != nullptr) {
    hooks.onFrames = [&](const LogMel& frames, long) { picture->append(frames); };
    hooks.onSamples = [&](std::span<const float> mono, double sampleRate) {
      picture->append(mono, sampleRate);
    };
  }
  hooks.onWindow = [&](const ScoredWindow& window) {
    note(worker, [&](FileUpdate& update) {
      // Scores of a model that nobody uses any more: fail() begins again with the next one.
      if (worker.inUse != classifier_) throw Error("The model was replaced.");
      update.scores.add(window);
    });
    waitWhilePaused(worker);
  };
  hooks.onProgress = [&](double fraction) {
    note(worker, [&](FileUpdate& update) {
      update.progress = worker.progress = fraction;
      update.pictureGrew |= picture != nullptr;
    });
    waitWhilePaused(worker);
  };
  FileScores scores = analyseFile(job.path, classifier, means.features, means.rules, hooks);
  return {.whole = std::move(scores.whole),
          .events = std::move(scores.events),
          .nearMisses = std::move(scores.nearMisses),
          .rules = means.rulesSerial,
          .seconds = scores.seconds,
          .audio = std::move(scores.audio)};
}

void FileWorkers::waitWhilePaused(const Worker& worker) {
  if (!paused_.load()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !paused_.load() || worker.cancelled.load() || stopping_; });
}

void FileWorkers::setState(Worker& worker, State state) {
  const std::lock_guard lock(mutex_);
  noted(worker).state = worker.state = state;
}

void FileWorkers::note(const Worker& worker, const std::function<void(FileUpdate&)>& change) {
  const std::lock_guard lock(mutex_);
  change(noted(worker));
}

/// What the window is told next of the worker's file, beginning with what it was told last.
FileUpdate& FileWorkers::noted(const Worker& worker) {
  const auto [place, isNew] = places_.try_emplace(worker.id, updates_.size());
  if (isNew) updates_.emplace_back().id = worker.id;
  FileUpdate& update = updates_[place->second];
  if (isNew) {
    update.state = worker.state;
    update.progress = worker.progress;
  }
  update.seconds = worker.seconds;
  update.sampleRate = worker.sampleRate;
  return update;
}

std::vector<FileUpdate> FileWorkers::takeUpdates(bool& idle) {
  std::vector<FileUpdate> updates;
  const std::lock_guard lock(mutex_);
  updates.swap(updates_);
  places_.clear();
  idle = queue_.empty() && std::all_of(workers_.begin(), workers_.end(),
                                       [](const Worker& worker) { return worker.id == 0; });
  return updates;
}

}  // namespace earwitness::gui
