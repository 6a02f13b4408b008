// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/audio/recording_start.h"
#include "core/base/atomic_file.h"
#include "tests/unit/audio/recording_files.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

/// 2026-06-01 12:00 UTC: dates after it are no recording's.
constexpr int64_t kNowUtcMs = 1'780'315'200'000;

QString startText(const StartFinding& finding) {
  return finding.start ? QString::fromStdString(isoText(finding.start->time)) : QString();
}

}  // namespace

class TestRecordingStart : public QObject {
  Q_OBJECT

 private slots:
  void names_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("iso");
    const auto add = [](const char* name, const char* iso) { QTest::newRow(name) << name << iso; };
    const char* plain = "2024-03-31T02:30:00.000";
    // AudioMoth
    add("20240331_023000.WAV", plain);
    add("20240331_023000T.WAV", plain);
    add("24A04F085FDF2787_20240331_023000.WAV", plain);
    add("5E2C3D80.WAV", "2020-01-25T13:07:12.000Z");
    // Song Meter
    add("SITE_20240331_023000.wav", plain);
    add("SITE_0+1_20240331_023000.wav", plain);
    add("SITE_20240331_023000_0+1_.wav", plain);
    add("S4A01234_20240331_023000.wav", plain);
    add("SITE1_20240331$023000.wac", plain);
    add("12345678_20240331_023000.wav", plain);
    // Zoom, SoundTrap, PAMGuard, others
    add("240331-023000.WAV", plain);
    add("1234.240331023000.wav", plain);
    add("671117350.050304023000.wav", "2005-03-04T02:30:00.000");
    add("PAM_20240331_023000_123.wav", "2024-03-31T02:30:00.123");
    add("20240331T023000+1000_REC.wav", "2024-03-31T02:30:00.000+10:00");
    add("20240331T023000.250Z_x.wav", "2024-03-31T02:30:00.250Z");
    add("2024-03-31-birdnet-02:30:00.wav", plain);
    // phones
    add("Recording_20240331_0230.m4a", "2024-03-31T02:30:00.000");
    add("Voice 240331_023000.m4a", plain);
    add("Voice 050304_023000.m4a", "2005-03-04T02:30:00.000");
    add("20240331 023000.m4a", plain);
    add("20240331 023000-1A2B3C4D.m4a", plain);
    add("WhatsApp Audio 2024-03-31 at 02.30.00.opus", plain);
    add("WhatsApp Audio 2024-03-31 at 2.30.00 PM.opus", "2024-03-31T14:30:00.000");
    add("Aufnahme 2024-03-31 at 12.30.00 AM.m4a", "2024-03-31T00:30:00.000");
    add("REC_20240331023000.mp3", plain);
    add("2024-03-31-02-30-00.mp3", plain);
    add("2024_03_31_02_30_00.mp3", plain);
    add("2024-03-31 02.30.00", plain);
    add("20240331023000123.wav", "2024-03-31T02:30:00.123");
    add("202403310230.wav", plain);
    add("31-03-2024 02-30-00.wav", plain);
    add("Запись 20240331_023000.ogg", plain);
    // zones
    add("2024-03-31T02-30-00+0200.wav", "2024-03-31T02:30:00.000+02:00");
    add("2024-03-31T02:30:00+02:00.wav", "2024-03-31T02:30:00.000+02:00");
    add("2024-03-31T02-30-00-04-00.wav", "2024-03-31T02:30:00.000-04:00");
    add("20240331_023000Z.wav", "2024-03-31T02:30:00.000Z");
    add("20240331_023000_UTC.wav", "2024-03-31T02:30:00.000Z");
    add("SITE_20240331_023000 UTC+1.wav", "2024-03-31T02:30:00.000+01:00");
    add("20240331_023000+0100.wav", "2024-03-31T02:30:00.000+01:00");
    add("20240331_023000-0330_a.wav", "2024-03-31T02:30:00.000-03:30");
    // numbers that are no milliseconds, zones or times
    add("20240331_023000_001.wav", plain);
    add("20240331_023000-0001.wav", plain);
    add("20240331_023000_3.wav", plain);
    add("2024-03-31_20240331_023000.wav", plain);
  }
  void names() {
    QFETCH(QString, name);
    QFETCH(QString, iso);
    const StartFinding finding = startInName("/a/b/" + name.toStdString(), kNowUtcMs);
    QCOMPARE(startText(finding), iso);
    QVERIFY(finding.start->source == StartSource::FileName && finding.note.empty());
  }

  void namesThatTellNone_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSaid");
    const auto add = [](const char* name, bool isSaid = false) {
      QTest::newRow(name) << name << isSaid;
    };
    add("ZOOM0001.WAV");
    add("dog.wav");
    add("");
    add(".wav");
    add("20240331.wav");  // a day is no start
    add("2024-03-31.wav");
    add("20240331_0012.wav");  // the twelfth file of the day, or twelve past midnight
    add("240331_0230.wav");
    add("PTT-20240331-WA0001.opus");
    add("20240230_023000.wav");  // no such day
    add("20241331_023000.wav");
    add("20240331_243000.wav");  // no such time
    add("20240331_026100.wav");
    add("19700101_000000.WAV");  // a clock that was never set
    add("20270331_023000.wav");  // the future
    add("1711848600.wav");       // seconds since the epoch, or any other number
    add("58132400.WAV");         // digits alone are no hexadecimal time
    add("5e2c3d80.wav");         // capitals are
    add("FFFFFFFF.WAV");
    add("023000_20240331.wav");
    add("clip-01-02-03.wav");
    add("010203_040506.wav", true);        // 1 February 2003, 2 January 2003, 3 February 2001
    add("03-04-2024 02-30-00.wav", true);  // day or month first
    add("04.03.24 02.30.00.wav", true);
    add("20240331_023000_20240331_033000.wav", true);  // from and to
    add("2023-12-24_20240331_023000.wav", true);
    add("201203110230.wav", true);          // 2012-03-11 02:30, 2020-12-03 11:02:30
    add("20240331_023000+0107.wav", true);  // no zone, and no other meaning
    add("20240331_023000 UTC+99.wav", true);
    add("2024-03-31 at 14.30.00 PM.wav", true);
  }
  void namesThatTellNone() {
    QFETCH(QString, name);
    QFETCH(bool, isSaid);
    const StartFinding finding = startInName(name.toStdString(), kNowUtcMs);
    QCOMPARE(startText(finding), QString());
    QCOMPARE(!finding.note.empty(), isSaid);
    if (isSaid) QVERIFY(isSentence(QString::fromStdString(finding.note.english())));
  }

  void metadata_data() {
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("source");
    const auto add = [](const char* row, const std::string& chunks, const char* iso,
                        const char* source) {
      QTest::newRow(row) << QByteArray::fromStdString(chunks) << iso << source;
    };
    add("GUANO", guano("Timestamp: 2024-03-31T02:30:00+01:00\nMake: x\n"),
        "2024-03-31T02:30:00.000+01:00", "guano");
    add("GUANO with carriage returns", guano("Note: y\r\nTimestamp:2024-03-31 02:30:00.5\r\n"),
        "2024-03-31T02:30:00.500", "guano");
    add("GUANO without time", guano("Original Timestamp: 2024-03-31T02:30:00\n"), "", "");
    add("GUANO, not a time", guano("Timestamp: yesterday\n"), "", "");
    add("AudioMoth",
        info("Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 24A04F085FDF2787 "
             "at medium gain while battery was 4.5V."),
        "2024-03-31T02:30:00.000+01:00", "audiomoth");
    add("AudioMoth of UTC", info("Recorded at 19:17:30 06/04/2018 (UTC) by AudioMoth 0FE0 at gain"),
        "2018-04-06T19:17:30.000Z", "audiomoth");
    add("AudioMoth with half an hour",
        info("Recorded at 02:30:00.125 31/03/2024 (UTC-3:30) by AudioMoth 1"),
        "2024-03-31T02:30:00.125-03:30", "audiomoth");
    add("oldest AudioMoth",
        info("Recorded at 10:10:00 19/10/2017 by AudioMoth 00 at gain setting 2"),
        "2017-10-19T10:10:00.000", "audiomoth");
    add("another comment", info("Recorded at 10:10:00 19/10/2017 by a friend"), "", "");
    add("AudioMoth, no such day", info("Recorded at 10:10:00 31/02/2017 (UTC) by AudioMoth 0"), "",
        "");
    add("bext", broadcast("2024-03-31", "02:30:00", 0), "2024-03-31T02:30:00.000", "bext");
    add("bext with other marks", broadcast("2024_03_31", "02-30-00", 0), "2024-03-31T02:30:00.000",
        "bext");
    add("bext with samples since midnight", broadcast("2024-03-31", "02:30:00", 9000 * 8000 + 2000),
        "2024-03-31T02:30:00.250", "bext");
    add("bext with another count", broadcast("2024-03-31", "02:30:00", 12345),
        "2024-03-31T02:30:00.000", "bext");
    add("bext of zeros", broadcast("0000-00-00", "00:00:00", 0), "", "");
    add("bext that is empty", broadcast(std::string(10, '\0'), std::string(8, '\0'), 0), "", "");
    add("a clock that was never set", broadcast("1970-01-01", "00:00:10", 0), "", "");
    add("Song Meter", wildlife("2024-03-31 02:30:00-05:00"), "2024-03-31T02:30:00.000-05:00",
        "wamd");
    add("the best of several",
        broadcast("2024-03-31", "02:30:00", 0) +
            info("Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 1") +
            guano("Timestamp: 2024-03-31T03:30:00+02:00\n"),
        "2024-03-31T03:30:00.000+02:00", "guano");
    add("the one with a zone",
        guano("Timestamp: 2024-03-31T02:30:00\n") +
            info("Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 1"),
        "2024-03-31T02:30:00.000+01:00", "audiomoth");
  }
  void metadata() {
    QFETCH(QByteArray, chunks);
    QFETCH(QString, iso);
    QFETCH(QString, source);
    // Before and after the samples, and where the sizes of neither are known.
    const std::string bytes = chunks.toStdString();
    const std::string samples(1001, '\x11');
    const std::string files[] = {wave(bytes, samples, {}), wave({}, samples, bytes),
                                 wave(bytes, samples, {}, 0),
                                 wave(bytes, samples, {}, 0xffffffffU)};
    for (const std::string& file : files) {
      writeFileAtomically(path_, file);
      const StartFinding finding = chosenStart(startsInMetadata(path_), {});
      QCOMPARE(startText(finding), iso);
      if (finding.start) QCOMPARE(QString(sourceKey(finding.start->source).data()), source);
    }
  }

  void metadataAfterSamplesOfUnknownLength() {
    const std::string samples(100'001, '\x11');
    const std::string chunk = guano("Timestamp: 2024-03-31T02:30:00+01:00\n");
    for (const uint32_t size : {0U, 0xffffffffU, 0x7ffff000U, 5U, 200'000U}) {
      writeFileAtomically(path_, wave({}, samples, chunk, size));
      QCOMPARE(startText(chosenStart(startsInMetadata(path_), {})),
               QString("2024-03-31T02:30:00.000+01:00"));
    }
  }

  void metadataAfterMoreThanFourGigabytes() {
    constexpr uint64_t kSamples = (uint64_t(1) << 32) + 1000;
    const std::string chunk =
        guano("Timestamp: 2024-03-31T02:30:00+01:00\n") +
        list(std::string(100'000, 'x'));  // too far from the end to search for
    std::string head = wave({}, {}, {}, 1000);
    {
      std::ofstream file(path_, std::ios::binary);
      file << head;
      file.seekp(std::streamoff(head.size() + kSamples));  // a hole, not bytes on the disk
      file << chunk;
    }
    QCOMPARE(startText(chosenStart(startsInMetadata(path_), {})),
             QString("2024-03-31T02:30:00.000+01:00"));
    fs::remove(path_);
  }

  void otherFilesHaveNone() {
    for (const std::string& bytes :
         {std::string(), std::string("RIFF"), std::string("ID3 and so on, and some more"),
          wave({}, "12", {}).substr(0, 30)}) {
      writeFileAtomically(path_, bytes);
      QVERIFY(startsInMetadata(path_).empty());
    }
    QVERIFY(startsInMetadata("/nowhere/x.wav").empty());
    QVERIFY(startsInMetadata("/dev/null").empty());
    QVERIFY(startsInMetadata(path_.parent_path()).empty());
  }

  void nameAndMetadata() {
    const auto found = [this](const char* name, const std::string& chunks) {
      const fs::path path = path_.parent_path() / name;
      writeFileAtomically(path, wave(chunks, "1234", {}));
      return findRecordingStart(path);
    };
    // A zone goes before none; the name alone has none.
    StartFinding both =
        found("20240331_023000.WAV", guano("Timestamp: 2024-03-31T02:30:00+01:00\n"));
    QCOMPARE(startText(both), QString("2024-03-31T02:30:00.000+01:00"));
    QVERIFY(both.start->source == StartSource::Guano);
    both = found("20240331_043000.WAV", guano("Timestamp: 2024-03-31T02:30:00Z\n"));
    QCOMPARE(startText(both), QString("2024-03-31T02:30:00.000Z"));
    // Without zones they must agree; the recorder makes the name a moment later.
    both = found("20240331_023001.WAV", broadcast("2024-03-31", "02:30:00", 0));
    QCOMPARE(startText(both), QString("2024-03-31T02:30:00.000"));
    both = found("20240331_023000.wav", broadcast("2025-01-01", "12:00:00", 0));  // cut and saved
    QVERIFY(!both.start);
    QVERIFY2(isSentence(QString::fromStdString(both.note.english())) &&
                 both.note.english().find("2025-01-01") != std::string::npos,
             both.note.english().c_str());
    // The metadata say how a name is meant that can be read in several ways.
    both = found("030405_023000.wav", broadcast("2003-04-05", "02:30:00", 0));
    QCOMPARE(startText(both), QString("2003-04-05T02:30:00.000"));
    QVERIFY(both.note.empty());
    both = found("030405_023000.wav", {});
    QVERIFY(!both.start && !both.note.empty());
  }

  void theSampleFile() {
    // As ../cases has it: summer time skips 02:30 that day, but the recorder's clock did not.
    const fs::path path = path_.parent_path() / "20240331_023000.WAV";
    writeFileAtomically(path, wave({}, std::string(96'000, '\x11'),
                                   guano("Timestamp: 2024-03-31T02:30:00+01:00\nMake: x\n")));
    const StartFinding finding = inZone(findRecordingStart(path), TimeZone::named("Europe/Berlin"));
    QCOMPARE(startText(finding), QString("2024-03-31T02:30:00.000+01:00"));
    QVERIFY(finding.note.empty());
  }

  void zones() {
    const auto in = [](const char* name, const char* zone) {
      return inZone(startInName(name, kNowUtcMs), TimeZone::named(zone));
    };
    QCOMPARE(startText(in("20240330_023000.wav", "Europe/Berlin")),
             QString("2024-03-30T02:30:00.000+01:00"));
    QCOMPARE(startText(in("20240401_023000.wav", "Europe/Berlin")),
             QString("2024-04-01T02:30:00.000+02:00"));
    QCOMPARE(startText(in("20240401_023000.wav", "")), QString("2024-04-01T02:30:00.000"));
    QCOMPARE(startText(in("20240401_023000Z.wav", "Europe/Berlin")),
             QString("2024-04-01T02:30:00.000Z"));
    for (const char* name : {"20240331_023000.wav", "20241027_023000.wav"}) {
      const StartFinding kept = in(name, "Europe/Berlin");
      QVERIFY(kept.start && !kept.start->time.utcOffsetMinutes);
      QVERIFY(startText(kept).endsWith("T02:30:00.000"));
      QVERIFY2(isSentence(QString::fromStdString(kept.note.english())),
               kept.note.english().c_str());
    }
  }

  void givenStarts() {
    QCOMPARE(isoText(givenStart("2024-03-31 02:30").time), std::string("2024-03-31T02:30:00.000"));
    QCOMPARE(isoText(givenStart("2024-03-31T02:30:05+02:00").time),
             std::string("2024-03-31T02:30:05.000+02:00"));
    QVERIFY(givenStart("2024-03-31 02:30").source == StartSource::Given);
    for (const char* text : {"", "now", "2024-03-31", "31.3.2024 02:30"})
      QVERIFY(isSentence(errorOf([text] { givenStart(text); })));
  }

  void damagedFilesAreNoObstacle() {
    const std::string whole = wave(
        broadcast("2024-03-31", "02:30:00", 72'000'000) + wildlife("2024-03-31 02:30:00-05:00"),
        std::string(500, '\x11'),
        info("Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 1") +
            guano("Timestamp: 2024-03-31T02:30:00+01:00\n"));
    uint32_t seed = 3;
    const auto next = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 8; };
    int found = 0;
    for (int i = 0; i < 3000; ++i) {
      std::string bytes = whole;
      for (uint32_t change = 0; change <= next() % 4; ++change)
        bytes[next() % bytes.size()] = char(next());
      if (next() % 3 == 0) bytes.resize(next() % bytes.size());
      std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
      for (const RecordingStart& start : startsInMetadata(path_)) {
        const int year = fieldsOf(start.time.localMs).year;
        QVERIFY(year >= 1990 && year <= 2099);
        ++found;
      }
    }
    QVERIFY(found > 1000);
  }

  void anyNameIsReadWithinItsBytes() {
    constexpr std::string_view kAlphabet = "0123456789012345678920240331_- .+ZTUCAMPW";
    uint32_t seed = 5;
    for (int i = 0; i < 50'000; ++i) {
      std::string name;
      seed = seed * 1664525U + 1013904223U;
      const size_t length = (seed >> 8) % 30;
      while (name.size() < length) {
        seed = seed * 1664525U + 1013904223U;
        name += kAlphabet[(seed >> 8) % kAlphabet.size()];
      }
      const StartFinding finding = startInName(name, kNowUtcMs);
      if (!finding.start) continue;
      QVERIFY(finding.start->time.localMs <= kNowUtcMs + 2 * 86'400'000LL);
      QVERIFY(fieldsOf(finding.start->time.localMs).year >= 1990);
    }
  }

 private:
  QTemporaryDir directory_;
  fs::path path_ = fs::path(directory_.path().toStdString()) / "x.wav";
};

QTEST_GUILESS_MAIN(TestRecordingStart)
#include "test_recording_start.moc"
