// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that come and go on a real audio server, which itself goes and comes back. Started by
// audio_server.sh.
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <cstdio>

#include <unistd.h>

#include "core/audio/capture.h"
#include "core/audio/device_watcher.h"
#include "core/base/error.h"
#include "core/listening/listener.h"
#include "tests/end_to_end/processes.h"
#include "tests/end_to_end/sound_levels.h"
#include "tests/unit/audio/sound_files.h"

using namespace earwitness;
using namespace earwitness::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 20000;
constexpr double kToneHz = 1000.0;
const QString kAudioServer =
    QStringLiteral(EARWITNESS_SOURCE_DIR "/tests/end_to_end/audio_server.sh");
const DeviceId kSpeaker{"speaker.monitor", "PulseAudio"};
const DeviceId kDesk{"desk.monitor", "PulseAudio"};

/// An output whose monitor is the microphone; unplugged with the object.
class Desk {
 public:
  Desk() { plugIn(); }
  ~Desk() { unplug(); }
  void plugIn() {
    module_ = run("pactl", {"load-module", "module-null-sink", "sink_name=desk", "rate=44100",
                            "sink_properties=device.description=Desk"})
                  .out;
  }
  void unplug() {
    if (!module_.empty())
      run("pactl", {"unload-module", QString::fromStdString(module_).trimmed()});
    module_.clear();
  }

 private:
  std::string module_;
};

/// A tone that goes on and on.
class Tone {
 public:
  explicit Tone(const QString& sink) {
    const fs::path file = folder_.filePath("tone.wav").toStdString();
    writeSound(file, tone(kToneHz, 44100.0, 44100 * 60), 44100);
    process_.start("paplay", {"--device=" + sink, QString::fromStdString(file.string())});
    process_.waitForStarted();
  }
  ~Tone() {
    process_.kill();
    process_.waitForFinished();
  }

 private:
  QTemporaryDir folder_;
  QProcess process_;
};

/// What is written to the terminal's error channel meanwhile.
class Chatter {
 public:
  Chatter() : before_(::dup(STDERR_FILENO)) {
    file_.open();
    ::dup2(file_.handle(), STDERR_FILENO);
  }
  ~Chatter() { end(); }
  QByteArray end() {
    std::fflush(stderr);
    if (before_ < 0) return {};
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
    before_ = -1;
    file_.seek(0);
    return file_.readAll();
  }

 private:
  QTemporaryFile file_;
  int before_;
};

bool isListed(const DeviceId& id) {
  const std::vector<AudioDevice> devices = inputDevices();
  return std::any_of(devices.begin(), devices.end(),
                     [&](const AudioDevice& device) { return device.id == id; });
}

std::string errorOfOpening(const DeviceId& id) {
  try {
    openCapture(id);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

class TestDevices : public QObject {
  Q_OBJECT

 private slots:
  void monitorsAreListedAsWhatTheComputerPlays() {
    const std::vector<AudioDevice> devices = inputDevices();
    QCOMPARE(devices.size(), size_t(1));
    QCOMPARE(devices[0].id, kSpeaker);
    QVERIFY2(devices[0].label.starts_with("Computer sound ("), devices[0].label.c_str());
    QVERIFY(devices[0].isMonitor);
    QVERIFY(devices[0].isDefault);
    QCOMPARE(devices[0].defaultSampleRate, 48000.0);
    QCOMPARE(devices[0].maxInputChannels, 2);
  }

  void aDeviceAppearsAndGoesWhileListening() {
    std::atomic<int> changes{0};
    const DeviceWatcher watcher([&changes] { ++changes; });
    const auto listening = openCapture({});
    QVERIFY(!isListed(kDesk));
    Desk desk;
    QTRY_VERIFY_WITH_TIMEOUT(isListed(kDesk), kPatienceMs);
    // The watcher's thread may have come too late for the first.
    QTRY_VERIFY_WITH_TIMEOUT((desk.unplug(), desk.plugIn(), changes > 0), kPatienceMs);
    const int before = changes;
    desk.unplug();
    QTRY_VERIFY_WITH_TIMEOUT(changes > before, kPatienceMs);
    QVERIFY(!isListed(kDesk));
    QVERIFY(listening->alive());
  }

  void aNamedSourceIsHeardLostAndFoundAgain() {
    Desk desk;
    auto source = openCapture(kDesk);
    QCOMPARE(source->description(), std::string("Computer sound (Desk)"));
    QCOMPARE(source->sampleRate(), 44100.0);
    {
      const auto other = openCapture(kSpeaker);
      const Tone tone("desk");
      Recording here(*source);
      Recording there(*other);
      QTRY_VERIFY_WITH_TIMEOUT(here.amplitude(kToneHz) > 0.4, kPatienceMs);
      QVERIFY(there.amplitude(kToneHz) < 0.001);
    }
    QVERIFY(source->alive());
    QVERIFY(source->newestSampleTimeNs() > 0);
    desk.unplug();
    QTRY_VERIFY(!source->alive());
    source.reset();
    const std::string sentence = errorOfOpening(kDesk);
    QCOMPARE(
        sentence,
        "Microphone 'Computer sound (desk)' is not connected. Connect it, or choose another one.");
    const Desk again;
    source = openCapture(kDesk);
    const Tone tone("desk");
    Recording recording(*source);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kToneHz) > 0.4, kPatienceMs);
  }

  void whatNobodyReadsIsCountedAsDropped() {
    const auto source = openCapture(kSpeaker);
    QCOMPARE(source->droppedFrames(), uint64_t(0));
    QTRY_VERIFY_WITH_TIMEOUT(source->droppedFrames() > 0, kPatienceMs);
    std::vector<float> all(1 << 20);
    QVERIFY(source->read(all) > 4 * 48000 * 2);
  }

  void theDefaultIsFollowed() {
    const Desk desk;
    const auto source = openCapture({});
    const Tone tone("desk");
    Recording recording(*source);
    QTRY_VERIFY_WITH_TIMEOUT(source->newestSampleTimeNs() > 0, kPatienceMs);
    QVERIFY(recording.amplitude(kToneHz) < 0.001);
    QCOMPARE(run("pactl", {"set-default-source", "desk.monitor"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kToneHz) > 0.4, kPatienceMs);
    QTRY_COMPARE(source->description(), std::string("Computer sound (Desk)"));
    QVERIFY(source->alive());
    QCOMPARE(run("pactl", {"set-default-source", "speaker.monitor"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kToneHz) < 0.001, kPatienceMs);
  }

  // Through the listener: what begins after the default has moved has the other name.
  void theNameFollowsTheDefault() {
    const Desk desk;
    Listener listener([] { return openCapture({}); }, nullptr, {});
    std::string name;
    const auto isCalled = [&](const char* end) {
      name = listener.drain().source;
      return name.ends_with(end);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isCalled(")"), kPatienceMs);
    QVERIFY(!isCalled("(Desk)"));
    QCOMPARE(run("pactl", {"set-default-source", "desk.monitor"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(isCalled("(Desk)"), kPatienceMs);
    QCOMPARE(run("pactl", {"set-default-source", "speaker.monitor"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!isCalled("(Desk)"), kPatienceMs);
    listener.stop();
  }

  void namesThatWereSavedBeforeStillOpen() {
    for (const char* name : {"pulse", "default"})
      QVERIFY(openCapture({name, "ALSA"})->description().starts_with("Computer sound"));
  }

  void theServerGoesAndComesBack() {
    std::atomic<int> changes{0};
    const DeviceWatcher watcher([&changes] { ++changes; });
    auto source = openCapture(kSpeaker);
    QTRY_VERIFY_WITH_TIMEOUT(source->newestSampleTimeNs() > 0, kPatienceMs);
    Chatter chatter;
    QCOMPARE(run(kAudioServer, {"--stop"}).exitCode, 0);
    QTRY_VERIFY(!source->alive());
    source.reset();
    QVERIFY(errorOfOpening(kSpeaker).find("is not connected") != std::string::npos);
    QVERIFY(errorOfOpening({}).starts_with("No microphone found."));
    QVERIFY(inputDevices().empty());
    QTRY_VERIFY_WITH_TIMEOUT(changes > 0, kPatienceMs);
    const int before = changes;
    QCOMPARE(run(kAudioServer, {"--start"}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(changes > before, kPatienceMs);
    source = openCapture(kSpeaker);
    const Tone tone("speaker");
    Recording recording(*source);
    QTRY_VERIFY_WITH_TIMEOUT(recording.amplitude(kToneHz) > 0.4, kPatienceMs);
    const QByteArray said = chatter.end();
    QVERIFY2(said.isEmpty(), said.constData());
  }
};

QTEST_GUILESS_MAIN(TestDevices)
#include "test_devices.moc"
