// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/case_fold.h"
#include "core/base/clock_time.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

class TestClockTime : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("TZ", "Europe/Berlin");
    ::tzset();
  }

  void utcIsToTheMillisecond() {
    QCOMPARE(utcText(0), std::string("1970-01-01T00:00:00.000Z"));
    QCOMPARE(utcText(1'772'409'598'250), std::string("2026-03-01T23:59:58.250Z"));
    QCOMPARE(utcText(-1), std::string("1969-12-31T23:59:59.999Z"));
  }

  void localTextIsOfTheUsersZone() {
    QCOMPARE(localText(0), std::string("1970-01-01 01:00:00"));
    QCOMPARE(localText(-1), std::string("1970-01-01 00:59:59"));
    QCOMPARE(localText(1'772'409'598'250), std::string("2026-03-02 00:59:58"));
    QCOMPARE(localText(utcMsOf("2026-07-31 18:30:05")), std::string("2026-07-31 18:30:05"));
  }

  void datesAreReadInLocalTime_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("winter") << "2026-01-31"
                            << "2026-01-30T23:00:00.000Z";
    QTest::newRow("summer") << "2026-07-31"
                            << "2026-07-30T22:00:00.000Z";
    QTest::newRow("minutes") << "2026-07-31 18:30"
                             << "2026-07-31T16:30:00.000Z";
    QTest::newRow("seconds") << "2026-07-31T18:30:05"
                             << "2026-07-31T16:30:05.000Z";
    QTest::newRow("UTC") << "2026-07-31T18:30:05Z"
                         << "2026-07-31T18:30:05.000Z";
    QTest::newRow("UTC day") << "2026-07-31Z"
                             << "2026-07-31T00:00:00.000Z";
    QTest::newRow("leap day") << "2028-02-29"
                              << "2028-02-28T23:00:00.000Z";
  }
  void datesAreReadInLocalTime() {
    QFETCH(QString, text);
    QFETCH(QString, utc);
    QCOMPARE(QString::fromStdString(utcText(utcMsOf(text.toStdString()))), utc);
  }

  void othersAreNoDates() {
    for (const char* text : {"", "yesterday", "2026-02-30", "2026-13-01", "2026-01-01 25:00",
                             "2026-01-01 10:00 pm", "1.2.2026"}) {
      const QString error = errorOf([text] { utcMsOf(text); });
      QVERIFY2(isSentence(error) && error.contains(text), text);
    }
  }

  void daysHave23To25Hours_data() {
    QTest::addColumn<QString>("noon");
    QTest::addColumn<int>("hours");
    QTest::newRow("usual") << "2026-06-01 12:00" << 24;
    QTest::newRow("clock put forward") << "2026-03-29 12:00" << 23;
    QTest::newRow("clock put back") << "2026-10-25 12:00" << 25;
  }
  void daysHave23To25Hours() {
    QFETCH(QString, noon);
    QFETCH(int, hours);
    const int64_t utcMs = utcMsOf(noon.toStdString());
    const TimeSpanMs day = localDayOf(utcMs);
    QCOMPARE((day.endUtcMs - day.beginUtcMs) / 3'600'000, int64_t(hours));
    QCOMPARE(day.beginUtcMs, utcMsOf(noon.left(10).toStdString()));
    QCOMPARE(localDayOf(day.beginUtcMs).beginUtcMs, day.beginUtcMs);
    QCOMPARE(localDayOf(day.endUtcMs - 1).beginUtcMs, day.beginUtcMs);
    QCOMPARE(localDayOf(day.endUtcMs).beginUtcMs, day.endUtcMs);
    const TimeSpanMs hour = localHourOf(utcMs + 59 * 60'000);
    QCOMPARE(hour.beginUtcMs, utcMs);
    QCOMPARE(hour.endUtcMs, utcMs + 3'600'000);
  }

  void smallLettersOfAnyScript() {
    QCOMPARE(foldedCase("Siren ÄÖ Сирена ΩΔ 犬"), std::string("siren äö сирена ωδ 犬"));
    QCOMPARE(foldedCase("ẞΣĲ İ ﬁ 🐕"), std::string("ßσĳ i ﬁ 🐕"));
    QCOMPARE(foldedCase("\xff"
                        "A\xc3"),
             std::string("\xff"
                         "a\xc3"));
    QCOMPARE(foldedCase(std::string_view("A\0B", 3)), std::string("a\0b", 3));
    QCOMPARE(foldedCase(""), std::string());
  }
};

QTEST_GUILESS_MAIN(TestClockTime)
#include "test_clock_time.moc"
