// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/listener.h"

#include <algorithm>
#include <utility>

#include "core/audio/steady_time.h"
#include "core/base/clock_time.h"
#include "core/base/current_problem.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"
#include "core/listening/source_reader.h"

namespace earwitness {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLookEvery{10};
constexpr milliseconds kRetryEvery{1000};
constexpr milliseconds kStopPatience{20};
constexpr size_t kWaitingWindows = 4;
constexpr size_t kPacedWaitingWindows = 32;  // fewer changes between the threads

int labelsOf(const std::shared_ptr<Classifier>& classifier) {
  return classifier ? int(classifier->description().labels.size()) : 0;
}

/// Milliseconds since the epoch of a moment of the steady clock, by the wall clock as it is now.
int64_t utcMsAt(int64_t steadyNs) {
  return utcMsNow() - (steadyNowNs() - steadyNs) / 1'000'000;
}

}  // namespace

Listener::Listener(OpenSource openSource, std::shared_ptr<Classifier> classifier, Settings settings)
    : openSource_(std::move(openSource)),
      classifier_(std::move(classifier)),
      settings_(std::move(settings)),
      updates_(
          (classifier_ ? classifier_->description().features : settings_.features).frameSeconds(),
          settings_.hopSeconds) {
  nLabels_ = labelsOf(classifier_);
  if (classifier_) {
    settings_.features = classifier_->description().features;
    scorer_.emplace(*classifier_, settings_.events);
    scorer_->setRoom(settings_.room);
    classifierThread_ = std::thread([this] { classifyWindows(); });
  }
  listenerThread_ = std::thread([this] { listen(); });
}

Listener::~Listener() {
  stop();
}

void Listener::stop() {
  {
    std::unique_lock lock(queueMutex_);
    stopping_ = true;
    queueChanged_.notify_all();
    // A classifier can hang for seconds; the caller is a window.
    while (classifierThread_.joinable() && !classifierHasEnded_) {
      lock.unlock();
      classifier_->interrupt();
      lock.lock();
      queueChanged_.wait_for(lock, kStopPatience, [this] { return classifierHasEnded_; });
    }
  }
  if (classifierThread_.joinable()) classifierThread_.join();
  if (listenerThread_.joinable()) listenerThread_.join();
  updates_.setState(ListenerState::Stopped, {});
}

bool Listener::waitOrStop(milliseconds duration) {
  std::unique_lock lock(queueMutex_);
  return queueChanged_.wait_until(lock, std::chrono::steady_clock::now() + duration,
                                  [this] { return stopping_; });
}

// ---- Listener thread
// -----------------------------------------------------------------------------

void Listener::listen() {
  do {
    try {
      const std::unique_ptr<AudioSource> source = openSource_();
      updates_.setState(ListenerState::Listening, {});
      listenTo(*source);
      updates_.setState(
          ListenerState::WaitingForDevice,
          Message("Microphone '%1' stopped sending audio. Earwitness keeps trying to reconnect.",
                  source->description()));
    } catch (const std::exception& error) {
      updates_.setState(ListenerState::WaitingForDevice, messageOf(error));
    }
  } while (!waitOrStop(kRetryEvery));
}

void Listener::listenTo(AudioSource& source) {
  SourceReader reader(source, settings_.paced, settings_.channel);
  const double frameSeconds = settings_.features.frameSeconds();
  const double startSeconds = double(framesBefore_) * frameSeconds;
  Pipeline pipeline(
      source.sampleRate(), settings_.features,
      classifier_ ? WindowPlan::of(classifier_->description(), settings_.hopSeconds) : WindowPlan{},
      Pipeline::Mode::Stream);
  // A frame looks half an FFT ahead of its centre.
  const double aheadSeconds = 0.5 * settings_.features.nFft / settings_.features.sampleRate;
  if (settings_.history) settings_.history->begin(source.sampleRate(), startSeconds);
  long nFrames = 0;
  const auto onFrames = [&](const LogMel& frames, long firstFrame) {
    updates_.addFrames(frames, framesBefore_ + firstFrame);
    nFrames = firstFrame + frames.nFrames();
  };
  const auto onWindow = [&](Window&& window) {
    const int64_t arrival = reader.arrivalOf(window.endSeconds + aheadSeconds);
    window.startSeconds += startSeconds;
    window.endSeconds += startSeconds;
    submit({.window = std::move(window),
            .newestSampleTimeNs = arrival,
            .handedOverNs = steadyNowNs()});
  };

  bool alive = true;
  milliseconds pause = kLookEvery;
  while (alive && !waitOrStop(pause)) {
    updates_.setSource(source.description());
    alive = source.alive();  // before the look, so that the last samples are still heard
    const std::span<const float> mono = reader.look();
    if (reader.changesToOneChannel())
      updates_.setSourceNote(
          Message("The channels of microphone '%1' cancel each other out, so only %2 is "
                  "analysed.",
                  source.description(), nameOf(reader.channel())));
    pause = settings_.paced && !mono.empty() ? milliseconds(0) : kLookEvery;
    if (!mono.empty()) {
      updates_.addLevel(mono);
      if (settings_.history) settings_.history->push(mono);
      pipeline.push(mono, onFrames, onWindow);
    }
    if (!mono.empty())
      updates_.setPosition(startSeconds + reader.secondsHeard(), utcMsAt(reader.newestNs()));
    updates_.setHeard(secondsBefore_ + reader.secondsHeard(),
                      droppedBefore_ + reader.droppedFrames());
  }
  // A microphone that is lost ends anywhere; a file is heard to its end.
  if (settings_.paced && !alive) pipeline.finish(onFrames, onWindow);
  framesBefore_ += nFrames;
  secondsBefore_ += reader.secondsHeard();
  droppedBefore_ += reader.droppedFrames();
  logInfo(kLogAudio, "The stream of " + inQuotes(source.description()) + " ended after " +
                         durationText(reader.secondsHeard()) +
                         "; samples lost: " + std::to_string(reader.droppedFrames()));
  submit({.window = {},
          .newestSampleTimeNs = 0,
          .handedOverNs = 0,
          .resumeSeconds = double(framesBefore_) * frameSeconds});
  if (settings_.paced) waitForRoom(0);
}

/// Until no more than so many windows wait; with none, until the last has been classified.
void Listener::waitForRoom(size_t mostWaiting) {
  std::unique_lock lock(queueMutex_);
  queueChanged_.wait(lock, [this, mostWaiting] {
    return stopping_ || (queue_.size() <= mostWaiting && (mostWaiting > 0 || !classifierIsBusy_));
  });
}

void Listener::submit(PendingWindow&& pending) {
  if (!classifier_) return;
  if (settings_.paced) waitForRoom(kPacedWaitingWindows - 1);
  bool countAsDropped = false;
  {
    const std::lock_guard lock(queueMutex_);
    if (!settings_.paced && queue_.size() >= kWaitingWindows) {
      // Not the end of a stream: it is what closes the events before a gap.
      const auto oldest = std::find_if(queue_.begin(), queue_.end(), [](const PendingWindow& old) {
        return !old.window.values.empty();
      });
      if (oldest != queue_.end()) {
        queue_.erase(oldest);
        countAsDropped = classifierIsWarm_;  // until then nobody could have taken it
      }
    }
    queue_.push_back(std::move(pending));
  }
  queueChanged_.notify_all();
  if (countAsDropped) updates_.countDroppedWindow();
}

// ---- Classifier thread
// ---------------------------------------------------------------------------

void Listener::classifyWindows() {
  try {
    warmUpClassifier();
    PendingWindow pending;
    while (nextWindow(pending)) classifyOne(pending);
    updates_.addDetections(scorer_->finish());
  } catch (...) {
    updates_.setClassifierMessage(currentProblem());
  }
  const std::lock_guard lock(queueMutex_);
  classifierHasEnded_ = true;
  queueChanged_.notify_all();
}

void Listener::warmUpClassifier() {
  try {
    classifier_->warmUp();
  } catch (const std::exception& error) {
    updates_.setClassifierMessage(messageOf(error));
  }
  const std::lock_guard lock(queueMutex_);
  classifierIsWarm_ = true;
}

/// Waits for a window. False when the listener stops.
bool Listener::nextWindow(PendingWindow& pending) {
  std::unique_lock lock(queueMutex_);
  classifierIsBusy_ = false;
  if (settings_.paced) queueChanged_.notify_all();
  queueChanged_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  if (stopping_) return false;
  classifierIsBusy_ = true;
  pending = std::move(queue_.front());
  queue_.pop_front();
  return true;
}

void Listener::takeNewSettings() {
  const std::lock_guard lock(settingsMutex_);
  if (newClassifier_) {
    scorer_->extend(*newClassifier_, *std::exchange(newEventSettings_, std::nullopt));
    extended_ = std::exchange(newClassifier_, nullptr);
  }
  if (newEventSettings_) scorer_->setEventSettings(*std::exchange(newEventSettings_, std::nullopt));
  if (newRules_) scorer_->setRules(*std::exchange(newRules_, std::nullopt));
  if (newRoom_) scorer_->setRoom(*std::exchange(newRoom_, std::nullopt));
}

void Listener::classifyOne(PendingWindow& pending) {
  takeNewSettings();
  if (pending.window.values.empty()) {
    updates_.addDetections(scorer_->finish());
    scorer_->resumeAt(pending.resumeSeconds);
    return;
  }
  WindowScorer::Told told;
  try {
    told = scorer_->score(pending.window);
  } catch (const std::exception& error) {
    updates_.setClassifierMessage(messageOf(error));
    updates_.countClassifierError();
    return;
  }
  told.window.arrivedNs = pending.newestSampleTimeNs;
  const int64_t sinceNs = std::min(pending.newestSampleTimeNs, pending.handedOverNs);
  told.window.latencyMs = float(double(steadyNowNs() - sinceNs) * 1e-6);
  updates_.setClassifierMessage({});
  updates_.addDetections(std::move(told), utcMsAt(pending.newestSampleTimeNs));
}

// ---- What the window asks for
// --------------------------------------------------------------------

void Listener::setEventSettings(EventSettings events) {
  if (!events.rules.empty()) requireRuleForEach(events.rules);
  const std::lock_guard lock(settingsMutex_);
  newEventSettings_ = std::move(events);
  newRules_.reset();
}

void Listener::setRules(std::vector<ClassRule> rules) {
  requireRuleForEach(rules);
  const std::lock_guard lock(settingsMutex_);
  newRules_ = std::move(rules);
}

void Listener::requireRuleForEach(const std::vector<ClassRule>& rules) const {
  if (int(rules.size()) != nLabels_)
    throw Error("Event rules for %1 classes do not fit a model with %2 labels.", rules.size(),
                nLabels_);
}

void Listener::extendClassifier(std::shared_ptr<Classifier> classifier, EventSettings events) {
  const ModelDescription& model = classifier->description();
  if (!classifier_ || labelsOf(classifier) < nLabels_ ||
      model.inputShape() != classifier_->description().inputShape())
    throw Error("The model '%1' cannot continue what is being listened to.", model.name);
  // What does not fit is found here, and not on the classifier's thread.
  EventDetector(labelsOf(classifier), events);
  nLabels_ = labelsOf(classifier);
  const std::lock_guard lock(settingsMutex_);
  newClassifier_ = std::move(classifier);
  newEventSettings_ = std::move(events);
  newRules_.reset();
}

void Listener::setRoom(NoiseProfile room) {
  const std::lock_guard lock(settingsMutex_);
  newRoom_ = std::move(room);
}

}  // namespace earwitness
