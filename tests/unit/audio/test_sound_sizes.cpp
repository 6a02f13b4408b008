// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/base/descriptor.h"
#include "tests/unit/audio/read_all.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr size_t kFrames = 48000;
constexpr int kRate = 16000;

std::string number32(uint64_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += char(value >> (8 * i) & 0xff);
  return bytes;
}

std::string chunk(const std::string& name, const std::string& contents) {
  return name + number32(contents.size()) + contents + std::string(contents.size() & 1, '\0');
}

}  // namespace

// Sizes in headers are claims. Every file here holds 3 s, or what is cut off is said.
class TestSoundSizes : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    root_ = fs::path(directory_.path().toStdString());
    samples_ = noise(kFrames);
    writeSound(root_ / "plain.wav", samples_, kRate);
    plain_ = readFile(root_ / "plain.wav");
    data_ = plain_.find("data");
    sound_ = plain_.substr(data_ + 8);
    AudioFileReader reader(root_ / "plain.wav");
    samples_ = readAll(reader);
    QCOMPARE(samples_.size(), kFrames);
  }

  void wavSizes_data() {
    QTest::addColumn<uint>("size");
    QTest::newRow("zero") << 0U;
    QTest::newRow("one second") << 32000U;
    QTest::newRow("16 more") << 96016U;
    QTest::newRow("3 GB") << 3'000'000'000U;
    QTest::newRow("-1") << 0xffffffffU;
    QTest::newRow("-1 less the header") << 0xffffffffU - 36U;
    QTest::newRow("2 GiB") << 0x80000000U;
    QTest::newRow("2 GiB - 1") << 0x7fffffffU;
    QTest::newRow("SoX in a pipe") << 0x7ffff000U;
    QTest::newRow("odd") << 95999U;
  }
  void wavSizes() {
    QFETCH(uint, size);
    for (const uint riff : {size, 96036U, 0U}) {
      std::string bytes = plain_;
      bytes.replace(4, 4, number32(riff));
      bytes.replace(data_ + 4, 4, number32(size));
      check(bytes, kFrames, size == 95999U);
    }
  }

  void chunksBeforeTheSamples() {
    const std::string bext = chunk("bext", std::string(602, '\0'));
    for (const uint64_t size : {uint64_t(0), uint64_t(96000), uint64_t(32000)}) {
      std::string bytes = plain_.substr(0, data_) + bext + "data" + number32(size) + sound_;
      check(bytes, kFrames);
    }
  }

  void chunksAfterTheSamples_data() {
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("LIST") << QByteArray::fromStdString(
        chunk("LIST", "INFO" + chunk("ISFT", "Lavf59.27.100")));
    QTest::newRow("bext and iXML") << QByteArray::fromStdString(
        chunk("bext", std::string(603, 'x')) + chunk("iXML", "<BWFXML/>"));
    QTest::newRow("an unknown one") << QByteArray::fromStdString(chunk("zzzz", "0123456789"));
    QTest::newRow("a cut one") << QByteArray::fromStdString("LIST" + number32(5000) + "INFO");
    QTest::newRow("ID3") << QByteArray::fromStdString(chunk("id3 ", std::string(100, 'I')));
    QTest::newRow("a tag of MP3") << QByteArray("TAG") + QByteArray(125, ' ');
    QTest::newRow("padding") << QByteArray(4096, '\0');
    QTest::newRow("a byte") << QByteArray(1, '\0');
  }
  void chunksAfterTheSamples() {
    QFETCH(QByteArray, end);
    check(plain_ + end.toStdString(), kFrames);
  }

  void anEmptyFileIsEmpty() {
    const std::string header = plain_.substr(0, data_) + "data" + number32(0);
    for (const std::string& bytes : {header, header + chunk("LIST", "INFOsome")}) {
      writeFileAtomically(root_ / "sound.wav", bytes);
      QVERIFY_THROWS_EXCEPTION(EmptyAudio, AudioFileReader(root_ / "sound.wav"));
    }
    // All of the samples are gone.
    writeFileAtomically(root_ / "sound.wav", plain_.substr(0, data_ + 8));
    const QString error = errorOf([&] { AudioFileReader reader(root_ / "sound.wav"); });
    QVERIFY2(isSentence(error) && error.contains("cut off"), qPrintable(error));
  }

  void cutWav_data() {
    QTest::addColumn<int>("missing");  // bytes
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("a byte") << 1 << false;
    QTest::newRow("a sample") << 2 << false;
    QTest::newRow("some milliseconds") << 320 << false;
    QTest::newRow("half") << 48000 << true;
    QTest::newRow("nearly all") << 95000 << true;
  }
  void cutWav() {
    QFETCH(int, missing);
    QFETCH(bool, isSaid);
    writeFileAtomically(root_ / "sound.wav", plain_.substr(0, plain_.size() - size_t(missing)));
    AudioFileReader reader(root_ / "sound.wav");
    const std::vector<float> read = readAll(reader);
    QCOMPARE(read.size(), (96000 - size_t(missing)) / 2);
    QVERIFY(std::equal(read.begin(), read.end(), samples_.begin()));
    QCOMPARE(reader.report().incomplete, isSaid);
    QCOMPARE(noteOf(reader.report()).empty(), !isSaid);
  }

  // 3 h of which the last byte is missing, from a file of holes.
  void aLongRecordingWithoutItsLastByte() {
    const uint64_t bytes = uint64_t(3) * 3600 * 2 * kRate;
    const fs::path path = root_ / "long.wav";
    writeFileAtomically(path, plain_.substr(0, data_) + "data" + number32(bytes));
    fs::resize_file(path, data_ + 8 + bytes - 1);
    AudioFileReader reader(path);
    QVERIFY(std::abs(reader.seconds() - 3 * 3600.0) < 0.001);
    reader.seek(reader.frames() - 1000);
    QCOMPARE(readAll(reader).size(), size_t(1000));
    QCOMPARE(noteOf(reader.report()), std::string());
  }

  // 32 bits begin again after 4 GiB.
  void aWrappedSize_data() {
    QTest::addColumn<bool>("hasChunkAfter");
    QTest::newRow("samples to the end") << false;
    QTest::newRow("a chunk after them") << true;
  }
  void aWrappedSize() {
    QFETCH(bool, hasChunkAfter);
    const uint64_t size = (uint64_t(1) << 32) + 200'000;
    const fs::path path = root_ / "wrapped.wav";
    writeFileAtomically(path, plain_.substr(0, data_) + "data" + number32(size));
    fs::resize_file(path, data_ + 8 + size);
    const std::string end = sound_.substr(0, 2000);  // 1000 samples
    {
      const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
      QCOMPARE(::pwrite(file.get(), end.data(), end.size(), off_t(data_ + 8 + size - end.size())),
               ssize_t(end.size()));
      const std::string list = chunk("LIST", "INFO" + chunk("ISFT", "recorder"));
      if (hasChunkAfter)
        QCOMPARE(::pwrite(file.get(), list.data(), list.size(), off_t(data_ + 8 + size)),
                 ssize_t(list.size()));
    }
    AudioFileReader reader(path);
    QCOMPARE(uint64_t(reader.frames()), size / 2);
    reader.seek(reader.frames() - 1000);
    const std::vector<float> read = readAll(reader);
    QCOMPARE(read.size(), size_t(1000));
    QVERIFY(std::equal(read.begin(), read.end(), samples_.begin()));
    QCOMPARE(noteOf(reader.report()), std::string());
    fs::remove(path);
  }

  void bw64() {
    std::string bytes = plain_;
    const std::string sizes = number32(bytes.size() + 28) + number32(0) + number32(96000) +
                              number32(0) + number32(kFrames) + number32(0) + number32(0);
    bytes = "BW64" + number32(0xffffffffU) + "WAVE" + chunk("ds64", sizes) +
            plain_.substr(12, data_ - 12) + "data" + number32(0xffffffffU) + sound_;
    check(bytes, kFrames);
  }

  void sizesInOtherHeaders_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("before");  // the size's field
    QTest::addColumn<int>("width");
    QTest::newRow("AIFF") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16) << QByteArray("SSND") << 4;
    QTest::newRow("AU") << (SF_FORMAT_AU | SF_FORMAT_PCM_16) << QByteArray("\0\0\0\x18", 4) << 4;
    QTest::newRow("CAF") << (SF_FORMAT_CAF | SF_FORMAT_PCM_16) << QByteArray("data") << 8;
  }
  void sizesInOtherHeaders() {
    QFETCH(int, format);
    QFETCH(QByteArray, before);
    QFETCH(int, width);
    writeSound(root_ / "sound", samples_, kRate, 1, format);
    const std::string bytes = readFile(root_ / "sound");
    AudioFileReader original(root_ / "sound");
    const std::vector<float> expected = readAll(original);
    const size_t at = bytes.find(before.toStdString()) + size_t(before.size());
    for (const char fill : {'\0', '\xff'}) {
      std::string changed = bytes;
      changed.replace(at, size_t(width), std::string(size_t(width), fill));
      check(changed, kFrames, false, expected);
    }
  }

  // Whatever a size says, reading ends, nothing more than the file holds is read, and what is said
  // of it is a sentence.
  void anySizeIsSurvived() {
    for (const int format : {SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM,
                             SF_FORMAT_AIFF | SF_FORMAT_PCM_16, SF_FORMAT_AU | SF_FORMAT_PCM_16,
                             SF_FORMAT_CAF | SF_FORMAT_PCM_16, SF_FORMAT_W64 | SF_FORMAT_PCM_16,
                             SF_FORMAT_RF64 | SF_FORMAT_PCM_16}) {
      writeSound(root_ / "sound", noise(2000), kRate, 1, format);
      const std::string bytes = readFile(root_ / "sound");
      const size_t header = std::min<size_t>(bytes.size() - 4, 160);
      for (size_t at = 4; at < header; ++at)
        for (const uint32_t value : {0U, 1U, 0x7fffffffU, 0x80000000U, 0xffffffffU}) {
          std::string changed = bytes;
          changed.replace(at, 4, number32(value));
          writeBytes(root_ / "sound", changed);
          const QString error = errorOf([&] {
            AudioFileReader reader(root_ / "sound");
            QVERIFY(readAll(reader).size() <= 100 * bytes.size());
            const std::string note = noteOf(reader.report());
            QVERIFY(note.empty() || isSentence(QString::fromStdString(note)));
          });
          QVERIFY2(error.isEmpty() || isSentence(error), qPrintable(error));
        }
    }
  }

 private:
  void check(const std::string& bytes, size_t frames, bool mayLackOne = false,
             const std::vector<float>& expected = {}) {
    const fs::path path = root_ / "sound";
    writeFileAtomically(path, bytes);
    AudioFileReader reader(path);
    QVERIFY(size_t(reader.frames()) == frames || mayLackOne);
    const std::vector<float> read = readAll(reader);
    QVERIFY2(read.size() == frames || (mayLackOne && read.size() + 1 == frames),
             qPrintable(QString::number(read.size())));
    const std::vector<float>& samples = expected.empty() ? samples_ : expected;
    QVERIFY(std::equal(read.begin(), read.end(), samples.begin()));
    QCOMPARE(noteOf(reader.report()), std::string());
  }

  QTemporaryDir directory_;
  fs::path root_;
  std::vector<float> samples_;
  std::string plain_, sound_;
  size_t data_ = 0;
};

QTEST_GUILESS_MAIN(TestSoundSizes)
#include "test_sound_sizes.moc"
