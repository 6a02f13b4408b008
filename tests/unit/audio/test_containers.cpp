// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "tests/unit/audio/matroska_file.h"
#include "tests/unit/audio/read_all.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int kRate = MatroskaFile::kRate;

double worst(std::span<const float> left, std::span<const float> right) {
  if (left.size() != right.size()) return 1e9;
  double difference = 0.0;
  for (size_t i = 0; i < left.size(); ++i)
    difference = std::max(difference, std::abs(double(left[i]) - double(right[i])));
  return difference;
}

}  // namespace

// What FFmpeg reads, at lengths where it jumps.
class TestContainers : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    path_ = fs::path(directory_.filePath("sound.mkv").toStdString());
    samples_ = noise(60 * kRate);
  }

  void lengthAndSound_data() {
    QTest::addColumn<bool>("withLength");
    QTest::newRow("length in the header") << true;
    QTest::newRow("no length") << false;
  }
  void lengthAndSound() {
    QFETCH(bool, withLength);
    writeFileAtomically(path_, MatroskaFile(withLength).add(samples_).bytes());
    AudioFileReader reader(path_);
    QCOMPARE(reader.sampleRate(), double(kRate));
    QVERIFY(std::abs(reader.seconds() - 60.0) < 0.001);
    QVERIFY(worst(readAll(reader), samples_) < 1e-4);
    QCOMPARE(noteOf(reader.report()), std::string());
  }

  // Timestamps are in milliseconds, 16 samples each: places have to be found exactly all the same.
  void jumps() {
    writeFileAtomically(path_, MatroskaFile(true).add(samples_).bytes());
    AudioFileReader reader(path_);
    for (const long frame : {700'001L, 3L, 400'000L, 400'321L, 959'900L, 200'007L, 560'123L}) {
      reader.seek(frame);
      std::vector<float> some(500);
      const size_t count = reader.read(some);
      QCOMPARE(count, size_t(std::min(500L, 960'000L - frame)));
      const auto expected = std::span(samples_).subspan(size_t(frame), count);
      QVERIFY2(worst(std::span(some).first(count), expected) < 1e-4,
               qPrintable(QString::number(frame)));
    }
  }

  // A meeting whose sound was interrupted: what comes later keeps its time.
  void gapsAreSilence() {
    const auto begin = std::span(samples_).first(16000), end = std::span(samples_).last(32000);
    writeFileAtomically(path_, MatroskaFile(true).add(begin).addGap(48000).add(end).bytes());
    AudioFileReader reader(path_);
    const std::vector<float> all = readAll(reader);
    QCOMPARE(all.size(), size_t(96000));
    QVERIFY(worst(std::span(all).first(16000), begin) < 1e-4);
    QVERIFY(worst(std::span(all).subspan(16000, 48000), std::vector<float>(48000, 0.0F)) == 0.0);
    QVERIFY(worst(std::span(all).last(32000), end) < 1e-4);
    QCOMPARE(noteOf(reader.report()), std::string());
  }

  void cutFiles() {
    const std::string bytes = MatroskaFile(true).add(samples_).bytes();
    writeFileAtomically(path_, bytes.substr(0, bytes.size() / 2));
    AudioFileReader reader(path_);
    const std::vector<float> read = readAll(reader);
    QVERIFY(read.size() > 28 * kRate && read.size() < 31 * kRate);
    QVERIFY(worst(read, std::span(samples_).first(read.size())) < 1e-4);
    QVERIFY(reader.report().incomplete);
    const QString note = QString::fromStdString(noteOf(reader.report()));
    QVERIFY2(note.endsWith("s of 1 min 0 s could be read: the file is cut off.") ||
                 note.endsWith("s of 1 min could be read: the file is cut off."),
             qPrintable(note));
  }

  void anM4aWithoutItsTable() {
    const fs::path golden = fs::path(EARWITNESS_TEST_DATA) / "golden/audio/kinds/phone.m4a";
    const std::string bytes = readFile(golden);
    const size_t table = bytes.find("moov");
    QVERIFY(table != std::string::npos);
    const fs::path path = directory_.filePath("phone.m4a").toStdString();
    std::string broken = bytes;
    broken.replace(table, 4, "lost");  // FFmpeg looks for a table in "free", too
    writeFileAtomically(path, broken);
    const QString error = errorOf([&] { AudioFileReader reader(path); });
    QVERIFY2(isSentence(error) && error.contains("its table of contents is missing"),
             qPrintable(error));
  }

  // Cut anywhere, a file is refused in words, or what is there is read: never more, and never less
  // than when it was cut earlier.
  void cutAnywhere_data() {
    QTest::addColumn<int>("step");  // bytes
    QTest::newRow("plain.wav") << 1499;
    QTest::newRow("alac.m4a") << 1499;
    QTest::newRow("phone.m4a") << 499;
    QTest::newRow("phone.webm") << 499;
    QTest::newRow("voice.wma") << 1499;
    QTest::newRow("chained.ogg") << 499;
    QTest::newRow("concat_two.mp3") << 1499;
    QTest::newRow("mp3_in.wav") << 499;
    QTest::newRow("flac_in.oga") << 1499;
  }
  void cutAnywhere() {
    QFETCH(int, step);
    const fs::path golden = fs::path(EARWITNESS_TEST_DATA) / "golden/audio/kinds";
    const std::string bytes = readFile(golden / QTest::currentDataTag());
    AudioFileReader whole(golden / QTest::currentDataTag());
    const size_t most = readAll(whole).size();
    size_t before = 0;
    for (size_t length = 1; length < bytes.size(); length += size_t(step)) {
      writeBytes(path_, bytes.substr(0, length));
      size_t read = 0;
      const QString error = errorOf([&] {
        AudioFileReader reader(path_);
        read = readAll(reader).size();
        const std::string note = noteOf(reader.report());
        QVERIFY(note.empty() || isSentence(QString::fromStdString(note)));
      });
      QVERIFY2(error.isEmpty() || isSentence(error), qPrintable(error));
      QVERIFY2(error.isEmpty() || before == 0, qPrintable(error));
      // Where a stream's end says what an encoder added, a cut one keeps that.
      QVERIFY2(read <= most + 4096 && read + 4096 >= before, qPrintable(QString::number(length)));
      before = read;
    }
    QVERIFY(before > 0 || QByteArray(QTest::currentDataTag()).endsWith(".m4a"));
  }

 private:
  QTemporaryDir directory_;
  fs::path path_;
  std::vector<float> samples_;
};

QTEST_GUILESS_MAIN(TestContainers)
#include "test_containers.moc"
