// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <numbers>
#include <thread>

#include "core/audio/audio_file.h"
#include "core/events/detections.h"
#include "core/listening/file_analysis.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

/// Fails so many times before it works.
class ShakyClassifier : public LevelClassifier {
 public:
  explicit ShakyClassifier(int failures) : failures_(failures) {}
  void warmUp() override { ++warmUps; }
  void classify(std::span<const float> window, std::span<float> scores) override {
    if (failures_-- > 0) throw Error("The model's process was ended by signal 9.");
    LevelClassifier::classify(window, scores);
  }
  int warmUps = 0;

 private:
  int failures_;
};

/// How much of a window is loud: all of the score for 0.3 s.
class PresenceClassifier : public Classifier {
 public:
  PresenceClassifier() {
    description_ = smallDescription(5.0);
    description_.labels = {"sound"};
    description_.thresholds = {0.5F};
  }
  const ModelDescription& description() const override { return description_; }
  void classify(std::span<const float> window, std::span<float> scores) override {
    const auto nMels = size_t(description_.features.nMels);
    int loud = 0;
    for (size_t frame = 0; frame < window.size() / nMels; ++frame) {
      const auto bands = window.subspan(frame * nMels, nMels);
      loud += *std::max_element(bands.begin(), bands.end()) > -10.0F ? 1 : 0;
    }
    scores[0] = std::min(1.0F, float(loud) / 24.0F);
  }

 private:
  ModelDescription description_;
};

/// A file as a listener hears it.
class WholeFile : public AudioSource {
 public:
  explicit WholeFile(const fs::path& path) : reader_(path) {}
  double sampleRate() const override { return reader_.sampleRate(); }
  int channels() const override { return 1; }
  size_t read(std::span<float> out) override {
    const size_t count = reader_.read(out.first(std::min<size_t>(out.size(), 4000)));
    over_ = count == 0;
    return count;
  }
  uint64_t droppedFrames() const override { return 0; }
  int64_t newestSampleTimeNs() const override { return 0; }
  bool alive() const override { return !over_; }
  std::string description() const override { return "file"; }

 private:
  AudioFileReader reader_;
  bool over_ = false;
};

/// 16 kHz. Each is as loud from its first sample as it ever is.
std::vector<float> sound(const QString& kind, double seconds) {
  std::vector<float> samples = noise(size_t(seconds * 16000.0));
  double phase = 0.0;
  for (size_t i = 0; i < samples.size(); ++i) {
    const double t = double(i) / 16000.0;
    if (kind == "noise") samples[i] *= 0.3F;
    if (kind == "bursts") samples[i] *= std::fmod(t, 0.4) < 0.2 ? 0.3F : 0.0003F;
    if (kind != "sweep" && kind != "siren") continue;
    const double hz = kind == "sweep" ? 300.0 + 4000.0 * t / seconds
                                      : 900.0 + 400.0 * std::sin(2.0 * std::numbers::pi * t / 0.8);
    phase += 2.0 * std::numbers::pi * hz / 16000.0;
    samples[i] = float(0.5 * std::sin(phase));
  }
  return samples;
}

std::vector<float> quiet(double seconds) {
  std::vector<float> samples = noise(size_t(seconds * 16000.0), 99);
  for (float& sample : samples) sample *= 0.0005F;
  return samples;
}

std::vector<float> concatenated(std::initializer_list<std::vector<float>> parts) {
  std::vector<float> whole;
  for (const std::vector<float>& part : parts) whole.insert(whole.end(), part.begin(), part.end());
  return whole;
}

}  // namespace

class TestFileAnalysis : public QObject {
  Q_OBJECT

 private slots:
  void init() { path_ = fs::path(directory_.filePath("sound.wav").toStdString()); }

  void windowsScoresAndMean() {
    const std::vector<float> samples = noise(44100 * 5);
    writeSound(path_, samples, 44100, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    LevelClassifier classifier;
    const FileScores scores = analyseFile(path_, &classifier, {}, {});
    QCOMPARE(scores.seconds, 5.0);
    QCOMPARE(scores.windows.size(), size_t(17));  // from the first second on, every 0.25 s

    std::vector<float> expected(3);
    std::vector<double> sums(3, 0.0);
    size_t position = 0;
    size_t whole = 0;
    Pipeline pipeline(44100.0, {}, WindowPlan::of(classifier.description(), kHopSeconds),
                      Pipeline::Mode::Stream);
    bool same = true;
    const auto onWindow = [&](Window&& window) {
      classifier.classify(window.values, expected);
      const ScoredWindow& scored = scores.windows[position];
      const double end = 1.0 + 0.25 * double(position);
      same = same && scored.endSeconds == end && scored.startSeconds == std::max(0.0, end - 2.0) &&
             scored.scores == expected && scored.inferenceMs >= 0.0F;
      ++position;
      if (end < 2.0) return;
      ++whole;
      for (size_t label = 0; label < 3; ++label) sums[label] += expected[label];
    };
    pipeline.push(samples, {}, onWindow);
    pipeline.finish({}, onWindow);
    QVERIFY(same);
    QCOMPARE(position, scores.windows.size());
    for (size_t label = 0; label < 3; ++label)
      QCOMPARE(scores.whole[label], float(sums[label] / 13.0));
    QCOMPARE(whole, size_t(13));
  }

  void theSameEveryTime() {
    writeSound(path_, noise(48000 * 7), 48000, 2);
    LevelClassifier classifier;
    const FileScores first = analyseFile(path_, &classifier, {}, {});
    const FileScores second = analyseFile(path_, &classifier, {}, {});
    QVERIFY(first.whole == second.whole);
    QVERIFY(first.events == second.events);
    QCOMPARE(first.windows.size(), second.windows.size());
    for (size_t i = 0; i < first.windows.size(); ++i) {
      QVERIFY(first.windows[i].scores == second.windows[i].scores);
      QVERIFY(first.windows[i].rises == second.windows[i].rises);
    }
  }

  // What is kept of a file gives the events that an analysis with other rules gives.
  void otherRulesWithoutTheSound() {
    std::vector<float> samples = noise(16000 * 12);
    for (size_t i = 0; i < samples.size(); ++i)
      if (i / 16000 % 4 < 2) samples[i] *= 0.001F;
    writeSound(path_, samples, 16000);
    LevelClassifier classifier;
    EventSettings rules = eventSettingsOf(classifier.description());
    const FileScores kept = analyseFile(path_, &classifier, {}, rules);
    for (const float threshold : {0.3F, 0.6F, 0.7F, 0.75F}) {
      for (ClassRule& rule : rules.rules)
        rule = {.onThreshold = threshold, .offThreshold = 0.9F * threshold, .minimumSeconds = 0.6};
      const FileScores anew = analyseFile(path_, &classifier, {}, rules);
      const Detections found = detectEvents(kept.windows, rules);
      QVERIFY(found.events == anew.events);
      QVERIFY(found.nearMisses == anew.nearMisses);
      QVERIFY(!found.events.empty() || !found.nearMisses.empty());
    }
  }

  void hooksSeeEverything() {
    writeSound(path_, noise(16000 * 12), 16000);
    LevelClassifier classifier;
    long nFrames = 0;
    size_t nWindows = 0;
    double fraction = 0.0;
    bool inOrder = true;
    FileAnalysisHooks hooks;
    hooks.onFrames = [&](const LogMel& frames, long firstFrame) {
      inOrder = inOrder && firstFrame == nFrames;
      nFrames += frames.nFrames();
    };
    hooks.onWindow = [&](const ScoredWindow& window) {
      inOrder = inOrder && window.scores.size() == 3 && window.smoothed.size() == 3;
      ++nWindows;
    };
    hooks.onProgress = [&](double now) {
      inOrder = inOrder && now >= fraction && now <= 1.0;
      fraction = now;
    };
    const FileScores scores = analyseFile(path_, &classifier, {}, {}, hooks);
    QVERIFY(inOrder);
    QCOMPARE(nFrames, 961L);
    QCOMPARE(nWindows, scores.windows.size());
    QCOMPARE(fraction, 1.0);
  }

  void samplesAreThoseOfTheFile() {
    const std::vector<float> samples = noise(44100 * 3);
    writeSound(path_, samples, 44100, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    LevelClassifier classifier;
    std::vector<float> heard;
    double rate = 0.0;
    FileAnalysisHooks hooks;
    hooks.onSamples = [&](std::span<const float> mono, double sampleRate) {
      heard.insert(heard.end(), mono.begin(), mono.end());
      rate = sampleRate;
    };
    hooks.keepWindows = false;
    int nWindows = 0;
    hooks.onWindow = [&](const ScoredWindow&) { ++nWindows; };
    const FileScores scores = analyseFile(path_, &classifier, {}, {}, hooks);
    QVERIFY(heard == samples);
    QCOMPARE(rate, 44100.0);
    QVERIFY(scores.windows.empty());
    QCOMPARE(nWindows, 9);
    QVERIFY(scores.whole == analyseFile(path_, &classifier, {}, {}).whole);
  }

  void hooksAreCalledOnTheCallersThread() {
    writeSound(path_, noise(16000 * 20), 16000);
    LevelClassifier classifier;
    bool here = true;
    FileAnalysisHooks hooks;
    const auto look = [&, caller = std::this_thread::get_id()] {
      here = here && std::this_thread::get_id() == caller;
    };
    hooks.onFrames = [&](const LogMel&, long) { look(); };
    hooks.onSamples = [&](std::span<const float>, double) { look(); };
    hooks.onWindow = [&](const ScoredWindow&) { look(); };
    hooks.onProgress = [&](double) { look(); };
    analyseFile(path_, &classifier, {}, {}, hooks);
    QVERIFY(here);
  }

  // The decoder is blocked in the middle of the file then.
  void leftInTheMiddle() {
    writeSound(path_, noise(16000 * 120), 16000);
    ShakyClassifier broken(1000);
    QCOMPARE(errorOf([&] { analyseFile(path_, &broken, {}, {}); }),
             QString("The model's process was ended by signal 9."));
  }

  void framesOnlyWithoutAClassifier() {
    writeSound(path_, noise(16000 * 3), 16000);
    FeatureSettings features;
    features.nMels = 32;
    LogMel picture;
    FileAnalysisHooks hooks;
    hooks.onFrames = [&](const LogMel& frames, long) {
      picture.nMels = frames.nMels;
      picture.values.insert(picture.values.end(), frames.values.begin(), frames.values.end());
    };
    const FileScores scores = analyseFile(path_, nullptr, features, {}, hooks);
    QCOMPARE(picture.nMels, 32);
    QCOMPARE(picture.nFrames(), 241L);
    QVERIFY(scores.windows.empty() && scores.whole.empty() && scores.events.empty());
    QCOMPARE(scores.seconds, 3.0);
  }

  void aShortFileIsOneWindow() {
    writeSound(path_, noise(8000), 16000);
    LevelClassifier classifier;
    const FileScores scores = analyseFile(path_, &classifier, {}, {});
    QCOMPARE(scores.windows.size(), size_t(1));
    QCOMPARE(scores.windows[0].startSeconds, 0.0);
    QCOMPARE(scores.windows[0].endSeconds, 0.5);
    QVERIFY(scores.whole == scores.windows[0].scores);
  }

  void eventsAreWhereTheSoundIs() {
    const std::vector<float> silence(16000 * 6, 0.0F);
    writeSound(path_, concatenated({silence, noise(16000 * 6), silence}), 16000);
    ModelDescription description = smallDescription();
    description.hopSeconds = 0.25;
    LevelClassifier classifier(description);
    EventSettings settings{.smoothingSeconds = 0.0, .windowSeconds = 2.0, .rules = {}};
    // Crossed when a tenth of the window is noise (about 0 dB a band).
    settings.rules.assign(3, {.onThreshold = 0.08F, .offThreshold = 0.08F});
    settings.rules[2] = {.onThreshold = 1.1F, .offThreshold = 1.1F};
    const FileScores scores = analyseFile(path_, &classifier, {}, settings);
    QCOMPARE(scores.events.size(), size_t(2));
    for (size_t label = 0; label < 2; ++label) {
      const Event& event = scores.events[label];
      QCOMPARE(event.label, int(label));
      QCOMPARE(event.id, int64_t(label + 1));
      QVERIFY2(std::abs(event.onsetSeconds - 6.0) <= 0.26,
               qPrintable(QString::number(event.onsetSeconds)));
      QVERIFY2(std::abs(event.offsetSeconds - 12.0) <= 0.26,
               qPrintable(QString::number(event.offsetSeconds)));
      QVERIFY(!event.open);
    }
  }

  void whatSoundsFromTheStartBeginsThere_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("after");
    for (const char* kind : {"noise", "sweep", "bursts", "siren"})
      for (const double seconds : {0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 12.0})
        for (const double after : {0.0, 6.0})
          QTest::addRow("%s of %g s, then %g s of quiet", kind, seconds, after)
              << kind << seconds << after;
  }
  void whatSoundsFromTheStartBeginsThere() {
    QFETCH(QString, kind);
    QFETCH(double, seconds);
    QFETCH(double, after);
    writeSound(path_, concatenated({sound(kind, seconds), quiet(after)}), 16000);
    const std::vector<Event> events = presences(path_);
    QCOMPARE(events.size(), size_t(1));
    QCOMPARE(events[0].onsetSeconds, 0.0);
    // The first window is a second long; a sound is noticed while 0.3 s of it are left.
    const double offset = std::max(seconds, std::min(1.0, seconds + after));
    QVERIFY2(std::abs(events[0].offsetSeconds - offset) <= 0.35,
             qPrintable(QString::number(events[0].offsetSeconds)));
  }

  void whatBeginsLaterBeginsLater_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("before");
    for (const char* kind : {"noise", "sweep", "bursts", "siren"})
      for (const double before : {0.3, 0.5, 0.8, 1.0, 1.4, 2.0, 2.5, 4.0, 7.0})
        QTest::addRow("%s after %g s", kind, before) << kind << before;
  }
  void whatBeginsLaterBeginsLater() {
    QFETCH(QString, kind);
    QFETCH(double, before);
    writeSound(path_, concatenated({quiet(before), sound(kind, 3.0), quiet(6.0)}), 16000);
    const std::vector<Event> events = presences(path_);
    QCOMPARE(events.size(), size_t(1));
    QVERIFY2(std::abs(events[0].onsetSeconds - before) <= 0.1,
             qPrintable(QString::number(events[0].onsetSeconds)));
    QVERIFY2(std::abs(events[0].offsetSeconds - before - 3.0) <= 0.4,
             qPrintable(QString::number(events[0].offsetSeconds)));
  }

  // Live listening and the analysis of a file are one path.
  void aFileIsHeardAsByAListener() {
    writeSound(path_,
               concatenated({quiet(1.3), sound("siren", 2.0), quiet(4.0), sound("bursts", 1.0),
                             quiet(0.7), sound("noise", 1.1)}),
               16000);
    EventSettings settings = eventSettingsOf(PresenceClassifier().description());
    PresenceClassifier classifier;
    const FileScores file = analyseFile(path_, &classifier, {}, settings);
    Listener::Settings paced;
    paced.events = settings;
    paced.paced = true;
    Listener listener([this] { return std::make_unique<WholeFile>(path_); },
                      std::make_shared<PresenceClassifier>(), paced);
    std::map<int64_t, Event> events;
    std::vector<ScoredWindow> windows;
    LiveUpdate update;
    const auto drained = [&] {
      update = listener.drain();
      for (const Event& event : update.events) events[event.id] = event;
      windows.insert(windows.end(), update.windows.begin(), update.windows.end());
      return update.state;
    };
    QTRY_COMPARE_WITH_TIMEOUT(drained(), ListenerState::WaitingForDevice, 60'000);
    listener.stop();
    drained();
    QCOMPARE(windows.size(), file.windows.size());
    for (size_t i = 0; i < windows.size(); ++i)
      QVERIFY(windows[i].scores == file.windows[i].scores);
    QCOMPARE(events.size(), file.events.size());
    for (const Event& event : file.events) {
      QCOMPARE(events.at(event.id).onsetSeconds, event.onsetSeconds);
      QCOMPARE(events.at(event.id).offsetSeconds, event.offsetSeconds);
      QCOMPARE(events.at(event.id).peakScore, event.peakScore);
    }
  }

  void cancelled() {
    writeSound(path_, noise(16000 * 30), 16000);
    LevelClassifier classifier;
    std::atomic<bool> cancelled{false};
    int windows = 0;
    FileAnalysisHooks hooks;
    hooks.cancelled = &cancelled;
    hooks.onWindow = [&](const ScoredWindow&) { cancelled = ++windows == 3; };
    const QString error = errorOf([&] { analyseFile(path_, &classifier, {}, {}, hooks); });
    QVERIFY2(isSentence(error) && error.contains("cancelled"), qPrintable(error));
    QVERIFY(windows < 10);
  }

  void aClassifierMayFailOnce() {
    writeSound(path_, noise(16000 * 4), 16000);
    ShakyClassifier shaky(1);
    LevelClassifier steady;
    const FileScores scores = analyseFile(path_, &shaky, {}, {});
    QVERIFY(scores.whole == analyseFile(path_, &steady, {}, {}).whole);
    QCOMPARE(shaky.warmUps, 1);
    ShakyClassifier broken(1000);
    QCOMPARE(errorOf([&] { analyseFile(path_, &broken, {}, {}); }),
             QString("The model's process was ended by signal 9."));
  }

  void brokenFiles() {
    LevelClassifier classifier;
    QVERIFY(isSentence(errorOf([&] { analyseFile(path_ / "missing", &classifier, {}, {}); })));
    writeSound(path_, noise(16000 * 8), 16000);
    fs::resize_file(path_, fs::file_size(path_) / 2);
    const FileScores scores = analyseFile(path_, &classifier, {}, {});  // what is there
    QVERIFY(std::abs(scores.seconds - 4.0) < 0.01);
    QVERIFY(!scores.windows.empty());
    QVERIFY(scores.audio.incomplete);
    QCOMPARE(scores.audio.seconds, scores.seconds);
    QCOMPARE(scores.audio.expectedSeconds, 8.0);
    QCOMPARE(noteOf(scores.audio),
             std::string("Only 4.0 s of 8.0 s could be read: the file is cut off."));
    writeSound(path_, noise(16000 * 8), 16000);
    QVERIFY(!analyseFile(path_, &classifier, {}, {}).audio.incomplete);
  }

  void oneChannelIsAnalysed() {
    LevelClassifier classifier;
    std::vector<float> stereo;
    const std::vector<float> right = noise(16000 * 4, 3);
    for (const float sample : right) stereo.insert(stereo.end(), {0.1F * sample, sample});
    writeSound(path_, stereo, 16000, 2, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    FileAnalysisHooks hooks;
    hooks.channel = channelFromText("right");
    const FileScores scores = analyseFile(path_, &classifier, {}, {}, hooks);
    QCOMPARE(textOf(scores.audio.channel), std::string("right"));
    writeSound(path_, right, 16000, 1, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    QVERIFY(analyseFile(path_, &classifier, {}, {}).whole == scores.whole);
  }

  void topLabelsByScore() {
    const std::vector<float> scores{0.1F, 0.7F, 0.2F, 0.7F};
    QVERIFY((topLabels(scores, 3) == std::vector<int>{1, 3, 2}));
    QVERIFY((topLabels(scores, 9) == std::vector<int>{1, 3, 2, 0}));
    QVERIFY(topLabels(scores, 0).empty());
    QVERIFY(topLabels({}, 5).empty());
  }

  void eventSettingsOfAModel() {
    const EventSettings settings = eventSettingsOf(smallDescription());
    QCOMPARE(settings.windowSeconds, 2.0);
    QCOMPARE(settings.rules.size(), size_t(3));
    for (size_t label = 0; label < 3; ++label) {
      QCOMPARE(settings.rules[label].onThreshold, smallDescription().thresholds[label]);
      QVERIFY(settings.rules[label].offThreshold < settings.rules[label].onThreshold);
    }
  }

 private:
  std::vector<Event> presences(const fs::path& file) {
    PresenceClassifier classifier;
    return analyseFile(file, &classifier, {}, eventSettingsOf(classifier.description())).events;
  }

  QTemporaryDir directory_;
  fs::path path_;
};

QTEST_GUILESS_MAIN(TestFileAnalysis)
#include "test_file_analysis.moc"
