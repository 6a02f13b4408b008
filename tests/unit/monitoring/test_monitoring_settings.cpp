// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/listening/event_threshold.h"
#include "core/listening/file_analysis.h"
#include "core/monitoring/monitoring_settings.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

MonitoringSettings everythingSet() {
  MonitoringSettings settings;
  settings.microphoneChannel = channelFromText("right");
  settings.classes["dog"] = {.threshold = 0.4F,
                             .minimumSeconds = 0.25,
                             .coolDownSeconds = 12.0,
                             .pinned = true,
                             .alert = true};
  settings.classes["wind / \"gusts\""].hidden = true;
  settings.classes["wind / \"gusts\""].record = false;
  settings.recorder = {.mode = RecorderSettings::Mode::Everything,
                       .folder = "/srv/sounds/\xC3\xA9t\xC3\xA9",
                       .format = RecorderSettings::Format::Wav,
                       .beforeSeconds = 1.5,
                       .afterSeconds = 60.0,
                       .quotaBytes = 0,
                       .freeDiskFloorBytes = 5'000'000'001,
                       .minimumPerClass = 3};
  settings.alerts = {.notification = false,
                     .sound = true,
                     .coolDownSeconds = 0.5,
                     .quietHours = true,
                     .quietFromMinute = 1439,
                     .quietToMinute = 0,
                     .command = {"notify me", "", "$(reboot)"},
                     .webhookUrl = "https://example.org/hook?key=1"};
  settings.smoothingSeconds = 0.0;
  settings.storeEvents = false;
  settings.channel.number = 3;
  settings.useGate = false;
  settings.room.floorDb.assign(size_t(settings.room.features.nMels), -70.5F);
  settings.room.seconds = 20.0;
  settings.roomLearnedUtcMs = 1'767'323'045'678;
  return settings;
}

ModelDescription model() {
  ModelDescription description;
  description.labels = {"dog", "siren", "rain"};
  description.thresholds = {0.5F, 0.6F, 0.7F};
  description.windowSeconds = 1.5;
  return description;
}

}  // namespace

class TestMonitoringSettings : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    file_ = folder_ / "earwitness" / "desk.json";
  }

  void noFileIsTheDefaults() {
    QVERIFY(toJson(readMonitoringSettings(file_)) == toJson(MonitoringSettings{}));
    QVERIFY(!fs::exists(folder_));
  }

  void everythingSurvivesTheFile() {
    const MonitoringSettings settings = everythingSet();
    writeMonitoringSettings(file_, settings);
    const MonitoringSettings read = readMonitoringSettings(file_);
    QVERIFY(read.classes == settings.classes);
    QVERIFY(read.recorder == settings.recorder);
    QVERIFY(read.alerts == settings.alerts);
    QCOMPARE(read.smoothingSeconds, 0.0);
    QVERIFY(!read.storeEvents && !read.useGate);
    QCOMPARE(read.channel.number, 3);
    QVERIFY(read.room.features == settings.room.features);
    QVERIFY(read.room.floorDb == settings.room.floorDb);
    QCOMPARE(read.roomLearnedUtcMs, settings.roomLearnedUtcMs);
  }

  void numbersAreWrittenAsPeopleWriteThem() {
    writeMonitoringSettings(file_, everythingSet());
    QVERIFY(readFile(file_).find("\"threshold\": 0.4\n") != std::string::npos);
  }

  void whatIsMissingIsTheDefault() {
    const MonitoringSettings read = monitoringSettingsFromJson(
        json::parse(R"({"recorder": {"mode": "triggered"}, "classes": {"dog":
          {"alert": true, "threshold": null}}, "room": null})"),
        "a text");
    QVERIFY(read.recorder.mode == RecorderSettings::Mode::Triggered);
    QCOMPARE(read.recorder.beforeSeconds, RecorderSettings{}.beforeSeconds);
    QVERIFY(read.classNamed("dog").alert && !read.classNamed("dog").threshold);
    QVERIFY(read.classNamed("cat") == ClassSettings{});
    QVERIFY(read.alerts == AlertSettings{});
  }

  void alertsAreWrittenOnlyIfTheyAreSet() {
    MonitoringSettings settings;
    settings.classes["dog"].alert = false;
    settings.classes["cat"].pinned = true;
    writeMonitoringSettings(file_, settings);
    QVERIFY(readMonitoringSettings(file_).classes == settings.classes);
    QVERIFY(readMonitoringSettings(file_).classNamed("dog").alert == std::optional(false));
    QVERIFY(!readMonitoringSettings(file_).classNamed("cat").alert.has_value());
  }

  void aGeneralClassAlertsForTheMoreSpecificOnes() {
    ModelDescription related = model();
    related.labels = {"Animal", "Dog", "Bark"};
    related.output = ModelOutput::MultiLabelLogits;
    related.card["label_ids"] = {"/m/0jbk", "/m/0bt9lr", "/m/05tny_"};
    MonitoringSettings settings;
    QVERIFY(alertingClasses(related, settings) == (std::vector<bool>{false, false, false}));
    settings.classes["Dog"].alert = true;
    QVERIFY(alertingClasses(related, settings) == (std::vector<bool>{false, true, true}));
    settings.classes["Bark"].alert = false;
    QVERIFY(alertingClasses(related, settings) == (std::vector<bool>{false, true, false}));
    related.card = json::object();  // without ids each class stands for itself
    settings.classes.erase("Bark");
    QVERIFY(alertingClasses(related, settings) == (std::vector<bool>{false, true, false}));
  }

  void aModelWithManyLabelsAlertsOnTheShortList() {
    ModelDescription many = model();
    many.labels = {"Siren", "Speech"};
    MonitoringSettings settings;
    QVERIFY(alertingClasses(many, settings) == (std::vector<bool>{false, false}));
    while (many.labels.size() < 527)
      many.labels.push_back("x" + std::to_string(many.labels.size()));
    std::vector<bool> alerting = alertingClasses(many, settings);
    QVERIFY(alerting[0]);
    QCOMPARE(std::count(alerting.begin(), alerting.end(), true), 1);
    settings.classes["Siren"].alert = false;
    settings.classes["Speech"].alert = true;
    alerting = alertingClasses(many, settings);
    QVERIFY(!alerting[0] && alerting[1]);
  }

  void keysOfALaterVersionArePassedOver() {
    json object = toJson(everythingSet());
    object["telepathy"] = true;
    object["alerts"]["pager"] = "5";
    object["classes"]["dog"]["colour"] = 7;
    QVERIFY(toJson(monitoringSettingsFromJson(object, "a text")) == toJson(everythingSet()));
  }

  void damageIsToldWithFileAndKey_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const char* text, const char* key) {
      QTest::newRow(name) << QByteArray(text) << QString(key);
    };
    row("no JSON", "{\"recorder\": ", "not valid JSON");
    row("empty", "", "not valid JSON");
    row("a list", "[1]", "an object");
    row("text for a number", R"({"smoothing_seconds": "long"})", "'smoothing_seconds'");
    row("below the range", R"({"smoothing_seconds": -0.1})", "from 0 to 60");
    row("number for a switch", R"({"store_events": 1})", "'store_events'");
    row("unknown channel", R"({"channel": "middle"})", "'channel'");
    row("channel without a text", R"({"channel": 2})", "'channel'");
    row("unknown mode", R"({"recorder": {"mode": "some"}})", "'recorder.mode'");
    row("recorder is no object", R"({"recorder": 3})", "'recorder'");
    row("fraction of a byte", R"({"recorder": {"quota_bytes": 0.5}})", "'recorder.quota_bytes'");
    row("more than 64 bit", R"({"recorder": {"quota_bytes": 18446744073709551615}})",
        "'recorder.quota_bytes'");
    row("minute 1440", R"({"alerts": {"quiet_to_minute": 1440}})", "'alerts.quiet_to_minute'");
    row("a command line", R"({"alerts": {"command": "rm -r x"}})", "'alerts.command'");
    row("a zero in a word", R"({"alerts": {"command": ["a\u0000b"]}})", "'alerts.command'");
    row("not for the web", R"({"alerts": {"webhook_url": "file:///etc/passwd"}})",
        "'alerts.webhook_url'");
    row("threshold above 1", R"({"classes": {"dog": {"threshold": 1.5}}})",
        "'classes.dog.threshold'");
    row("class is a number", R"({"classes": {"dog": 0.5}})", "'classes.dog'");
    row("classes are a list", R"({"classes": []})", "'classes'");
    row("version zero", R"({"format_version": 0})", "'format_version'");
  }
  void damageIsToldWithFileAndKey() {
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    fs::create_directories(file_.parent_path());
    writeFileAtomically(file_, text.toStdString());
    const QString sentence = errorOf([this] { readMonitoringSettings(file_); });
    QVERIFY2(isSentence(sentence), qPrintable(sentence));
    QVERIFY2(sentence.contains(key), qPrintable(sentence));
    QVERIFY2(sentence.contains("desk.json"), qPrintable(sentence));
  }

  void aNewerVersionIsRefused() {
    const QString sentence = errorOf([] {
      monitoringSettingsFromJson({{"format_version", MonitoringSettings::kFormatVersion + 1}},
                                 "'desk.json'");
    });
    QVERIFY2(sentence.contains("newer Earwitness"), qPrintable(sentence));
  }

  void aFolderThatIsNoFolderIsTold() {
    fs::create_directories(folder_);
    writeFileAtomically(folder_ / "earwitness", "a file");
    const QString sentence = errorOf([this] { writeMonitoringSettings(file_, {}); });
    QVERIFY2(isSentence(sentence) && sentence.contains("earwitness"), qPrintable(sentence));
  }

  void aNameThatIsNoTextIsToldAndTheOldFileStays() {
    writeMonitoringSettings(file_, everythingSet());
    MonitoringSettings settings;
    settings.recorder.folder = "/srv/\xFF";
    QVERIFY(isSentence(errorOf([&] { writeMonitoringSettings(file_, settings); })));
    QVERIFY(toJson(readMonitoringSettings(file_)) == toJson(everythingSet()));
  }

  void webAddresses() {
    for (const char* good : {"http://a", "HTTPS://example.org:8443/x?y=z", "http://[::1]:80/"})
      QVERIFY2(isWebAddress(good), good);
    for (const char* bad :
         {"", "http://", "example.org", "ftp://a", "http:a", "http://a b", "javascript:alert(1)"})
      QVERIFY2(!isWebAddress(bad), bad);
  }

  void rulesAreTheModelsWhereNothingIsSet() {
    const EventSettings plain = eventSettingsOf(model());
    const EventSettings events = eventSettingsOf(model(), MonitoringSettings{});
    QCOMPARE(events.windowSeconds, 1.5);
    QCOMPARE(events.rules.size(), plain.rules.size());
    for (size_t i = 0; i < plain.rules.size(); ++i) {
      QCOMPARE(events.rules[i].onThreshold, plain.rules[i].onThreshold);
      QCOMPARE(events.rules[i].offThreshold, plain.rules[i].offThreshold);
      QCOMPARE(events.rules[i].minimumSeconds, plain.rules[i].minimumSeconds);
    }
  }

  void rulesAreTheUsersWhereTheyAreSet() {
    MonitoringSettings settings;
    settings.smoothingSeconds = 1.25;
    settings.classes["dog"].threshold = 0.2F;
    settings.classes["siren"].minimumSeconds = 2.0;
    settings.classes["siren"].coolDownSeconds = 30.0;
    settings.classes["rain"].hidden = true;
    settings.classes["of another model"].threshold = 0.9F;
    const EventSettings events = eventSettingsOf(model(), settings);
    const EventSettings plain = eventSettingsOf(model());
    QCOMPARE(events.smoothingSeconds, 1.25);
    QCOMPARE(events.rules.size(), size_t(3));
    QCOMPARE(events.rules[0].onThreshold, 0.2F);
    // Hysteresis keeps its share of the threshold.
    QCOMPARE(events.rules[0].offThreshold / 0.2F, plain.rules[0].offThreshold / 0.5F);
    QCOMPARE(events.rules[1].onThreshold, 0.6F);
    QCOMPARE(events.rules[1].minimumSeconds, 2.0);
    QCOMPARE(events.rules[1].coolDownSeconds, 30.0);
    QVERIFY(events.rules[2].isIgnored && !events.rules[0].isIgnored);
    QVERIFY(events.rules[2].reportedFrom() > 1.0F);
  }

  /// Background says that there is nothing to report, unless somebody wants to know.
  void backgroundIsNoEvent() {
    ModelDescription named = model();
    named.labels[1] = kBackgroundLabel;
    MonitoringSettings settings;
    QVERIFY(eventSettingsOf(named).rules[1].onThreshold > 1.0F);
    QVERIFY(eventSettingsOf(named, settings).rules[1].onThreshold > 1.0F);
    QCOMPARE(eventSettingsOf(named).rules[0].onThreshold, named.thresholds[0]);
    settings.classes[kBackgroundLabel].threshold = 0.4F;
    QCOMPARE(eventSettingsOf(named, settings).rules[1].onThreshold, 0.4F);
    settings.classes[kBackgroundLabel].hidden = true;
    QVERIFY(eventSettingsOf(named, settings).rules[1].reportedFrom() > 1.0F);
  }

  /// Models of AudioSet name silence, by its id; a class of the user's by that name is a class.
  void silenceIsNoEvent() {
    ModelDescription audioSet = model();
    audioSet.labels[2] = "Silence";
    QCOMPARE(eventSettingsOf(audioSet).rules[2].onThreshold, audioSet.thresholds[2]);
    audioSet.card["label_ids"] = {"/m/09x0r", "/m/0bt9lr", "/m/028v0c"};
    QVERIFY(eventSettingsOf(audioSet).rules[2].onThreshold > 1.0F);
    QCOMPARE(eventSettingsOf(audioSet).rules[0].onThreshold, audioSet.thresholds[0]);
    MonitoringSettings settings;
    settings.classes["Silence"].threshold = 0.4F;
    QCOMPARE(eventSettingsOf(audioSet, settings).rules[2].onThreshold, 0.4F);
  }

 private:
  QTemporaryDir directory_;
  fs::path folder_;
  fs::path file_;
};

QTEST_GUILESS_MAIN(TestMonitoringSettings)
#include "test_monitoring_settings.moc"
