// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <map>

using Attempts = std::map<QString, QString>;

/// What a confined process can do, tried by a program of its own (sandbox_probe.cpp).
class TestSandbox : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    write(secret(), "a private key");
    write(folder_->filePath("victim"), "a thesis");
  }

  /// Without a sandbox all of these work, so their failure below says something.
  void anOrdinaryProcessMayDoItAll() {
    const Attempts attempts = probe("free");
    QCOMPARE(attempts.size(), size_t(25));
    for (const auto& [name, result] : attempts)
      if (name != "landlock abi") QVERIFY2(result == "done", qPrintable(name + ": " + result));
  }

  void aConfinedProcessCanOnlyCompute_data() {
    QTest::addColumn<QString>("mode");
    QTest::newRow("all") << "confined";
    QTest::newRow("seccomp alone") << "without landlock";
  }
  void aConfinedProcessCanOnlyCompute() {
    QFETCH(QString, mode);
    Attempts attempts = probe(mode);
    QCOMPARE(attempts["work"], QString("10000000"));
    QCOMPARE(attempts["token"], QString("wiped"));
    for (const char* other : {"work", "token", "landlock abi"}) attempts.erase(other);
    QCOMPARE(attempts.size(), size_t(39));
    for (const auto& [name, result] : attempts)
      QVERIFY2(result == "Operation not permitted", qPrintable(name + ": " + result));
    QCOMPARE(QDir(folder_->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{"home", "victim"}));
    QCOMPARE(QFileInfo(folder_->filePath("victim")).size(), qint64(8));
  }

  /// The second layer, which would remain if the first had a hole.
  void landlockDeniesFilesToo() {
    const Attempts attempts = probe("landlock alone");
    if (attempts.at("landlock abi").toInt() == 0) QSKIP("This kernel has no Landlock.");
    for (const char* name : {"read", "list", "create", "append", "openat"})
      QCOMPARE(attempts.at(name), QString("Permission denied"));
    for (const char* name : {"mkdir", "symlink", "unlink"})
      QVERIFY2(attempts.at(name) != "done", name);
    if (attempts.at("landlock abi").toInt() >= 4)
      QCOMPARE(attempts.at("connect"), QString("Permission denied"));
    if (attempts.at("landlock abi").toInt() >= 6)
      QCOMPARE(attempts.at("kill"), QString("Operation not permitted"));
  }

  void whatCannotBeConfinedIsRefused_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no seccomp") << "without seccomp"
                                << "cannot confine it (seccomp: ";
    QTest::newRow("threads") << "beside a thread"
                             << "before other threads are started";
  }
  void whatCannotBeConfinedIsRefused() {
    QFETCH(QString, mode);
    QFETCH(QString, hint);
    const Attempts attempts = probe(mode);
    QVERIFY2(attempts.at("refused").contains(hint), qPrintable(attempts.at("refused")));
    QCOMPARE(attempts.size(), size_t(2));  // and nothing was tried
  }

  /// The same on a kernel that really has nothing, as far as a program can tell.
  void aKernelWithoutSandboxIsNoticed() {
    const Attempts attempts = probe("confined", {EARWITNESS_WITHOUT_SANDBOX});
    QCOMPARE(attempts.at("landlock abi"), QString("0"));
    QVERIFY2(attempts.at("refused").contains("cannot confine it (seccomp: "),
             qPrintable(attempts.at("refused")));
    QCOMPARE(attempts.size(), size_t(2));
  }

 private:
  QString secret() const { return folder_->filePath("home/.ssh/id_ed25519"); }
  static void write(const QString& path, const QByteArray& text) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("The test cannot write.");
  }
  Attempts probe(const QString& mode, const QStringList& wrapper = {}) {
    QStringList words = wrapper;
    words << EARWITNESS_SANDBOX_PROBE << mode << secret() << folder_->path();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TOKEN", "secret");
    process.setProcessEnvironment(environment);
    process.start(words.first(), words.mid(1));
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
      return {};
    Attempts attempts;
    for (const QString& line :
         QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
      attempts[line.section(": ", 0, 0)] = line.section(": ", 1);
    return attempts;
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "test_sandbox.moc"
