#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestAtomicFile : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    root_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
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

  void writesBehindALink() {
    writeFileAtomically(root_ / "target", "old");
    fs::create_symlink("target", root_ / "link");
    writeFileAtomically(root_ / "link", "new");
    QVERIFY(fs::is_symlink(root_ / "link"));
    QCOMPARE(readFile(root_ / "target"), std::string("new"));
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
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
