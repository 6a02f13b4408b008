// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/event_dispatcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <ctime>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

#include "core/base/clock_time.h"
#include "core/base/current_problem.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/redaction.h"
#include "core/base/text.h"
#include "core/monitoring/alert_sender.h"
#include "core/monitoring/alerts.h"
#include "core/monitoring/event_store_queue.h"

namespace earwitness {
namespace {

using std::chrono::steady_clock;

constexpr auto kCommitEvery = std::chrono::seconds(1);
constexpr size_t kEventsWaiting = 100'000;
constexpr int64_t kMinuteSeconds = 60;

struct BeginStream {
  int64_t number = 0;
  std::shared_ptr<const ModelDescription> model;
  std::string source;
  std::shared_ptr<const AudioHistory> history;
  HeardFile file;
};
struct Heard {
  std::map<int64_t, Event> events;  ///< in their newest state, by id
  double streamSeconds = 0.0;
  int64_t utcMs = 0;
  std::string source;
};
struct EndStream {};

int localMinuteAt(int64_t utcMs) {
  const auto seconds = std::time_t(utcMs / 1000);
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return parts.tm_hour * int(kMinuteSeconds) + parts.tm_min;
}

/// Without paths, because those of clips contain labels.
void logProblem(const Message& problem) {
  logWarning(kLogRecorder, redacted(problem.english(), {}));
}

}  // namespace

struct EventDispatcher::Job {
  std::variant<BeginStream, Heard, EndStream, MonitoringSettings> what;
};

/// What both sides see.
struct EventDispatcher::Shared {
  std::mutex mutex;  ///< guards what follows
  std::condition_variable changed;
  std::deque<std::unique_ptr<Job>> jobs;
  bool stopping = false;
  News news;
};

/// Thread: desk; construction and destruction are the caller's.
class EventDispatcher::Worker {
 public:
  Worker(Options options, std::shared_ptr<Shared> shared)
      : options_(std::move(options)),
        shared_(std::move(shared)),
        policy_(options_.settings.alerts),
        thread_([this] { run(); }) {}
  ~Worker() { thread_.join(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

 private:
  void run();
  template <typename Act>
  void guarded(Act&& act);
  void performNext(std::unique_ptr<Job>& job);
  bool nextJob(std::unique_ptr<Job>& job);
  void publish();

  void perform(BeginStream&& stream);
  void perform(Heard&& heard);
  void perform(EndStream&&);
  void perform(MonitoringSettings&& settings);

  void takeEvent(Event event, const Heard& heard);
  void findAlertingClasses();
  void alert(const Event& event, const std::string& label);
  void openRecorder();
  void addRecordings(std::vector<Recording>&& recordings);
  void applyAlertSettings();

  Options options_;
  std::shared_ptr<Shared> shared_;
  AlertPolicy policy_;
  std::optional<AlertSender> sender_;
  std::optional<EventStoreQueue> keeper_;
  BeginStream stream_;
  std::vector<bool> alerting_;  ///< one value per label of the stream's model
  std::optional<Recorder> recorder_;
  Message recorderProblem_;  ///< where there is none
  Message loggedProblem_;    ///< of the recorder, as the log has it
  Message alertProblem_;
  Message jobProblem_;             ///< that nobody expected; until a stream or settings begin
  std::map<int64_t, Event> open_;  ///< events of the stream that go on
  std::vector<Recording> recordings_;
  std::vector<Message> losses_;
  double doneSeconds_ = 0.0;
  steady_clock::time_point nextCommit_ = steady_clock::now();
  std::thread thread_;  ///< last: it uses the rest
};

// ---- The caller's side
// ---------------------------------------------------------------------------

EventDispatcher::EventDispatcher(Options options) : shared_(std::make_shared<Shared>()) {
  worker_ = std::make_unique<Worker>(std::move(options), shared_);
}

EventDispatcher::~EventDispatcher() {
  finish();
}

void EventDispatcher::finish() {
  if (!worker_) return;
  endStream();
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->stopping = true;
  }
  shared_->changed.notify_all();
  worker_.reset();
}

void EventDispatcher::enqueue(std::unique_ptr<Job> job) {
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->jobs.push_back(std::move(job));
  }
  shared_->changed.notify_all();
}

int64_t EventDispatcher::beginStream(const ModelDescription& model, const std::string& source,
                                     std::shared_ptr<const AudioHistory> history, HeardFile file) {
  enqueue(std::make_unique<Job>(
      Job{BeginStream{++streams_, std::make_shared<const ModelDescription>(model), source,
                      std::move(history), file}}));
  return streams_;
}

void EventDispatcher::take(const LiveUpdate& update) {
  {
    const std::lock_guard lock(shared_->mutex);
    auto& jobs = shared_->jobs;
    if (jobs.empty() || !std::holds_alternative<Heard>(jobs.back()->what))
      jobs.push_back(std::make_unique<Job>(Job{Heard{}}));
    Heard& heard = std::get<Heard>(jobs.back()->what);
    heard.streamSeconds = update.streamSeconds;
    heard.utcMs = update.utcMs;
    heard.source = update.source;
    for (const Event& event : update.events) heard.events[event.id] = event;
    while (heard.events.size() > kEventsWaiting) heard.events.erase(heard.events.begin());
  }
  shared_->changed.notify_all();
}

void EventDispatcher::endStream() {
  enqueue(std::make_unique<Job>(Job{EndStream{}}));
}

void EventDispatcher::setSettings(const MonitoringSettings& settings) {
  enqueue(std::make_unique<Job>(Job{settings}));
}

EventDispatcher::News EventDispatcher::drain() {
  const std::lock_guard lock(shared_->mutex);
  News fresh;
  // These tell how things are, not what happened: they stay.
  fresh.problem = shared_->news.problem;
  fresh.recorder = shared_->news.recorder;
  fresh.doneSeconds = shared_->news.doneSeconds;
  std::swap(fresh, shared_->news);
  return fresh;
}

// ---- The thread
// ----------------------------------------------------------------------------------

void EventDispatcher::Worker::run() {
  guarded([this] { applyAlertSettings(); });
  keeper_.emplace(options_.settings.storeEvents ? options_.store : EventStoreAccess());
  publish();
  std::unique_ptr<Job> job;
  while (nextJob(job)) guarded([&] { performNext(job); });
  guarded([this] { keeper_->flush(); });
}

void EventDispatcher::Worker::performNext(std::unique_ptr<Job>& job) {
  if (job)
    std::visit([this](auto&& what) { perform(std::forward<decltype(what)>(what)); },
               std::move(job->what));
  if (steady_clock::now() >= nextCommit_) {
    nextCommit_ = steady_clock::now() + kCommitEvery;
    keeper_->flush();
  }
  publish();
}

/// A full disk or a folder that cannot be read costs one job, not the program.
template <typename Act>
void EventDispatcher::Worker::guarded(Act&& act) {
  try {
    act();
  } catch (...) {
    jobProblem_ = currentProblem();
    logProblem(jobProblem_);
    publish();
  }
}

/// Waits for a job, or none where it is time to commit. False when all is done.
bool EventDispatcher::Worker::nextJob(std::unique_ptr<Job>& job) {
  job.reset();
  std::unique_lock lock(shared_->mutex);
  const auto isCalled = [this] { return !shared_->jobs.empty() || shared_->stopping; };
  if (keeper_->hasWork())
    shared_->changed.wait_until(lock, nextCommit_, isCalled);
  else
    shared_->changed.wait(lock, isCalled);
  if (shared_->jobs.empty()) return !shared_->stopping;
  job = std::move(shared_->jobs.front());
  shared_->jobs.pop_front();
  return true;
}

void EventDispatcher::Worker::publish() {
  if (sender_)
    if (Message problem = sender_->takeProblem(); !problem.empty())
      alertProblem_ = std::move(problem);
  const RecorderState recorder = recorder_ ? recorder_->state() : RecorderState{};
  const Message& recorderProblem = recorder_ ? recorder.problem : recorderProblem_;
  if (recorderProblem != loggedProblem_ && !recorderProblem.empty()) logProblem(recorderProblem);
  loggedProblem_ = recorderProblem;
  for (const Message& loss : losses_) logProblem(loss);
  const auto stored = keeper_ ? keeper_->takeStored() : decltype(keeper_->takeStored()){};
  const std::lock_guard lock(shared_->mutex);
  News& news = shared_->news;
  for (const auto& [eventId, rowId] : stored)
    news.stored.push_back({stream_.number, eventId, rowId});
  for (Recording& recording : recordings_)
    news.recordings.push_back({stream_.number, std::move(recording)});
  recordings_.clear();
  std::move(losses_.begin(), losses_.end(), std::back_inserter(news.losses));
  losses_.clear();
  news.recorder = recorder;
  news.doneSeconds = doneSeconds_;
  news.problem = keeper_ && !keeper_->problem().empty() ? keeper_->problem()
                 : !jobProblem_.empty()                 ? jobProblem_
                 : !recorderProblem.empty()             ? recorderProblem
                                                        : alertProblem_;
}

void EventDispatcher::Worker::perform(BeginStream&& stream) {
  jobProblem_ = {};
  perform(EndStream{});
  publish();  // under the old stream's number
  stream_ = std::move(stream);
  if (!stream_.history) stream_.history = options_.history;
  findAlertingClasses();
  keeper_->beginStream();
  doneSeconds_ = 0.0;
  openRecorder();
}

void EventDispatcher::Worker::perform(Heard&& heard) {
  if (!heard.source.empty() && heard.source != stream_.source) {
    stream_.source = heard.source;
    if (recorder_) recorder_->setStream(stream_.model->name, heard.source);
  }
  for (const auto& [id, event] : heard.events) takeEvent(event, heard);
  if (recorder_ && heard.utcMs != 0)
    addRecordings(recorder_->advance(heard.streamSeconds, heard.utcMs));
  doneSeconds_ = heard.streamSeconds;
}

void EventDispatcher::Worker::perform(EndStream&&) {
  for (auto& [id, event] : std::exchange(open_, {})) {
    event.open = false;
    takeEvent(event, {});
  }
  if (recorder_) addRecordings(recorder_->finish());
  keeper_->flush();
}

void EventDispatcher::Worker::perform(MonitoringSettings&& settings) {
  jobProblem_ = {};
  std::swap(options_.settings, settings);  // now `settings` are the old ones
  const MonitoringSettings& now = options_.settings;
  if (settings.alerts != now.alerts) applyAlertSettings();
  if (settings.classes != now.classes) findAlertingClasses();
  if (settings.storeEvents != now.storeEvents) {
    keeper_->flush();
    keeper_.emplace(now.storeEvents ? options_.store : EventStoreAccess());
  }
  if (settings.recorder == now.recorder) return;
  if (recorder_) addRecordings(recorder_->finish());
  openRecorder();
}

void EventDispatcher::Worker::takeEvent(Event event, const Heard& heard) {
  const ModelDescription* model = stream_.model.get();
  if (model == nullptr || event.label < 0 || size_t(event.label) >= model->labels.size()) return;
  const std::string& label = model->labels[size_t(event.label)];
  const ClassSettings settings = options_.settings.classNamed(label);
  if (settings.hidden) return;
  if (event.onsetUtcMs == 0)
    event.onsetUtcMs = (heard.utcMs != 0 ? heard.utcMs : utcMsNow()) -
                       std::llround((heard.streamSeconds - event.onsetSeconds) * 1000.0);
  const bool isNew = !open_.contains(event.id);
  if (event.open)
    open_[event.id] = event;
  else
    open_.erase(event.id);
  keeper_->take(event.id, storedEventOf(event, *model, stream_.source, stream_.file));
  if (settings.record && recorder_) recorder_->take(event, label);
  if (isNew && alerting_[size_t(event.label)]) alert(event, label);
}

void EventDispatcher::Worker::findAlertingClasses() {
  alerting_.clear();
  if (stream_.model) alerting_ = alertingClasses(*stream_.model, options_.settings);
}

void EventDispatcher::Worker::alert(const Event& event, const std::string& label) {
  const int64_t now = utcMsNow();
  if (!policy_.admits(label, now, localMinuteAt(now))) return;
  alertProblem_ = {};
  if (!sender_) return;
  sender_->send({.label = label,
                 .score = event.peakScore,
                 .onsetUtcMs = event.onsetUtcMs,
                 .source = event.source.empty() ? stream_.source : event.source,
                 .modelName = stream_.model->name,
                 .shownLabel = options_.shownLabel ? options_.shownLabel(label) : std::string()});
}

void EventDispatcher::Worker::openRecorder() {
  recorder_.reset();
  recorderProblem_ = {};
  if (!stream_.model || !stream_.history) return;
  try {
    recorder_.emplace(options_.settings.recorder, *stream_.history, options_.freeBytes);
    recorder_->setStream(stream_.model->name, stream_.source);
    if (options_.settings.recorder.mode != RecorderSettings::Mode::Off)
      logInfo(kLogRecorder,
              "Recording into " + inQuotes(recordingFolder(options_.settings.recorder).string()));
  } catch (const std::exception& error) {
    recorderProblem_ = messageOf(error);
  }
}

void EventDispatcher::Worker::addRecordings(std::vector<Recording>&& recordings) {
  for (Message& loss : recorder_->takeLosses()) losses_.push_back(std::move(loss));
  for (Recording& recording : recordings) {
    keeper_->setClip(recording.eventIds, recording.file.string());
    recordings_.push_back(std::move(recording));
  }
}

void EventDispatcher::Worker::applyAlertSettings() {
  policy_.setSettings(options_.settings.alerts);
  sender_.emplace(options_.settings.alerts);
  alertProblem_ = {};
}

StoredEvent storedEventOf(const Event& event, const ModelDescription& model,
                          const std::string& source, const HeardFile& file) {
  StoredEvent stored;
  stored.source = event.source.empty() ? source : event.source;
  stored.sourceSeconds = file.seconds;
  stored.sourceRate = file.sampleRate;
  stored.onsetUtcMs = event.onsetUtcMs;
  stored.onsetSeconds = event.onsetSeconds;
  stored.offsetSeconds = event.offsetSeconds;
  stored.open = event.open;
  stored.label = model.labels.at(size_t(event.label));
  stored.peakScore = event.peakScore;
  stored.meanScore = event.meanScore;
  stored.modelName = model.name;
  stored.modelFingerprint = model.fingerprint;
  return stored;
}

}  // namespace earwitness
