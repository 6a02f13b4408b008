// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "core/monitoring/event_dispatcher.h"

namespace earwitness::soak {

constexpr double kRate = 16000.0;
constexpr double kToneSeconds = 3.0;
constexpr double kEverySeconds = 20.0;  ///< a tone begins so often, low and high by turns
constexpr double kLowHz = 500.0;
constexpr double kHighHz = 5000.0;

inline double toneHz(int64_t number) {
  return number % 2 == 0 ? kLowHz : kHighHz;
}

/// Hours of faint noise with tones in it, made while they are heard, no faster than the desk keeps
/// up. Thread: listener.
class Sound : public AudioSource {
 public:
  Sound(double seconds, std::shared_ptr<const std::atomic<double>> limitSeconds)
      : total_(int64_t(seconds * kRate)), limitSeconds_(std::move(limitSeconds)) {}

  double sampleRate() const override { return kRate; }
  int channels() const override { return 1; }
  size_t read(std::span<float> out) override {
    const int64_t limit = std::min(total_, int64_t(*limitSeconds_ * kRate));
    const auto count = size_t(std::clamp<int64_t>(limit - given_, 0, int64_t(out.size())));
    for (float& sample : out.first(count)) sample = next();
    return count;
  }
  uint64_t droppedFrames() const override { return 0; }
  int64_t newestSampleTimeNs() const override { return 0; }
  bool alive() const override { return given_ < total_; }
  std::string description() const override { return "Soak"; }

  /// Tones in so long a time, which does not end inside one.
  static int64_t tonesIn(double seconds) { return int64_t(std::ceil(seconds / kEverySeconds)) - 1; }

 private:
  float next() {
    const double seconds = double(given_++) / kRate;
    const auto number = int64_t(seconds / kEverySeconds);
    const double within = seconds - double(number) * kEverySeconds;
    seed_ = seed_ * 1664525U + 1013904223U;
    const float noise = 1e-4F * (float(seed_ >> 8) / float(1U << 23) - 1.0F);
    // The first has a stream before it.
    if (number == 0 || within >= kToneSeconds) return noise;
    return noise + 0.3F * float(std::sin(2.0 * std::numbers::pi * toneHz(number) * within));
  }

  int64_t total_;
  std::shared_ptr<const std::atomic<double>> limitSeconds_;
  int64_t given_ = 0;
  uint32_t seed_ = 1;
};

/// Tells the tones apart by the energy of the newest half second.
class BandClassifier : public Classifier {
 public:
  BandClassifier() {
    description_.name = "Band energy";
    description_.labels = {"Low tone", "High tone"};
    description_.windowSeconds = 1.0;
    description_.hopSeconds = 0.25;
    description_.thresholds = {0.5F, 0.5F};
    description_.card = {{"licence", "none"}};
  }
  const ModelDescription& description() const override { return description_; }
  void classify(std::span<const float> window, std::span<float> scores) override {
    const auto nMels = size_t(description_.features.nMels);
    const std::span<const float> newest = window.last(window.size() / nMels / 2 * nMels);
    for (size_t half = 0; half < 2; ++half) {
      float loudest = -200.0F;
      for (size_t frame = 0; frame < newest.size(); frame += nMels)
        for (size_t band = half * nMels / 2; band < (half + 1) * nMels / 2; ++band)
          loudest = std::max(loudest, newest[frame + band]);
      scores[half] = std::clamp((loudest + 20.0F) / 40.0F, 0.0F, 1.0F);
    }
  }

 private:
  ModelDescription description_;
};

struct Figures {
  int64_t played = 0;
  std::map<std::string, int64_t> stored;  ///< by label
  int64_t storedInAll = 0;
  int64_t misplaced = 0;  ///< whose onset is not within half a second of their tone's
  int64_t withClip = 0;   ///< whose clip is still there or was removed for the quota
  int64_t clips = 0;
  int64_t clipBytes = 0;
  Health health;
  double seconds = 0.0;
  std::vector<double> memoryMiB;  ///< resident, at ten moments
  std::string problem;
};

inline double memoryMiB() {
  std::ifstream statm("/proc/self/statm");
  long size = 0;
  long resident = 0;
  statm >> size >> resident;
  return double(resident) * double(::sysconf(_SC_PAGESIZE)) / double(1 << 20);
}

inline void readStore(const std::filesystem::path& file, Figures& figures) {
  const EventStore store(file);
  EventQuery query;
  for (query.limit = 10'000;; query.offset += query.limit) {
    const std::vector<StoredEvent> events = store.query(query);
    for (const StoredEvent& event : events) {
      ++figures.storedInAll;
      ++figures.stored[event.label];
      figures.withClip += event.clip.empty() ? 0 : 1;
      const double number = std::round(event.onsetSeconds / kEverySeconds);
      const bool isRight = (event.label == "Low tone") == (toneHz(int64_t(number)) == kLowHz);
      if (!isRight || std::abs(event.onsetSeconds - number * kEverySeconds) > 0.5)
        ++figures.misplaced;
    }
    if (int64_t(events.size()) < query.limit) return;
  }
}

/// So many seconds of sound through listener, recorder and store, as fast as they go.
inline Figures run(double seconds, const std::filesystem::path& folder, int64_t quotaBytes) {
  constexpr double kAheadSeconds = 300.0;  // the history holds 600
  const auto classifier = std::make_shared<BandClassifier>();
  const auto limitSeconds = std::make_shared<std::atomic<double>>(kAheadSeconds);
  const auto history = std::make_shared<AudioHistory>();
  Figures figures;

  EventDispatcher::Options options;
  options.settings.recorder.mode = RecorderSettings::Mode::Triggered;
  options.settings.recorder.folder = folder / "clips";
  options.settings.recorder.quotaBytes = quotaBytes;
  options.settings.recorder.freeDiskFloorBytes = 0;
  options.settings.alerts.notification = false;
  const std::filesystem::path storeFile = folder / "events.sqlite";
  options.store = directStoreAccess(storeFile);
  options.history = history;
  {
    EventDispatcher desk(options);
    desk.beginStream(classifier->description(), "Soak");
    Listener::Settings settings;
    settings.events = eventSettingsOf(classifier->description(), options.settings);
    settings.history = history;
    settings.paced = true;
    Listener listener([&] { return std::make_unique<Sound>(seconds, limitSeconds); }, classifier,
                      settings);
    double nextMemory = seconds / 10.0;
    for (bool isOver = false; !isOver;) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      const LiveUpdate update = listener.drain();
      isOver = update.state == ListenerState::WaitingForDevice;
      desk.take(update);
      const EventDispatcher::News news = desk.drain();
      *limitSeconds = news.doneSeconds + kAheadSeconds;
      if (!news.problem.empty()) figures.problem = news.problem.english();
      if (update.streamSeconds >= nextMemory) {
        figures.memoryMiB.push_back(memoryMiB());
        nextMemory += seconds / 10.0;
      }
      figures.health = update.health;
    }
    listener.stop();
    desk.take(listener.drain());
  }
  figures.played = Sound::tonesIn(seconds);
  figures.seconds = figures.health.secondsHeard;
  readStore(storeFile, figures);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "clips"))
    if (entry.is_regular_file()) {
      ++figures.clips;
      figures.clipBytes += int64_t(entry.file_size());
    }
  return figures;
}

}  // namespace earwitness::soak
