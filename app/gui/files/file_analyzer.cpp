#include "app/gui/files/file_analyzer.h"

#include <algorithm>

#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace {
constexpr int kFrameMs = 30;
constexpr std::chrono::milliseconds kInterruptEvery{20};
}  // namespace

FileAnalyzer::FileAnalyzer(QObject* parent) : QObject(parent) {
  timer_.setInterval(kFrameMs);
  connect(&timer_, &QTimer::timeout, this, &FileAnalyzer::drain);
  thread_ = std::thread([this] { run(); });
}

FileAnalyzer::~FileAnalyzer() {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  cancelled_.store(true);
  changed_.notify_all();
  while (!finished_) {
    // Again and again: it may have begun to wait for the child just now.
    if (inUse_) inUse_->interrupt();
    changed_.wait_for(lock, kInterruptEvery);
  }
  lock.unlock();
  thread_.join();
}

void FileAnalyzer::setClassifier(std::shared_ptr<Classifier> classifier) {
  const std::lock_guard lock(mutex_);
  classifier_.swap(classifier);
  ++model_;
}

void FileAnalyzer::setClassifierReady(bool ready) {
  const std::lock_guard lock(mutex_);
  classifierReady_ = ready;
}

void FileAnalyzer::enqueue(int id, const std::filesystem::path& path) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back({id, path});
    noted(id).state = FileUpdate::State::Waiting;
  }
  changed_.notify_all();
  timer_.start();
}

void FileAnalyzer::cancel(int id) {
  {
    const std::lock_guard lock(mutex_);
    if (current_ == id) {
      cancelled_.store(true);
      if (waitingForModel_) inUse_->interrupt();
    }
    const auto gone =
        std::remove_if(queue_.begin(), queue_.end(), [id](const Job& job) { return job.id == id; });
    if (gone != queue_.end()) {
      queue_.erase(gone, queue_.end());
      noted(id).state = FileUpdate::State::Cancelled;
    }
  }
  changed_.notify_all();
}

void FileAnalyzer::run() {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      current_ = 0;
      inUse_.reset();
      changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) {
        finished_ = true;
        changed_.notify_all();
        return;
      }
      job = queue_.front();
      queue_.pop_front();
      current_ = job.id;
      cancelled_.store(false);
    }
    try {
      analyse(job);
    } catch (const std::exception& problem) {
      const auto error = QString::fromStdString(problem.what());
      note(job.id, [&](FileUpdate& update) {
        update.state = cancelled_.load() ? FileUpdate::State::Cancelled : FileUpdate::State::Failed;
        if (!cancelled_.load()) update.error = error;
      });
    }
  }
}

void FileAnalyzer::analyse(const Job& job) {
  std::shared_ptr<Classifier> classifier;
  FeatureSettings features;
  bool pictureFirst = false;
  {
    const std::lock_guard lock(mutex_);
    classifier = classifier_;
    inUse_ = classifier_;
    if (classifier) features = classifier->description().features;
    pictureFirst = classifier && !classifierReady_;
    FileUpdate& update = noted(job.id);
    update = {};
    update.id = job.id;
    update.state = FileUpdate::State::Reading;
    update.restarted = true;
    update.model = model_;
    update.features = features;
  }
  // The time axis stands from the start on; what is read in the end may correct it.
  const double seconds = AudioFileReader(job.path).seconds();
  note(job.id, [&](FileUpdate& update) { update.seconds = seconds; });
  if (pictureFirst) {
    pass(job, nullptr, features, true);
    setWaitingForModel(job.id, true);
  }
  if (classifier && !cancelled_.load()) {
    classifier->warmUp();
    setWaitingForModel(job.id, false);
  }
  FileScores scores;
  if (!cancelled_.load()) scores = pass(job, classifier.get(), features, !pictureFirst);
  note(job.id, [&](FileUpdate& update) {
    if (cancelled_.load()) {
      update.state = FileUpdate::State::Cancelled;
      return;
    }
    update.seconds = scores.seconds;
    update.scores = std::move(scores);
    update.state = FileUpdate::State::Done;
    update.progress = 1.0;
  });
}

void FileAnalyzer::setWaitingForModel(int id, bool waiting) {
  const std::lock_guard lock(mutex_);
  waitingForModel_ = waiting;
  noted(id).progress = 0.0;
  noted(id).state = waiting ? FileUpdate::State::WaitingForModel : FileUpdate::State::Analysing;
}

FileScores FileAnalyzer::pass(const Job& job, Classifier* classifier,
                              const FeatureSettings& features, bool withFrames) {
  FileAnalysisHooks hooks;
  hooks.cancelled = &cancelled_;
  if (withFrames)
    hooks.onFrames = [&](const LogMel& frames, long) {
      note(job.id, [&](FileUpdate& update) {
        update.frames.nMels = frames.nMels;
        update.frames.values.insert(update.frames.values.end(), frames.values.begin(),
                                    frames.values.end());
      });
    };
  hooks.onWindow = [&](const ScoredWindow& window) {
    note(job.id, [&](FileUpdate& update) { update.windows.push_back(window); });
  };
  hooks.onProgress = [&](double fraction) {
    note(job.id, [&](FileUpdate& update) { update.progress = fraction; });
  };
  const EventSettings events =
      classifier != nullptr ? eventSettingsOf(classifier->description()) : EventSettings{};
  return analyseFile(job.path, classifier, features, events, hooks);
}

void FileAnalyzer::note(int id, const std::function<void(FileUpdate&)>& change) {
  const std::lock_guard lock(mutex_);
  change(noted(id));
}

FileUpdate& FileAnalyzer::noted(int id) {
  const auto place = std::find_if(updates_.begin(), updates_.end(),
                                  [id](const FileUpdate& update) { return update.id == id; });
  if (place != updates_.end()) return *place;
  updates_.emplace_back().id = id;
  return updates_.back();
}

void FileAnalyzer::drain() {
  std::vector<FileUpdate> updates;
  bool idle = false;
  {
    const std::lock_guard lock(mutex_);
    updates.swap(updates_);
    // The next change goes on from the state that has just been told.
    for (const FileUpdate& update : updates) {
      if (update.id != current_) continue;
      FileUpdate& next = noted(update.id);
      next.state = update.state;
      next.progress = update.progress;
      next.seconds = update.seconds;
    }
    idle = queue_.empty() && current_ == 0;
  }
  for (const FileUpdate& update : updates) emit updated(update);
  if (idle) timer_.stop();
}

}  // namespace earwitness::gui
