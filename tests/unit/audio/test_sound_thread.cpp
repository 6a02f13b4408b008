// SPDX-License-Identifier: GPL-3.0-or-later
// The umask belongs to the process, and libpulse changes it whenever it looks for its folder. Here
// each change lasts 30 ms, so that whoever creates a file meanwhile is sure to be met by it.
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/audio/capture.h"
#include "core/audio/device_watcher.h"
#include "core/audio/sound_thread.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr mode_t kUmask = 022;
std::atomic<int> changes{0};

mode_t changeUmask(mode_t mask) {
  return mode_t(::syscall(SYS_umask, mask));
}

/// A container may refuse what the sound thread does to have a umask of its own.
bool mayHaveAUmaskOfItsOwn() {
  bool allowed = false;
  std::thread([&allowed] { allowed = ::unshare(CLONE_FS) == 0; }).join();
  return allowed;
}

}  // namespace

/// Stands before the C library's: what libpulse calls.
extern "C" __attribute__((visibility("default"))) mode_t umask(mode_t mask) noexcept {
  const mode_t before = changeUmask(mask);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  ++changes;
  return before;
}

class TestSoundThread : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    changeUmask(kUmask);
    // No server anywhere: libpulse makes its folder, and finds no socket in it.
    for (const char* name : {"PULSE_SERVER", "PULSE_RUNTIME_PATH", "DISPLAY"}) qunsetenv(name);
    qputenv("XDG_RUNTIME_DIR", folder_.path().toUtf8());
    qputenv("HOME", folder_.path().toUtf8());
  }

  void workIsDoneInTurnOnOneThread() {
    SoundThread& sound = SoundThread::instance();
    std::thread::id first, second;
    sound.run([&] { first = std::this_thread::get_id(); });
    std::thread([&] { sound.run([&] { second = std::this_thread::get_id(); }); }).join();
    QVERIFY(first == second && first != std::this_thread::get_id());
    bool nested = false;
    sound.run([&] { sound.run([&] { nested = std::this_thread::get_id() == first; }); });
    QVERIFY(nested);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             sound.run([] { throw std::runtime_error("broken"); }));
  }

  void nobodySeesAChangedUmask() {
    if (!mayHaveAUmaskOfItsOwn()) QSKIP("This system gives no thread a umask of its own.");
    std::atomic<bool> over{false};
    const DeviceWatcher watcher([] {});
    // As the listener does without a microphone, but without its pauses.
    std::thread listener([&over] {
      while (!over) {
        try {
          openCapture({});
        } catch (const Error&) {
        }
        std::this_thread::yield();
      }
    });
    int created = 0;
    int wrong = 0;
    const fs::path file = fs::path(folder_.path().toStdString()) / "created";
    const auto createdUntilEnoughChanges = [&] {
      ++created;
      const Descriptor made(::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666));
      struct stat info {};
      ::fstat(made.get(), &info);
      wrong += (info.st_mode & 0777) == 0644 ? 0 : 1;
      ::unlink(file.c_str());
      return changes >= 6;
    };
    QDeadlineTimer patience(kPatienceMs);
    while (!createdUntilEnoughChanges() && !patience.hasExpired()) {
    }
    over = true;
    listener.join();
    QVERIFY(changes >= 6);
    QVERIFY(created > 0);
    QCOMPARE(wrong, 0);
    QCOMPARE(changeUmask(kUmask), kUmask);
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestSoundThread)
#include "test_sound_thread.moc"
