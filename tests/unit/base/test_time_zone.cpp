// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <fstream>
#include <iterator>

#include "core/base/time_zone.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

std::vector<int> offsets(const char* zone, const char* local) {
  return TimeZone::named(zone).offsetsAt(civilTimeIn(local)->localMs);
}

std::string number(int64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += char(uint64_t(value) >> (8 * i));
  return text;
}

/// A zone file with one type of local time and a rule for all years, as "slim" ones are.
std::string slimFile(const std::string& rule) {
  const std::string header = "TZif2" + std::string(15, '\0');
  const std::string counts =
      number(0, 4) + number(0, 4) + number(0, 4) + number(0, 4) + number(1, 4) + number(4, 4);
  const std::string block = number(3600, 4) + std::string(2, '\0') + std::string("CET\0", 4);
  return header + counts + block + header + counts + block + "\n" + rule + "\n";
}

}  // namespace

class TestTimeZone : public QObject {
  Q_OBJECT

 private slots:
  void names() {
    QVERIFY(TimeZone().isAsWritten());
    QVERIFY(TimeZone::named("").isAsWritten());
    QVERIFY(TimeZone().offsetsAt(0).empty());
    QCOMPARE(offsets("UTC", "2024-03-31 02:30"), std::vector<int>{0});
    QCOMPARE(offsets("+05:30", "2024-03-31 02:30"), std::vector<int>{330});
    QCOMPARE(offsets("UTC-3", "2024-03-31 02:30"), std::vector<int>{-180});
    for (const char* name : {"Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "Europe",
                             "tzdata.zi", "Europe/Ber lin", "local ", "+99:00"}) {
      const QString error = errorOf([name] { TimeZone::named(name); });
      QVERIFY2(error.startsWith("Unknown time zone '") && error.contains(name), qPrintable(error));
    }
  }

  void summerTime_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<QList<int>>("minutes");
    const auto add = [](const char* zone, const char* local, const QList<int>& minutes) {
      QTest::addRow("%s %s", zone, local) << zone << local << minutes;
    };
    add("Europe/Berlin", "2024-01-15 12:00", {60});
    add("Europe/Berlin", "2024-07-15 12:00", {120});
    add("Europe/Berlin", "2024-03-31 01:59:59", {60});
    add("Europe/Berlin", "2024-03-31 02:00", {});
    add("Europe/Berlin", "2024-03-31 02:30", {});
    add("Europe/Berlin", "2024-03-31 03:00", {120});
    add("Europe/Berlin", "2024-10-27 02:30", {120, 60});
    add("Europe/Berlin", "2024-10-27 03:00", {60});
    add("Europe/Berlin", "2060-07-15 12:00", {120});  // behind the table of the file
    add("Europe/Berlin", "2060-01-15 12:00", {60});
    add("America/New_York", "2024-03-10 02:30", {});
    add("America/New_York", "2024-11-03 01:30", {-240, -300});
    add("Australia/Lord_Howe", "2024-01-15 12:00", {660});
    add("Australia/Lord_Howe", "2024-07-15 12:00", {630});
    add("Australia/Sydney", "2070-01-15 12:00", {660});  // summer over the turn of the year
    add("Australia/Sydney", "2070-07-15 12:00", {600});
    add("Asia/Kolkata", "2024-07-15 12:00", {330});
    add("Pacific/Apia", "2011-12-30 12:00", {});  // a day that was left out
  }
  void summerTime() {
    QFETCH(QString, zone);
    QFETCH(QString, local);
    QFETCH(QList<int>, minutes);
    const std::vector<int> found = offsets(qPrintable(zone), qPrintable(local));
    QCOMPARE(QList<int>(found.begin(), found.end()), minutes);
  }

  void thisComputersZone() {
    qputenv("TZ", "America/New_York");
    ::tzset();
    QCOMPARE(offsets("local", "2024-07-15 12:00"), std::vector<int>{-240});
    QVERIFY(offsets("local", "2024-03-10 02:30").empty());
    qputenv("TZ", "UTC");
    ::tzset();
  }

  void rulesOfSlimFiles() {
    const auto berlin = zoneRulesIn(slimFile("CET-1CEST,M3.5.0,M10.5.0/3"));
    QVERIFY(berlin != nullptr);
    QCOMPARE(berlin->offsetAt(1'711'846'799), int64_t(3600));  // 2024-03-31 00:59:59 UTC
    QCOMPARE(berlin->offsetAt(1'711'846'800), int64_t(7200));
    QCOMPARE(berlin->offsetAt(1'729'990'799), int64_t(7200));
    QCOMPARE(berlin->offsetAt(1'729'990'800), int64_t(3600));
    const auto plain = zoneRulesIn(slimFile("<+0330>-3:30"));
    QVERIFY(plain != nullptr);
    QCOMPARE(plain->offsetAt(1'711'846'800), int64_t(12'600));
    const auto days = zoneRulesIn(slimFile("AAA3BBB,J60,300/-1"));
    QVERIFY(days != nullptr);
    QCOMPARE(days->offsetAt(1'709'218'800),
             int64_t(-10'800));                               // 2024-02-29 15:00 UTC: J60 is March
    QCOMPARE(days->offsetAt(1'709'280'000), int64_t(-7200));  // 2024-03-01 08:00 UTC
    for (const char* rule : {"CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
                             "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "-1",
                             "<CET-1", "CET-1CEST,J0,J300", "CET-99"})
      QVERIFY2(zoneRulesIn(slimFile(rule)) == nullptr, rule);
  }

  void damagedFilesAreRefused() {
    std::ifstream file("/usr/share/zoneinfo/Europe/Berlin", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    QVERIFY(zoneRulesIn(whole) != nullptr);
    QVERIFY(zoneRulesIn("") == nullptr);
    // Cut anywhere, and with any byte changed: read or refused, within the bytes that are there.
    for (size_t length = 0; length + 1 < whole.size(); ++length)
      if (const auto rules = zoneRulesIn(whole.substr(0, length)))
        QVERIFY(std::abs(rules->offsetAt(1'711'846'800)) <= 27 * 3600);
    uint32_t seed = 7;
    for (int i = 0; i < 4000; ++i) {
      seed = seed * 1664525U + 1013904223U;
      std::string changed = whole;
      changed[(seed >> 8) % changed.size()] = char(seed);
      if (const auto rules = zoneRulesIn(changed))
        QVERIFY(std::abs(rules->offsetAt(1'711'846'800)) <= 27 * 3600);
    }
  }
};

QTEST_GUILESS_MAIN(TestTimeZone)
#include "test_time_zone.moc"
