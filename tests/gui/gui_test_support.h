// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <numbers>
#include <vector>

#include "app/gui/base/language.h"
#include "app/gui/services/backend.h"
#include "core/base/error.h"

namespace earwitness::gui::test {

inline std::vector<float> sine(double hz, double seconds, double rate, float amplitude = 0.5F) {
  std::vector<float> samples(size_t(seconds * rate));
  for (size_t i = 0; i < samples.size(); ++i)
    samples[i] = amplitude * float(std::sin(2.0 * std::numbers::pi * hz * double(i) / rate));
  return samples;
}

/// A 16-bit WAV file; the samples of several channels are interleaved.
inline void writeWav(const std::filesystem::path& path, const std::vector<float>& samples,
                     int rate = 16000, int channels = 1) {
  std::ofstream file(path, std::ios::binary);
  const auto put = [&file](auto value) {
    file.write(reinterpret_cast<const char*>(&value), sizeof value);
  };
  const auto bytes = uint32_t(samples.size() * 2);
  file.write("RIFF", 4);
  put(uint32_t(36 + bytes));
  file.write("WAVEfmt ", 8);
  put(uint32_t(16));
  put(uint16_t(1));
  put(uint16_t(channels));
  put(uint32_t(rate));
  put(uint32_t(rate * 2 * channels));
  put(uint16_t(2 * channels));
  put(uint16_t(16));
  file.write("data", 4);
  put(bytes);
  for (const float sample : samples) put(int16_t(std::lround(sample * 32767.0F)));
}

inline ModelDescription describe(const std::vector<std::string>& labels) {
  ModelDescription model;
  model.name = "Test model";
  model.labels = labels;
  model.windowSeconds = 1.0;
  model.hopSeconds = 0.5;
  model.thresholds.assign(labels.size(), 0.5F);
  model.fingerprint = "test";
  return model;
}

/// Says what the test tells it to, fails while it is told to, and is not ready before it may be.
class TestClassifier : public Classifier {
 public:
  explicit TestClassifier(ModelDescription model)
      : model_(std::move(model)), scores_(model_.labels.size(), 0.0F) {}

  const ModelDescription& description() const override { return model_; }
  void warmUp() override {
    std::unique_lock lock(mutex_);
    const unsigned before = interruptions_;
    changed_.wait(lock, [&] { return ready_ || interruptions_ != before; });
    if (!ready_) throw Error("The wait was broken off.");
  }
  void classify(std::span<const float>, std::span<float> scores) override {
    warmUp();
    const std::lock_guard lock(mutex_);
    ++calls_;
    if (dead_) throw Error("The model's process ended.");
    std::copy(scores_.begin(), scores_.end(), scores.begin());
  }
  void interrupt() override {
    const std::lock_guard lock(mutex_);
    ++interruptions_;
    changed_.notify_all();
  }

  void say(const std::vector<float>& scores) {
    const std::lock_guard lock(mutex_);
    scores_ = scores;
  }
  void setReady(bool ready) {
    const std::lock_guard lock(mutex_);
    ready_ = ready;
    changed_.notify_all();
  }
  void setDead(bool dead) {
    const std::lock_guard lock(mutex_);
    dead_ = dead;
  }
  void setUnconfinable(bool unconfinable) {
    const std::lock_guard lock(mutex_);
    unconfinable_ = unconfinable;
  }
  int calls() const {
    const std::lock_guard lock(mutex_);
    return calls_;
  }
  ModelStatus status() const {
    const std::lock_guard lock(mutex_);
    ModelStatus status;
    using State = ModelStatus::State;
    status.state = dead_ ? State::Restarting : ready_ ? State::Ready : State::Starting;
    if (unconfinable_) status = {State::Failed, 0, "The model was not run.", true};
    return status;
  }

 private:
  ModelDescription model_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<float> scores_;
  unsigned interruptions_ = 0;
  bool ready_ = true;
  bool dead_ = false;
  bool unconfinable_ = false;
  int calls_ = 0;
};

/// What the test plays into the microphone. Shared by the sources that are opened.
class TestMicrophone {
 public:
  static constexpr double kRate = 16000.0;

  void play(const std::vector<float>& samples) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
    newestNs_ = std::chrono::steady_clock::now().time_since_epoch().count();
  }
  void setPresent(bool present) {
    const std::lock_guard lock(mutex_);
    present_ = present;
  }
  int opened() const { return opened_.load(); }
  DeviceId lastWanted() const {
    const std::lock_guard lock(mutex_);
    return lastWanted_;
  }

  std::unique_ptr<AudioSource> open(const DeviceId& wanted) {
    const std::lock_guard lock(mutex_);
    lastWanted_ = wanted;
    if (!present_) throw Error("No microphone found. Plug one in.");
    ++opened_;
    return std::make_unique<Source>(this);
  }

 private:
  class Source : public AudioSource {
   public:
    explicit Source(TestMicrophone* microphone) : microphone_(microphone) {}
    double sampleRate() const override { return kRate; }
    int channels() const override { return 1; }
    size_t read(std::span<float> out) override {
      const std::lock_guard lock(microphone_->mutex_);
      auto& waiting = microphone_->waiting_;
      const size_t count = std::min(out.size(), waiting.size());
      std::copy_n(waiting.begin(), count, out.begin());
      waiting.erase(waiting.begin(), waiting.begin() + long(count));
      return count;
    }
    uint64_t droppedFrames() const override { return 0; }
    int64_t newestSampleTimeNs() const override {
      const std::lock_guard lock(microphone_->mutex_);
      return microphone_->newestNs_;
    }
    bool alive() const override {
      const std::lock_guard lock(microphone_->mutex_);
      return microphone_->present_;
    }
    std::string description() const override { return "Test microphone"; }

   private:
    TestMicrophone* microphone_;
  };

  mutable std::mutex mutex_;
  std::deque<float> waiting_;
  DeviceId lastWanted_;
  int64_t newestNs_ = 0;
  bool present_ = true;
  std::atomic<int> opened_{0};
};

/// A loudspeaker whose clock the test turns. Shared by what it plays.
class TestLoudspeaker {
 public:
  struct Played {
    std::filesystem::path path;
    double fromSeconds = 0.0;
    double toSeconds = 0.0;
  };
  std::unique_ptr<Playback> play(const std::filesystem::path& path, double from, double to) {
    played.push_back({path, from, to});
    position = from;
    finished = false;
    return std::make_unique<Running>(this);
  }

  std::vector<Played> played;
  std::atomic<double> position{0.0};
  std::atomic<bool> paused{false};
  std::atomic<bool> finished{false};
  Message error;

 private:
  class Running : public Playback {
   public:
    explicit Running(TestLoudspeaker* loudspeaker) : loudspeaker_(loudspeaker) {
      loudspeaker_->paused = false;
    }
    void setPaused(bool paused) override { loudspeaker_->paused = paused; }
    void seek(double seconds) override { loudspeaker_->position = seconds; }
    double positionSeconds() const override { return loudspeaker_->position; }
    bool paused() const override { return loudspeaker_->paused; }
    bool finished() const override { return loudspeaker_->finished; }
    Message error() const override { return loudspeaker_->error; }

   private:
    TestLoudspeaker* loudspeaker_;
  };
};

/// A window's world that the test holds in its hands.
struct TestWorld {
  std::shared_ptr<TestClassifier> classifier =
      std::make_shared<TestClassifier>(describe({"dog", "siren", "rain", "bell", "wind", "clock"}));
  TestMicrophone microphone;
  TestLoudspeaker loudspeaker;
  std::vector<AudioDevice> devices{{{"Built-in: ALC257 (hw:0,0)", "ALSA"}, 2, 48000.0, true},
                                   {{"USB microphone (hw:1,0)", "ALSA"}, 1, 44100.0, false}};
  std::atomic<bool> modelIsBroken{false};

  Backend backend() {
    return {[this] { return devices; },
            [this](const DeviceId& wanted) { return microphone.open(wanted); },
            [this](const std::filesystem::path& file, bool unconfined) -> OpenedModel {
              if (file.filename() == "stranger.pt") classifier->setUnconfinable(!unconfined);
              if (modelIsBroken || file.filename() == "broken.pt")
                throw Error("'%1' is not a model file.", file);
              return {classifier, [this] { return classifier->status(); }};
            },
            [this](const std::filesystem::path& path, double from, double to) {
              return loudspeaker.play(path, from, to);
            }};
  }
};

/// Keeps settings of a test out of the user's.
inline void isolateSettings(const QTemporaryDir& folder) {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("io.github.earwitness"));
  QCoreApplication::setApplicationName(QStringLiteral("EarwitnessTest"));
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
  // The desk's settings, the event store and recordings.
  for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"})
    qputenv(variable, QFile::encodeName(folder.path()));
  QSettings().clear();
  speak(QStringLiteral("en"));
}

}  // namespace earwitness::gui::test
