// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/capture.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/audio/capture_backends.h"
#include "core/audio/retry_pause.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr std::string_view kAlsa = "ALSA";

/// "HDA Intel PCH: ALC892 Analog (hw:0,0)" without the numbers, which change from start to start.
std::string_view stableName(std::string_view name) {
  return name.substr(0, std::min(name.size(), name.rfind(" (hw:")));
}

bool takeStart(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

bool takeEnd(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

bool isPulse(const AudioDevice& device) {
  return device.id.hostApi == kPulseAudio;
}

}  // namespace

size_t positionOf(const std::vector<AudioDevice>& devices, const DeviceId& wanted) {
  const auto first = [&devices](const auto& matches) {
    return size_t(std::find_if(devices.begin(), devices.end(), matches) - devices.begin());
  };
  const size_t same = first([&](const AudioDevice& device) { return device.id == wanted; });
  if (same < devices.size()) return same;
  if (wanted.empty() ||
      (isSoundServer(wanted) && std::any_of(devices.begin(), devices.end(), isPulse))) {
    const size_t standard = first([](const AudioDevice& device) { return device.isDefault; });
    return standard < devices.size() ? standard : 0;
  }
  const auto isAlike = [&](const DeviceId& id) {
    return id.hostApi == wanted.hostApi && stableName(id.name) == stableName(wanted.name);
  };
  const auto samePlug = [&](const AudioDevice& device) {
    return isAlike(device.id) || isAlike(device.alias);
  };
  // The same device under another number. Two of a kind cannot be told apart.
  return std::count_if(devices.begin(), devices.end(), samePlug) == 1 ? first(samePlug)
                                                                      : devices.size();
}

void failAsNoMicrophone() {
  throw Error(
      "No microphone found. Connect one, or check that the sound system is running. You can still "
      "open audio files.");
}

void failAsNotConnected(const DeviceId& wanted) {
  throw Error("Microphone '%1' is not connected. Connect it, or choose another one.",
              plainName(wanted));
}

std::string monitorLabel(std::string_view description) {
  takeStart(description, "Monitor of ");
  return Message("Computer sound (%1)", description).english();
}

Message deviceMessage(const std::string& label) {
  static const std::string before = monitorLabel({}).substr(0, monitorLabel({}).size() - 1);
  std::string_view name = label;
  if (!takeStart(name, before) || !takeEnd(name, ")")) return Message::verbatim(label);
  return Message("Computer sound (%1)", name);
}

std::string plainName(const DeviceId& id) {
  if (id.hostApi != kPulseAudio) return std::string(stableName(id.name));
  std::string_view name = id.name;
  const bool isMonitor = takeEnd(name, ".monitor");
  if (takeStart(name, "alsa_input.") || takeStart(name, "alsa_output.") ||
      takeStart(name, "bluez_input.") || takeStart(name, "bluez_output.") ||
      takeStart(name, "bluez_source.") || takeStart(name, "bluez_sink.")) {
    // What stands behind the last point is the profile.
    name = name.substr(0, std::min(name.size(), name.rfind('.')));
    takeStart(name, "usb-");
    takeEnd(name, "-00");
  }
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return isMonitor ? monitorLabel(plain) : plain;
}

bool isSoundServer(const DeviceId& id) {
  return id.hostApi == kAlsa &&
         (id.name == "default" || id.name == "pulse" || id.name == "pipewire");
}

bool isSoundPlumbing(const DeviceId& id) {
  constexpr std::array<std::string_view, 23> kInside{
      "sysdefault", "front",   "rear",       "center_lfe", "side",      "surround",
      "iec958",     "spdif",   "hdmi",       "modem",      "phoneline", "dmix",
      "dsnoop",     "lavrate", "samplerate", "speex",      "upmix",     "vdownmix",
      "a52",        "oss",     "null",       "usbstream",  "plughw"};
  if (id.hostApi != kAlsa || id.name.find("(hw:") != std::string::npos) return false;
  return id.name == "jack" ||
         std::any_of(kInside.begin(), kInside.end(), [&](std::string_view start) {
           return std::string_view(id.name).starts_with(start);
         });
}

std::vector<AudioDevice> inputDevices() {
  std::optional<std::vector<AudioDevice>> devices = pulseInputDevices();
  if (!devices) return portAudioInputDevices();
  // To ask PortAudio opens the hardware, which the sound server may be about to use.
  if (!jackMayRun()) return *std::move(devices);
  // ALSA's are the server's own, or busy.
  for (AudioDevice& device : portAudioInputDevices()) {
    if (device.id.hostApi == kAlsa) continue;
    device.isDefault = false;
    devices->push_back(std::move(device));
  }
  return *std::move(devices);
}

std::optional<AudioDevice> findInputDevice(const std::vector<AudioDevice>& devices,
                                           const DeviceId& wanted) {
  const size_t position = positionOf(devices, wanted);
  if (position >= devices.size()) return std::nullopt;
  return devices[position];
}

std::optional<AudioDevice> findDeviceCalled(const std::vector<AudioDevice>& devices,
                                            std::string_view name) {
  const auto isIn = [name](std::string_view text) {
    return std::search(text.begin(), text.end(), name.begin(), name.end(),
                       [](char a, char b) { return lowerAscii(a) == lowerAscii(b); }) != text.end();
  };
  for (const AudioDevice& device : devices)
    if (device.id.name == name || device.label == name) return device;
  for (const AudioDevice& device : devices)
    if (isIn(device.id.name) || isIn(device.label)) return device;
  return std::nullopt;
}

std::unique_ptr<AudioSource> openCapture(const DeviceId& wanted) {
  std::unique_ptr<AudioSource> source = openPulseCapture(wanted);
  const bool isServers = source != nullptr;
  if (!isServers && wanted.hostApi == kPulseAudio) failAsNotConnected(wanted);
  if (!isServers) source = openPortAudioCapture(wanted);
  logInfo(kLogAudio, "Opened " + inQuotes(source->description()) + " through " +
                         (isServers ? "the sound server" : "PortAudio") + ": " +
                         fixedPoint(source->sampleRate(), 0) +
                         " Hz, channels: " + std::to_string(source->channels()));
  return source;
}

}  // namespace earwitness
