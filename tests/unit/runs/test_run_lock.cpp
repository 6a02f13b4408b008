// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;

namespace {

/// A process of its own that holds a lock until it is told to end.
class OtherHolder {
 public:
  explicit OtherHolder(const RunFolder& folder) {
    int ready[2];
    if (::pipe(ready) != 0) return;
    process_ = ::fork();
    if (process_ == 0) {
      const RunLock lock(folder);
      [[maybe_unused]] const ssize_t told = ::write(ready[1], "x", 1);
      while (true) ::pause();
    }
    char byte;
    [[maybe_unused]] const ssize_t heard = ::read(ready[0], &byte, 1);
    ::close(ready[0]);
    ::close(ready[1]);
  }
  ~OtherHolder() { end(); }
  void end() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }
  pid_t process() const { return process_; }

 private:
  pid_t process_ = 0;
};

}  // namespace

class TestRunLock : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = {directory_->path().toStdString()};
  }

  void nobodyHoldsIt() {
    QVERIFY(!RunLock::holder(folder_));
    writeText(folder_.lock(), std::to_string(::getpid()) + "\n");
    QVERIFY(!RunLock::holder(folder_));
    QVERIFY(!RunLock::holder({folder_.path / "missing"}));
  }

  void theHolderIsTheProcess() {
    {
      const RunLock lock(folder_);
      QVERIFY(RunLock::holder(folder_) == ::getpid());
    }
    QVERIFY(!RunLock::holder(folder_));
    OtherHolder other(folder_);
    QVERIFY(other.process() > 0 && RunLock::holder(folder_) == other.process());
    other.end();
    QVERIFY(!RunLock::holder(folder_) && !RunLock::isHeld(folder_));
  }

  /// What a lock of another program, or of an older version, would leave.
  void aNumberThatIsNotTheHolders() {
    const int file = ::open(folder_.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    QVERIFY(file >= 0 && ::flock(file, LOCK_EX) == 0);
    for (const char* text : {"", "dog", "-1", "0", "1\n", "99999999999999"}) {
      QVERIFY(::ftruncate(file, 0) == 0);
      QVERIFY(::pwrite(file, text, strlen(text), 0) == ssize_t(strlen(text)));
      QVERIFY(RunLock::isHeld(folder_));
      QVERIFY2(!RunLock::holder(folder_), text);
    }
    ::close(file);
  }

  /// Looking must not keep a run from starting.
  void lookingDoesNotStandInTheWay() {
    const int file = ::open(folder_.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    QVERIFY(file >= 0 && ::flock(file, LOCK_EX) == 0);
    std::thread looks([file] {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      ::close(file);
    });
    const QString text = errorOf([&] { const RunLock lock(folder_); });
    looks.join();
    QCOMPARE(text, QString());
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  RunFolder folder_;
};

QTEST_GUILESS_MAIN(TestRunLock)
#include "test_run_lock.moc"
