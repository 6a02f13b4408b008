// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// A device is known by the names it has in the system, which survive a restart; indices do not.
struct DeviceId {
  std::string name;
  std::string hostApi;
  bool operator==(const DeviceId&) const = default;
  bool empty() const { return name.empty(); }
};

struct AudioDevice {
  DeviceId id;
  int maxInputChannels = 0;
  double defaultSampleRate = 0.0;  ///< Hz
  bool isDefault = false;
  std::string label = {};  ///< as people call it; empty: plainName(id)
  bool isMonitor = false;  ///< not a microphone: what the computer plays
  DeviceId alias = {};     ///< what it is called where there is no sound server; may be empty
};

/// Input devices as they are now. Where a PulseAudio or PipeWire server answers these are its
/// sources, those of JACK with them: microphones first, then what the computer plays on each
/// output. Elsewhere they are PortAudio's, which looks for devices only while it has no stream
/// open; while one is open the last list is given back. Thread: any; may take half a second.
std::vector<AudioDevice> inputDevices();

/// A device's name without what says nothing to people: "alsa_input.usb-Blue_Yeti-00.analog-stereo"
/// and "Yeti: USB Audio (hw:1,0)" as "Blue Yeti" and "Yeti: USB Audio". For devices that are away;
/// those that are there have a label.
std::string plainName(const DeviceId& id);
/// A label as a message: what the computer plays has a name that is translated.
Message deviceMessage(const std::string& label);

/// True for the names under which ALSA leads to the sound server's default, "default" and "pulse"
/// among them: where the server is reached directly they mean the system's default.
bool isSoundServer(const DeviceId& id);

/// True for what the sound system uses inside and nobody should choose as a microphone: ALSA's rate
/// converters, mixers, surround aliases and the like. inputDevices() leaves them out.
bool isSoundPlumbing(const DeviceId& id);

/// What a stream of samples for the listener looks like: the microphone, or a test's own feed.
/// Thread: everything from the listener's, after construction.
class AudioSource {
 public:
  virtual ~AudioSource() = default;
  virtual double sampleRate() const = 0;
  virtual int channels() const = 0;
  /// Interleaved samples into `out`, as many whole frames as are there and fit; returns samples.
  virtual size_t read(std::span<float> out) = 0;
  /// Frames that came too late or found no room since the start.
  virtual uint64_t droppedFrames() const = 0;
  /// steady_clock nanoseconds at which the newest sample arrived; 0 before the first.
  virtual int64_t newestSampleTimeNs() const = 0;
  /// False once the device has gone: no sample will come any more.
  virtual bool alive() const = 0;
  virtual std::string description() const = 0;
};

/// Opens and starts an input: the named device, the system's default where `wanted` is empty, which
/// is followed where a sound server lets another be the default. At most two channels are opened.
/// Names that were saved where there was no sound server, or before it was known, still lead to the
/// device. Throws Error: "No microphone found. ..." or "Microphone 'X' cannot be opened: ...".
/// Thread: any, one at a time.
std::unique_ptr<AudioSource> openCapture(const DeviceId& wanted);

/// The device that openCapture() would take for `wanted`, if it is there. ALSA's "(hw:1,0)" may
/// have another number by now; the rest of the name decides where it is unique.
std::optional<AudioDevice> findInputDevice(const std::vector<AudioDevice>& devices,
                                           const DeviceId& wanted);
/// The device that a user means by `name`: its name or its label, else the first that has it in
/// either, whatever the case.
std::optional<AudioDevice> findDeviceCalled(const std::vector<AudioDevice>& devices,
                                            std::string_view name);

}  // namespace earwitness
