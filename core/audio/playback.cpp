// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/playback.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "core/audio/audio_file.h"
#include "core/audio/loudspeaker.h"
#include "core/audio/resampler.h"
#include "core/audio/steady_time.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr size_t kBlockFrames = 4096;
constexpr milliseconds kLookEvery{20};
constexpr milliseconds kClosePatience{2000};  // for a device that does not let go

// ---- What is played ----------------------------------------------------------------------------

/// Mono sound that is read in blocks, from any place on. Thread: worker.
class Sound {
 public:
  virtual ~Sound() = default;
  virtual double sampleRate() const = 0;
  /// Goes on from there, or from the end that is nearer; returns where that is.
  virtual double seek(double seconds) = 0;
  /// 0 at the end.
  virtual size_t read(std::span<float> mono) = 0;
};

class SamplesSound : public Sound {
 public:
  SamplesSound(std::vector<float> samples, double sampleRate, double startSeconds)
      : samples_(std::move(samples)), sampleRate_(sampleRate), startSeconds_(startSeconds) {
    // One NaN would stay in the resampler's filter for good.
    std::replace_if(
        samples_.begin(), samples_.end(), [](float sample) { return !std::isfinite(sample); },
        0.0F);
  }

  double sampleRate() const override { return sampleRate_; }
  double seek(double seconds) override {
    const double position = (seconds - startSeconds_) * sampleRate_;
    position_ = size_t(std::clamp(position, 0.0, double(samples_.size())));
    return startSeconds_ + double(position_) / sampleRate_;
  }
  size_t read(std::span<float> mono) override {
    const size_t count = std::min(mono.size(), samples_.size() - position_);
    std::copy_n(samples_.begin() + long(position_), count, mono.begin());
    position_ += count;
    return count;
  }

 private:
  std::vector<float> samples_;
  double sampleRate_;
  double startSeconds_;
  size_t position_ = 0;
};

class FileSound : public Sound {
 public:
  FileSound(const fs::path& path, double toSeconds)
      : reader_(path), end_(toSeconds > 0.0 ? frameAt(toSeconds) : reader_.frames()) {}

  double sampleRate() const override { return reader_.sampleRate(); }
  double seek(double seconds) override {
    position_ = std::min(frameAt(seconds), end_);
    reader_.seek(position_);
    return double(position_) / sampleRate();
  }
  size_t read(std::span<float> mono) override {
    const auto left = size_t(std::max(0L, end_ - position_));
    const size_t count = reader_.read(mono.first(std::min(mono.size(), left)));
    position_ += long(count);
    return count;
  }

 private:
  long frameAt(double seconds) const {
    const double frame = std::round(seconds * reader_.sampleRate());
    return long(std::clamp(frame, 0.0, double(reader_.frames())));
  }

  AudioFileReader reader_;
  long end_;
  long position_ = 0;
};

/// Sound -> the device's rate -> queue. Thread: worker.
class Feed {
 public:
  Feed(Sound& sound, PlaybackQueue& queue) : sound_(sound), queue_(queue), block_(kBlockFrames) {}

  /// What is in the queue is not played any more. Returns the position that it goes on from.
  double startFrom(double seconds) {
    const double start = sound_.seek(seconds);
    resampler_.emplace(sound_.sampleRate(), queue_.sampleRate());
    ready_.clear();
    atEnd_ = false;
    queue_.discard();
    return start;
  }

  /// As much as the queue has room for.
  void fill() {
    passOn();
    while (ready_.empty() && !atEnd_) {
      const size_t count = sound_.read(block_);
      atEnd_ = count == 0;
      if (atEnd_)
        resampler_->finish(ready_);
      else
        resampler_->push(std::span(block_).first(count), ready_);
      passOn();
    }
  }

  bool heardToTheEnd() const {
    return atEnd_ && ready_.empty() && queue_.heardToTheEnd(steadyNowNs());
  }

 private:
  void passOn() {
    const size_t count = std::min(ready_.size(), queue_.room());
    queue_.write(std::span(ready_).first(count));
    ready_.erase(ready_.begin(), ready_.begin() + long(count));
  }

  Sound& sound_;
  PlaybackQueue& queue_;
  std::optional<Resampler> resampler_;
  std::vector<float> block_;
  std::vector<float> ready_;  ///< for the device, not yet in the queue
  bool atEnd_ = false;        ///< of the sound
};

// ---- Those who leave ---------------------------------------------------------------------------

/// Workers whose owner has gone and who still close the loudspeaker. The next one waits for them,
/// for some devices can be open only once; so does the end of the program.
class Leavers {
 public:
  static Leavers& instance() {
    // Never destroyed: the last thread may leave after everything else.
    static Leavers& leavers = *new Leavers;
    static const struct AtExit {
      ~AtExit() { instance().waitUntilGone(); }
    } atExit;
    return leavers;
  }

  void add() {
    const std::lock_guard lock(mutex_);
    ++count_;
  }
  void remove() {
    const std::lock_guard lock(mutex_);
    --count_;
    changed_.notify_all();
  }
  void waitUntilGone() {
    std::unique_lock lock(mutex_);
    changed_.wait_until(lock, std::chrono::steady_clock::now() + kClosePatience,
                        [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

// ---- The worker --------------------------------------------------------------------------------

using OpenSound = std::function<std::unique_ptr<Sound>()>;

/// What owner and worker share; the worker keeps it alive until it has closed the device.
class Session {
 public:
  Session(OpenSound openSound, double startSeconds)
      : openSound_(std::move(openSound)), restSeconds_(startSeconds), target_(startSeconds) {}

  // Thread: owner.
  void leave();
  void setPaused(bool paused);
  void seek(double seconds);
  double positionSeconds() const;
  bool paused() const;
  bool finished() const;
  Message error() const;

  // Thread: worker.
  void work();

 private:
  bool waitForTarget();
  void playToTheEnd(Sound& sound);
  void goToTarget(Feed& feed);
  bool wait();
  void takeUp(const std::shared_ptr<PlaybackQueue>& queue);
  void rest();
  double heardSeconds() const;

  OpenSound openSound_;
  mutable std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  std::shared_ptr<PlaybackQueue> queue_;  ///< null while no device is open
  double originSeconds_ = 0.0;            ///< position of queue_'s frame originFrame_
  uint64_t originFrame_ = 0;
  double restSeconds_;            ///< position while no device is open
  std::optional<double> target_;  ///< where to go on from, not yet taken up
  bool paused_ = false;
  bool finished_ = false;
  bool leaving_ = false;
  bool ended_ = false;  ///< the worker
  Message error_;
};

void Session::leave() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  if (!ended_) Leavers::instance().add();
  changed_.notify_all();
}

void Session::setPaused(bool paused) {
  const std::lock_guard lock(mutex_);
  paused_ = paused;
  if (queue_) queue_->setPaused(paused);
}

void Session::seek(double seconds) {
  const std::lock_guard lock(mutex_);
  if (!error_.empty()) return;
  target_ = std::max(0.0, seconds);
  finished_ = false;
  changed_.notify_all();
}

double Session::positionSeconds() const {
  const std::lock_guard lock(mutex_);
  return target_ ? *target_ : heardSeconds();
}

bool Session::paused() const {
  const std::lock_guard lock(mutex_);
  return paused_;
}

bool Session::finished() const {
  const std::lock_guard lock(mutex_);
  return finished_;
}

Message Session::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

/// Call with the mutex held.
double Session::heardSeconds() const {
  if (!queue_) return restSeconds_;
  const double frames = std::max(0.0, queue_->heardFrame(steadyNowNs()) - double(originFrame_));
  return originSeconds_ + frames / queue_->sampleRate();
}

void Session::work() {
  Message problem;
  try {
    const std::unique_ptr<Sound> sound = openSound_();
    while (waitForTarget()) playToTheEnd(*sound);
  } catch (const std::exception& error) {
    problem = messageOf(error);
  }
  const std::lock_guard lock(mutex_);
  if (!problem.empty()) {
    restSeconds_ = target_ ? *target_ : heardSeconds();
    target_.reset();
    queue_.reset();
    error_ = problem;
    finished_ = true;
  }
  ended_ = true;
  if (leaving_) Leavers::instance().remove();
}

/// False when the owner has left.
bool Session::waitForTarget() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return leaving_ || target_; });
  return !leaving_;
}

/// A little while, or until something is wanted. False when the owner has left.
bool Session::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, std::chrono::steady_clock::now() + kLookEvery,
                      [this] { return leaving_ || target_; });
  return !leaving_;
}

void Session::takeUp(const std::shared_ptr<PlaybackQueue>& queue) {
  const std::lock_guard lock(mutex_);
  queue->setPaused(paused_);
  originFrame_ = 0;
  originSeconds_ = restSeconds_;
  queue_ = queue;
}

void Session::rest() {
  const std::lock_guard lock(mutex_);
  restSeconds_ = heardSeconds();
  queue_.reset();
  finished_ = !target_;
}

void Session::goToTarget(Feed& feed) {
  std::optional<double> target;
  {
    const std::lock_guard lock(mutex_);
    target = target_;  // stays, so that the position tells it until the sound is there
  }
  if (!target) return;
  const double start = feed.startFrom(*target);
  const std::lock_guard lock(mutex_);
  originFrame_ = queue_->written();
  originSeconds_ = start;
  if (target_ == target) target_.reset();  // else the owner wants to go elsewhere by now
}

void Session::playToTheEnd(Sound& sound) {
  Leavers::instance().waitUntilGone();
  const std::unique_ptr<Loudspeaker> loudspeaker = openLoudspeaker();
  takeUp(loudspeaker->queue());
  Feed feed(sound, *loudspeaker->queue());
  do {
    goToTarget(feed);
    feed.fill();
    if (feed.heardToTheEnd()) return rest();
    if (!loudspeaker->alive())
      throw Error(
          "Loudspeaker '%1' stopped accepting audio. Check that it is connected, and play again.",
          loudspeaker->description());
  } while (wait());
}

class Player : public Playback {
 public:
  Player(OpenSound openSound, double startSeconds)
      : session_(std::make_shared<Session>(std::move(openSound), startSeconds)) {
    std::thread([session = session_] { session->work(); }).detach();
  }
  ~Player() override { session_->leave(); }

  void setPaused(bool paused) override { session_->setPaused(paused); }
  void seek(double seconds) override { session_->seek(seconds); }
  double positionSeconds() const override { return session_->positionSeconds(); }
  bool paused() const override { return session_->paused(); }
  bool finished() const override { return session_->finished(); }
  Message error() const override { return session_->error(); }

 private:
  std::shared_ptr<Session> session_;
};

}  // namespace

std::unique_ptr<Playback> playSamples(std::vector<float> samples, double sampleRate,
                                      double startSeconds) {
  auto held = std::make_shared<std::vector<float>>(std::move(samples));
  return std::make_unique<Player>(
      [held, sampleRate, startSeconds] {
        return std::make_unique<SamplesSound>(std::move(*held), sampleRate, startSeconds);
      },
      startSeconds);
}

std::unique_ptr<Playback> playFile(const fs::path& path, double fromSeconds, double toSeconds) {
  return std::make_unique<Player>(
      [path, toSeconds] { return std::make_unique<FileSound>(path, toSeconds); }, fromSeconds);
}

}  // namespace earwitness
