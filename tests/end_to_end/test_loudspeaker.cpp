// SPDX-License-Identifier: GPL-3.0-or-later
// Playback on a real audio server, whose loudspeaker is recorded. Started by audio_server.sh.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include "core/audio/playback.h"
#include "tests/end_to_end/processes.h"
#include "tests/end_to_end/sound_levels.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;
using namespace earwitness::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 20000;
constexpr double kLowHz = 500.0;
constexpr double kHighHz = 2000.0;
const QString kAudioServer =
    QStringLiteral(EARWITNESS_SOURCE_DIR "/tests/end_to_end/audio_server.sh");

/// Low, then high.
std::vector<float> twoTones(double sampleRate, double secondsEach) {
  const auto count = size_t(sampleRate * secondsEach);
  std::vector<float> samples = tone(kLowHz, sampleRate, count);
  const std::vector<float> high = tone(kHighHz, sampleRate, count);
  samples.insert(samples.end(), high.begin(), high.end());
  return samples;
}

}  // namespace

class TestLoudspeaker : public QObject {
  Q_OBJECT

 private slots:
  void samplesOfAnyRateAreHeard_data() {
    QTest::addColumn<double>("rate");
    QTest::newRow("8 kHz") << 8000.0;
    QTest::newRow("44.1 kHz") << 44100.0;
    QTest::newRow("96 kHz") << 96000.0;
  }
  void samplesOfAnyRateAreHeard() {
    QFETCH(double, rate);
    const auto microphone = openCapture({});
    Recording recording(*microphone);
    const auto playback = playSamples(tone(kLowHz, rate, size_t(rate * 10.0)), rate, 100.0);
    QCOMPARE(playback->positionSeconds(), 100.0);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(recording.amplitude(kLowHz) - 0.5) < 0.05, kPatienceMs);
    QVERIFY(recording.amplitude(kHighHz) < 0.01);
    QVERIFY(playback->positionSeconds() > 100.0 && playback->positionSeconds() < 110.0);
    QVERIFY2(playback->error().empty(), playback->error().english().c_str());
  }

  void aFileIsPlayedFromAndTo() {
    const fs::path file = folder_.filePath("two.flac").toStdString();
    writeSound(file, twoTones(32000.0, 4.0), 32000, 1, SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
    const auto microphone = openCapture({});
    Recording recording(*microphone);
    QElapsedTimer clock;
    const auto playback = playFile(file, 5.0, 7.0);
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) > 0.4, kPatienceMs);
    QVERIFY(!playback->finished());
    QTRY_VERIFY_WITH_TIMEOUT(playback->finished(), kPatienceMs);
    QVERIFY(clock.elapsed() > 1900);  // not sooner than it can be heard
    QVERIFY2(playback->error().empty(), playback->error().english().c_str());
    QVERIFY(std::abs(playback->positionSeconds() - 7.0) < 0.001);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) < 0.01, kPatienceMs);
    // And once more, from where the owner likes.
    playback->seek(6.0);
    QVERIFY(!playback->finished());
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) > 0.4, kPatienceMs);
  }

  void itPausesAndJumps() {
    const auto microphone = openCapture({});
    Recording recording(*microphone);
    const auto playback = playSamples(twoTones(44100.0, 60.0), 44100.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) > 0.4, kPatienceMs);
    playback->setPaused(true);
    QVERIFY(playback->paused());
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) < 0.01, kPatienceMs);
    const double paused = playback->positionSeconds();
    playback->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) > 0.4, kPatienceMs);
    QVERIFY(playback->positionSeconds() > paused);
    playback->seek(70.0);
    QVERIFY(playback->positionSeconds() >= 70.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) > 0.4, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) < 0.01, kPatienceMs);
    playback->seek(10.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) > 0.4, kPatienceMs);
    QVERIFY(playback->positionSeconds() > 10.0 && playback->positionSeconds() < 60.0);
    playback->seek(1000.0);
    QTRY_VERIFY_WITH_TIMEOUT(playback->finished(), kPatienceMs);
    QCOMPARE(playback->positionSeconds(), 120.0);
  }

  void theNextOneFollowsAtOnce() {
    const auto microphone = openCapture({});
    Recording recording(*microphone);
    auto playback = playSamples(tone(kLowHz, 48000.0, 48000 * 60), 48000.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) > 0.4, kPatienceMs);
    playback = playSamples(tone(kHighHz, 48000.0, 48000 * 60), 48000.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) > 0.4, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kLowHz) < 0.01, kPatienceMs);
  }

  void aLoudspeakerThatGoesIsTold() {
    auto playback = playSamples(tone(kLowHz, 48000.0, 48000 * 60), 48000.0);
    QTRY_VERIFY_WITH_TIMEOUT(playback->positionSeconds() > 0.1, kPatienceMs);
    QCOMPARE(run(kAudioServer, {"--stop"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(playback->finished(), kPatienceMs);
    QVERIFY2(playback->error().english().starts_with("Loudspeaker "),
             playback->error().english().c_str());
    playback = playSamples(tone(kLowHz, 48000.0, 48000), 48000.0);
    QTRY_VERIFY_WITH_TIMEOUT(playback->finished(), kPatienceMs);
    QVERIFY2(playback->error().english().starts_with("No loudspeaker found."),
             playback->error().english().c_str());
    QCOMPARE(run(kAudioServer, {"--start"}).exitCode, 0);
    const auto microphone = openCapture({});
    Recording recording(*microphone);
    playback = playSamples(tone(kHighHz, 48000.0, 48000 * 60), 48000.0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kHighHz) > 0.4, kPatienceMs);
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestLoudspeaker)
#include "test_loudspeaker.moc"
