#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <limits>

#include <sys/resource.h>

#include "core/audio/audio_file.h"
#include "core/audio/audio_writer.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestAudioWriter : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = directory_->path().toStdString();
  }

  void whatIsWrittenIsRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("wav") << "a.wav" << 1.0 / 32000;
    QTest::newRow("flac") << "a.flac" << 1.0 / 32000;
    QTest::newRow("capitals") << "A.FLAC" << 1.0 / 32000;
    QTest::newRow("ogg") << "a.ogg" << 0.1;
  }
  void whatIsWrittenIsRead() {
    QFETCH(QString, name);
    QFETCH(double, tolerance);
    for (const int rate : {8000, 16000, 44100}) {
      const std::vector<float> samples = tone(440.0, rate, size_t(rate));
      const fs::path path = folder_ / name.toStdString();
      writeAudioFile(path, samples, rate);
      AudioFileReader reader(path);
      QCOMPARE(reader.sampleRate(), double(rate));
      QCOMPARE(reader.channels(), 1);
      std::vector<float> read(samples.size());
      QCOMPARE(reader.read(read), samples.size());
      for (size_t i = 0; i < samples.size(); ++i)
        QVERIFY(std::abs(read[i] - samples[i]) <= tolerance);
    }
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

  void samplesBeyondOneAreClipped() {
    writeAudioFile(folder_ / "a.wav", std::vector<float>{2.0F, -2.0F, 0.5F}, 16000);
    const std::vector<float> read = readAudio(folder_ / "a.wav", 16000);
    QVERIFY(read[0] > 0.999F && read[1] < -0.999F && std::abs(read[2] - 0.5F) < 1e-3F);
  }

  void whatCannotBeWritten_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rate");
    QTest::addColumn<float>("sample");
    QTest::addColumn<QString>("hint");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("ending") << "a.txt" << 16000 << 0.0F << "ends";
    QTest::newRow("no ending") << "a" << 16000 << 0.0F << "ends";
    QTest::newRow("rate") << "a.flac" << 0 << 0.0F << "Hz";
    QTest::newRow("high rate") << "a.flac" << 3000000 << 0.0F << "Hz";
    QTest::newRow("not a number") << "a.wav" << 16000 << nan << "not numbers";
    QTest::newRow("folder") << "no/where/a.wav" << 16000 << 0.0F << "a.wav";
  }
  void whatCannotBeWritten() {
    QFETCH(QString, name);
    QFETCH(int, rate);
    QFETCH(float, sample);
    QFETCH(QString, hint);
    const QString text = errorOf([&] {
      writeAudioFile(folder_ / name.toStdString(), std::vector<float>(100, sample), rate);
    });
    QVERIFY2(isSentence(text) && text.contains(hint), qPrintable(text));
    QVERIFY(fs::is_empty(folder_));
  }

  void aFullDiskIsToldAndLeavesTheOldFile() {
    const fs::path path = folder_ / "a.flac";
    writeAudioFile(path, tone(440.0, 16000, 1000), 16000);
    const auto size = fs::file_size(path);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit limit = old;
    limit.rlim_cur = 20000;
    setrlimit(RLIMIT_FSIZE, &limit);
    const QString text = errorOf([&] { writeAudioFile(path, noise(160000), 16000); });
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    QVERIFY2(isSentence(text) && text.contains("a.flac"), qPrintable(text));
    QCOMPARE(fs::file_size(path), size);
    QCOMPARE(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1L);
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_;
};

QTEST_GUILESS_MAIN(TestAudioWriter)
#include "test_audio_writer.moc"
