// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QtTest>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "tests/unit/audio/read_all.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

fs::path golden(const char* name) {
  return fs::path(EARWITNESS_TEST_DATA) / "golden" / "audio" / "kinds" / name;
}

std::vector<float> samplesOf(const fs::path& path) {
  AudioFileReader reader(path);
  return readAll(reader);
}

/// Root of the mean squared difference of a part of both, `offset` apart.
double differenceAt(std::span<const float> sound, std::span<const float> reference, long offset) {
  constexpr long kFirst = 20000, kCount = 8000;
  double sum = 0.0;
  for (long i = kFirst; i < kFirst + kCount; ++i) {
    const double difference = double(sound[size_t(i + offset)]) - double(reference[size_t(i)]);
    sum += difference * difference;
  }
  return std::sqrt(sum / double(kCount));
}

}  // namespace

// The sound of most files here is plain.wav: 3 s at 16 kHz that sound from the first sample to the
// last.
class TestAudioKinds : public QObject {
  Q_OBJECT

 private slots:
  void init() { root_ = fs::path(directory_.path().toStdString()); }

  void lengths_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<QString>("note");
    const QString nothing;
    QTest::newRow("plain.wav") << 3.0 << 0.0 << nothing;
    QTest::newRow("alac.m4a") << 3.0 << 0.0 << nothing;
    QTest::newRow("phone.m4a") << 3.0 << 0.0 << nothing;
    QTest::newRow("phone.webm") << 3.0 << 0.0 << nothing;
    QTest::newRow("voice.wma") << 3.0 << 0.01 << nothing;
    QTest::newRow("flac_in.oga") << 3.0 << 0.0 << nothing;
    QTest::newRow("chained.ogg") << 6.0 << 0.0 << nothing;
    QTest::newRow("concat_two.mp3") << 6.0 << 0.0 << nothing;
    // Without a tag, what the encoder adds at both ends (up to 0.1 s) cannot be told from sound.
    QTest::newRow("vbr_noxing_44k_10s.mp3") << 10.0 << 0.05 << nothing;
    QTest::newRow("mp3_in.wav") << 3.0 << 0.1 << nothing;
    QTest::newRow("mp3_lead_zeros.mp3") << 3.0 << 0.1 << nothing;
    QTest::newRow("stream_midframe.mp3") << 3.0 << 0.05 << nothing;
    QTest::newRow("vbr_cut.mp3") << 1.23 << 0.01
                                 << "Only 1.2 s of 3.0 s could be read: the file is cut off.";
  }
  void lengths() {
    QFETCH(double, seconds);
    QFETCH(double, tolerance);
    QFETCH(QString, note);
    AudioFileReader reader(golden(QTest::currentDataTag()));
    const std::vector<float> samples = readAll(reader);
    const double read = double(samples.size()) / reader.sampleRate();
    QVERIFY2(std::abs(read - seconds) <= tolerance + 1e-9, qPrintable(QString::number(read)));
    QVERIFY(std::abs(reader.seconds() - read) < 0.05);
    const AudioReport report = reader.report();
    QCOMPARE(report.seconds, read);
    QCOMPARE(report.incomplete, !note.isEmpty());
    QCOMPARE(QString::fromStdString(noteOf(report)), note);
  }

  void soundBeginsWhereItBegan_data() {
    QTest::addColumn<double>("tolerance");  // of the samples: encoders lose some
    QTest::newRow("alac.m4a") << 0.0;
    QTest::newRow("flac_in.oga") << 0.0;
    QTest::newRow("phone.m4a") << 0.005;
    QTest::newRow("voice.wma") << 0.005;
    QTest::newRow("concat_two.mp3") << 0.02;
  }
  void soundBeginsWhereItBegan() {
    QFETCH(double, tolerance);
    const std::vector<float> plain = samplesOf(golden("plain.wav"));
    const std::vector<float> samples = samplesOf(golden(QTest::currentDataTag()));
    const double difference = differenceAt(samples, plain, 0);
    QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
    for (const long offset : {-16L, 16L})
      QVERIFY(differenceAt(samples, plain, offset) > 10.0 * tolerance);
  }

  void aReaderGoesOnFromAnyFrame_data() {
    QTest::addColumn<double>("tolerance");  // some decoders draw the noise that they add
    for (const char* name : {"plain.wav", "alac.m4a", "flac_in.oga", "chained.ogg", "phone.webm",
                             "concat_two.mp3", "vbr_noxing_44k_10s.mp3", "mp3_in.wav",
                             "mp3_lead_zeros.mp3", "stream_midframe.mp3", "voice.wma"})
      QTest::newRow(name) << 1e-6;
    QTest::newRow("phone.m4a") << 1e-4;
  }
  void aReaderGoesOnFromAnyFrame() {
    QFETCH(double, tolerance);
    AudioFileReader reader(golden(QTest::currentDataTag()));
    const std::vector<float> all = readAll(reader);
    const long length = long(all.size());
    for (const long frame : {length / 2, 0L, length - 10, 7L, length / 3, length * 9 / 10, 600L}) {
      reader.seek(frame);
      std::vector<float> some(3000);
      const size_t count = reader.read(some);
      QCOMPARE(count, std::min(some.size(), size_t(length - frame)));
      double worst = 0.0;
      for (size_t i = 0; i < count; ++i)
        worst = std::max(worst, std::abs(double(some[i]) - double(all[size_t(frame) + i])));
      QVERIFY2(worst <= tolerance, qPrintable(QString("%1: %2").arg(frame).arg(worst)));
    }
    reader.seek(length + 5);
    std::vector<float> some(100);
    QCOMPARE(reader.read(some), size_t(0));
  }

  void nothingDecodable() {
    const QString error = errorOf([] { AudioFileReader reader(golden("vorbis_cut.ogg")); });
    QVERIFY2(isSentence(error) && error.contains("it is cut off"), qPrintable(error));
  }

  void joinedFiles_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rate");
    QTest::newRow("WAV") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 16000;
    QTest::newRow("FLAC") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16) << 16000;
    QTest::newRow("Vorbis") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS) << 16000;
    QTest::newRow("Opus") << (SF_FORMAT_OGG | SF_FORMAT_OPUS) << 48000;
    QTest::newRow("MP3") << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III) << 16000;
  }
  void joinedFiles() {
    QFETCH(int, format);
    QFETCH(int, rate);
    const auto second = size_t(rate);
    writeSound(root_ / "one", tone(440.0, rate, second), rate, 1, format);
    writeSound(root_ / "two", tone(660.0, rate, 2 * second), rate, 1, format);
    const size_t one = samplesOf(root_ / "one").size();
    const size_t two = samplesOf(root_ / "two").size();
    QVERIFY(one >= second && two >= 2 * second);
    writeFileAtomically(root_ / "joined", readFile(root_ / "one") + readFile(root_ / "two"));
    AudioFileReader reader(root_ / "joined");
    QCOMPARE(size_t(reader.frames()), one + two);
    const std::vector<float> all = readAll(reader);
    QCOMPARE(all.size(), one + two);
    QCOMPARE(noteOf(reader.report()), std::string());
    reader.seek(long(one) + 1000);
    std::vector<float> some(1000);
    QCOMPARE(reader.read(some), some.size());
    QVERIFY(std::equal(some.begin(), some.end(), all.begin() + long(one) + 1000));
  }

  // In a long file they are looked for only at the end of the first.
  void longJoinedFlac() {
    const int format = SF_FORMAT_FLAC | SF_FORMAT_PCM_24;
    const std::vector<float> sound = noise(3 << 20);
    writeSound(root_ / "one", sound, 48000, 1, format);
    QVERIFY(fs::file_size(root_ / "one") > (8U << 20));
    writeFileAtomically(root_ / "joined", readFile(root_ / "one") + readFile(root_ / "one"));
    const std::vector<float> one = samplesOf(root_ / "one");
    AudioFileReader reader(root_ / "joined");
    std::vector<float> all = readAll(reader, 65536);
    QCOMPARE(all.size(), 2 * one.size());
    QVERIFY(std::equal(one.begin(), one.end(), all.begin() + long(one.size())));
    QCOMPARE(size_t(reader.frames()), all.size());
    QCOMPARE(noteOf(reader.report()), std::string());
    AudioFileReader other(root_ / "joined");
    other.seek(long(one.size()) + 70000);
    std::vector<float> some(1000);
    QCOMPARE(other.read(some), some.size());
    QVERIFY(std::equal(some.begin(), some.end(), one.begin() + 70000));
  }

  void joinedWithAnotherRate() {
    const int format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    writeSound(root_ / "one", tone(440.0, 16000.0, 16000), 16000, 1, format);
    writeSound(root_ / "two", tone(440.0, 22050.0, 22050), 22050, 1, format);
    writeFileAtomically(root_ / "joined", readFile(root_ / "one") + readFile(root_ / "two"));
    AudioFileReader reader(root_ / "joined");
    QCOMPARE(readAll(reader).size(), size_t(16000));
    QCOMPARE(noteOf(reader.report()),
             std::string("Only the first 1.0 s could be read: what was joined to its end has "
                         "another sample rate (22050 Hz instead of 16000 Hz)."));
  }

  // A stranger's file that names others: none of them is opened.
  void noOtherFileIsOpened_data() {
    QTest::addColumn<QByteArray>("contents");
    const QByteArray other = QByteArray::fromStdString(golden("plain.wav").string());
    QTest::newRow("list") << "ffconcat version 1.0\nfile '" + other + "'\n";
    QTest::newRow("playlist") << "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n" + other +
                                     "\n#EXT-X-ENDLIST\n";
    QTest::newRow("DASH") << "<?xml version=\"1.0\"?><MPD><BaseURL>" + other + "</BaseURL></MPD>";
    QTest::newRow("SDP") << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\n");
  }
  void noOtherFileIsOpened() {
    QFETCH(QByteArray, contents);
    for (const char* name : {"a.m4a", "a.wav", "a.mp3"}) {
      writeFileAtomically(root_ / name, contents.toStdString());
      const QString error = errorOf([&] { AudioFileReader reader(root_ / name); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
  }

  void oneListOfEndings() {
    QVERIFY(audioEndings().size() > 30);
    for (const char* ending : audioEndings())
      QVERIFY2(looksLikeAudioFile(std::string("sound") + ending), ending);
  }

  void desktopsAreToldOfAllKinds() {
    const std::string entry =
        readFile(fs::path(EARWITNESS_TEST_DATA) / ".." / "packaging" / "earwitness.desktop");
    const QString text = QString::fromStdString(entry);
    const QStringList types = text.section("MimeType=", 1).section('\n', 0, 0).split(';');
    int known = 0;
    for (const char* ending : audioEndings()) {
      const auto its = QMimeDatabase().mimeTypesForFileName(QString("sound") + ending);
      if (its.isEmpty()) continue;
      ++known;
      QVERIFY2(std::any_of(its.begin(), its.end(),
                           [&](const QMimeType& type) {
                             return types.contains(type.name()) ||
                                    std::any_of(types.begin(), types.end(),
                                                [&](const QString& name) {
                                                  return type.aliases().contains(name);
                                                });
                           }),
               ending);
    }
    QVERIFY(known > 20);
  }

 private:
  QTemporaryDir directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestAudioKinds)
#include "test_audio_kinds.moc"
