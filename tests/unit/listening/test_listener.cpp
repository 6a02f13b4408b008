// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <limits>
#include <map>
#include <mutex>

#include "core/listening/listener.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;

namespace {

constexpr double kRate = 16000.0;

/// A sound system of the test's own: what it feeds is what the microphone hears, while it is there.
class Script {
 public:
  void feed(std::span<const float> interleaved) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), interleaved.begin(), interleaved.end());
    newestNs_ = std::chrono::duration_cast<std::chrono::nanoseconds>(
                    std::chrono::steady_clock::now().time_since_epoch())
                    .count();
  }
  void setPresent(bool present) {
    const std::lock_guard lock(mutex_);
    present_ = present;
  }
  void rename(const std::string& name) {
    const std::lock_guard lock(mutex_);
    name_ = name;
  }
  void setDropped(uint64_t frames) {
    const std::lock_guard lock(mutex_);
    dropped_ = frames;
  }
  int opened() const { return opened_; }
  /// In pieces that are too short to be late, each read before the next comes.
  bool feedInTime(std::span<const float> samples) {
    while (!samples.empty()) {
      const size_t count = std::min<size_t>(samples.size(), 2000);
      feed(samples.first(count));
      samples = samples.subspan(count);
      if (!QTest::qWaitFor([this] { return allRead(); }, 20'000)) return false;
    }
    return true;
  }

  bool allRead() const {
    const std::lock_guard lock(mutex_);
    return waiting_.empty();
  }

  class Source : public AudioSource {
   public:
    Source(Script& script, int channels) : script_(script), channels_(channels) {}
    double sampleRate() const override { return kRate; }
    int channels() const override { return channels_; }
    size_t read(std::span<float> out) override {
      const std::lock_guard lock(script_.mutex_);
      const size_t count = std::min(out.size(), script_.waiting_.size());
      std::copy_n(script_.waiting_.begin(), count, out.begin());
      script_.waiting_.erase(script_.waiting_.begin(), script_.waiting_.begin() + long(count));
      return count;
    }
    uint64_t droppedFrames() const override {
      const std::lock_guard lock(script_.mutex_);
      return script_.dropped_;
    }
    int64_t newestSampleTimeNs() const override {
      const std::lock_guard lock(script_.mutex_);
      return script_.newestNs_;
    }
    bool alive() const override {
      const std::lock_guard lock(script_.mutex_);
      return script_.present_;
    }
    std::string description() const override {
      const std::lock_guard lock(script_.mutex_);
      return script_.name_;
    }

   private:
    Script& script_;
    int channels_;
  };

  Listener::OpenSource opener(int channels = 1) {
    return [this, channels]() -> std::unique_ptr<AudioSource> {
      ++opened_;
      const std::lock_guard lock(mutex_);
      if (!present_) throw Error("No microphone was found, says the script.");
      return std::make_unique<Source>(*this, channels);
    };
  }

 private:
  mutable std::mutex mutex_;
  std::vector<float> waiting_;
  bool present_ = true;
  std::string name_ = "Scripted";
  uint64_t dropped_ = 0;
  int64_t newestNs_ = 0;
  std::atomic<int> opened_{0};
};

/// Answers only when it may; says how often it was asked; can be made to fail, and to hang.
class GatedClassifier : public LevelClassifier {
 public:
  void classify(std::span<const float> window, std::span<float> scores) override {
    std::unique_lock lock(mutex_);
    ++asked_;
    changed_.notify_all();
    const int interruptions = interruptions_;
    changed_.wait(lock, [&] { return open_ || interruptions_ != interruptions; });
    if (interruptions_ != interruptions) throw Error("Waiting for the model was cancelled.");
    if (failing_) throw Error("The model's process was ended by signal 9.");
    LevelClassifier::classify(window, scores);
  }
  void interrupt() override {
    const std::lock_guard lock(mutex_);
    ++interruptions_;
    changed_.notify_all();
  }
  void setOpen(bool open) {
    const std::lock_guard lock(mutex_);
    open_ = open;
    changed_.notify_all();
  }
  void setFailing(bool failing) {
    const std::lock_guard lock(mutex_);
    failing_ = failing;
  }
  int asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = true;
  bool failing_ = false;
  int asked_ = 0;
  int interruptions_ = 0;
};

/// Everything that was drained, added up.
struct Sum {
  LogMel frames;
  bool framesFollow = true;
  std::vector<ScoredWindow> windows;
  std::map<int64_t, Event> events;
  std::vector<NearMiss> nearMisses;
  float peakDb = -120.0F;
  float rmsDb = -120.0F;
  bool clipped = false;
  LiveUpdate last;

  Sum& drain(Listener& listener) {
    last = listener.drain();
    if (last.frames.nFrames() > 0)
      framesFollow = framesFollow && last.firstFrame == frames.nFrames();
    frames.nMels = last.frames.nMels;
    frames.values.insert(frames.values.end(), last.frames.values.begin(), last.frames.values.end());
    windows.insert(windows.end(), last.windows.begin(), last.windows.end());
    for (const Event& event : last.events) events[event.id] = event;
    nearMisses.insert(nearMisses.end(), last.nearMisses.begin(), last.nearMisses.end());
    if (last.hasLevel) {
      peakDb = std::max(peakDb, last.level.peakDb);
      rmsDb = last.level.rmsDb;
      clipped = clipped || last.level.clipped;
    }
    return *this;
  }
};

Listener::Settings defaultSettings() {
  Listener::Settings settings;
  settings.events.rules = {};
  return settings;
}

}  // namespace

class TestListener : public QObject {
  Q_OBJECT

 private slots:
  void framesAndLevelWithoutAClassifier() {
    Script script;
    const std::vector<float> samples = tone(440.0, kRate, 12'800, 0.5);
    Listener listener(script.opener(), nullptr, defaultSettings());
    script.feed(samples);
    Sum sum;
    QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 63);
    const LogMel expected = logMel(samples, {});
    QVERIFY(
        std::equal(sum.frames.values.begin(), sum.frames.values.end(), expected.values.begin()));
    QVERIFY(sum.framesFollow);
    QCOMPARE(sum.last.state, ListenerState::Listening);
    QVERIFY(sum.last.message.empty());
    QVERIFY(std::abs(sum.peakDb - -6.02F) < 0.1F);
    QVERIFY(std::abs(sum.rmsDb - -9.03F) < 0.1F);
    QVERIFY(!sum.clipped);
    QVERIFY(sum.windows.empty() && sum.events.empty());
    QTRY_COMPARE(sum.drain(listener).last.health.secondsHeard, 0.8);
    listener.stop();
    QCOMPARE(listener.drain().state, ListenerState::Stopped);
  }

  void drainEmptiesWhatHappenedAndKeepsHowThingsAre() {
    Script script;
    Listener listener(script.opener(), nullptr, defaultSettings());
    script.setDropped(17);
    script.feed(noise(8000));
    Sum sum;
    QTRY_VERIFY(sum.drain(listener).last.health.secondsHeard == 0.5);
    LiveUpdate update = listener.drain();  // whatever the last look had
    update = listener.drain();
    QCOMPARE(update.frames.nFrames(), 0L);
    QVERIFY(!update.hasLevel);
    QCOMPARE(update.health.secondsHeard, 0.5);
    QCOMPARE(update.health.droppedFrames, uint64_t(17));
    QCOMPARE(update.state, ListenerState::Listening);
  }

  void channelsAreMixedAndBrokenSamplesSilenced() {
    Script script;
    std::vector<float> stereo;
    std::vector<float> mono = noise(8000);
    for (float& sample : mono) {
      sample *= 0.5F;
      stereo.push_back(sample + 0.25F);
      stereo.push_back(sample - 0.25F);
    }
    stereo[2001] = std::numeric_limits<float>::quiet_NaN();
    mono[1000] = 0.0F;
    Listener listener(script.opener(2), nullptr, defaultSettings());
    script.feed(stereo);
    Sum sum;
    QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 39);
    const LogMel expected = logMel(mono, {});
    double worst = 0.0;
    for (size_t i = 0; i < sum.frames.values.size(); ++i)
      worst = std::max(worst, double(std::abs(sum.frames.values[i] - expected.values[i])));
    QVERIFY2(worst < 0.05, qPrintable(QString::number(worst)));
  }

  void oneChannelOfTheMicrophone() {
    std::vector<float> stereo;
    const std::vector<float> left = noise(8000, 1), right = noise(8000, 2);
    for (size_t i = 0; i < left.size(); ++i) stereo.insert(stereo.end(), {left[i], right[i]});
    for (const int channel : {1, 2}) {
      Script script;
      Listener::Settings settings = defaultSettings();
      settings.channel = {.number = channel};
      Listener listener(script.opener(2), nullptr, settings);
      script.feed(stereo);
      Sum sum;
      QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 39);
      const LogMel expected = logMel(channel == 1 ? left : right, {});
      QVERIFY(
          std::equal(sum.frames.values.begin(), sum.frames.values.end(), expected.values.begin()));
    }
  }

  /// Microphones of some laptops: the mean of both channels is silence.
  void channelsThatCancelEachOtherOut() {
    for (const float second : {-1.0F, -0.98F, 1.0F}) {
      std::vector<float> stereo;
      const std::vector<float> left = noise(24'000, 1);
      for (const float sample : left) stereo.insert(stereo.end(), {sample, second * sample});
      Script script;
      Listener listener(script.opener(2), nullptr, defaultSettings());
      QVERIFY(script.feedInTime(stereo));
      Sum sum;
      QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 119);
      const std::string message = sum.last.message.english();
      if (second > 0.0F) {
        QVERIFY2(message.empty(), message.c_str());
        continue;
      }
      QVERIFY2(message.find("only the left channel is analysed") != std::string::npos,
               message.c_str());
      // The last second is heard as it is.
      const LogMel expected = logMel(left, {});
      const size_t from = expected.values.size() * 4 / 5;
      QVERIFY(sum.frames.values.size() > from);
      for (size_t i = from; i < sum.frames.values.size(); ++i)
        QVERIFY(std::abs(sum.frames.values[i] - expected.values[i]) < 1e-3F);
    }
  }

  void aMicrophoneWithoutThatChannel() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.channel = {.number = 2};
    Listener listener(script.opener(1), nullptr, settings);
    Sum sum;
    QTRY_VERIFY(!sum.drain(listener).last.message.empty());
    QCOMPARE(sum.last.state, ListenerState::WaitingForDevice);
    QVERIFY2(sum.last.message.english().find("only 1 channel") != std::string::npos,
             sum.last.message.english().c_str());
    QCOMPARE(sum.frames.nFrames(), 0L);
  }

  void windowsAreScored() {
    Script script;
    const auto classifier = std::make_shared<GatedClassifier>();
    Listener::Settings settings = defaultSettings();
    settings.hopSeconds = 0.25;
    Listener listener(script.opener(), classifier, settings);
    const std::vector<float> samples = noise(size_t(kRate * 0.125));
    Sum sum;
    // In pieces of an eighth of a second, so that no window waits behind four others.
    for (int piece = 1; piece <= 25; ++piece) {
      QVERIFY(script.feedInTime(samples));
      const size_t due = piece < 9 ? 0 : size_t((piece - 9) / 2 + 1);
      QTRY_COMPARE(sum.drain(listener).windows.size(), due);
    }
    QCOMPARE(sum.windows.size(), size_t(9));
    double end = 1.0;
    for (const ScoredWindow& window : sum.windows) {
      QCOMPARE(window.endSeconds, end);
      QCOMPARE(window.startSeconds, std::max(0.0, end - 2.0));
      QCOMPARE(window.scores.size(), size_t(3));
      QCOMPARE(window.smoothed.size(), size_t(3));
      QVERIFY(window.inferenceMs >= 0.0F);
      QVERIFY(window.latencyMs >= window.inferenceMs && window.latencyMs < 60'000.0F);
      end += 0.25;
    }
    // Half of the first window is the silence before the start.
    QVERIFY(sum.windows[0].scores[0] < 0.7F * sum.windows[8].scores[0]);
    QCOMPARE(sum.last.health.droppedWindows, uint64_t(0));
    QCOMPARE(sum.last.health.classifierErrors, uint64_t(0));
  }

  void eventsAreReportedAndEndWithTheListener() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    Listener listener(script.opener(), std::make_shared<GatedClassifier>(), settings);
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(1));
    QVERIFY(sum.events.empty());
    std::vector<ClassRule> rules(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    listener.setRules(rules);
    script.feed(noise(4000));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(1));
    QVERIFY(sum.events[1].open);
    QCOMPARE(sum.events[1].onsetSeconds, 0.0);  // it is as loud from the start
    listener.stop();
    sum.drain(listener);
    QCOMPARE(sum.events.size(), size_t(1));
    QVERIFY(!sum.events[1].open);
    QVERIFY(isSentence(errorOf([&] { listener.setRules({{}}); })));
  }

  /// A class is taught while the stream goes on.
  void moreLabelsWhileAnEventIsOpen() {
    class TaughtClassifier : public LevelClassifier {
     public:
      TaughtClassifier() : LevelClassifier(withOneMore()) {}
      void classify(std::span<const float> window, std::span<float> scores) override {
        LevelClassifier::classify(window, scores.first(3));
        scores[3] = 0.95F;
      }

     private:
      static ModelDescription withOneMore() {
        ModelDescription model = smallDescription();
        model.labels.emplace_back("Taught");
        model.thresholds.push_back(0.5F);
        return model;
      }
    };
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    settings.events.rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    Listener listener(script.opener(), std::make_shared<GatedClassifier>(), settings);
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(1));
    QCOMPARE(sum.windows.back().scores.size(), size_t(3));

    const auto taught = std::make_shared<TaughtClassifier>();
    EventSettings events = settings.events;
    QVERIFY(isSentence(errorOf([&] { listener.extendClassifier(taught, events); })));
    events.rules.push_back({.onThreshold = 0.5F, .offThreshold = 0.3F});
    listener.extendClassifier(taught, events);
    script.feed(noise(16'000));  // scores are smoothed over half a second
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(2));
    QCOMPARE(sum.windows.back().scores.size(), size_t(4));
    QVERIFY(sum.events[1].open && sum.events[1].label == 0);
    QCOMPARE(sum.events[2].label, 3);
    QVERIFY(isSentence(
        errorOf([&] { listener.extendClassifier(std::make_shared<GatedClassifier>(), {}); })));
    QVERIFY(isSentence(errorOf([&] { listener.setRules(settings.events.rules); })));
    listener.setRules(events.rules);
    listener.stop();
    sum.drain(listener);
    QVERIFY(!sum.events[1].open && !sum.events[2].open);
    QVERIFY(sum.events[1].offsetSeconds > 1.1);
  }

  void rulesMustFitTheModel() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.rules.resize(2);
    QVERIFY(isSentence(errorOf(
        [&] { Listener(script.opener(), std::make_shared<GatedClassifier>(), settings); })));
  }

  void aLostDeviceComesBack() {
    Script script;
    const auto classifier = std::make_shared<GatedClassifier>();
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.rules.assign(3, {.onThreshold = 0.2F, .offThreshold = 0.1F});
    Listener listener(script.opener(), classifier, settings);
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(1));
    QVERIFY(!sum.events.empty());
    const long framesBefore = sum.frames.nFrames();

    script.setPresent(false);
    QTRY_COMPARE(sum.drain(listener).last.state, ListenerState::WaitingForDevice);
    QVERIFY2(isSentence(QString::fromStdString(sum.last.message.english())),
             sum.last.message.english().c_str());
    QTRY_VERIFY(!sum.drain(listener).events[1].open);  // nothing goes on through a gap
    QTRY_VERIFY(sum.drain(listener).last.message.english() ==
                "No microphone was found, says the script.");
    QCOMPARE(script.opened(), 2);

    script.setPresent(true);
    QTRY_COMPARE(sum.drain(listener).last.state, ListenerState::Listening);
    QVERIFY(sum.last.message.empty());
    QCOMPARE(script.opened(), 3);
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(2));
    QVERIFY(sum.framesFollow);  // the picture goes on where it was
    QTRY_COMPARE(sum.drain(listener).frames.nFrames(), 2 * framesBefore);
    QCOMPARE(sum.windows[1].endSeconds, sum.windows[0].endSeconds + double(framesBefore) / 80.0);
    QCOMPARE(sum.last.health.secondsHeard, 2.0 * 16'200 / kRate);
  }

  // The wall clock goes on while the source is away, the stream's does not.
  void onsetsHaveTheirTime() {
    const auto nowMs = [] { return QDateTime::currentMSecsSinceEpoch(); };
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    settings.events.rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    Listener listener(script.opener(), std::make_shared<GatedClassifier>(), settings);
    Sum sum;
    QCOMPARE(sum.drain(listener).last.utcMs, int64_t(0));
    const int64_t before = nowMs();
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(1));
    const int64_t onset = sum.events[1].onsetUtcMs;
    // The window's second came at once; its onset is counted back from its end.
    QVERIFY(onset >= before - 1100 && onset <= nowMs());
    QVERIFY(script.feedInTime(noise(4000)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(2));
    QCOMPARE(sum.events[1].onsetUtcMs, onset);  // whatever it grows
    QTRY_COMPARE(sum.drain(listener).last.streamSeconds, 20'200.0 / kRate);
    QVERIFY(sum.last.utcMs >= before && sum.last.utcMs <= nowMs());

    script.setPresent(false);
    QTRY_VERIFY(!sum.drain(listener).events[1].open);
    QCOMPARE(sum.events[1].onsetUtcMs, onset);
    script.setPresent(true);
    QTRY_COMPARE(sum.drain(listener).last.state, ListenerState::Listening);
    const int64_t back = nowMs();
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(2));
    QVERIFY(sum.events[2].onsetUtcMs >= back - 1100 && sum.events[2].onsetUtcMs <= nowMs());
    QVERIFY(sum.events[2].onsetSeconds >= sum.events[1].offsetSeconds);
  }

  // The system's default moves to another microphone: what begins then is heard by that one.
  void eventsCarryTheMicrophonesNameOfTheirTime() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.smoothingSeconds = 0.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    settings.events.rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    Listener listener(script.opener(), std::make_shared<GatedClassifier>(), settings);
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(1));
    QCOMPARE(sum.last.source, std::string("Scripted"));
    QCOMPARE(sum.events[1].source, std::string("Scripted"));
    script.rename("Other microphone");
    QTRY_COMPARE(sum.drain(listener).last.source, std::string("Other microphone"));
    settings.events.rules[1] = settings.events.rules[0];
    listener.setRules(settings.events.rules);
    QVERIFY(script.feedInTime(noise(4000)));
    QTRY_COMPARE(sum.drain(listener).events.size(), size_t(2));
    QCOMPARE(sum.events[1].source, std::string("Scripted"));  // as it began
    QCOMPARE(sum.events[2].source, std::string("Other microphone"));
    QCOMPARE(script.opened(), 1);
  }

  // Whoever looks late still learns what an event began with.
  void theBeginningOfAnEventIsKept() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    settings.events.rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    const auto classifier = std::make_shared<GatedClassifier>();
    Listener listener(script.opener(), classifier, settings);
    for (int piece = 1; piece <= 8; ++piece) {
      QVERIFY(script.feedInTime(noise(piece == 1 ? 16'200 : 4000)));
      QTRY_COMPARE(classifier->asked(), piece);
    }
    listener.stop();
    const LiveUpdate update = listener.drain();
    QCOMPARE(update.events.size(), size_t(2));
    QVERIFY(update.events[0].open && !update.events[1].open);
    QCOMPARE(update.events[0].offsetSeconds, 1.0);  // of the first window
    QVERIFY(update.events[1].offsetSeconds > 2.0);
    QVERIFY(update.events[1].peakScore > update.events[0].peakScore);
  }

  void theHistoryHoldsWhatIsHeard() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.history = std::make_shared<AudioHistory>(60.0);
    Listener listener(script.opener(), nullptr, settings);
    const std::vector<float> samples = noise(8000);
    QVERIFY(script.feedInTime(samples));
    Sum sum;
    QTRY_COMPARE(sum.drain(listener).last.streamSeconds, 0.5);
    const AudioHistory::Segment heard = settings.history->segment(0.0, 0.5);
    QCOMPARE(heard.sampleRate, kRate);
    QCOMPARE(heard.samples.size(), samples.size());
    for (size_t i = 0; i < samples.size(); ++i)
      QVERIFY(std::abs(heard.samples[i] - samples[i]) < 1e-4F);
  }

  void nearMissesAndTheGate() {
    Script script;
    Listener::Settings settings = defaultSettings();
    settings.events.windowSeconds = 2.0;
    settings.events.smoothingSeconds = 0.0;
    settings.events.rules.assign(3, {.onThreshold = 1.1F, .offThreshold = 1.1F});
    settings.events.rules[0] = {.onThreshold = 0.2F, .offThreshold = 0.1F};
    settings.room.floorDb.assign(80, 60.0F);  // nothing is louder
    Listener listener(script.opener(), std::make_shared<GatedClassifier>(), settings);
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(1));
    QVERIFY(sum.last.gated && sum.windows[0].gated);
    QVERIFY(sum.events.empty());
    listener.setRoom({});
    QVERIFY(script.feedInTime(noise(4000)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(2));
    QVERIFY(!sum.last.gated && !sum.windows[1].gated);
    QCOMPARE(sum.events.size(), size_t(1));

    EventSettings strict = settings.events;
    strict.rules[0] = {.onThreshold = 0.99F, .offThreshold = 0.98F};
    listener.setEventSettings(strict);
    QVERIFY(script.feedInTime(noise(4000)));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(3));
    QVERIFY(!sum.events[1].open);
    listener.stop();
    sum.drain(listener);
    for (const NearMiss& miss : sum.nearMisses) QVERIFY(miss.offsetSeconds > miss.onsetSeconds);
    QVERIFY(isSentence(errorOf([&] { listener.setEventSettings({.rules = {{}}}); })));
  }

  void noDeviceAtTheStart() {
    Script script;
    script.setPresent(false);
    Listener listener(script.opener(), nullptr, defaultSettings());
    Sum sum;
    QTRY_COMPARE(sum.drain(listener).last.state, ListenerState::WaitingForDevice);
    QCOMPARE(sum.last.message.english(), std::string("No microphone was found, says the script."));
    script.setPresent(true);
    QTRY_COMPARE(sum.drain(listener).last.state, ListenerState::Listening);
    QVERIFY(sum.last.message.empty());
  }

  // Three seconds at one look: the listener was held up, and goes on with the newest one.
  void lateAudioIsSkippedAndCounted() {
    Script script;
    Listener listener(script.opener(), nullptr, defaultSettings());
    const std::vector<float> samples = noise(48'000);
    script.feed(samples);
    Sum sum;
    QTRY_COMPARE(sum.drain(listener).last.health.droppedFrames, uint64_t(32'000));
    QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 79);
    const LogMel expected = logMel(std::span(samples).subspan(32'000), {});
    QVERIFY(
        std::equal(sum.frames.values.begin(), sum.frames.values.end(), expected.values.begin()));
    QCOMPARE(sum.last.health.secondsHeard, 1.0);
  }

  void aSlowClassifierLosesTheOldestWindows() {
    Script script;
    const auto classifier = std::make_shared<GatedClassifier>();
    classifier->setOpen(false);
    Listener listener(script.opener(), classifier, defaultSettings());
    const std::vector<float> samples = noise(4000);
    Sum sum;
    QVERIFY(script.feedInTime(noise(12'200)));
    QVERIFY(script.feedInTime(samples));
    QTRY_COMPARE(classifier->asked(), 1);  // holds the window of 1.0 s
    for (int quarter = 2; quarter <= 10; ++quarter) {
      QVERIFY(script.feedInTime(samples));
      // The picture is not held up.
      QTRY_VERIFY(sum.drain(listener).frames.nFrames() >= 60 + 20 * quarter);
    }
    QCOMPARE(sum.windows.size(), size_t(0));
    QTRY_COMPARE(sum.drain(listener).last.health.droppedWindows, uint64_t(5));
    classifier->setOpen(true);
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(5));
    const std::vector<double> ends{1.0, 2.5, 2.75, 3.0, 3.25};  // the first, and the latest four
    for (size_t i = 0; i < ends.size(); ++i) QCOMPARE(sum.windows[i].endSeconds, ends[i]);
  }

  void classifierErrorsAreCountedAndSurvived() {
    Script script;
    const auto classifier = std::make_shared<GatedClassifier>();
    classifier->setFailing(true);
    Listener listener(script.opener(), classifier, defaultSettings());
    Sum sum;
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(sum.drain(listener).last.health.classifierErrors, uint64_t(1));
    QCOMPARE(sum.last.message.english(), std::string("The model's process was ended by signal 9."));
    QCOMPARE(sum.last.state, ListenerState::Listening);
    QVERIFY(sum.windows.empty());
    classifier->setFailing(false);
    script.feed(noise(4000));
    QTRY_COMPARE(sum.drain(listener).windows.size(), size_t(1));
    QVERIFY(listener.drain().message.empty());
    QCOMPARE(sum.last.health.classifierErrors, uint64_t(1));
  }

  void stopDoesNotWaitForAHangingClassifier() {
    Script script;
    const auto classifier = std::make_shared<GatedClassifier>();
    classifier->setOpen(false);
    Listener listener(script.opener(), classifier, defaultSettings());
    QVERIFY(script.feedInTime(noise(16'200)));
    QTRY_COMPARE(classifier->asked(), 1);
    listener.stop();  // comes back, or the test never ends
    QCOMPARE(listener.drain().state, ListenerState::Stopped);
    listener.stop();
  }

  void manyShortLives() {
    Script script;
    for (int i = 0; i < 50; ++i) {
      Listener listener(script.opener(), std::make_shared<GatedClassifier>(), defaultSettings());
      script.feed(noise(1000));
      if (i % 3 == 0) listener.drain();
      if (i % 2 == 0) listener.stop();
    }
    QVERIFY(script.opened() <= 50);
  }
};

QTEST_GUILESS_MAIN(TestListener)
#include "test_listener.moc"
