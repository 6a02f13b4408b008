// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/monitoring/alerts.h"

using namespace earwitness;

namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int kNoon = 12 * 60;

AlertSettings quiet(int from, int to) {
  AlertSettings settings;
  settings.quietHours = true;
  settings.quietFromMinute = from;
  settings.quietToMinute = to;
  return settings;
}

AlertSettings coolingDown(double seconds) {
  AlertSettings settings;
  settings.coolDownSeconds = seconds;
  return settings;
}

}  // namespace

class TestAlertPolicy : public QObject {
  Q_OBJECT

 private slots:
  void aClassCoolsDown() {
    AlertPolicy policy(coolingDown(60.0));
    QVERIFY(policy.admits("dog", 1000, kNoon));
    QVERIFY(!policy.admits("dog", 1000, kNoon));
    QVERIFY(!policy.admits("dog", 1000 + kMinuteMs - 1, kNoon));
    QVERIFY(policy.admits("dog", 1000 + kMinuteMs, kNoon));
  }

  void eachClassHasItsOwnCoolDown() {
    AlertPolicy policy(coolingDown(60.0));
    QVERIFY(policy.admits("dog", 0, kNoon));
    QVERIFY(policy.admits("siren", 1, kNoon));
    QVERIFY(!policy.admits("dog", 2, kNoon));
  }

  void theCoolDownBeginsWithAnAlertNotWithWhatWasPassedOver() {
    AlertPolicy policy(coolingDown(60.0));
    QVERIFY(policy.admits("dog", 0, kNoon));
    QVERIFY(!policy.admits("dog", 59'000, kNoon));
    QVERIFY(policy.admits("dog", 60'000, kNoon));
  }

  void withoutACoolDownEveryEventAlerts() {
    AlertPolicy policy(coolingDown(0.0));
    QVERIFY(policy.admits("dog", 5, kNoon));
    QVERIFY(policy.admits("dog", 5, kNoon));
  }

  void aClockSetBackDoesNotSilence() {
    AlertPolicy policy(coolingDown(60.0));
    QVERIFY(policy.admits("dog", 3600 * 1000, kNoon));
    QVERIFY(policy.admits("dog", 0, kNoon));
    QVERIFY(!policy.admits("dog", 1000, kNoon));
  }

  void quietHours_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("minute");
    QTest::addColumn<bool>("isQuiet");
    const auto row = [](const char* name, int from, int to, int minute, bool isQuiet) {
      QTest::newRow(name) << from << to << minute << isQuiet;
    };
    row("before the day's", 540, 600, 539, false);
    row("first minute", 540, 600, 540, true);
    row("last minute", 540, 600, 599, true);
    row("their end", 540, 600, 600, false);
    row("evening before midnight", 1320, 420, 1320, true);
    row("last minute of the day", 1320, 420, 1439, true);
    row("midnight", 1320, 420, 0, true);
    row("last minute of the night", 1320, 420, 419, true);
    row("morning", 1320, 420, 420, false);
    row("a minute too early", 1320, 420, 1319, false);
    row("from midnight on", 0, 60, 0, true);
    row("until midnight", 1380, 0, 1439, true);
    row("until midnight, after it", 1380, 0, 0, false);
    row("none", 300, 300, 300, false);
  }
  void quietHours() {
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, minute);
    QFETCH(bool, isQuiet);
    QCOMPARE(AlertPolicy::isQuiet(quiet(from, to), minute), isQuiet);
    QCOMPARE(AlertPolicy(quiet(from, to)).admits("dog", 0, minute), !isQuiet);
    AlertSettings off = quiet(from, to);
    off.quietHours = false;
    QVERIFY(!AlertPolicy::isQuiet(off, minute));
  }

  void whatIsQuietDoesNotCoolDown() {
    AlertPolicy policy(quiet(1320, 420));
    QVERIFY(!policy.admits("dog", 0, 419));
    QVERIFY(policy.admits("dog", 1, 420));
  }

  void otherSettingsKeepWhatHasAlerted() {
    AlertPolicy policy(coolingDown(60.0));
    QVERIFY(policy.admits("dog", 0, kNoon));
    policy.setSettings(coolingDown(10.0));
    QVERIFY(!policy.admits("dog", 9'999, kNoon));
    QVERIFY(policy.admits("dog", 10'000, kNoon));
  }

  void theAlertAsJson() {
    const Alert alert{"dog", 0.87F, 1767323045678, "USB \"mic\"", "Bundled"};
    const nlohmann::json expected = {
        {"event", "alert"},        {"label", "dog"},
        {"score", 0.87},           {"time", "2026-01-02T03:04:05.678Z"},
        {"source", "USB \"mic\""}, {"model", "Bundled"}};
    QVERIFY(toJson(alert) == expected);
    QVERIFY(jsonText(alert).find('\n') == std::string::npos);
    const Alert odd{"\xFF", 1.0F, 0, "", ""};
    QVERIFY(nlohmann::json::accept(jsonText(odd)));
  }
};

QTEST_GUILESS_MAIN(TestAlertPolicy)
#include "test_alert_policy.moc"
