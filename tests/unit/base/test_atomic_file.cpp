// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/descriptor.h"
#include "core/base/file_names.h"
#include "tests/unit/base/as_nobody.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestAtomicFile : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    fs::permissions(directory_.path().toStdString(), fs::perms(0755));  // for asNobody()
    root_ = fs::path(directory_.path().toStdString()) / std::to_string(++count_);
    fs::create_directory(root_);
  }

  void writesAndReads_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("one\ntwo\n");
    QTest::newRow("zeros") << QByteArray(3, '\0');
    QTest::newRow("large") << QByteArray(5'000'001, 'x');
  }
  void writesAndReads() {
    QFETCH(QByteArray, contents);
    writeFileAtomically(root_ / "file", contents.toStdString());
    QVERIFY(readFile(root_ / "file") == contents.toStdString());
    QCOMPARE(entries(), 1);
  }

  void replacesTheOldFileAndKeepsItsMode() {
    const fs::path path = root_ / "file";
    writeFileAtomically(path, "old");
    fs::permissions(path, fs::perms(0640));
    writeFileAtomically(path, "new");
    QCOMPARE(readFile(path), std::string("new"));
    QCOMPARE(int(fs::status(path).permissions()), 0640);
    QCOMPARE(entries(), 1);
  }

  void aNewFileIsAsReadableAsAnyOther() {
    std::ofstream(root_ / "plain") << "x";
    writeFileAtomically(root_ / "file", "x");
    QCOMPARE(int(fs::status(root_ / "file").permissions()),
             int(fs::status(root_ / "plain").permissions()));
  }

  void followsLinks_data() {
    QTest::addColumn<QStringList>("links");  // name -> where it leads to
    QTest::addColumn<QString>("written");
    QTest::newRow("relative") << QStringList{"link -> target"} << "target";
    QTest::newRow("into a folder") << QStringList{"link -> sub/target"} << "sub/target";
    QTest::newRow("out of a folder") << QStringList{"sub/link -> ../target"} << "target";
    QTest::newRow("absolute") << QStringList{"link -> ROOT/target"} << "target";
    QTest::newRow("chain") << QStringList{"link -> sub/two", "sub/two -> three",
                                          "sub/three -> ../x"}
                           << "x";
  }
  void followsLinks() {
    QFETCH(QStringList, links);
    QFETCH(QString, written);
    const fs::path target = root_ / written.toStdString();
    fs::create_directory(root_ / "sub");
    fs::path first;
    for (const QString& link : links) {
      const QString to = link.section(" -> ", 1).replace("ROOT", QString::fromStdString(root_));
      const fs::path name = root_ / link.section(" -> ", 0, 0).toStdString();
      fs::create_symlink(to.toStdString(), name);
      if (first.empty()) first = name;
    }
    // The first time it leads nowhere yet.
    for (const char* contents : {"first", "second"}) {
      requireWritable(first);
      writeFileAtomically(first, contents);
      QCOMPARE(readFile(target), std::string(contents));
      for (const QString& link : links)
        QVERIFY(fs::is_symlink(root_ / link.section(" -> ", 0, 0).toStdString()));
    }
    const auto all =
        std::distance(fs::recursive_directory_iterator(root_), fs::recursive_directory_iterator());
    QCOMPARE(int(all), int(links.size()) + 2);  // the file and the folder
  }

  void linksInACircleAreReported() {
    fs::create_symlink("two", root_ / "one");
    fs::create_symlink("one", root_ / "two");
    fs::create_symlink("self", root_ / "self");
    for (const char* name : {"one", "self"}) {
      const QString error = errorOf([&] { writeFileAtomically(root_ / name, "x"); });
      QVERIFY2(isSentence(error) && error.contains(name), qPrintable(error));
      QVERIFY(!errorOf([&] { requireWritable(root_ / name); }).isEmpty());
      QVERIFY(fs::is_symlink(root_ / name));
    }
    QCOMPARE(entries(), 3);
  }

  void aHardLinkKeepsTheOldContents() {
    writeFileAtomically(root_ / "file", "old");
    fs::create_hard_link(root_ / "file", root_ / "backup");
    writeFileAtomically(root_ / "file", "new");
    QCOMPARE(readFile(root_ / "file"), std::string("new"));
    QCOMPARE(readFile(root_ / "backup"), std::string("old"));
  }

  void devicesAreWrittenAsTheyAre() {
    // Behind a link: a mistake would replace that.
    fs::create_symlink("/dev/null", root_ / "null");
    fs::create_symlink("/dev/full", root_ / "full");
    writeFileAtomically(root_ / "null", "x");
    requireWritable(root_ / "full");
    const QString error = errorOf([&] { writeFileAtomically(root_ / "full", "x"); });
    QVERIFY2(isSentence(error) && error.contains("disk is full"), qPrintable(error));
    for (const char* device : {"/dev/null", "/dev/full"}) QVERIFY(fs::is_character_file(device));
    QCOMPARE(entries(), 2);
  }

  void aPipeIsWrittenAsItIs_data() {
    QTest::addColumn<bool>("takesAPath");
    QTest::newRow("contents") << false;
    QTest::newRow("writer") << true;
  }
  void aPipeIsWrittenAsItIs() {
    QFETCH(bool, takesAPath);
    const fs::path pipe = root_ / "pipe";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    requireWritable(pipe);  // does not wait for a reader
    const std::string contents(200'000, 'x');
    std::string read;
    std::thread reader([&] { read = readFile(pipe); });
    if (takesAPath)
      writeFileAtomically(pipe,
                          [&](const fs::path& temporary) { std::ofstream(temporary) << contents; });
    else
      writeFileAtomically(pipe, contents);
    reader.join();
    QVERIFY(read == contents);
    QVERIFY(fs::is_fifo(pipe));
    QCOMPARE(entries(), 1);
  }

  void aReaderWhoLeavesIsReported() {
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    Descriptor output(ends[0]);
    const Descriptor input(ends[1]);
    output.close();
    // SIGPIPE would end the program.
    const QString error =
        errorOf([&] { writeFileAtomically("/dev/fd/" + std::to_string(input.get()), "x"); });
    QVERIFY2(isSentence(error) && error.contains("the reader has closed it"), qPrintable(error));
  }

  void anOpenFileIsContinued_data() {
    QTest::addColumn<QString>("form");
    QTest::newRow("/dev/fd") << "/dev/fd/%1";
    QTest::newRow("/proc/self/fd") << "/proc/self/fd/%1";
    QTest::newRow("by number") << QString("/proc/%1/fd/%2").arg(::getpid()).replace("%2", "%1");
    QTest::newRow("a link") << "LINK";
  }
  void anOpenFileIsContinued() {
    QFETCH(QString, form);
    const Descriptor file(::open((root_ / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    QCOMPARE(::write(file.get(), "before\n", 7), ssize_t(7));
    fs::path path = root_ / "link";
    if (form != "LINK") {
      path = form.arg(file.get()).toStdString();
    } else {
      fs::create_symlink("/dev/fd/" + std::to_string(file.get()), path);
    }
    requireWritable(path);
    writeFileAtomically(path, "written\n");
    QCOMPARE(::write(file.get(), "after\n", 6), ssize_t(6));  // still open
    QCOMPARE(readFile(root_ / "log"), std::string("before\nwritten\nafter\n"));
  }

  void aDescriptorThatCannotBeWrittenIsReported() {
    const Descriptor file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const int closed = Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)).get();
    for (const int number : {file.get(), closed}) {
      const fs::path path = "/dev/fd/" + std::to_string(number);
      QVERIFY(!errorOf([&] { requireWritable(path); }).isEmpty());
      QVERIFY(!errorOf([&] { writeFileAtomically(path, "x"); }).isEmpty());
    }
  }

  void aSocketIsNotReplaced() {
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = root_ / "socket";
    QVERIFY(path.size() < sizeof address.sun_path);
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::bind(socket.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    QVERIFY(!errorOf([&] { writeFileAtomically(path, "x"); }).isEmpty());
    QVERIFY(fs::is_socket(path));
  }

  void longNames_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("255 bytes") << QByteArray(251, 'x') + ".csv";
    QTest::newRow("120 Cyrillic letters") << QByteArray("ж").repeated(120) + ".csv";
    QTest::newRow("124 Cyrillic letters") << QByteArray("ж").repeated(125) + ".csv";
  }
  void longNames() {
    QFETCH(QByteArray, name);
    const fs::path path = root_ / name.toStdString();
    for (const char* contents : {"first", "second"}) {
      requireWritable(path);
      writeFileAtomically(path, contents);
      QCOMPARE(readFile(path), std::string(contents));
    }
    QCOMPARE(entries(), 1);
    const QString error = errorOf([&] { requireWritable(root_ / std::string(256, 'x')); });
    QVERIFY2(isSentence(error), qPrintable(error));
  }

  void theCheckChangesNothing() {
    requireWritable(root_ / "new");
    QCOMPARE(entries(), 0);
    std::ofstream(root_ / "old") << "old";
    const auto before = fs::last_write_time(root_ / "old");
    requireWritable(root_ / "old");
    QCOMPARE(readFile(root_ / "old"), std::string("old"));
    QVERIFY(fs::last_write_time(root_ / "old") == before);
    QCOMPARE(entries(), 1);
  }

  void aReadOnlyFileIsNotReplaced() {
    std::ofstream(root_ / "file") << "old";
    fs::permissions(root_ / "file", fs::perms(0444));
    fs::permissions(root_, fs::perms(0777));
    const QString error = asNobody([&] { writeFileAtomically(root_ / "file", "new"); });
    QVERIFY2(isSentence(error) && error.contains("Permission denied"), qPrintable(error));
    QCOMPARE(readFile(root_ / "file"), std::string("old"));
    QCOMPARE(entries(), 1);
  }

  void inAFolderThatTakesNoFiles() {
    std::ofstream(root_ / "full") << "old";
    std::ofstream(root_ / "empty");
    for (const char* name : {"full", "empty"}) fs::permissions(root_ / name, fs::perms(0666));
    fs::permissions(root_, fs::perms(0555));
    const auto write = [&](const char* name) {
      return asNobody([&] {
        requireWritable(root_ / name);
        writeFileAtomically(root_ / name, "new");
      });
    };
    QVERIFY(write("new").contains("Permission denied"));
    QVERIFY(write("full").contains("could lose what it contains"));
    QCOMPARE(readFile(root_ / "full"), std::string("old"));
    QCOMPARE(write("empty"), QString());
    QCOMPARE(readFile(root_ / "empty"), std::string("new"));
    fs::permissions(root_, fs::perms(0755));
    QCOMPARE(entries(), 2);
  }

  void aNewFileNeverReplacesOne() {
    std::ofstream(root_ / "dog.csv") << "mine";
    fs::create_symlink("nowhere", root_ / "dog-2.csv");
    fs::create_directory(root_ / "dog-3.csv");
    QCOMPARE(writeNewFile(root_, "dog", ".csv", "x"), root_ / "dog-4.csv");
    QCOMPARE(readFile(root_ / "dog.csv"), std::string("mine"));
    QVERIFY(fs::is_symlink(root_ / "dog-2.csv"));
    QCOMPARE(freePath(root_, "dog", ".csv"), root_ / "dog-5.csv");
    QCOMPARE(entries(), 4);
    const std::string longStem = QByteArray("ж").repeated(200).toStdString();
    const fs::path first = writeNewFile(root_, longStem, ".selections.txt", "x");
    const fs::path second = writeNewFile(root_, longStem, ".selections.txt", "x");
    for (const fs::path& path : {first, second}) {
      const QByteArray name = QByteArray::fromStdString(path.filename().string());
      QVERIFY(name.size() > 250 && name.size() <= 255 && name.endsWith(".selections.txt"));
      QCOMPARE(QString::fromUtf8(name).toUtf8(), name);
    }
    QVERIFY(first != second);
  }

  void takesAWriter() {
    writeFileAtomically(root_ / "file",
                        [](const fs::path& temporary) { std::ofstream(temporary) << "by hand"; });
    QCOMPARE(readFile(root_ / "file"), std::string("by hand"));
    QCOMPARE(entries(), 1);
  }

  void aWriterThatFailsLeavesTheOldFile() {
    writeFileAtomically(root_ / "file", "old");
    const QString error = errorOf([&] {
      writeFileAtomically(root_ / "file", [](const fs::path& temporary) {
        std::ofstream(temporary) << "half";
        throw Error("The writer gave up on its own account.");
      });
    });
    QCOMPARE(error, QString("The writer gave up on its own account."));
    QCOMPARE(readFile(root_ / "file"), std::string("old"));
    QCOMPARE(entries(), 1);
  }

  // A file size limit fails a write in the middle as a full disk does.
  void aWriteThatFailsLeavesTheOldFile() {
    writeFileAtomically(root_ / "file", "old");
    struct rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small { 4096, before.rlim_max };
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const QString error =
        errorOf([&] { writeFileAtomically(root_ / "file", std::string(100'000, 'x')); });
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY2(isSentence(error), qPrintable(error));
    QVERIFY(error.contains("file"));
    QCOMPARE(readFile(root_ / "file"), std::string("old"));
    QCOMPARE(entries(), 1);
  }

  void refusesWhatIsNotAFile() {
    for (const fs::path& path : {root_, root_ / "nowhere" / "file", fs::path(), root_ / ""}) {
      const QString error = errorOf([&] { writeFileAtomically(path, "x"); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
    for (const fs::path& path : {root_, root_ / "missing"}) {
      const QString error = errorOf([&] { readFile(path); });
      QVERIFY2(isSentence(error), qPrintable(error));
      QVERIFY(error.contains(QString::fromStdString(path.string())));
    }
  }

 private:
  int entries() const {
    return int(std::distance(fs::directory_iterator(root_), fs::directory_iterator()));
  }

  QTemporaryDir directory_;
  fs::path root_;
  int count_ = 0;
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
