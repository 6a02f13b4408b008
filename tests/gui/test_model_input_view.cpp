// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <memory>
#include <numbers>

#include "app/gui/live/model_input_view.h"
#include "app/gui/live/window_assembler.h"
#include "core/listening/pipeline.h"
#include "core/listening/trim_leading_quiet.h"

using namespace earwitness;
using namespace earwitness::gui;

namespace {

constexpr double kRate = 16000.0;
constexpr WindowPlan kPlan{.windowFrames = 400, .hopFrames = 20};

/// One device's pipeline, and what a listener would hand over after each push.
struct Stream {
  explicit Stream(long framesBefore = 0)
      : before(framesBefore), pipeline(kRate, {}, kPlan, Pipeline::Mode::Stream) {}

  LiveUpdate push(const std::vector<float>& samples) {
    LiveUpdate update;
    update.state = ListenerState::Listening;
    const double beforeSeconds = double(before) * FeatureSettings{}.frameSeconds();
    pipeline.push(
        samples,
        [&](const LogMel& frames, long firstFrame) {
          update.frames = frames;
          update.firstFrame = before + firstFrame;
          nFrames = firstFrame + frames.nFrames();
        },
        [&](Window&& window) {
          ScoredWindow scored;
          scored.startSeconds = window.startSeconds + beforeSeconds;
          scored.endSeconds = window.endSeconds + beforeSeconds;
          update.windows.push_back(scored);
          windows.push_back(std::move(window.values));
        });
    return update;
  }

  long before;
  long nFrames = 0;
  Pipeline pipeline;
  std::vector<std::vector<float>> windows;  ///< as the network gets them
};

std::vector<float> chirp(double seconds, double offsetHz) {
  std::vector<float> samples(size_t(seconds * kRate));
  for (size_t i = 0; i < samples.size(); ++i) {
    const double t = double(i) / kRate;
    samples[i] = 0.4F * float(std::sin(2.0 * std::numbers::pi * (offsetHz + 90.0 * t) * t));
  }
  return samples;
}

}  // namespace

class TestModelInputView : public QObject {
  Q_OBJECT

 private slots:
  void windowsAreThoseOfThePipeline_data() {
    QTest::addColumn<int>("chunk");
    QTest::newRow("10 ms") << 160;
    QTest::newRow("odd") << 1237;
    QTest::newRow("a second") << 16000;
  }
  void windowsAreThoseOfThePipeline() {
    QFETCH(int, chunk);
    WindowAssembler assembler;
    assembler.reset({}, kPlan.windowFrames);
    Stream stream;
    const std::vector<float> sound = chirp(20.0, 200.0);
    size_t compared = 0;
    for (size_t at = 0; at < sound.size(); at += size_t(chunk)) {
      const size_t end = std::min(sound.size(), at + size_t(chunk));
      const LiveUpdate update = stream.push({sound.begin() + long(at), sound.begin() + long(end)});
      assembler.take(update);
      for (const ScoredWindow& scored : update.windows) {
        const auto window = assembler.windowEndingAt(scored.endSeconds);
        QVERIFY(window.has_value());
        QVERIFY(*window == stream.windows[compared++]);
      }
    }
    QCOMPARE(compared, stream.windows.size());
    QVERIFY(compared > 70);
    // The first is a second of sound behind four of silence.
    QCOMPARE(stream.windows.front().front(), FeatureSettings{}.silenceLevel());
  }

  void windowsDoNotReachBackOverAGap() {
    WindowAssembler assembler;
    assembler.reset({}, kPlan.windowFrames);
    Stream first;
    assembler.take(first.push(chirp(7.0, 300.0)));
    LiveUpdate away;
    away.state = ListenerState::WaitingForDevice;
    assembler.take(away);
    Stream second(first.nFrames);
    const LiveUpdate update = second.push(chirp(3.0, 800.0));
    assembler.take(update);
    QVERIFY(!update.windows.empty());
    for (size_t i = 0; i < update.windows.size(); ++i) {
      const auto window = assembler.windowEndingAt(update.windows[i].endSeconds);
      QVERIFY(window.has_value());
      QVERIFY(*window == second.windows[i]);
    }
  }

  void whatIsNotHereIsNotInvented() {
    WindowAssembler assembler;
    assembler.reset({}, kPlan.windowFrames);
    QVERIFY(!assembler.windowEndingAt(1.0));
    Stream stream;
    LiveUpdate update = stream.push(chirp(6.0, 300.0));
    assembler.take(update);
    QVERIFY(assembler.windowEndingAt(5.5));
    QVERIFY(!assembler.windowEndingAt(7.0));  // still to come
    update = stream.push(chirp(1.0, 300.0));
    update.firstFrame += 500;  // as if some had not been fetched
    assembler.take(update);
    QVERIFY(!assembler.windowEndingAt(double(update.firstFrame + 20) * 0.0125));
    update = stream.push(chirp(40.0, 300.0));
    update.firstFrame += 500;
    assembler.take(update);
    QVERIFY(!assembler.windowEndingAt(14.0));  // long ago
    WindowAssembler without;
    without.reset({}, 0);
    without.take(update);
    QVERIFY(!without.windowEndingAt(1.0));
  }

  void theEyeShowsEachValue() {
    FeatureSettings features;
    features.nMels = 3;
    ModelInputView eye;
    eye.resize(400, 200);
    QCOMPARE(eye.accessibleDescription(), QString("No input yet"));
    QVERIFY(eye.image().isNull());
    eye.grab();
    const std::vector<float> window{-80, -60, -40, -20, 0, 20};
    eye.setWindow(window, features);
    QCOMPARE(eye.image().size(), QSize(2, 3));
    const ColourMap& map = ColourMap::inferno();
    QCOMPARE(eye.image().pixel(0, 2), map.at(0.0F));  // lowest band at the bottom
    QCOMPARE(eye.image().pixel(0, 0), map.at(0.4F));
    QCOMPARE(eye.image().pixel(1, 2), map.at(0.6F));
    QCOMPARE(eye.image().pixel(1, 0), map.at(1.0F));
    QCOMPARE(eye.accessibleDescription(), QString("2 frames, 3 bands, -80.0 to 20.0 dB"));
    const QRect plot = eye.plotRect();
    QCOMPARE(QColor(eye.grab().toImage().pixel(plot.right() - 5, plot.top() + 5)),
             QColor(map.at(1.0F)));
  }

  void theEyeFollowsAStream() {
    ModelDescription model;
    model.windowSeconds = double(kPlan.windowFrames - 1) * model.features.frameSeconds();
    QCOMPARE(model.windowFrames(), kPlan.windowFrames);
    ModelInputView eye;
    eye.reset({}, &model);
    Stream stream;
    eye.take(stream.push(chirp(3.0, 300.0)));
    QVERIFY(eye.window() == stream.windows.back());
    eye.setFrozen(true);
    const std::vector<float> before = eye.window();
    eye.take(stream.push(chirp(1.0, 300.0)));
    QVERIFY(eye.window() == before);
    eye.setFrozen(false);
    eye.take(stream.push(chirp(1.0, 300.0)));
    QVERIFY(eye.window() == stream.windows.back());
  }

  /// A model that is given the end of a window is shown that end, at the right.
  void theEyeLeavesQuietOut() {
    ModelDescription model;
    model.windowSeconds = double(kPlan.windowFrames - 1) * model.features.frameSeconds();
    model.shortestSeconds = model.windowSeconds / 4;
    ModelInputView eye;
    eye.resize(400, 200);
    eye.reset({}, &model);
    Stream stream;
    eye.take(stream.push(std::vector<float>(size_t(3.0 * kRate), 0.0F)));
    QCOMPARE(long(eye.image().width()), kPlan.windowFrames);
    eye.take(stream.push(chirp(model.shortestSeconds, 300.0)));
    const auto heard = trimLeadingQuiet(stream.windows.back(), model);
    QVERIFY(heard.size() < stream.windows.back().size());
    QVERIFY(std::equal(eye.window().begin(), eye.window().end(), heard.begin(), heard.end()));
    QVERIFY(eye.accessibleDescription().startsWith(QString::number(eye.image().width()) + " "));
    const QRect plot = eye.plotRect();
    const QImage picture = eye.grab().toImage();
    const QColor nothing(ColourMap::inferno().at(0.0F));
    for (int y = plot.top() + 2; y < plot.bottom() - 2; ++y)
      QCOMPARE(QColor(picture.pixel(plot.left() + 2, y)), nothing);
  }
};

QTEST_MAIN(TestModelInputView)
#include "test_model_input_view.moc"
