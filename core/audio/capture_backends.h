// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to the audio room: the two ways to a microphone, between which capture.cpp chooses.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audio/capture.h"

namespace earwitness {

inline constexpr int kMostInputChannels = 2;
inline constexpr const char* kPulseAudio = "PulseAudio";  ///< as DeviceId::hostApi

/// Position of the device in the list; its size where it is not there.
size_t positionOf(const std::vector<AudioDevice>& devices, const DeviceId& wanted);
/// What the computer plays, in the words of the server: "Monitor of Built-in Audio".
std::string monitorLabel(std::string_view description);
[[noreturn]] void failAsNoMicrophone();
[[noreturn]] void failAsNotConnected(const DeviceId& wanted);

/// Sources of the PulseAudio or PipeWire server, microphones first; nothing where none answers.
std::optional<std::vector<AudioDevice>> pulseInputDevices();
/// Null where no server answers, or where it does not know a device that is none of its own.
/// Throws Error where it refuses.
std::unique_ptr<AudioSource> openPulseCapture(const DeviceId& wanted);

/// The last list while a stream is open.
std::vector<AudioDevice> portAudioInputDevices();
/// Throws Error where there is no such device or it cannot be opened.
std::unique_ptr<AudioSource> openPortAudioCapture(const DeviceId& wanted);

}  // namespace earwitness
