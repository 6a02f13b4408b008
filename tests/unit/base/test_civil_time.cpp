// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/civil_time.h"

using namespace earwitness;

class TestCivilTime : public QObject {
  Q_OBJECT

 private slots:
  void fieldsAreTheInverse() {
    QCOMPARE(localMsOf({.year = 1970, .month = 1, .day = 1}), std::optional<int64_t>(0));
    QCOMPARE(*localMsOf({.year = 2024, .month = 3, .day = 31, .hour = 2, .minute = 30}),
             int64_t(1'711'852'200'000));
    // Every day of four centuries follows the one before.
    int64_t days = *localMsOf({.year = 1800, .month = 1, .day = 1}) / 86'400'000;
    for (int i = 0; i < 400 * 366; ++i, ++days) {
      const CivilFields fields = fieldsOf(days * 86'400'000 + 12'345'678);
      QCOMPARE(localMsOf(fields), std::optional(days * 86'400'000 + 12'345'678));
    }
    QCOMPARE(fieldsOf(-1).year, 1969);
    QCOMPARE(fieldsOf(-1).millisecond, 999);
  }

  void whatIsNoDate() {
    for (const CivilFields& fields :
         {CivilFields{.year = 2023, .month = 2, .day = 29},
          CivilFields{.year = 2024, .month = 13, .day = 1},
          CivilFields{.year = 2024, .month = 0, .day = 1},
          CivilFields{.year = 2024, .month = 4, .day = 31},
          CivilFields{.year = 0, .month = 1, .day = 1},
          CivilFields{.year = 2024, .month = 1, .day = 1, .hour = 24},
          CivilFields{.year = 2024, .month = 1, .day = 1, .second = 60}})
      QVERIFY(!localMsOf(fields));
    QVERIFY(localMsOf({.year = 2024, .month = 2, .day = 29}));
    QVERIFY(!localMsOf({.year = 1900, .month = 2, .day = 29}));
  }

  void iso_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    const auto add = [](const char* text, const char* iso) { QTest::newRow(text) << text << iso; };
    add("2024-03-31T02:30:00+01:00", "2024-03-31T02:30:00.000+01:00");
    add("2024-03-31T02:30:00Z", "2024-03-31T02:30:00.000Z");
    add("2024-03-31 02:30", "2024-03-31T02:30:00.000");
    add(" 2024-03-31 02:30:05.25 \r", "2024-03-31T02:30:05.250");
    add("2024-03-31T02:30:05.123456-0330", "2024-03-31T02:30:05.123-03:30");
    add("2024-03-31 02:30:00 UTC", "2024-03-31T02:30:00.000Z");
    add("2024-03-31 02:30:00 UTC+5:30", "2024-03-31T02:30:00.000+05:30");
    add("2024-03-31 02:30:00+2", "2024-03-31T02:30:00.000+02:00");
    for (const char* text : {"", "2024-03-31", "2024-02-30 10:00", "2024-03-31 24:00",
                             "2024-03-31 02:60", "31-03-2024 02:30", "2024-03-31T02:30:00+16:00",
                             "2024-03-31T02:30:00+01:0", "2024-03-31T02:30:00 CET",
                             "2024-03-31T02:30:00.", "2024-03-31T02:30:00x", "20240331T023000"})
      add(text, "");
  }
  void iso() {
    QFETCH(QString, text);
    QFETCH(QString, iso);
    const auto time = civilTimeIn(text.toStdString());
    QCOMPARE(time ? QString::fromStdString(isoText(*time)) : QString(), iso);
    if (!time) return;
    QCOMPARE(civilTimeIn(isoText(*time)), time);
  }

  void momentsAndOffsets() {
    const CivilTime time = *civilTimeIn("2024-03-31T02:30:00+01:00");
    QCOMPARE(*utcMsOf(time), int64_t(1'711'848'600'000));
    QVERIFY(!utcMsOf(CivilTime{time.localMs, std::nullopt}));
    QCOMPARE(isoText(later(time, 86'400.002)), std::string("2024-04-01T02:30:00.002+01:00"));
    QCOMPARE(offsetText(0), std::string("UTC"));
    QCOMPARE(offsetText(-210), std::string("-03:30"));
  }
};

QTEST_GUILESS_MAIN(TestCivilTime)
#include "test_civil_time.moc"
