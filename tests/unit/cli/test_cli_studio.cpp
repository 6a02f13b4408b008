// SPDX-License-Identifier: GPL-3.0-or-later
// What a window asks of the command "train".
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <fstream>

#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/stand_aside.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_summary.h"
#include "core/runs/run_view.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {
constexpr int kPatienceMs = 120'000;

bool isEvent(const QByteArray& line, const char* name) {
  const json event = json::parse(line.toStdString(), nullptr, false);
  return event.is_object() && event.value("event", "") == name;
}

std::string lineOf(const fs::path& file) {
  std::string line;
  std::getline(std::ifstream(file) >> std::ws, line);
  return line;
}

/// Of /proc/PID/stat: the field behind the priority.
int niceOf(qint64 process) {
  const std::string stat = lineOf("/proc/" + std::to_string(process) + "/stat");
  const QStringList fields = QString::fromStdString(stat.substr(stat.rfind(')') + 2)).split(' ');
  return fields.at(16).toInt();
}

/// Of work in the background, or what the tests have already.
int backgroundNice() {
  return std::max(10, niceOf(::getpid()));
}

}  // namespace

class TestCliStudio : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    run_ = {path("run")};
  }

  void aDryRunTellsWhatARunWouldBe() {
    CliProcess cli;
    // Others may be reckoning too: this one has a folder of its own for what passes.
    QVERIFY(fs::create_directory(path("passing")));
    cli.set("TMPDIR", textOf(path("passing")));
    QVERIFY(cli.run(arguments({"--dry-run", "--json", "--out", textOf(run_.path)})));
    const QString error = cli.errorText();
    QVERIFY2(cli.exitCode() == 0 && error.isEmpty(), qPrintable(error));
    const json told = cli.json();
    QVERIFY(!fs::exists(run_.path));
    // The settings are those that a run writes down.
    json expected = json::parse(readFile(SmallRun::get().folder().settings()));
    QCOMPARE(told.at("settings").dump(), expected.dump());
    QCOMPARE(told.at("window_seconds").get<double>(), 1.0);
    const auto run = readRun(SmallRun::get().folder().path);
    QCOMPARE(told.at("parameters").get<long>(), *run->parameters);
    QVERIFY(told.at("multiply_adds").get<long>() > 100'000);
    QCOMPARE(told.at("layout").get<std::string>(), std::string("folders"));
    QCOMPARE(told.at("clips").get<int>(), 24);
    QCOMPARE(told.at("classes").get<int>(), 3);
    QCOMPARE(told.at("training_clips").get<int>(), 21);
    QCOMPARE(told.at("validation_clips").get<int>(), 3);
    QVERIFY(!told.at("split").get<std::string>().empty() && told.at("warnings").empty());
    const double epoch = told.at("seconds_an_epoch");
    QVERIFY2(epoch > 0.001 && epoch < 60.0, told.dump().c_str());
    QVERIFY(told.at("seconds").get<double>() >= 6 * epoch);
    QVERIFY(told.at("disk_bytes").get<long>() > 10 * 4 * *run->parameters);
    // What it tried leaves nothing behind.
    QVERIFY(fs::is_empty(path("passing")));
  }

  /// More epochs take longer; features that are in the cache need no room and no time.
  void aDryRunReckons() {
    CliProcess cached, fresh;
    QVERIFY(cached.run(arguments({"--dry-run", "--json", "--epochs", "600"})));
    QStringList other = arguments({"--dry-run", "--json"});
    other[other.indexOf("--cache") + 1] = textOf(path("cache"));
    QVERIFY(fresh.run(other));
    const json more = cached.json(), computed = fresh.json();
    QVERIFY(more.at("seconds").get<double>() > 599 * more.at("seconds_an_epoch").get<double>());
    constexpr long kWindowBytes = 101L * 128 * 4;
    const long features = computed.at("disk_bytes").get<long>() - more.at("disk_bytes").get<long>();
    QVERIFY2(features > 20 * kWindowBytes / 2 && features < 24 * kWindowBytes * 4,
             qPrintable(QString::number(features)));
  }

  void aDryRunOfAFrozenBackbone() {
    CliProcess cli;
    QVERIFY(fs::create_directory(path("passing")));
    cli.set("TMPDIR", textOf(path("passing")));
    const SmallRun& small = SmallRun::get();
    QVERIFY(cli.run({"train", "--data", textOf(small.data()), "--init",
                     textOf(small.folder().bestModel()), "--freeze", "backbone", "--dry-run",
                     "--json"}));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const json told = cli.json();
    QCOMPARE(told.at("settings").at("recipe").get<std::string>(), std::string("head"));
    QCOMPARE(told.at("settings").at("freeze").get<std::string>(), std::string("backbone"));
    // The embeddings are computed once, which the epochs do not count.
    const double epochs =
        told.at("settings").at("epochs").get<double>() * told.at("seconds_an_epoch").get<double>();
    QVERIFY(told.at("seconds").get<double>() > epochs);
    QVERIFY(fs::is_empty(path("passing")));
  }

  void aDryRunForPeople() {
    CliProcess cli;
    QVERIFY(cli.run(arguments({"--dry-run"})));
    const QString text = QString::fromUtf8(cli.readAllStandardOutput());
    QVERIFY2(text.contains("24 clips in 3 classes") && text.contains(" parameters, ") &&
                 text.contains(" an epoch, ") && text.trimmed().endsWith("MB on disk"),
             qPrintable(text));
  }

  void aDryRunOfSettings() {
    CliProcess cli;
    QVERIFY(cli.run({"train", "--settings", textOf(SmallRun::get().folder().settings()), "--cache",
                     textOf(SmallRun::get().cache()), "--dry-run", "--json", "--yield"}));
    QCOMPARE(cli.json().at("settings").at("epochs").get<int>(), 6);
  }

  void whatADryRunRefuses_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("one class") << "one"
                               << "two classes";
    QTest::newRow("missing") << "missing"
                             << "missing";
    QTest::newRow("broken") << "broken"
                            << "can be used";
  }
  void whatADryRunRefuses() {
    QFETCH(QString, what);
    QFETCH(QString, says);
    writeClip(path("one") / "dog" / "a.wav", noise(16000));
    for (const char* name : {"cat", "dog"})
      for (const char* clip : {"a.wav", "b.wav", "c.wav"})
        writeText(path("broken") / name / clip, "no sound");
    QStringList list = arguments({"--dry-run", "--json"});
    list[list.indexOf("--data") + 1] = textOf(path(what.toUtf8()));
    CliProcess cli;
    QVERIFY(cli.run(list));
    const QString error = cli.errorText();
    QVERIFY2(cli.exitCode() == 1 && isCliError(error) && error.contains(says), qPrintable(error));
    QVERIFY(cli.readAllStandardOutput().isEmpty());
  }

  void optionsThatDoNotGoTogether() {
    for (const QStringList& more : {QStringList{"--dry-run", "--resume"},
                                    QStringList{"--dry-run", "--search", "3"}, QStringList{}}) {
      CliProcess cli;
      QVERIFY(cli.run(arguments(more)));
      const QString error = cli.errorText();
      QVERIFY2(cli.exitCode() != 0 && error.contains(more.isEmpty() ? "--out" : "--dry-run"),
               qPrintable(error));
    }
  }

  void correctionsChangeWhatIsTrained() {
    const SmallRun& small = SmallRun::get();
    const auto clip = [&](const char* name) { return (small.data() / name).string(); };
    writeText(path("corrections.json"), json{{"version", 1},
                                             {"clips",
                                              {{{"path", clip("tone/0.wav")}, {"label", "clicks"}},
                                               {{"path", clip("tone/1.wav")}, {"label", nullptr}}}}}
                                            .dump());
    CliProcess cli;
    QVERIFY(cli.run(arguments({"--out", textOf(run_.path), "--epochs", "1", "--corrections",
                               textOf(path("corrections.json"))})));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const json data = json::parse(readFile(run_.data()));
    QCOMPARE(data.at("training").size() + data.at("validation").size(), size_t(23));
    const std::string text = data.dump();
    QVERIFY(text.find(clip("tone/0.wav")) != std::string::npos);
    QVERIFY(text.find(clip("tone/1.wav")) == std::string::npos);
    QVERIFY(data.at("fingerprint") !=
            json::parse(readFile(small.folder().data())).at("fingerprint"));
    QCOMPARE(json::parse(readFile(run_.settings())).at("data").at("corrections").get<std::string>(),
             path("corrections.json").string());

    // Other corrections are other data, which a run cannot go on with.
    CliProcess other;
    QVERIFY(other.run({"train", "--out", textOf(run_.path), "--cache", textOf(small.cache()),
                       "--resume", "--corrections", ""}));
    const QString error = other.errorText();
    QVERIFY2(other.exitCode() == 1 && isCliError(error) && error.contains("changed"),
             qPrintable(error));
    const RunView view = readRunView(run_.path);
    QVERIFY(view.phase == RunView::Phase::Failed && view.errorKind == "data");
  }

  void yieldingIsWorkInTheBackground() {
    CliProcess cli;
    cli.set("OMP_NUM_THREADS", "3");  // OpenBLAS starts them before the program's first line
    QVERIFY(cli.begin(
        arguments({"--out", textOf(run_.path), "--epochs", "100000", "--json", "--yield"})));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "epoch"); }));
    QCOMPARE(niceOf(cli.processId()), backgroundNice());
    for (const auto& task :
         fs::directory_iterator("/proc/" + std::to_string(cli.processId()) + "/task"))
      QCOMPARE(niceOf(std::stoll(task.path().filename().string())), backgroundNice());
    QVERIFY(RunLock::holder(run_) == pid_t(cli.processId()));
    cli.signal(SIGINT);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
    QVERIFY(!RunLock::holder(run_));
    // Stopped, and what there is of it is there.
    const RunView view = readRunView(run_.path);
    QVERIFY(view.phase == RunView::Phase::Stopped && view.best && !view.epochs.empty());
    QVERIFY(json::parse(readFile(run_.result())).at("latency_ms").get<double>() > 0.0);
  }

  /// A window whose microphone is late asks for that; a program that is not asked to yield does
  /// not.
  void itStandsAsideWhenItIsAsked() {
    if (!fs::exists("/proc/self/syscall")) QSKIP("This system does not tell what a process does.");
    CliProcess cli;
    QVERIFY(cli.begin(
        arguments({"--out", textOf(run_.path), "--epochs", "100000", "--json", "--yield"})));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "epoch"); }));
    bool slept = false;  // the signal wakes it, so one look is not like the next
    const auto hasSlept = [&cli, &slept] {
      slept = slept || lineOf("/proc/" + std::to_string(cli.processId()) + "/syscall")
                           .starts_with(std::to_string(SYS_clock_nanosleep) + " ");
      if (!slept) cli.signal(kStandAsideSignal);
      return slept;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasSlept(), kPatienceMs);
    // It is not stopped, and goes on by itself.
    for (int epoch = 0; epoch < 3; ++epoch)
      QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "epoch"); }));
    cli.signal(SIGINT);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
  }

  /// The session of a terminal is left alone, one of its own is not.
  void yieldingTakesItsSessionAlong() {
    if (!fs::exists("/proc/self/autogroup")) QSKIP("This system does not group by session.");
    CliProcess cli;
    cli.start("setsid",
              QStringList{EARWITNESS_CLI} + arguments({"--out", textOf(run_.path), "--epochs",
                                                       "100000", "--json", "--yield"}));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "built"); }));
    const auto process = RunLock::holder(run_);
    QVERIFY(process.has_value());
    const std::string group = lineOf("/proc/" + std::to_string(*process) + "/autogroup");
    QVERIFY2(group.ends_with("nice 10"), group.c_str());
    QVERIFY(!lineOf("/proc/self/autogroup").ends_with("nice 10"));
    ::kill(*process, SIGINT);
    QVERIFY(cli.ends());
  }

  /// One lock for a search as for a run: a window asks its holder to stop.
  void aSearchIsHeldToo() {
    CliProcess cli;
    QVERIFY(cli.begin(
        arguments({"--out", textOf(run_.path), "--epochs", "900", "--json", "--search", "2"})));
    QVERIFY(cli.waitForLine([](const QByteArray& line) { return isEvent(line, "epoch"); }));
    QVERIFY(RunLock::holder(run_) == pid_t(cli.processId()));
    CliProcess second;
    QVERIFY(second.run(arguments(
        {"--out", textOf(run_.path), "--epochs", "900", "--json", "--search", "2", "--resume"})));
    const QString error = second.errorText();
    QVERIFY2(isCliError(error) && error.contains("Another training"), qPrintable(error));
    cli.signal(SIGINT);
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 130);
  }

 private:
  /// Those of smallSettings(), and more.
  static QStringList arguments(const QStringList& more) {
    const SmallRun& small = SmallRun::get();
    QStringList list{"train",
                     "--data",
                     textOf(small.data()),
                     "--cache",
                     textOf(small.cache()),
                     "--batch-size",
                     "4",
                     "--threads",
                     "1",
                     "--augment",
                     "time-mask:frames=10"};
    if (!more.contains("--epochs"))
      list << "--epochs"
           << "6";
    return list + more;
  }
  fs::path path(const char* name) const {
    return fs::path(directory_->path().toStdString()) / name;
  }

  std::unique_ptr<QTemporaryDir> directory_;
  RunFolder run_;
};

QTEST_GUILESS_MAIN(TestCliStudio)
#include "test_cli_studio.moc"
