// SPDX-License-Identifier: GPL-3.0-or-later
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

  void namesArePlain_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char* name, const char* api, const char* plain) {
      QTest::newRow(name) << name << api << plain;
    };
    row("Yeti: USB Audio (hw:1,0)", "ALSA", "Yeti: USB Audio");
    row("alsa_input.usb-Blue_Yeti-00.analog-stereo", "PulseAudio", "Blue Yeti");
    row("alsa_output.pci-0000_00_1f.3.hdmi-stereo.monitor", "PulseAudio",
        "Computer sound (pci-0000 00 1f.3)");
    row("speaker.monitor", "PulseAudio", "Computer sound (speaker)");
    row("my_source", "PulseAudio", "my source");
  }
  void namesArePlain() {
    QFETCH(QString, name);
    QFETCH(QString, api);
    QFETCH(QString, plain);
    QCOMPARE(QString::fromStdString(plainName({name.toStdString(), api.toStdString()})), plain);
  }

  // What was saved before the sound server was spoken to directly still leads to the device.
  void savedNamesLeadToSources() {
    std::vector<AudioDevice> devices(2);
    devices[0].id = {"alsa_input.pci.analog-stereo", "PulseAudio"};
    devices[0].alias = {"HDA Intel PCH: ALC892 Analog", "ALSA"};
    devices[1].id = {"alsa_input.usb-Blue_Yeti-00.analog-stereo", "PulseAudio"};
    devices[1].isDefault = true;
    const DeviceId hardware{"HDA Intel PCH: ALC892 Analog (hw:0,0)", "ALSA"};
    QCOMPARE(findInputDevice(devices, hardware)->id, devices[0].id);
    for (const char* server : {"pulse", "default", "pipewire"}) {
      QVERIFY(isSoundServer({server, "ALSA"}));
      QCOMPARE(findInputDevice(devices, {server, "ALSA"})->id, devices[1].id);
    }
    QVERIFY(!findInputDevice(devices, {"system", "JACK Audio Connection Kit"}));
    QVERIFY(!isSoundServer({"pulse", "PulseAudio"}));
    // Without a server ALSA's names are what they are.
    QVERIFY(!findInputDevice({alsa("default", true)}, {"pulse", "ALSA"}));
  }

  void aDeviceIsCalledByNameLabelOrAPart() {
    std::vector<AudioDevice> devices{alsa("default", true), alsa("Mic: USB (hw:2,0)")};
    devices[0].label = "Built-in Audio";
    QCOMPARE(findDeviceCalled(devices, "default")->id, devices[0].id);
    QCOMPARE(findDeviceCalled(devices, "Built-in Audio")->id, devices[0].id);
    QCOMPARE(findDeviceCalled(devices, "built-IN")->id, devices[0].id);
    QCOMPARE(findDeviceCalled(devices, "usb")->id, devices[1].id);
    QVERIFY(!findDeviceCalled(devices, "camera"));
    QVERIFY(!findDeviceCalled({}, ""));
  }
};

QTEST_GUILESS_MAIN(TestCapture)
#include "test_capture.moc"
