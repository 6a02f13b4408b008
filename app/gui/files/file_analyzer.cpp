#include "app/gui/files/file_analyzer.h"

#include <algorithm>

#include "app/gui/core_text.h"
#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {
using State = FileUpdate::State;
constexpr int kFrameMs = 30;
constexpr std::chrono::milliseconds kInterruptEvery{20};
}  // namespace

FileAnalyzer::FileAnalyzer(QObject* parent) : QObject(parent) {
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &FileAnalyzer::drain);
  for (Worker& worker : workers_) worker.thread = std::thread([this, &worker] { run(worker); });
}

FileAnalyzer::~FileAnalyzer() {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  for (Worker& worker : workers_) worker.cancelled.store(true);
  changed_.notify_all();
  while (finished_ < kWorkers) {
    // Again and again: one may have begun to wait for the child just now.
    for (const Worker& worker : workers_)
      if (worker.inUse) worker.inUse->interrupt();
    changed_.wait_for(lock, kInterruptEvery);
  }
  lock.unlock();
  for (Worker& worker : workers_) worker.thread.join();
}

void FileAnalyzer::setClassifier(std::shared_ptr<Classifier> classifier) {
  const auto description =
      classifier ? std::make_shared<const ModelDescription>(classifier->description()) : nullptr;
  const std::lock_guard lock(mutex_);
  classifier_.swap(classifier);
  description_ = description;
  ++model_;
}

void FileAnalyzer::setClassifierReady(bool ready) {
  const std::lock_guard lock(mutex_);
  classifierReady_ = ready;
}

void FileAnalyzer::setRules(const EventSettings& rules, int serial) {
  const std::lock_guard lock(mutex_);
  rules_ = rules;
  rulesSerial_ = serial;
}

void FileAnalyzer::enqueue(std::vector<Job> jobs) {
  {
    const std::lock_guard lock(mutex_);
    for (Job& job : jobs) {
      // Somebody who steps back and forth through files asks for the same pictures again.
      const bool known =
          job.pictureOnly && std::any_of(queue_.begin(), queue_.end(),
                                         [&job](const Job& other) { return other.id == job.id; });
      if (!known) queue_.push_back(std::move(job));
    }
  }
  changed_.notify_all();
  timer_.start();
}

void FileAnalyzer::prefer(int id) {
  const std::lock_guard lock(mutex_);
  const auto place =
      std::find_if(queue_.begin(), queue_.end(), [id](const Job& job) { return job.id == id; });
  if (place != queue_.end()) std::rotate(queue_.begin(), place, place + 1);
}

bool FileAnalyzer::cancel(int id) {
  bool waited = false;
  {
    const std::lock_guard lock(mutex_);
    for (Worker& worker : workers_) {
      if (worker.id != id) continue;
      worker.cancelled.store(true);
      if (!worker.waitingForModel) continue;
      ++interruptions_;
      worker.inUse->interrupt();
    }
    waited = std::erase_if(queue_, [id](const Job& job) { return job.id == id; }) > 0;
  }
  changed_.notify_all();
  return waited;
}

std::vector<int> FileAnalyzer::cancelAll() {
  std::vector<int> waited;
  std::vector<int> busy;
  {
    const std::lock_guard lock(mutex_);
    for (const Job& job : queue_) waited.push_back(job.id);
    queue_.clear();
    for (const Worker& worker : workers_)
      if (worker.id != 0) busy.push_back(worker.id);
  }
  for (const int id : busy) cancel(id);
  return waited;
}

void FileAnalyzer::setPaused(bool paused) {
  {
    const std::lock_guard lock(mutex_);
    paused_.store(paused);
  }
  changed_.notify_all();
}

void FileAnalyzer::run(Worker& worker) {
  Job job;
  while (takeJob(worker, job)) {
    try {
      analyse(worker, job);
    } catch (const std::exception& problem) {
      fail(worker, job, coreText(problem.what()));
    }
  }
}

bool FileAnalyzer::takeJob(Worker& worker, Job& job) {
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
  job = std::move(queue_.front());
  queue_.pop_front();
  worker.id = job.id;
  worker.state = job.pictureOnly ? State::Done : State::Reading;
  worker.progress = worker.seconds = worker.sampleRate = 0.0;
  worker.cancelled.store(false);
  return true;
}

void FileAnalyzer::fail(Worker& worker, const Job& job, const QString& error) {
  const std::lock_guard lock(mutex_);
  const bool replaced = worker.inUse != classifier_ && !worker.cancelled.load() && !stopping_;
  if (replaced && !job.pictureOnly) {
    // Its model was taken away under it: it begins anew with the next one.
    queue_.push_front(job);
    noted(worker).state = worker.state = State::Waiting;
    return;
  }
  FileUpdate& update = noted(worker);
  if (!job.pictureOnly) update.state = worker.cancelled ? State::Cancelled : State::Failed;
  if (!worker.cancelled) update.error = error;
}

FileAnalyzer::Means FileAnalyzer::begin(Worker& worker, const Job& job) {
  const std::lock_guard lock(mutex_);
  Means means;
  means.classifier = classifier_;
  worker.inUse = classifier_;
  means.rulesSerial = rulesSerial_;
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
  return means;
}

void FileAnalyzer::analyse(Worker& worker, const Job& job) {
  const Means means = begin(worker, job);
  {
    // The time axis stands from the start on; what is read in the end may correct it.
    const AudioFileReader header(job.path);
    const std::lock_guard lock(mutex_);
    worker.seconds = header.seconds();
    worker.sampleRate = header.sampleRate();
    noted(worker);
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

void FileAnalyzer::waitForModel(Worker& worker, Classifier& classifier) {
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

FileResult FileAnalyzer::pass(Worker& worker, const Job& job, const Means& means,
                              Classifier* classifier, FilePicture* picture) {
  FileAnalysisHooks hooks;
  hooks.cancelled = &worker.cancelled;
  hooks.keepWindows = false;
  if (picture != nullptr) {
    hooks.onFrames = [&](const LogMel& frames, long) { picture->append(frames); };
    hooks.onSamples = [&](std::span<const float> mono, double sampleRate) {
      picture->append(mono, sampleRate);
    };
  }
  hooks.onWindow = [&](const ScoredWindow& window) {
    note(worker, [&](FileUpdate& update) { update.scores.add(window); });
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
          .seconds = scores.seconds};
}

void FileAnalyzer::waitWhilePaused(const Worker& worker) {
  if (!paused_.load()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !paused_.load() || worker.cancelled.load() || stopping_; });
}

void FileAnalyzer::setState(Worker& worker, State state) {
  const std::lock_guard lock(mutex_);
  noted(worker).state = worker.state = state;
}

void FileAnalyzer::note(const Worker& worker, const std::function<void(FileUpdate&)>& change) {
  const std::lock_guard lock(mutex_);
  change(noted(worker));
}

/// What the window is told next of the worker's file, beginning with what it was told last.
FileUpdate& FileAnalyzer::noted(const Worker& worker) {
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

void FileAnalyzer::drain() {
  std::vector<FileUpdate> updates;
  bool idle = false;
  {
    const std::lock_guard lock(mutex_);
    updates.swap(updates_);
    places_.clear();
    idle = queue_.empty() && std::all_of(workers_.begin(), workers_.end(),
                                         [](const Worker& worker) { return worker.id == 0; });
  }
  for (const FileUpdate& update : updates) emit updated(update);
  if (!updates.empty()) emit drained();
  if (idle) timer_.stop();
}

}  // namespace earwitness::gui
