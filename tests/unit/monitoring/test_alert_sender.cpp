// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <memory>

#include "core/base/atomic_file.h"
#include "core/monitoring/alert_sender.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/base/web_server.h"

using namespace earwitness;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongEnough = 60s;

/// Only this shell script, which has the folder as $1.
AlertSettings script(const std::string& text, const fs::path& folder) {
  AlertSettings settings;
  settings.notification = false;
  settings.command = {"/bin/sh", "-c", text, "sh", folder.string()};
  return settings;
}

Alert alertOf(const std::string& label) {
  return {label, 0.5F, 0, "Microphone", "Bundled"};
}

std::string contents(const fs::path& file) {
  return fs::exists(file) ? readFile(file) : std::string();
}

}  // namespace

class TestAlertSender : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("NO_PROXY", "*");
    qputenv("no_proxy", "*");
    QVERIFY(directory_.isValid());
  }
  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directory(folder_);
  }

  void alertsAreSentInOrder() {
    AlertSender sender(script("echo \"$EARWITNESS_LABEL\" >> \"$1\"/labels", folder_));
    for (const char* label : {"dog", "siren", "rain"}) sender.send(alertOf(label));
    QVERIFY(sender.finish(kLongEnough));
    QCOMPARE(contents(folder_ / "labels"), std::string("dog\nsiren\nrain\n"));
    QVERIFY(sender.takeProblem().empty());
  }

  void aFailureIsToldOnceUntilItWorkedAgain() {
    AlertSender sender(script("test -e \"$1\"/works", folder_));
    const auto sendOne = [&sender] {
      sender.send(alertOf("dog"));
      return sender.finish(kLongEnough);
    };
    QVERIFY(sendOne() && sendOne());
    QVERIFY(isSentence(QString::fromStdString(sender.takeProblem().english())));
    QVERIFY(sender.takeProblem().empty());
    QVERIFY(sendOne());
    QVERIFY(sender.takeProblem().empty());
    writeFileAtomically(folder_ / "works", "");
    QVERIFY(sendOne());
    fs::remove(folder_ / "works");
    QVERIFY(sendOne());
    QVERIFY(isSentence(QString::fromStdString(sender.takeProblem().english())));
  }

  void aStormDropsTheOldestAndSaysSo() {
    AlertSender sender(
        script("echo \"$EARWITNESS_LABEL\" >> \"$1\"/labels; "
               "while [ ! -e \"$1\"/go ]; do sleep 0.01; done",
               folder_));
    sender.send(alertOf("first"));
    QTRY_COMPARE(contents(folder_ / "labels"), std::string("first\n"));
    for (int i = 0; i < 40; ++i) sender.send(alertOf(std::to_string(i)));
    const QString sentence = QString::fromStdString(sender.takeProblem().english());
    QVERIFY2(isSentence(sentence) && sentence.contains("keep up"), qPrintable(sentence));
    QVERIFY(sender.takeProblem().empty());
    writeFileAtomically(folder_ / "go", "");
    QVERIFY(sender.finish(kLongEnough));
    std::string expected = "first\n";
    for (int i = 24; i < 40; ++i) expected += std::to_string(i) + "\n";
    QCOMPARE(contents(folder_ / "labels"), expected);
  }

  void aWayThatHangsDelaysNoOther() {
    TestWebServer server({});  // never answers
    AlertSettings settings = script("echo \"$EARWITNESS_LABEL\" >> \"$1\"/labels", folder_);
    settings.webhookUrl = server.url();
    AlertSender sender(settings);
    sender.send(alertOf("dog"));
    QTRY_COMPARE(server.requestCount(), size_t(1));
    sender.send(alertOf("siren"));
    QTRY_COMPARE(contents(folder_ / "labels"), std::string("dog\nsiren\n"));
    QVERIFY(!sender.finish(0ms));
  }

  void whatIsOnItsWayIsSentAtTheEnd() {
    {
      AlertSender sender(script("echo \"$EARWITNESS_LABEL\" >> \"$1\"/labels", folder_));
      sender.send(alertOf("dog"));
    }
    QCOMPARE(contents(folder_ / "labels"), std::string("dog\n"));
  }

  void whatHangsIsKilledAtTheEnd() {
    {
      AlertSender sender(script("echo $$ > \"$1\"/self; exec sleep 1000", folder_));
      sender.send(alertOf("dog"));
      QTRY_VERIFY(!contents(folder_ / "self").empty());
    }
    QCOMPARE(::kill(std::stoi(contents(folder_ / "self")), 0), -1);
  }

  void withoutAWayNothingHappens() {
    AlertSettings settings;
    settings.notification = false;
    AlertSender sender(settings);
    sender.send(alertOf("dog"));
    QVERIFY(sender.finish(0ms));
    QVERIFY(sender.takeProblem().empty());
  }

 private:
  QTemporaryDir directory_;
  fs::path folder_;
};

QTEST_GUILESS_MAIN(TestAlertSender)
#include "test_alert_sender.moc"
