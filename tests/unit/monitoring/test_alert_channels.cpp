// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/monitoring/alert_channel.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/base/web_server.h"
#include "tests/unit/monitoring/notification_peers.h"

using namespace earwitness;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const std::string kEvilLabel = "dog; touch /tmp/no $(reboot) `id` \"'\\ | & < > \xC3\xA9 %s\n!";

Alert alertOf(const std::string& label) {
  return {label, 0.87F, 1767323045678, "USB <mic> & co", "Bundled"};
}

std::string contents(const fs::path& file) {
  return fs::exists(file) ? readFile(file) : std::string();
}

}  // namespace

class TestAlertWays : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("NO_PROXY", "*");  // the server is here
    qputenv("no_proxy", "*");
    QVERIFY(directory_.isValid());
  }
  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directory(folder_);
    stop_.emplace();
  }

  // ---- Command ----------------------------------------------------------------------------------

  void aCommandGetsTheAlertUnharmed() {
    const auto way =
        makeCommandChannel({"/bin/sh", "-c",
                            "cat > \"$1\"/input; printf '%s|%s|%s' \"$EARWITNESS_LABEL\" "
                            "\"$EARWITNESS_SCORE\" \"$EARWITNESS_TIME\" > \"$1\"/env",
                            "sh", folder_.string()});
    way->send(alertOf(kEvilLabel), *stop_);
    QVERIFY(nlohmann::json::parse(contents(folder_ / "input")) == toJson(alertOf(kEvilLabel)));
    QCOMPARE(contents(folder_ / "env"), kEvilLabel + "|0.870|2026-01-02T03:04:05.678Z");
  }

  void noShellReadsTheArguments() {
    const auto way = makeCommandChannel({"touch", "--", (folder_ / "$(id); a b").string()});
    way->send(alertOf("dog"), *stop_);
    QVERIFY(fs::exists(folder_ / "$(id); a b"));
  }

  void aCommandThatReadsNothingIsFine() {
    Alert large = alertOf("dog");
    large.source.assign(3'000'000, 'x');
    makeCommandChannel({"true"})->send(large, *stop_);
  }

  void aCommandThatFailsIsToldWithWhatItSaid() {
    const auto way =
        makeCommandChannel({"/bin/sh", "-c", "echo one >&2; echo no bell here >&2; exit 3"});
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence), qPrintable(sentence));
    QVERIFY2(sentence.contains("exit code 3") && sentence.contains("'no bell here'"),
             qPrintable(sentence));
  }

  void aCommandThatIsNotThereIsTold() {
    const auto way = makeCommandChannel({"/nowhere/bell"});
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("/nowhere/bell"), qPrintable(sentence));
  }

  void aCommandThatHangsIsKilledWithWhatItStarted() {
    const auto way = makeCommandChannel(
        {"/bin/sh", "-c",
         "trap '' TERM; sleep 1000 & echo $! > \"$1\"/child; echo $$ > \"$1\"/self;"
         "wait; wait",
         "sh", folder_.string()},
        1000ms);
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("did not finish"), qPrintable(sentence));
    // The command itself is reaped: there is no process of that number, not even a zombie.
    QCOMPARE(::kill(std::stoi(contents(folder_ / "self")), 0), -1);
    // Its child is the system's to reap.
    const std::string child = contents(folder_ / "child");
    const fs::path state = fs::path("/proc") / child.substr(0, child.find('\n')) / "stat";
    QTRY_VERIFY(!fs::exists(state) || contents(state).find(") Z ") != std::string::npos);
  }

  void aCommandIsBrokenOffAtTheEnd() {
    const auto way = makeCommandChannel(
        {"/bin/sh", "-c", "echo $$ > \"$1\"/self; exec sleep 1000", "sh", folder_.string()}, 1h);
    std::jthread stopper([this] {
      while (contents(folder_ / "self").empty()) std::this_thread::yield();
      stop_->request();
    });
    QVERIFY_THROWS_EXCEPTION(Stopped, way->send(alertOf("dog"), *stop_));
    QCOMPARE(::kill(std::stoi(contents(folder_ / "self")), 0), -1);
  }

  // ---- Web hook ---------------------------------------------------------------------------------

  void aWebHookGetsTheAlertAsJson() {
    TestWebServer server({httpAnswer("204 No Content")});
    makeWebhookChannel(server.url("/hook?key=1"))->send(alertOf(kEvilLabel), *stop_);
    QCOMPARE(server.requestCount(), size_t(1));
    const HttpRequest request = server.request(0);
    QVERIFY(request.head.starts_with("POST /hook?key=1 HTTP/1.1\r\n"));
    QVERIFY(request.head.find("Content-Type: application/json\r\n") != std::string::npos);
    QVERIFY(nlohmann::json::parse(request.body) == toJson(alertOf(kEvilLabel)));
  }

  void aWebHookThatRefusesIsToldWithoutItsSecret() {
    TestWebServer server({httpAnswer("403 Forbidden")});
    const auto way = makeWebhookChannel(server.url("/secret-key"));
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("403"), qPrintable(sentence));
    QVERIFY2(!sentence.contains("secret"), qPrintable(sentence));
  }

  void aWebHookThatIsNotThereIsTold() {
    std::string url;
    {
      const TestWebServer server({});
      url = server.url();
    }
    const auto way = makeWebhookChannel(url);
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("127.0.0.1"), qPrintable(sentence));
  }

  void aWebHookThatNeverAnswersIsGivenUp() {
    TestWebServer server({});
    const auto way = makeWebhookChannel(server.url(), {.connect = 1s, .total = 300ms});
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("cannot be reached"), qPrintable(sentence));
    QCOMPARE(server.requestCount(), size_t(1));
  }

  void aWebHookIsBrokenOffAtTheEnd() {
    TestWebServer server({});
    const auto way = makeWebhookChannel(server.url(), {.connect = 1h, .total = 1h});
    std::jthread stopper([&] {
      while (server.requestCount() == 0) std::this_thread::yield();
      stop_->request();
    });
    QVERIFY_THROWS_EXCEPTION(Stopped, way->send(alertOf("dog"), *stop_));
  }

  void aRedirectIsFollowedWithTheAlert() {
    TestWebServer target({httpAnswer("200 OK")});
    TestWebServer server({httpAnswer("301 Moved", "Location: " + target.url("/new") + "\r\n")});
    makeWebhookChannel(server.url())->send(alertOf("dog"), *stop_);
    QCOMPARE(target.requestCount(), size_t(1));
    QVERIFY(target.request(0).head.starts_with("POST /new "));
    QVERIFY(nlohmann::json::parse(target.request(0).body) == toJson(alertOf("dog")));
  }

  void aRedirectElsewhereIsNotFollowed() {
    const fs::path file = folder_ / "file";
    writeFileAtomically(file, "no answer");
    TestWebServer server({httpAnswer("302 Found", "Location: file://" + file.string() + "\r\n")});
    const auto way = makeWebhookChannel(server.url());
    QVERIFY(isSentence(errorOf([&] { way->send(alertOf("dog"), *stop_); })));
  }

  void otherAddressesAreNotCalled() {
    const fs::path file = folder_ / "file";
    writeFileAtomically(file, "");
    const auto way = makeWebhookChannel("file://" + file.string());
    QVERIFY(isSentence(errorOf([&] { way->send(alertOf("dog"), *stop_); })));
    QCOMPARE(contents(file), std::string());
  }

  // ---- Notification -----------------------------------------------------------------------------

  void aNotificationSaysWhatWasHeardWhenAndWhere() {
    const TestBus bus;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
    qputenv("TZ", "UTC");
    tzset();
    const TestNotificationService service(bus.address(), /*takesMarkup=*/false);
    const auto way = makeNotificationChannel();
    way->send(alertOf("crackling_fire"), *stop_);
    QCOMPARE(service.shown().size(), size_t(1));
    const ShownNotification shown = service.shown()[0];
    QCOMPARE(shown.application, std::string("Earwitness"));
    QCOMPARE(shown.summary, std::string("Crackling fire (87%)"));
    QCOMPARE(shown.body, std::string("03:04:05, USB <mic> & co"));
    QCOMPARE(shown.icon, std::string("io.github.earwitness.Earwitness"));
    QCOMPARE(shown.desktopEntry, shown.icon);
    QCOMPARE(shown.urgency, 1);
    QCOMPARE(shown.replaces, 0U);
  }

  void aLaterAlertOfAClassTakesTheOldOnesPlace() {
    const TestBus bus;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
    const TestNotificationService service(bus.address(), /*takesMarkup=*/true);
    const auto way = makeNotificationChannel();
    for (const char* label : {"dog", "siren", "dog"}) way->send(alertOf(label), *stop_);
    const std::vector<ShownNotification> shown = service.shown();
    QCOMPARE(shown.size(), size_t(3));
    QCOMPARE(shown[1].replaces, 0U);
    QCOMPARE(shown[2].replaces, shown[0].id);
    QVERIFY(shown[2].body.ends_with("USB &lt;mic&gt; &amp; co"));
  }

  void labelsAndDevicesNeedNotBeText() {
    const TestBus bus;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
    const TestNotificationService service(bus.address(), /*takesMarkup=*/false);
    Alert alert = alertOf(kEvilLabel);
    alert.source = "\xFF mic";
    makeNotificationChannel()->send(alert, *stop_);
    QVERIFY(service.shown().at(0).body.ends_with("\xEF\xBF\xBD mic"));
    QVERIFY(service.shown().at(0).summary.find("$(reboot)") != std::string::npos);
  }

  void withoutABusItIsTold() {
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            QByteArray::fromStdString("unix:path=" + (folder_ / "none").string()));
    const auto way = makeNotificationChannel();
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("no session bus"), qPrintable(sentence));
  }

  void withoutAServiceItIsTold() {
    const TestBus bus;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
    const auto way = makeNotificationChannel();
    const QString sentence = errorOf([&] { way->send(alertOf("dog"), *stop_); });
    QVERIFY2(isSentence(sentence) && sentence.contains("notification service"),
             qPrintable(sentence));
    // And it is found as soon as it is there.
    const TestNotificationService service(bus.address(), /*takesMarkup=*/false);
    way->send(alertOf("dog"), *stop_);
    QCOMPARE(service.shown().size(), size_t(1));
  }

  void aBusThatIsStartedAnewIsFoundAgain() {
    auto bus = std::make_unique<TestBus>();
    auto service = std::make_unique<TestNotificationService>(bus->address(), false);
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus->address());
    const auto way = makeNotificationChannel();
    way->send(alertOf("dog"), *stop_);
    service.reset();
    bus = std::make_unique<TestBus>();
    service = std::make_unique<TestNotificationService>(bus->address(), false);
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus->address());
    way->send(alertOf("dog"), *stop_);
    QCOMPARE(service->shown().size(), size_t(1));
    QCOMPARE(service->shown()[0].replaces, 0U);
  }

  void aServiceThatHangsIsBrokenOffAtTheEnd() {
    const TestBus bus;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
    const TestNotificationService service(bus.address(), false, /*answers=*/false);
    const auto way = makeNotificationChannel();
    std::jthread stopper([&] {
      while (service.callCount() == 0) std::this_thread::yield();
      stop_->request();
    });
    QVERIFY_THROWS_EXCEPTION(Stopped, way->send(alertOf("dog"), *stop_));
  }

  // ---- Sound ------------------------------------------------------------------------------------

  void theChimeIsShortSoftAndFaded() {
    const std::vector<float> samples = chime(48000.0);
    QVERIFY(samples.size() > 20'000 && samples.size() < 48'000);
    const float peak = *std::max_element(samples.begin(), samples.end());
    QVERIFY(peak > 0.1F && peak < 0.5F);
    QVERIFY(std::all_of(samples.begin(), samples.end(),
                        [](float sample) { return std::abs(sample) < 0.5F; }));
    QCOMPARE(samples.front(), 0.0F);
    QVERIFY(std::abs(samples.back()) < 1e-4F);
    // No click: neighbours differ by no more than the loudest tone's slope.
    for (size_t i = 1; i < samples.size(); ++i)
      QVERIFY(std::abs(samples[i] - samples[i - 1]) < 0.12F);
  }

 private:
  QTemporaryDir directory_;
  fs::path folder_;
  std::optional<StopSignal> stop_;
};

QTEST_GUILESS_MAIN(TestAlertWays)
#include "test_alert_channels.moc"
