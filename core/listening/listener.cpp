// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/listener.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/audio/channel_phase.h"
#include "core/base/current_problem.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLookEvery{10};
constexpr milliseconds kRetryEvery{1000};
constexpr milliseconds kStopPatience{20};
constexpr size_t kWaitingWindows = 4;
constexpr size_t kPacedWaitingWindows = 32;  // fewer changes between the threads
constexpr double kPhaseSeconds = 1.0;        // of sound show whether channels cancel out
constexpr double kLateSeconds = 1.0;         // more than this waiting: the oldest is skipped
constexpr double kMostAtOnceSeconds = 8.0;   // read at one look, whatever the source has

int64_t nowNs() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

int labelsOf(const std::shared_ptr<Classifier>& classifier) {
  return classifier ? int(classifier->description().labels.size()) : 0;
}

/// Milliseconds since the epoch of a moment of the steady clock, by the wall clock as it is now.
int64_t utcMsOf(int64_t steadyNs) {
  const int64_t utcNs = std::chrono::duration_cast<std::chrono::nanoseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count();
  return (utcNs - (nowNs() - steadyNs)) / 1'000'000;
}

}  // namespace

/// Reads one source: interleaved -> mono, with its counts and its late audio skipped.
/// Thread: listener.
class Listener::Ear {
 public:
  /// Throws Error when the source has no such channel.
  Ear(AudioSource& source, bool paced, ChannelChoice channel)
      : source_(source),
        paced_(paced),
        choosesChannel_(!paced && channel.isMean() && source.channels() > 1),
        phase_(std::max(1, source.channels())),
        channels_(size_t(std::max(1, source.channels()))),
        lateFrames_(paced ? std::numeric_limits<size_t>::max()
                          : size_t(source.sampleRate() * kLateSeconds)),
        chosen_(size_t(channel.number)),
        block_(size_t(source.sampleRate() * kMostAtOnceSeconds) * channels_) {
    if (chosen_ > channels_)
      throw channels_ == 1
          ? Error(
                "Microphone '%1' has only 1 channel, so %2 cannot be analysed. Choose another "
                "channel (--channel).",
                source.description(), nameOf(channel))
          : Error(
                "Microphone '%1' has only %2 channels, so %3 cannot be analysed. Choose another "
                "channel (--channel).",
                source.description(), channels_, nameOf(channel));
    mono_.reserve(block_.size() / channels_);
  }

  /// What came since the last look. Valid until the next one.
  std::span<const float> look() {
    newestNs_ = source_.newestSampleTimeNs();  // before reading: never later than what is read
    if (newestNs_ == 0) newestNs_ = nowNs();
    size_t frames = source_.read(block_) / channels_;
    const size_t skipped = frames > lateFrames_ ? frames - lateFrames_ : 0;
    skippedFrames_ += skipped;
    frames -= skipped;
    mono_.resize(frames);
    const float* sample = block_.data() + skipped * channels_;
    if (choosesChannel_) chooseChannel(sample, frames);
    for (float& value : mono_) {
      const float mixed = mix(sample);
      sample += channels_;
      // One NaN would stay in the resampler's filter for good.
      value = std::isfinite(mixed) ? mixed : 0.0F;
    }
    heardFrames_ += frames;
    if (paced_) newestNs_ = startNs_ + int64_t(secondsHeard() * 1e9);
    return mono_;
  }

  /// One frame: the chosen channel, or the mean of all.
  float mix(const float* frame) const {
    if (chosen_ > 0) return frame[chosen_ - 1];
    float sum = 0.0F;
    for (size_t channel = 0; channel < channels_; ++channel) sum += frame[channel];
    return sum / float(channels_);
  }

  /// True once: from now on one channel is heard, because all of them cancel each other out.
  bool changesToOneChannel() { return std::exchange(changes_, false); }
  ChannelChoice channel() const { return {.number = int(chosen_)}; }

  /// When the newest sample arrived; steady clock.
  int64_t newestNs() const { return newestNs_; }
  double secondsHeard() const { return double(heardFrames_) / source_.sampleRate(); }
  uint64_t droppedFrames() const { return source_.droppedFrames() + skippedFrames_; }
  /// When the sample at `seconds` of this source arrived; it was heard already.
  int64_t arrivalOf(double seconds) const {
    return newestNs_ - int64_t(std::max(0.0, secondsHeard() - seconds) * 1e9);
  }

 private:
  /// Settled by the first second that tells; then for as long as the source is open.
  void chooseChannel(const float* interleaved, size_t frames) {
    phase_.add(interleaved, frames);
    if (phase_.frames() < size_t(source_.sampleRate() * kPhaseSeconds)) return;
    if (const int channel = phase_.channelInstead(); channel > 0) {
      chosen_ = size_t(channel);
      changes_ = true;
    }
    choosesChannel_ = chosen_ == 0 && !phase_.meanIsSound();
    phase_ = PhaseMeter(int(channels_));
  }

  AudioSource& source_;
  bool paced_;
  bool choosesChannel_;  ///< it is not known yet whether the channels cancel each other out
  bool changes_ = false;
  PhaseMeter phase_;
  const int64_t startNs_ = nowNs();
  size_t channels_;
  size_t lateFrames_;
  size_t chosen_;  ///< channel, from 1; 0: the mean
  std::vector<float> block_;
  std::vector<float> mono_;
  int64_t newestNs_ = 0;
  uint64_t heardFrames_ = 0;
  uint64_t skippedFrames_ = 0;
};

Listener::Listener(OpenSource openSource, std::shared_ptr<Classifier> classifier, Settings settings)
    : openSource_(std::move(openSource)),
      classifier_(std::move(classifier)),
      settings_(std::move(settings)) {
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
  reportDevice(ListenerState::Stopped, {});
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
      reportDevice(ListenerState::Listening, {});
      listenTo(*source);
      reportDevice(ListenerState::WaitingForDevice,
                   Message("Microphone '%1' stopped sending audio. Earwitness keeps trying to "
                           "reconnect.",
                           source->description()));
    } catch (const std::exception& error) {
      reportDevice(ListenerState::WaitingForDevice, messageOf(error));
    }
  } while (!waitOrStop(kRetryEvery));
}

void Listener::listenTo(AudioSource& source) {
  Ear ear(source, settings_.paced, settings_.channel);
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
    addFrames(frames, framesBefore_ + firstFrame);
    nFrames = firstFrame + frames.nFrames();
  };
  const auto onWindow = [&](Window&& window) {
    const int64_t arrival = ear.arrivalOf(window.endSeconds + aheadSeconds);
    window.startSeconds += startSeconds;
    window.endSeconds += startSeconds;
    submit({.window = std::move(window), .newestSampleTimeNs = arrival, .handedOverNs = nowNs()});
  };

  bool alive = true;
  milliseconds pause = kLookEvery;
  while (alive && !waitOrStop(pause)) {
    reportSource(source);
    alive = source.alive();  // before the look, so that the last samples are still heard
    const std::span<const float> mono = ear.look();
    if (ear.changesToOneChannel())
      reportNote(
          Message("The channels of microphone '%1' cancel each other out, so only %2 is "
                  "analysed.",
                  source.description(), nameOf(ear.channel())));
    pause = settings_.paced && !mono.empty() ? milliseconds(0) : kLookEvery;
    if (!mono.empty()) {
      addLevel(mono);
      if (settings_.history) settings_.history->push(mono);
      pipeline.push(mono, onFrames, onWindow);
    }
    const std::lock_guard lock(updateMutex_);
    if (!mono.empty()) {
      update_.streamSeconds = startSeconds + ear.secondsHeard();
      update_.utcMs = utcMsOf(ear.newestNs());
    }
    update_.health.droppedFrames = droppedBefore_ + ear.droppedFrames();
    update_.health.secondsHeard = secondsBefore_ + ear.secondsHeard();
  }
  // A microphone that is lost ends anywhere; a file is heard to its end.
  if (settings_.paced && !alive) pipeline.finish(onFrames, onWindow);
  framesBefore_ += nFrames;
  secondsBefore_ += ear.secondsHeard();
  droppedBefore_ += ear.droppedFrames();
  logInfo(kLogAudio, "The stream of " + inQuotes(source.description()) + " ended after " +
                         durationText(ear.secondsHeard()) +
                         "; samples lost: " + std::to_string(ear.droppedFrames()));
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
  if (!countAsDropped) return;
  const std::lock_guard lock(updateMutex_);
  ++update_.health.droppedWindows;
}

// ---- Classifier thread
// ---------------------------------------------------------------------------

void Listener::classifyWindows() {
  try {
    warmUpClassifier();
    PendingWindow pending;
    while (nextWindow(pending)) classifyOne(pending);
    addDetections(scorer_->finish());
  } catch (...) {
    reportClassifier(currentProblem());
  }
  const std::lock_guard lock(queueMutex_);
  classifierHasEnded_ = true;
  queueChanged_.notify_all();
}

void Listener::warmUpClassifier() {
  try {
    classifier_->warmUp();
  } catch (const std::exception& error) {
    reportClassifier(messageOf(error));
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
  const std::lock_guard lock(updateMutex_);
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
    addDetections(scorer_->finish());
    scorer_->resumeAt(pending.resumeSeconds);
    return;
  }
  WindowScorer::Told told;
  try {
    told = scorer_->score(pending.window);
  } catch (const std::exception& error) {
    reportClassifier(messageOf(error));
    const std::lock_guard lock(updateMutex_);
    ++update_.health.classifierErrors;
    return;
  }
  told.window.arrivedNs = pending.newestSampleTimeNs;
  const int64_t sinceNs = std::min(pending.newestSampleTimeNs, pending.handedOverNs);
  told.window.latencyMs = float(double(nowNs() - sinceNs) * 1e-6);
  windowEndSeconds_ = told.window.endSeconds;
  windowEndUtcMs_ = utcMsOf(pending.newestSampleTimeNs);
  reportClassifier({});
  addDetections(std::move(told));
}

// ---- What the window asks for
// --------------------------------------------------------------------

void Listener::setEventSettings(EventSettings events) {
  if (!events.rules.empty()) requireRuleForEach(events.rules);
  const std::lock_guard lock(updateMutex_);
  newEventSettings_ = std::move(events);
  newRules_.reset();
}

void Listener::setRules(std::vector<ClassRule> rules) {
  requireRuleForEach(rules);
  const std::lock_guard lock(updateMutex_);
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
  const std::lock_guard lock(updateMutex_);
  newClassifier_ = std::move(classifier);
  newEventSettings_ = std::move(events);
  newRules_.reset();
}

void Listener::setRoom(NoiseProfile room) {
  const std::lock_guard lock(updateMutex_);
  newRoom_ = std::move(room);
}

}  // namespace earwitness
