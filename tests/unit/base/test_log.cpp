// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cerrno>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/log.h"
#include "core/base/log_file.h"
#include "core/base/log_lines.h"
#include "tests/unit/base/as_nobody.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string textOfLine(const std::string& text) {
  const std::string line = logLine(0, LogLevel::Info, "app", text);
  const std::string begin = "1970-01-01T00:00:00.000Z info app: ";
  return line.starts_with(begin) && line.ends_with('\n')
             ? line.substr(begin.size(), line.size() - begin.size() - 1)
             : "not a line: " + line;
}

mode_t modeOf(const fs::path& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777U : 0;
}

}  // namespace

class TestLog : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }
  void cleanup() { closeLog(); }

  void levelsHaveNames() {
    for (const LogLevel level :
         {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
      QVERIFY(logLevelNamed(nameOf(level)) == level);
    for (const char* name : {"", "Info", "warn", "all"}) QVERIFY(!logLevelNamed(name));
  }

  void aRecordIsALine() {
    QCOMPARE(logLine(1'796'042'096'789, LogLevel::Warning, "audio", "Opened 'Mikrofon für 2'"),
             std::string("2026-11-30T12:34:56.789Z warning audio: Opened 'Mikrofon für 2'\n"));
  }

  void whatWouldBendALineIsEscaped_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
      QTest::newRow(name) << text << expected;
    };
    row("newline", "a\nb\tc\rd", "a\\nb\\tc\\u000dd");
    row("escape", "\x1b[31mred\x7f", "\\u001b[31mred\\u007f");
    row("zero", QByteArray("a\0b", 3), "a\\u0000b");
    row("C1",
        "\xc2\x9b"
        "x",
        "\\u009bx");
    row("line separator",
        "a\xe2\x80\xa8"
        "b",
        "a\\u2028b");
    row("direction",
        "a\xe2\x80\xae"
        "b",
        "a\\u202eb");
    row("not UTF-8", "a\xff\xc3(b\xc3", "a\\xff\\xc3(b\\xc3");
    row("UTF-8", "Микрофон 🎤 “x”", "Микрофон 🎤 “x”");
    row("empty", "", "");
  }
  void whatWouldBendALineIsEscaped() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(textOfLine(text.toStdString()), expected.toStdString());
  }

  void longTextsAreCutBetweenLetters() {
    const std::string cut = textOfLine(std::string(3999, 'a') + "яb");
    QCOMPARE(cut, std::string(3999, 'a') + "… (3 more bytes)");
    QVERIFY(textOfLine(std::string(10'000'000, 'x')).size() < 4100);
  }

  void addressesAreNotLogged_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("web hook") << "The web hook at 'https://hooks.example/T0/secret?x=1' failed: x"
                              << "The web hook at '<https address>' failed: x";
    QTest::newRow("end of the line") << "See http://ann:pw@proxy:3128"
                                     << "See <http address>";
    QTest::newRow("two") << "https://a/b, socks5h://c/d and e"
                         << "<https address> <socks5h address> and e";
    QTest::newRow("apostrophe") << "'https://a.org/it's/secret' ended"
                                << "'<https address>' ended";
    QTest::newRow("window") << QString::fromUtf8("«https://a.org/secret» и “ftp://b”.")
                            << QString::fromUtf8("«<https address>» и “<ftp address>”.");
    QTest::newRow("proxy") << "https_proxy=ann:pw@proxy:3128 is set"
                           << "<address> is set";
    QTest::newRow("file") << "file:///home/a.wav"
                          << "file:///home/a.wav";
    QTest::newRow("resource") << "qrc:///icons/a.png"
                              << "qrc:///icons/a.png";
    QTest::newRow("none") << "ratio ://x and a@b"
                          << "ratio ://x and a@b";
  }
  void addressesAreNotLogged() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(textOfLine(text.toStdString())), expected);
  }

  void nothingIsLoggedUntilTheLogIsOpen() {
    QVERIFY(!isLogged(LogLevel::Error));
    logError(kLogApp, "lost");
    openLog(file(), LogLevel::Warning);
    QVERIFY(!fs::exists(file()));  // before the first record
    QVERIFY(isLogged(LogLevel::Warning) && !isLogged(LogLevel::Info));
    logInfo(kLogApp, "too low");
    logWarning(kLogApp, "enough");
    logError(kLogAudio, "more");
    closeLog();
    logError(kLogApp, "after the end");
    const auto lines = linesOf(readFile(file()));
    QCOMPARE(lines.size(), size_t(2));
    static const std::regex form(
        R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (debug|info|warning|error) [a-z]+: .*)");
    for (const std::string& line : lines) QVERIFY2(std::regex_match(line, form), line.c_str());
    QVERIFY(lines[0].ends_with(" warning app: enough") && lines[1].ends_with(" error audio: more"));
  }

  void filesBelongToTheUserAlone() {
    const mode_t before = ::umask(0);
    openLog(file(), LogLevel::Info);
    logInfo(kLogApp, "x");
    ::umask(before);
    QCOMPARE(modeOf(file()), mode_t(0600));
    QCOMPARE(modeOf(file().parent_path()), mode_t(0700));
    closeLog();
    ::chmod(file().c_str(), 0666);
    openLog(file(), LogLevel::Info);
    logInfo(kLogApp, "x");
    QCOMPARE(modeOf(file()), mode_t(0600));
  }

  void errnoStays() {
    openLog("/dev/full", LogLevel::Info);
    errno = 77;
    logInfo(kLogApp, "x");
    QCOMPARE(errno, 77);
  }

  void aFullDiskIsReportedLater() {
    fs::create_directories(file().parent_path());
    fs::create_symlink("/dev/full", file());
    openLog(file(), LogLevel::Info);
    for (int i = 0; i < 5; ++i) logInfo(kLogApp, "lost");
    fs::remove(file());
    logInfo(kLogApp, "written");
    const auto lines = linesOf(readFile(file()));
    QCOMPARE(lines.size(), size_t(2));
    QVERIFY2(lines[0].ends_with("Records that could not be written to this log: 5"),
             lines[0].c_str());
    QVERIFY(lines[1].ends_with("app: written"));
  }

  void aFolderThatCannotBeUsedDisturbsNobody() {
    const fs::path taken = fs::path(folder_->path().toStdString()) / "file";
    writeFileAtomically(taken, "x");
    openLog(taken / "log" / "earwitness.log", LogLevel::Info);
    logInfo(kLogApp, "x");
    fs::permissions(folder_->path().toStdString(), fs::perms(0555));
    const QString problem = asNobody([this] {
      openLog(file(), LogLevel::Info);
      logInfo(kLogApp, "x");
      if (fs::exists(file())) throw Error("It was written.");
    });
    fs::permissions(folder_->path().toStdString(), fs::perms(0755));
    QCOMPARE(problem, QString());
  }

  void aPipeThatNobodyReadsIsNotWaitedFor() {
    fs::create_directories(file().parent_path());
    QCOMPARE(::mkfifo(file().c_str(), 0600), 0);
    openLog(file(), LogLevel::Info);
    logInfo(kLogApp, "x");
  }

  void fullFilesAreRenamed() {
    LogFile log(file(), 100, 3);
    for (int i = 0; i < 50; ++i) QVERIFY(log.append("line " + std::to_string(100 + i) + "\n"));
    const std::string newest = readFile(file());
    const std::string second = readFile(file().string() + ".1");
    const std::string oldest = readFile(file().string() + ".2");
    QVERIFY(!fs::exists(file().string() + ".3"));
    for (const std::string& text : {newest, second, oldest}) QVERIFY(text.size() <= 100);
    const std::string all = oldest + second + newest;
    const auto lines = linesOf(all);
    QCOMPARE(lines.back(), std::string("line 149"));
    for (size_t i = 1; i < lines.size(); ++i)  // none is missing
      QCOMPARE(std::stoi(lines[i].substr(5)), std::stoi(lines[i - 1].substr(5)) + 1);
    QCOMPARE(modeOf(file()), mode_t(0600));
  }

  void aDeletedFileIsMadeAgain() {
    LogFile log(file());
    QVERIFY(log.append("first\n"));
    fs::remove_all(file().parent_path());
    QVERIFY(log.append("second\n"));
    QCOMPARE(readFile(file()), std::string("second\n"));
  }

  void linesOfThreadsDoNotMix() {
    openLog(file(), LogLevel::Info);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread)
      threads.emplace_back([thread] {
        for (int i = 0; i < 200; ++i)
          logInfo(kLogApp, std::to_string(thread) + "/" + std::to_string(i) + std::string(50, '.'));
      });
    for (std::thread& thread : threads) thread.join();
    std::set<std::string> texts;
    for (const std::string& line : linesOf(readFile(file()))) {
      QVERIFY2(line.ends_with("..") && line.find(" info app: ") == 24, line.c_str());
      texts.insert(line.substr(35));
    }
    QCOMPARE(texts.size(), size_t(1600));
  }

  /// Two windows, and both rotate.
  void linesOfProcessesDoNotMix() {
    constexpr int kProcesses = 3;
    constexpr int kLines = 400;
    std::array<pid_t, kProcesses> children{};
    for (int process = 0; process < kProcesses; ++process) {
      children[size_t(process)] = ::fork();
      if (children[size_t(process)] != 0) continue;
      LogFile log(file(), 4000, 40);
      bool isWritten = true;
      for (int i = 0; i < kLines; ++i)
        isWritten = log.append("p" + std::to_string(process) + " " + std::to_string(1000 + i) +
                               std::string(20, '.') + "\n") &&
                    isWritten;
      ::_exit(isWritten ? 0 : 1);
    }
    for (const pid_t child : children) {
      int status = 1;
      QCOMPARE(::waitpid(child, &status, 0), child);
      QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    std::set<std::string> lines;
    for (const auto& entry : fs::directory_iterator(file().parent_path()))
      for (const std::string& line : linesOf(readFile(entry.path()))) {
        QCOMPARE(line.size(), size_t(27));
        QVERIFY(lines.insert(line).second);
      }
    QCOMPARE(lines.size(), size_t(kProcesses * kLines));
  }

  void theTailIsWholeLines() {
    LogFile log(file(), 100, 3);
    for (int i = 0; i < 30; ++i) QVERIFY(log.append("line " + std::to_string(100 + i) + "\n"));
    const std::string all = logTail(file(), 10'000);
    QVERIFY(all.ends_with("line 128\nline 129\n") && all.starts_with("line "));
    QVERIFY(all.size() > 100);  // of the file before as well
    const std::string tail = logTail(file(), 25);
    QCOMPARE(tail, std::string("line 128\nline 129\n"));
    QCOMPARE(logTail(file().string() + "-none", 100), std::string());
    const QString problem = errorOf([this] { logTail(file() / "none", 100); });
    QVERIFY2(problem.contains("cannot be read"), qPrintable(problem));
  }

  void standardErrorIsOne() {
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const int before = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    openLogOnStandardError(LogLevel::Debug);
    logDebug(kLogStore, "seen");
    closeLog();
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    ::close(ends[1]);
    std::array<char, 200> text{};
    const ssize_t size = ::read(ends[0], text.data(), text.size());
    ::close(ends[0]);
    QVERIFY(std::string(text.data(), size_t(std::max<ssize_t>(0, size)))
                .ends_with(" debug store: seen\n"));
  }

  void aChildsOutputIsSplitIntoLines() {
    openLog(file(), LogLevel::Info);
    LogLines lines(kLogChild, "Process 7");
    lines.add("one\ntw");
    lines.add("o\r\n\n  \nthree");
    lines.add(std::string(5000, 'x'));
    lines.finish();
    const auto written = linesOf(readFile(file()));
    QCOMPARE(written.size(), size_t(4));
    QVERIFY(written[0].ends_with(" warning child: Process 7: one"));
    QVERIFY(written[1].ends_with("Process 7: two"));
    QVERIFY(written[3].ends_with("xxx"));
  }

  void aTalkativeChildsFirstAndLastLinesAreKept() {
    openLog(file(), LogLevel::Info);
    LogLines lines(kLogChild, "P");
    for (int i = 1; i <= 10'000; ++i) lines.add(std::to_string(i) + "\n");
    lines.finish();
    const auto written = linesOf(readFile(file()));
    QCOMPARE(written.size(), size_t(551));
    QVERIFY(written[499].ends_with("P: 500"));
    QVERIFY(written[500].ends_with("P: (9450 more lines were not logged)"));
    QVERIFY(written[501].ends_with("P: 9951") && written.back().ends_with("P: 10000"));
  }

 private:
  fs::path file() const {
    return fs::path(folder_->path().toStdString()) / "state" / "log" / "earwitness.log";
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestLog)
#include "test_log.moc"
