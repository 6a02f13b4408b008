#include <QtTest>

#include "core/audio/capture.h"

using namespace earwitness;

namespace {

AudioDevice alsa(const char* name, bool isDefault = false) {
  return {.id = {.name = name, .hostApi = "ALSA"},
          .maxInputChannels = 2,
          .defaultSampleRate = 44100.0,
          .isDefault = isDefault};
}

}  // namespace

// What needs no sound system; the end-to-end test records from a real one.
class TestCapture : public QObject {
  Q_OBJECT

 private slots:
  void plumbingIsLeftOut() {
    for (const char* name : {"sysdefault", "lavrate", "samplerate", "speexrate", "speex", "upmix",
                             "vdownmix", "dmix", "dsnoop", "null", "surround51", "front", "iec958",
                             "hdmi", "oss", "jack", "usbstream", "a52"})
      QVERIFY2(isSoundPlumbing({name, "ALSA"}), name);
    for (const char* name :
         {"default", "pulse", "pipewire", "USB Microphone: Audio (hw:1,0)", "my own device",
          "HDA Intel PCH: ALC892 Analog (hw:0,0)", "front desk: USB Audio (hw:2,0)"})
      QVERIFY2(!isSoundPlumbing({name, "ALSA"}), name);
    QVERIFY(!isSoundPlumbing({"system", "JACK Audio Connection Kit"}));
    QVERIFY(!isSoundPlumbing({"front", "JACK Audio Connection Kit"}));
  }

  void theDefaultIsTaken() {
    QVERIFY(!findInputDevice({}, {}));
    QCOMPARE(findInputDevice({alsa("pulse"), alsa("default", true)}, {})->id.name,
             std::string("default"));
    QCOMPARE(findInputDevice({alsa("pulse"), alsa("other")}, {})->id.name, std::string("pulse"));
  }

  void aDeviceIsFoundByName() {
    const std::vector<AudioDevice> devices{alsa("default", true), alsa("Mic: USB (hw:2,0)")};
    QCOMPARE(findInputDevice(devices, {"Mic: USB (hw:2,0)", "ALSA"})->id.name,
             std::string("Mic: USB (hw:2,0)"));
    QVERIFY(!findInputDevice(devices, {"Mic: USB (hw:2,0)", "JACK Audio Connection Kit"}));
    QVERIFY(!findInputDevice(devices, {"Mic", "ALSA"}));
    QVERIFY(!findInputDevice(devices, {"gone", "ALSA"}));
  }

  void aCardMayChangeItsNumber() {
    const DeviceId wanted{"Mic: USB (hw:1,0)", "ALSA"};
    const std::vector<AudioDevice> one{alsa("default", true), alsa("Mic: USB (hw:2,0)")};
    QCOMPARE(findInputDevice(one, wanted)->id.name, std::string("Mic: USB (hw:2,0)"));
    const std::vector<AudioDevice> twins{alsa("Mic: USB (hw:2,0)"), alsa("Mic: USB (hw:3,0)")};
    QVERIFY(!findInputDevice(twins, wanted));
  }
};

QTEST_GUILESS_MAIN(TestCapture)
#include "test_capture.moc"
