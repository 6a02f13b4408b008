// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/listening/pipeline.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;

namespace {

struct Heard {
  LogMel frames;
  std::vector<Window> windows;
  bool framesInOrder = true;

  bool operator==(const Heard& other) const {
    return frames.values == other.frames.values &&
           std::equal(windows.begin(), windows.end(), other.windows.begin(), other.windows.end(),
                      [](const Window& a, const Window& b) {
                        return a.startSeconds == b.startSeconds && a.endSeconds == b.endSeconds &&
                               a.values == b.values && a.samples == b.samples;
                      });
  }
};

Heard hear(std::span<const float> samples, double rate, WindowPlan plan, Pipeline::Mode mode,
           size_t chunk = 16384, bool finish = false) {
  Heard heard;
  Pipeline pipeline(rate, {}, plan, mode);
  const auto onFrames = [&heard](const LogMel& frames, long firstFrame) {
    heard.framesInOrder = heard.framesInOrder && firstFrame == heard.frames.nFrames();
    heard.frames.nMels = frames.nMels;
    heard.frames.values.insert(heard.frames.values.end(), frames.values.begin(),
                               frames.values.end());
  };
  const auto onWindow = [&heard](Window&& window) { heard.windows.push_back(std::move(window)); };
  for (size_t i = 0; i < samples.size(); i += chunk)
    pipeline.push(samples.subspan(i, std::min(chunk, samples.size() - i)), onFrames, onWindow);
  if (finish || mode == Pipeline::Mode::Clip) pipeline.finish(onFrames, onWindow);
  return heard;
}

constexpr WindowPlan kPlan{.windowFrames = 401, .hopFrames = 80};  // 5 s every second
constexpr long kMels = 80;

/// True where the window's frames [from, to) are the picture's frames from `pictureFrame` on.
bool shows(const Window& window, long from, long to, const LogMel& picture, long pictureFrame) {
  return std::equal(window.values.begin() + from * kMels, window.values.begin() + to * kMels,
                    picture.values.begin() + pictureFrame * kMels);
}

bool isSilence(const Window& window, long from, long to) {
  return std::all_of(window.values.begin() + from * kMels, window.values.begin() + to * kMels,
                     [](float value) { return value == FeatureSettings{}.silenceLevel(); });
}

}  // namespace

class TestPipeline : public QObject {
  Q_OBJECT

 private slots:
  void plansComeFromTheModel() {
    ModelDescription model = smallDescription(5.0);
    model.hopSeconds = 1.0;
    QCOMPARE(WindowPlan::of(model, 1.0).windowFrames, 401L);
    QCOMPARE(WindowPlan::of(model, 1.0).hopFrames, 80L);
    QCOMPARE(WindowPlan::of(model, 0.25).hopFrames, 20L);
    QCOMPARE(WindowPlan::of(model, 1e-6).hopFrames, 1L);
    QCOMPARE(hopSecondsOf(model), kHopSeconds);
    model.hopSeconds = 0.125;
    QCOMPARE(hopSecondsOf(model), 0.125);
  }

  void framesAreThoseOfTheWholeFile() {
    const std::vector<float> samples = noise(50'001);
    const Heard heard = hear(samples, 16000.0, {}, Pipeline::Mode::Clip, 777);
    QVERIFY(heard.frames.values == logMel(samples, {}).values);
    QVERIFY(heard.framesInOrder);
    QVERIFY(heard.windows.empty());
  }

  void windowsOfAClip_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QList<double>>("starts");
    QTest::newRow("5 s") << 5.0 << QList<double>{0};
    QTest::newRow("5.5 s") << 5.5 << QList<double>{0, 0.5};
    QTest::newRow("6 s") << 6.0 << QList<double>{0, 1};
    QTest::newRow("10 s") << 10.0 << QList<double>{0, 1, 2, 3, 4, 5};
    QTest::newRow("10.25 s") << 10.25 << QList<double>{0, 1, 2, 3, 4, 5, 5.25};
    QTest::newRow("4.9875 s") << 4.9875 << QList<double>{0};
    QTest::newRow("0.1 s") << 0.1 << QList<double>{0};
  }
  void windowsOfAClip() {
    QFETCH(double, seconds);
    QFETCH(QList<double>, starts);
    const std::vector<float> samples = noise(size_t(std::lround(seconds * 16000.0)));
    const Heard heard = hear(samples, 16000.0, kPlan, Pipeline::Mode::Clip);
    QCOMPARE(qsizetype(heard.windows.size()), starts.size());
    for (size_t i = 0; i < heard.windows.size(); ++i) {
      const Window& window = heard.windows[i];
      QCOMPARE(window.startSeconds, starts[qsizetype(i)]);
      QCOMPARE(window.endSeconds, std::min(window.startSeconds + 5.0, seconds));
      QCOMPARE(long(window.values.size()), 401L * kMels);
      const long first = std::lround(window.startSeconds * 80.0);
      const long there = std::min(401L, heard.frames.nFrames() - first);
      QVERIFY(shows(window, 0, there, heard.frames, first));
      QVERIFY(isSilence(window, there, 401));
    }
  }

  void anEmptyClipIsOneSilentWindow() {
    const Heard heard = hear({}, 16000.0, kPlan, Pipeline::Mode::Clip);
    QCOMPARE(heard.windows.size(), size_t(1));
    QVERIFY(isSilence(heard.windows[0], 0, 401));
  }

  void liveWindowsBeginAfterASecond() {
    const std::vector<float> samples = noise(16000 * 7);
    const Heard heard =
        hear(samples, 16000.0, {.windowFrames = 401, .hopFrames = 20}, Pipeline::Mode::Stream, 160);
    // The last frames' centres are 1.0, 1.25, ...; a frame needs half an FFT more than its centre.
    QCOMPARE(heard.windows.size(), size_t(24));
    double end = 1.0;
    for (const Window& window : heard.windows) {
      QCOMPARE(window.endSeconds, end);
      QCOMPARE(window.startSeconds, end - 5.0);
      const long nFrames = std::lround(end * 80.0) + 1;
      const long filled = std::max(0L, 401 - nFrames);
      QVERIFY(isSilence(window, 0, filled));
      QVERIFY(shows(window, filled, 401, heard.frames, std::max(0L, nFrames - 401)));
      end += 0.25;
    }
  }

  void aStreamEndsWithAWindow_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QList<double>>("ends");
    QTest::newRow("0.1 s") << 0.1 << QList<double>{0.1};
    QTest::newRow("1 s") << 1.0 << QList<double>{1.0};
    QTest::newRow("1.5 s") << 1.5 << QList<double>{1.0, 1.25, 1.5};
    QTest::newRow("3.1 s") << 3.1
                           << QList<double>{1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0, 3.1};
    QTest::newRow("6.2 s") << 6.2 << QList<double>{1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75,
                                                   3.0, 3.25, 3.5, 3.75, 4.0, 4.25, 4.5, 4.75,
                                                   5.0, 5.25, 5.5, 5.75, 6.0, 6.2};
  }
  void aStreamEndsWithAWindow() {
    QFETCH(double, seconds);
    QFETCH(QList<double>, ends);
    const std::vector<float> samples = noise(size_t(std::lround(seconds * 16000.0)));
    const Heard heard = hear(samples, 16000.0, {.windowFrames = 401, .hopFrames = 20},
                             Pipeline::Mode::Stream, 4096, /*finish=*/true);
    QCOMPARE(qsizetype(heard.windows.size()), ends.size());
    for (size_t i = 0; i < heard.windows.size(); ++i) {
      const Window& window = heard.windows[i];
      QVERIFY(std::abs(window.endSeconds - ends[qsizetype(i)]) < 1e-9);
      const long nFrames = std::lround(window.endSeconds * 80.0) + 1;
      const long filled = std::max(0L, 401 - nFrames);
      QCOMPARE(window.filledFrames, filled);
      QVERIFY(isSilence(window, 0, filled));
      QVERIFY(shows(window, filled, 401, heard.frames, std::max(0L, nFrames - 401)));
    }
  }

  void aLiveWindowShorterThanASecond() {
    const Heard heard =
        hear(noise(16000), 16000.0, {.windowFrames = 41, .hopFrames = 40}, Pipeline::Mode::Stream);
    QCOMPARE(heard.windows.size(), size_t(1));
    QCOMPARE(heard.windows[0].startSeconds, 0.0);
    QCOMPARE(heard.windows[0].endSeconds, 0.5);
  }

  void chunksDoNotMatter_data() {
    QTest::addColumn<bool>("live");
    QTest::addColumn<double>("rate");
    for (const bool live : {false, true})
      for (const double rate : {8000.0, 16000.0, 44100.0, 48000.0})
        QTest::addRow("%s, %g Hz", live ? "live" : "file", rate) << live << rate;
  }
  void chunksDoNotMatter() {
    QFETCH(bool, live);
    QFETCH(double, rate);
    const Pipeline::Mode mode = live ? Pipeline::Mode::Stream : Pipeline::Mode::Clip;
    const std::vector<float> samples = noise(size_t(rate * 8.3));
    const Heard whole = hear(samples, rate, kPlan, mode, samples.size());
    QVERIFY(!whole.windows.empty());
    for (const size_t chunk : {101UL, 441UL, 4096UL, 50'000UL})
      QVERIFY(hear(samples, rate, kPlan, mode, chunk) == whole);
  }

  // Streams and clips are one path: the same frames, and the same windows where both are whole.
  void streamAndClipAgree() {
    const std::vector<float> samples = noise(44100 * 9);
    const WindowPlan plan{.windowFrames = 401, .hopFrames = 80};
    const Heard live = hear(samples, 44100.0, plan, Pipeline::Mode::Stream, 512);
    const Heard file = hear(samples, 44100.0, plan, Pipeline::Mode::Clip);
    QVERIFY(std::equal(live.frames.values.begin(), live.frames.values.end(),
                       file.frames.values.begin()));
    int compared = 0;
    for (const Window& left : live.windows)
      for (const Window& right : file.windows)
        if (left.startSeconds == right.startSeconds) {
          QVERIFY(left.values == right.values);
          ++compared;
        }
    QVERIFY(compared >= 3);
  }

  /// Models that take the waveform get the samples of the very windows that the picture shows.
  void waveformWindowsOfAClip() {
    ModelDescription model = smallDescription(2.0);
    model.input = ModelInput::Waveform;
    model.hopSeconds = 0.5;
    const WindowPlan plan = WindowPlan::of(model, model.hopSeconds);
    QCOMPARE(plan.windowSamples, 32000L);
    const std::vector<float> samples = noise(100'003);
    const Heard heard = hear(samples, 16000.0, plan, Pipeline::Mode::Clip);
    QVERIFY(heard == hear(samples, 16000.0, plan, Pipeline::Mode::Clip, 777));
    QCOMPARE(heard.windows.size(), size_t(10));
    for (const Window& window : heard.windows) {
      QCOMPARE(window.samples.size(), size_t(32000));
      QVERIFY(&window.input() == &window.samples);
      const long first = std::lround(window.startSeconds * 16000.0);
      QVERIFY(std::equal(window.samples.begin(), window.samples.end(), samples.begin() + first));
      QVERIFY(shows(window, 0, plan.windowFrames, heard.frames, first / 200));
    }
    QCOMPARE(heard.windows.back().endSeconds, 6.25);
  }

  void waveformsThatAreShorterThanAWindow() {
    const WindowPlan plan{.windowFrames = 161, .hopFrames = 40, .windowSamples = 32000};
    const std::vector<float> samples = noise(12'345);
    const Heard file = hear(samples, 16000.0, plan, Pipeline::Mode::Clip);
    QCOMPARE(file.windows.size(), size_t(1));
    const auto& whole = file.windows[0].samples;
    QVERIFY(std::equal(samples.begin(), samples.end(), whole.begin()));
    QVERIFY(std::all_of(whole.begin() + 12'345, whole.end(), [](float v) { return v == 0.0F; }));

    // A live stream that is younger than a window is filled up at the front.
    const Heard live = hear(noise(48'000), 16000.0, plan, Pipeline::Mode::Stream, 1000);
    const Window& first = live.windows[0];
    QVERIFY(first.startSeconds < 0.0);
    const long missing = std::lround(-first.startSeconds * 16000.0);
    QVERIFY(std::all_of(first.samples.begin(), first.samples.begin() + missing,
                        [](float v) { return v == 0.0F; }));
    const std::vector<float> stream = noise(48'000);
    QVERIFY(std::equal(first.samples.begin() + missing, first.samples.end(), stream.begin()));
  }

  void aLongFileKeepsItsRhythm() {
    const std::vector<float> block = noise(16000);
    Pipeline pipeline(16000.0, {}, kPlan, Pipeline::Mode::Clip);
    long nWindows = 0;
    double lastStart = -1.0;
    bool inOrder = true;
    const auto onWindow = [&](Window&& window) {
      inOrder = inOrder && window.startSeconds == lastStart + 1.0;
      lastStart = window.startSeconds;
      ++nWindows;
    };
    for (int second = 0; second < 600; ++second) pipeline.push(block, {}, onWindow);
    pipeline.finish({}, onWindow);
    QVERIFY(inOrder);
    QCOMPARE(nWindows, 596L);
  }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
