// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <mutex>
#include <string>

#include "core/audio/capture_backends.h"
#include "core/audio/capture_ring.h"
#include "core/audio/port_audio.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

class PortAudioSource : public AudioSource {
 public:
  /// Call with PortAudio::mutex held.
  PortAudioSource(const AudioDevice& device, PaDeviceIndex index)
      : device_(device),
        channels_(std::min(device.maxInputChannels, kMostInputChannels)),
        ring_(device.defaultSampleRate, channels_) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
    const PaStreamParameters parameters{
        .device = index,
        .channelCount = channels_,
        .sampleFormat = paFloat32,
        .suggestedLatency = std::clamp(info->defaultHighInputLatency, 0.02, 0.1),
        .hostApiSpecificStreamInfo = nullptr};
    std::string reason;
    stream_ = PortAudioStream::open({.input = &parameters,
                                     .sampleRate = device.defaultSampleRate,
                                     .flags = paClipOff | paDitherOff,
                                     .callback = &PortAudioSource::callback,
                                     .user = this},
                                    reason);
    if (!stream_)
      throw Error("Microphone '%1' cannot be opened: %2. Another program may be using it.",
                  device.label, reason);
  }

  double sampleRate() const override { return device_.defaultSampleRate; }
  int channels() const override { return channels_; }
  size_t read(std::span<float> out) override { return ring_.read(out); }
  uint64_t droppedFrames() const override { return ring_.droppedFrames(); }
  int64_t newestSampleTimeNs() const override { return ring_.newestSampleTimeNs(); }
  bool alive() const override { return stream_->active() && ring_.flows(); }
  std::string description() const override { return device_.label; }

 private:
  // Thread: audio callback. No lock, no allocation, no system call.
  static int callback(const void* input, void*, unsigned long frameCount,
                      const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags flags, void* self) {
    auto& source = *static_cast<PortAudioSource*>(self);
    // The driver does not say how much was lost; one buffer is assumed.
    if ((flags & paInputOverflow) != 0) source.ring_.lose(frameCount);
    if (input != nullptr)
      source.ring_.write(std::span(static_cast<const float*>(input),
                                   size_t(frameCount) * size_t(source.channels_)));
    return paContinue;
  }

  AudioDevice device_;
  int channels_;
  CaptureRing ring_;
  std::unique_ptr<PortAudioStream> stream_;  ///< last: its callback uses all of the above
};

std::unique_ptr<AudioSource> open(const PortAudio& portAudio, size_t position) {
  return std::make_unique<PortAudioSource>(portAudio.inputs[position],
                                           portAudio.inputIndices[position]);
}

/// The system's default first; where that fails, whatever else there is.
std::unique_ptr<AudioSource> openAny(const PortAudio& portAudio) {
  const size_t standard = positionOf(portAudio.inputs, {});
  try {
    return open(portAudio, standard);
  } catch (const Error&) {
    for (size_t position = 0; position < portAudio.inputs.size(); ++position) {
      if (position == standard) continue;
      try {
        return open(portAudio, position);
      } catch (const Error&) {  // the default's reason is told, below
      }
    }
    throw;
  }
}

}  // namespace

std::vector<AudioDevice> portAudioInputDevices() {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  portAudio.refresh();
  return portAudio.inputs;
}

std::unique_ptr<AudioSource> openPortAudioCapture(const DeviceId& wanted) {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  portAudio.refreshUnlessJustMissing();
  if (portAudio.inputs.empty()) failAsNoMicrophone();
  if (wanted.empty()) return openAny(portAudio);
  const size_t position = positionOf(portAudio.inputs, wanted);
  if (position >= portAudio.inputs.size()) failAsNotConnected(wanted);
  return open(portAudio, position);
}

}  // namespace earwitness
