// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/audio/retry_pause.h"

using namespace earwitness;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestRetryPause : public QObject {
  Q_OBJECT

 private slots:
  void thePausesGrow() {
    RetryPause pause;
    RetryPause::Clock::time_point now{};
    QVERIFY(pause.isDue("", now));
    for (const auto expected : {1s, 2s, 4s, 8s, 8s, 8s}) {
      pause.noteMissing("", now);
      QVERIFY(!pause.isDue("", now + expected - 1ms));
      QVERIFY(pause.isDue("", now + expected));
      now += expected;
    }
    pause.noteFound();
    QVERIFY(pause.isDue("", now));
    pause.noteMissing("", now);
    QVERIFY(pause.isDue("", now + 1s));
  }

  void anotherTraceIsAReasonToLook() {
    RetryPause pause;
    RetryPause::Clock::time_point now{};
    for (int i = 0; i < 5; ++i) pause.noteMissing("none", now);
    QVERIFY(!pause.isDue("none", now + 1s));
    QVERIFY(pause.isDue("a socket", now));
    pause.noteMissing("a socket", now);
    QVERIFY(!pause.isDue("a socket", now));
    QVERIFY(pause.isDue("a socket", now + 1s));  // the pauses are short again
  }

  void aServersSocketLeavesATrace_data() {
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("socket");
    QTest::newRow("the user's folder") << QByteArray("XDG_RUNTIME_DIR") << "@"
                                       << "@/pulse/native";
    QTest::newRow("a folder for it") << QByteArray("PULSE_RUNTIME_PATH") << "@"
                                     << "@/native";
    QTest::newRow("a server's name")
        << QByteArray("PULSE_SERVER") << "tcp:localhost {0123}unix:@/here"
        << "@/here";
  }
  void aServersSocketLeavesATrace() {
    QFETCH(QByteArray, variable);
    QFETCH(QString, value);
    QFETCH(QString, socket);
    const QTemporaryDir folder;
    for (const char* name : {"XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_SERVER"})
      qunsetenv(name);
    qputenv(variable, value.replace('@', folder.path()).toUtf8());
    const fs::path path = socket.replace('@', folder.path()).toStdString();
    const std::string without = traceOfSoundServers();
    fs::create_directories(path.parent_path());
    std::ofstream{path};
    const std::string with = traceOfSoundServers();
    QVERIFY(with != without);
    QCOMPARE(traceOfSoundServers(), with);
    // The server has come again: another file of the same name.
    std::ofstream{path.string() + ".new"};
    fs::rename(path.string() + ".new", path);
    QVERIFY(traceOfSoundServers() != with);
    qunsetenv(variable.constData());
  }
};

QTEST_GUILESS_MAIN(TestRetryPause)
#include "test_retry_pause.moc"
