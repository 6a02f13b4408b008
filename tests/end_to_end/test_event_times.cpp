// SPDX-License-Identifier: GPL-3.0-or-later
// Known sounds are played to the running window: are they in its store of events, under their names
// and at their times? When they really sounded, a recording of the same loudspeaker tells, for a
// player that runs short of sound leaves gaps. Started by audio_server.sh and screen.sh.
#include <QDateTime>
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>

#include "core/monitoring/event_store.h"
#include "tests/end_to_end/running_app.h"

using namespace earwitness;
using namespace earwitness::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 40000;
constexpr double kToleranceSeconds = 0.5;

struct Played {
  std::string label;
  double onsetSeconds = 0.0;  ///< in the file
  double seconds = 0.0;
};

const std::vector<Played> kScore = {{"alarm", 3.0, 2.5},
                                    {"engine", 9.0, 3.0},
                                    {"knocking", 15.5, 3.0},
                                    {"alarm", 22.0, 1.5},
                                    {"engine", 27.0, 3.0}};
constexpr double kScoreSeconds = 33.0;

/// What the loudspeaker gives out, as it goes on: mono, 16 bit, 16 kHz.
class Recorder {
 public:
  explicit Recorder(const fs::path& file) : file_(file) {
    process_.setStandardOutputFile(textOf(file));
    process_.start("parec", {"--device=speaker.monitor", "--raw", "--format=s16le", "--channels=1",
                             "--rate=" + QString::number(kRate), "--latency-msec=20"});
    process_.waitForStarted();
  }
  ~Recorder() { stop(); }
  void stop() {
    process_.terminate();
    process_.waitForFinished();
  }
  /// True once sound arrives; the first of it then counts as now.
  bool begun() {
    if (fs::file_size(file_) == 0) return false;
    if (startMs_ == 0) {
      const double seconds = double(fs::file_size(file_)) / 2.0 / kRate;
      startMs_ = QDateTime::currentMSecsSinceEpoch() - qint64(seconds * 1000.0);
    }
    return true;
  }
  /// UTC, ms since the epoch, at which it became loud after at least a second of quiet.
  std::vector<qint64> onsetsMs() const {
    std::ifstream file(file_, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::vector<int16_t> samples(bytes.size() / 2);
    std::memcpy(samples.data(), bytes.data(), samples.size() * 2);
    std::vector<qint64> onsets;
    size_t quiet = kRate;
    for (size_t i = 0; i < samples.size(); ++i) {
      if (std::abs(samples[i]) < kLoud) {
        ++quiet;
        continue;
      }
      if (quiet >= kRate) onsets.push_back(startMs_ + qint64(1000.0 * double(i) / kRate));
      quiet = 0;
    }
    return onsets;
  }

 private:
  static constexpr int kRate = 16000;
  static constexpr int kLoud = 1000;  // of 32,768; "quiet" stays far below
  fs::path file_;
  QProcess process_;
  qint64 startMs_ = 0;
};

}  // namespace

class TestEventTimes : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    // The window keeps its store where the test looks for it.
    qputenv("XDG_STATE_HOME", (folder_.path() + "/state").toUtf8());
    qputenv("XDG_CONFIG_HOME", (folder_.path() + "/config").toUtf8());
    std::string said;
    model_ = trainSmallModel(folder(), said);
    QVERIFY2(!model_.empty(), said.c_str());
    writeScore();
  }

  void everySoundIsAnEventAtItsTime() {
    App app(model_, folder() / "events.jsonl");
    QTRY_VERIFY_WITH_TIMEOUT(app.lines() > 0, kPatienceMs);
    Recorder recorder(folder() / "truth.raw");
    QTRY_VERIFY_WITH_TIMEOUT(recorder.begun(), kPatienceMs);
    const qint64 startMs = QDateTime::currentMSecsSinceEpoch();
    const Finished played =
        run("paplay", {"--device=speaker", "--latency-msec=30", textOf(folder() / "score.wav")});
    QVERIFY2(played.exitCode == 0, played.err.c_str());
    // The last event is over when silence has been heard for a while.
    QTRY_VERIFY_WITH_TIMEOUT(events(startMs).size() >= kScore.size(), kPatienceMs);

    recorder.stop();
    const std::vector<qint64> onsets = recorder.onsetsMs();
    QCOMPARE(onsets.size(), kScore.size());
    const std::vector<StoredEvent> heard = events(startMs);
    std::string all;
    for (const StoredEvent& event : heard)
      all += event.label + " " + std::to_string(double(event.onsetUtcMs - startMs) / 1000.0) + "\n";
    for (size_t i = 0; i < kScore.size(); ++i) {
      const double truth = double(onsets[i] - startMs) / 1000.0;
      const auto found = std::find_if(heard.begin(), heard.end(), [&](const StoredEvent& event) {
        return event.label == kScore[i].label &&
               std::abs(double(event.onsetUtcMs - onsets[i]) / 1000.0) <= kToleranceSeconds;
      });
      QVERIFY2(found != heard.end(),
               (kScore[i].label + " at " + std::to_string(truth) + " of\n" + all).c_str());
      qInfo("%s: sounded at %.2f s, heard at %.2f s", kScore[i].label.c_str(), truth,
            double(found->onsetUtcMs - startMs) / 1000.0);
    }
    // And nothing else was.
    QVERIFY2(heard.size() == kScore.size(), all.c_str());
  }

 private:
  fs::path folder() const { return folder_.path().toStdString(); }

  void writeScore() {
    SyntheticSounds unseen(7);
    std::vector<float> samples = unseen.make("quiet", kScoreSeconds);
    for (const Played& sound : kScore) {
      const std::vector<float> made = unseen.make(sound.label, sound.seconds);
      const auto at = size_t(sound.onsetSeconds * SyntheticSounds::kSampleRate);
      for (size_t i = 0; i < made.size(); ++i) samples[at + i] += made[i];
    }
    SyntheticSounds::writeWave(folder() / "score.wav", samples);
  }

  /// Of audible sounds that the window has stored since, oldest first.
  std::vector<StoredEvent> events(qint64 sinceMs) const {
    EventStore store(folder() / "state" / "earwitness" / "events.sqlite");
    EventQuery query;
    query.fromUtcMs = sinceMs - 1000;
    std::vector<StoredEvent> rows = store.query(query);
    std::erase_if(rows, [](const StoredEvent& row) {
      return row.open || row.label == SyntheticSounds::kLabels[0];
    });
    std::reverse(rows.begin(), rows.end());
    return rows;
  }

  QTemporaryDir folder_;
  fs::path model_;
};

QTEST_GUILESS_MAIN(TestEventTimes)
#include "test_event_times.moc"
