// SPDX-License-Identifier: GPL-3.0-or-later
// What every command does with --output and with standard output, wherever they lead.
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <thread>

#include <sys/stat.h>

#include "core/base/atomic_file.h"
#include "core/monitoring/event_store.h"
#include "tests/unit/cli/command_lines.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int kEvents = 1000;

struct Writer {
  const char* name;
  const char* command;  ///< with OUT for the file
  const char* input;    ///< of it
  int mostKibibytes;    ///< files may have that size, so that it fails and no other does
};
constexpr Writer kWriters[] = {
    {"classify", "classify INPUT --model MODEL --format csv --output OUT", "@/sound.wav", 0},
    {"events", "events --store INPUT --format jsonl --output OUT", "@/events.sqlite", 64},
    {"features", "features INPUT --output OUT", "@/sound.wav", 0},
    {"model describe", "model describe INPUT --name Other --output OUT", "MODEL", 0},
};

StoredEvent eventAt(int number) {
  StoredEvent event;
  event.source = "Microphone";
  event.label = "Dog";
  event.onsetUtcMs = 1'767'323'045'678 + number * 1000;
  event.offsetSeconds = 0.5;
  event.modelName = "Model";
  return event;
}

}  // namespace

class TestCliWriters : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    writeClip(root_ / "sound.wav", tone(900.0, 16000.0, 48000, 0.3));
    EventStore store(root_ / "events.sqlite");
    for (int i = 0; i < kEvents; ++i) store.put(eventAt(i));
    store.commit();
    fs::create_directory(root_ / "tmp");
    for (const Writer& writer : kWriters) {
      const fs::path file = root_ / "expected";
      CliProcess cli;
      QVERIFY(cli.run(arguments(writer, file)));
      QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
      expected_[writer.name] = readFile(file);
      QVERIFY(!expected_[writer.name].empty());
    }
    QVERIFY(expected_["events"].size() > 65536);
  }
  void init() {
    folder_ = root_ / std::to_string(++count_);
    fs::create_directory(folder_);
  }

  void standardOutputAsDash_data() { addWriters(); }
  void standardOutputAsDash() {
    CliProcess cli;
    QVERIFY(cli.run(arguments(writer(), "-")));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(cli.readAllStandardOutput().toStdString() == expected());
  }

  void standardOutputIsContinued_data() {
    addWriters(true);
    for (const char* path : {"/dev/stdout", "/proc/self/fd/1", "/dev/fd/1", "-"})
      QTest::newRow(path) << 0 << QString(path);
  }
  void standardOutputIsContinued() {
    QFETCH(QString, path);
    const fs::path log = folder_ / "log";
    std::ofstream(log) << "before\n";
    CliProcess cli;
    cli.setStandardOutputFile(textOf(log), QIODevice::Append);
    QVERIFY(cli.run(arguments(writer(), path.isEmpty() ? "/dev/stdout" : path.toStdString())));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(readFile(log) == "before\n" + expected());
    QVERIFY(fs::is_symlink("/dev/stdout"));
  }

  void pipes_data() { addWriters(); }
  void pipes() {
    const fs::path pipe = folder_ / "pipe";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    std::string read;
    std::thread reader([&] { read = readFile(pipe); });
    CliProcess cli;
    const bool ended = cli.run(arguments(writer(), pipe));
    if (!ended || cli.exitCode() != 0) std::ofstream(pipe) << "the reader goes on";
    reader.join();
    QVERIFY(ended);
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(read == expected());
    QVERIFY(fs::is_fifo(pipe));
  }

  void links_data() { addWriters(); }
  void links() {
    std::ofstream(folder_ / "target") << "old";
    fs::create_symlink("target", folder_ / "link");
    CliProcess cli;
    QVERIFY(cli.run(arguments(writer(), folder_ / "link")));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(fs::is_symlink(folder_ / "link"));
    QVERIFY(readFile(folder_ / "target") == expected());
    QCOMPARE(entries(), 2);
  }

  void longNames_data() { addWriters(); }
  void longNames() {
    const fs::path path = folder_ / (QByteArray("ж").repeated(125) + "x.csv").toStdString();
    CliProcess cli;
    QVERIFY(cli.run(arguments(writer(), path)));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    QVERIFY(readFile(path) == expected());
    QCOMPARE(entries(), 1);
  }

  void anOutputThatCannotBeWrittenIsReportedFirst_data() {
    addWriters();
    QTest::newRow("model import") << -1;
  }
  void anOutputThatCannotBeWrittenIsReportedFirst() {
    QFETCH(int, index);
    std::ofstream(folder_ / "file") << "x";
    fs::create_directory(folder_ / "folder");
    fs::create_symlink("loop", folder_ / "loop");
    for (const fs::path& path :
         {folder_ / "missing" / "x.csv", folder_ / "file" / "x.csv", folder_ / "folder",
          folder_ / "loop", fs::path("/proc/x.csv"), folder_ / std::string(256, 'x')}) {
      // There is no such input, which nobody comes to notice.
      const QString command =
          index < 0 ? "model import @/none --labels @/none --shape samples --window-seconds 1 "
                      "--output OUT"
                    : QString(kWriters[index].command).replace("INPUT", "@/none");
      CliProcess cli;
      QVERIFY(cli.run(filled(QString(command).replace("OUT", textOf(path)), root_)));
      const QString text = cli.errorText();
      QVERIFY2(isCliError(text) && text.contains("cannot be written"), qPrintable(text));
      QVERIFY(cli.exitCode() == 1);
      QCOMPARE(entries(), 3);
    }
  }

  void aResultThatCannotBeWrittenIsNotLost_data() { addWriters(); }
  void aResultThatCannotBeWrittenIsNotLost() {
    if (QString(writer().name) == "model describe") return;  // the model is still there
    // A device that is full: what was read and computed is printed, or saved elsewhere.
    fs::create_symlink("/dev/full", folder_ / "device.csv");
    const bool isText = QString(writer().name) != "features";
    CliProcess cli;
    cli.set("TMPDIR", textOf(folder_));
    QVERIFY(cli.run(arguments(writer(), folder_ / "device.csv")));
    QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.contains("disk is full"), qPrintable(text));
    QCOMPARE(cli.exitCode(), 1);
    if (isText) {
      QVERIFY(text.contains("on standard output"));
      QVERIFY(cli.readAllStandardOutput().toStdString() == expected());
      QCOMPARE(entries(), 1);
    } else {
      const fs::path saved = folder_ / "earwitness-device.csv";
      QVERIFY2(text.contains(textOf(saved)), qPrintable(text));
      QVERIFY(readFile(saved) == expected());
    }
    QVERIFY(fs::is_character_file("/dev/full"));
  }

  void aFullDisk_data() { addWriters(); }
  void aFullDisk() {
    std::ofstream(folder_ / "file.csv") << "old";
    CliProcess cli;
    // No file can grow beyond that, as on a disk that is full.
    const QString limited = QString("ulimit -f %1; exec \"$0\" \"$@\"").arg(writer().mostKibibytes);
    cli.start("/bin/bash", QStringList{"-c", limited, EARWITNESS_CLI} +
                               arguments(writer(), folder_ / "file.csv"));
    QVERIFY(cli.ends());
    const QString text = cli.errorText();
    QVERIFY2(text.contains("disk") && isCliError(text), qPrintable(text));
    QCOMPARE(cli.exitCode(), 1);
    QCOMPARE(readFile(folder_ / "file.csv"), std::string("old"));
    QCOMPARE(entries(), 1);
    if (QString(writer().name) != "model describe")
      QVERIFY(cli.readAllStandardOutput().toStdString() == expected());
  }

  void whatIsReadIsNotOverwritten_data() { addWriters(); }
  void whatIsReadIsNotOverwritten() {
    if (QString(writer().name) == "model describe") return;  // may describe itself
    const fs::path input = filled(writer().input, root_).first().toStdString();
    const std::string before = readFile(input);
    fs::create_symlink(input, folder_ / "link");
    for (const fs::path& path : {input, folder_ / "link"}) {
      CliProcess cli;
      QVERIFY(cli.run(arguments(writer(), path)));
      const QString text = cli.errorText();
      QVERIFY2(isCliError(text) && text.contains("files that are read"), qPrintable(text));
      QCOMPARE(cli.exitCode(), 1);
      QVERIFY(readFile(input) == before);
    }
  }

  void aReaderWhoLeavesIsNoError_data() {
    QTest::addColumn<QString>("command");
    for (const char* command :
         {"model info MODEL", "model info MODEL --json", "architectures", "augmentations",
          "classify @/sound.wav --model MODEL", "classify @/sound.wav --model MODEL --json",
          "events --store @/events.sqlite", "events --store @/events.sqlite --format csv",
          "events --store @/events.sqlite --format csv --output -",
          "features @/sound.wav --output -", "evaluate --model MODEL --data DATA --json"})
      QTest::newRow(command) << command;
  }
  void aReaderWhoLeavesIsNoError() {
    QFETCH(QString, command);
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.beginInto("true", filled(command, root_)));  // reads nothing
    QVERIFY(cli.ends());
    const QString text = cli.errorText();
    QVERIFY2(!text.contains("earwitness-cli:") && !text.contains("disk"), qPrintable(text));
    QCOMPARE(cli.exitCode(), 0);
  }

  void aTrainingWhoseReaderLeavesCanGoOn() {
    const fs::path run = folder_ / "run";
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.beginInto(
        "grep -m1 '\"event\":\"epoch\"'",
        filled("train --data DATA --epochs 2000 --json --out " + textOf(run), root_)));
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);  // as after Ctrl-C
    QVERIFY(fs::exists(run / "checkpoint.pt"));
  }

  void aClosedOutputIsNoOtherFile() {
    // What is opened first would be number 1.
    const fs::path store = root_ / "copy.sqlite";
    fs::copy_file(root_ / "events.sqlite", store);
    CliProcess cli;
    cli.start("/bin/bash", QStringList{"-c", "exec \"$0\" \"$@\" >&-", EARWITNESS_CLI, "events",
                                       "--store", textOf(store)});
    QVERIFY(cli.ends());
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.contains("closed"), qPrintable(text));
    QCOMPARE(cli.exitCode(), 1);
    QCOMPARE(EventStore(store).count({}), int64_t(kEvents));
  }

 private:
  static void addWriters(bool withPaths = false) {
    QTest::addColumn<int>("index");
    if (withPaths) QTest::addColumn<QString>("path");
    for (size_t i = 0; i < std::size(kWriters); ++i) {
      QTestData& row = QTest::newRow(kWriters[i].name) << int(i);
      if (withPaths) row << QString();
    }
  }
  static const Writer& writer() {
    QFETCH(int, index);
    return kWriters[index];
  }
  const std::string& expected() { return expected_[writer().name]; }
  QStringList arguments(const Writer& writer, const fs::path& output) const {
    return filled(QString(writer.command).replace("INPUT", writer.input), root_)
        .replaceInStrings("OUT", textOf(output));
  }
  int entries() const {
    return int(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
  fs::path folder_;
  std::map<std::string, std::string> expected_;
  int count_ = 0;
};

QTEST_GUILESS_MAIN(TestCliWriters)
#include "test_cli_writers.moc"
