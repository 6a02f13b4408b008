#include "core/listening/listener.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLookEvery{10};
constexpr milliseconds kRetryEvery{1000};
constexpr milliseconds kStopPatience{20};
constexpr size_t kWaitingWindows = 4;
constexpr double kLateSeconds = 1.0;         // more than this waiting: the oldest is skipped
constexpr double kMostAtOnceSeconds = 8.0;   // read at one look, whatever the source has
constexpr double kUndrainedSeconds = 120.0;  // of frames and windows that nobody fetched are kept

int64_t nowNs() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

int labelsOf(const std::shared_ptr<Classifier>& classifier) {
  return classifier ? int(classifier->description().labels.size()) : 0;
}

EventSettings eventsFor(const std::shared_ptr<Classifier>& classifier, EventSettings settings) {
  if (!classifier) settings.rules.clear();
  return settings;
}

}  // namespace

/// Reads one source: interleaved -> mono, with its counts and its late audio skipped.
/// Thread: listener.
class Listener::Ear {
 public:
  explicit Ear(AudioSource& source)
      : source_(source),
        channels_(size_t(std::max(1, source.channels()))),
        lateFrames_(size_t(source.sampleRate() * kLateSeconds)),
        block_(size_t(source.sampleRate() * kMostAtOnceSeconds) * channels_) {
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
    for (float& value : mono_) {
      float sum = 0.0F;
      for (size_t channel = 0; channel < channels_; ++channel) sum += *sample++;
      // One NaN would stay in the resampler's filter for good.
      value = std::isfinite(sum) ? sum / float(channels_) : 0.0F;
    }
    heardFrames_ += frames;
    return mono_;
  }

  double secondsHeard() const { return double(heardFrames_) / source_.sampleRate(); }
  uint64_t droppedFrames() const { return source_.droppedFrames() + skippedFrames_; }
  /// When the sample at `seconds` of this source arrived; it was heard already.
  int64_t arrivalOf(double seconds) const {
    return newestNs_ - int64_t(std::max(0.0, secondsHeard() - seconds) * 1e9);
  }

 private:
  AudioSource& source_;
  size_t channels_;
  size_t lateFrames_;
  std::vector<float> block_;
  std::vector<float> mono_;
  int64_t newestNs_ = 0;
  uint64_t heardFrames_ = 0;
  uint64_t skippedFrames_ = 0;
};

Listener::Listener(OpenSource openSource, std::shared_ptr<Classifier> classifier, Settings settings)
    : openSource_(std::move(openSource)),
      classifier_(std::move(classifier)),
      settings_(std::move(settings)),
      detector_(labelsOf(classifier_), eventsFor(classifier_, settings_.events)) {
  if (classifier_) {
    settings_.features = classifier_->description().features;
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
  reportDevice(ListenerState::Stopped, "");
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
      reportDevice(ListenerState::Listening, "");
      listenTo(*source);
      reportDevice(ListenerState::WaitingForDevice,
                   "Microphone " + inQuotes(source->description()) +
                       " sends no sound any more; it is looked for once a second.");
    } catch (const std::exception& error) {
      reportDevice(ListenerState::WaitingForDevice, error.what());
    }
  } while (!waitOrStop(kRetryEvery));
}

void Listener::listenTo(AudioSource& source) {
  Ear ear(source);
  const double frameSeconds = settings_.features.frameSeconds();
  const double startSeconds = double(framesBefore_) * frameSeconds;
  Pipeline pipeline(
      source.sampleRate(), settings_.features,
      classifier_ ? WindowPlan::of(classifier_->description(), settings_.hopSeconds) : WindowPlan{},
      Pipeline::Mode::Live);
  // A frame looks half an FFT ahead of its centre.
  const double aheadSeconds = 0.5 * settings_.features.nFft / settings_.features.sampleRate;
  long nFrames = 0;
  const auto onFrames = [&](const LogMel& frames, long firstFrame) {
    addFrames(frames, framesBefore_ + firstFrame);
    nFrames = firstFrame + frames.nFrames();
  };
  const auto onWindow = [&](Window&& window) {
    const int64_t arrival = ear.arrivalOf(window.endSeconds + aheadSeconds);
    window.startSeconds += startSeconds;
    window.endSeconds += startSeconds;
    submit({.window = std::move(window), .newestSampleTimeNs = arrival});
  };

  bool alive = true;
  while (alive && !waitOrStop(kLookEvery)) {
    alive = source.alive();  // before the look, so that the last samples are still heard
    const std::span<const float> mono = ear.look();
    if (!mono.empty()) {
      addLevel(mono);
      pipeline.push(mono, onFrames, onWindow);
    }
    const std::lock_guard lock(updateMutex_);
    update_.health.droppedFrames = droppedBefore_ + ear.droppedFrames();
    update_.health.secondsHeard = secondsBefore_ + ear.secondsHeard();
  }
  framesBefore_ += nFrames;
  secondsBefore_ += ear.secondsHeard();
  droppedBefore_ += ear.droppedFrames();
  submit({});
}

void Listener::submit(PendingWindow&& pending) {
  if (!classifier_) return;
  bool countAsDropped = false;
  {
    const std::lock_guard lock(queueMutex_);
    if (queue_.size() >= kWaitingWindows) {
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
  warmUpClassifier();
  PendingWindow pending;
  while (nextWindow(pending)) classifyOne(pending);
  addEvents(detector_.finish());
  const std::lock_guard lock(queueMutex_);
  classifierHasEnded_ = true;
  queueChanged_.notify_all();
}

void Listener::warmUpClassifier() {
  try {
    classifier_->warmUp();
  } catch (const std::exception& error) {
    reportClassifier(error.what());
  }
  const std::lock_guard lock(queueMutex_);
  classifierIsWarm_ = true;
}

/// Waits for a window. False when the listener stops.
bool Listener::nextWindow(PendingWindow& pending) {
  std::unique_lock lock(queueMutex_);
  queueChanged_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  if (stopping_) return false;
  pending = std::move(queue_.front());
  queue_.pop_front();
  return true;
}

void Listener::classifyOne(PendingWindow& pending) {
  {
    const std::lock_guard lock(updateMutex_);
    if (!newRules_.empty()) detector_.setRules(std::exchange(newRules_, {}));
  }
  if (pending.window.values.empty()) {
    addEvents(detector_.finish());
    return;
  }
  ScoredWindow scored;
  scored.startSeconds = pending.window.startSeconds;
  scored.endSeconds = pending.window.endSeconds;
  scored.scores.resize(detector_.smoothed().size());
  const int64_t before = nowNs();
  try {
    classifier_->classify(pending.window.values, scored.scores);
  } catch (const std::exception& error) {
    reportClassifier(error.what());
    const std::lock_guard lock(updateMutex_);
    ++update_.health.classifierErrors;
    return;
  }
  const int64_t after = nowNs();
  scored.inferenceMs = float(double(after - before) * 1e-6);
  scored.latencyMs = float(double(after - pending.newestSampleTimeNs) * 1e-6);
  addEvents(detector_.push(scored.endSeconds, scored.scores));
  scored.smoothed.assign(detector_.smoothed().begin(), detector_.smoothed().end());
  reportClassifier("");
  const std::lock_guard lock(updateMutex_);
  const size_t most = size_t(kUndrainedSeconds / std::max(settings_.hopSeconds, 0.01));
  if (update_.windows.size() > 2 * most)
    update_.windows.erase(update_.windows.begin(), update_.windows.end() - std::ptrdiff_t(most));
  update_.windows.push_back(std::move(scored));
}

// ---- What the window fetches
// ---------------------------------------------------------------------

void Listener::addFrames(const LogMel& frames, long firstFrame) {
  const std::lock_guard lock(updateMutex_);
  LogMel& kept = update_.frames;
  if (kept.values.empty()) update_.firstFrame = firstFrame;
  kept.nMels = frames.nMels;
  kept.values.insert(kept.values.end(), frames.values.begin(), frames.values.end());
  const long most = std::lround(kUndrainedSeconds / settings_.features.frameSeconds());
  if (kept.nFrames() <= 2 * most) return;
  const long tooMany = kept.nFrames() - most;
  kept.values.erase(kept.values.begin(), kept.values.begin() + tooMany * kept.nMels);
  update_.firstFrame += tooMany;
}

void Listener::addLevel(std::span<const float> mono) {
  const Level level = levelOf(mono);
  double energy = 0.0;
  for (const float sample : mono) energy += double(sample) * sample;
  const std::lock_guard lock(updateMutex_);
  levelEnergy_ += energy;
  levelSamples_ += mono.size();
  update_.level.peakDb = std::max(update_.level.peakDb, level.peakDb);
  update_.level.clipped = update_.level.clipped || level.clipped;
  update_.level.rmsDb =
      float(std::max(-120.0, 10.0 * std::log10(levelEnergy_ / double(levelSamples_) + 1e-30)));
  update_.hasLevel = true;
}

void Listener::addEvents(const std::vector<Event>& events) {
  if (events.empty()) return;
  const std::lock_guard lock(updateMutex_);
  for (const Event& event : events) {
    const auto same = std::find_if(update_.events.begin(), update_.events.end(),
                                   [&event](const Event& old) { return old.id == event.id; });
    if (same != update_.events.end())
      *same = event;
    else
      update_.events.push_back(event);
  }
}

void Listener::reportDevice(ListenerState state, const std::string& message) {
  const std::lock_guard lock(updateMutex_);
  update_.state = state;
  deviceMessage_ = message;
}

void Listener::reportClassifier(const std::string& message) {
  const std::lock_guard lock(updateMutex_);
  classifierMessage_ = message;
}

LiveUpdate Listener::drain() {
  LiveUpdate fresh;
  const std::lock_guard lock(updateMutex_);
  // These tell how things are, not what happened: they stay.
  fresh.health = update_.health;
  fresh.state = update_.state;
  fresh.frames.nMels = update_.frames.nMels;
  std::swap(fresh, update_);
  levelEnergy_ = 0.0;
  levelSamples_ = 0;
  fresh.message = deviceMessage_.empty() ? classifierMessage_ : deviceMessage_;
  return fresh;
}

void Listener::setRules(std::vector<ClassRule> rules) {
  if (int(rules.size()) != labelsOf(classifier_))
    throw Error("Event rules for " + std::to_string(rules.size()) +
                " classes do not fit a model with " + std::to_string(labelsOf(classifier_)) +
                " labels.");
  const std::lock_guard lock(updateMutex_);
  newRules_ = std::move(rules);
}

}  // namespace earwitness
