// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/loudspeaker.h"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "core/audio/port_audio.h"
#include "core/audio/steady_time.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr int kMostChannels = 2;
constexpr double kQueueSeconds = 0.5;
constexpr double kLongestLatencySeconds = 2.0;  // more is not believed
constexpr std::chrono::nanoseconds kSilentMeansGone = std::chrono::seconds(2);

class PortAudioLoudspeaker : public Loudspeaker {
 public:
  /// Call with PortAudio::mutex held.
  explicit PortAudioLoudspeaker(PaDeviceIndex device) : lastCallbackNs_(steadyNowNs()) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(device);
    name_ = info->name;
    channels_ = std::clamp(info->maxOutputChannels, 1, kMostChannels);
    queue_ = std::make_shared<PlaybackQueue>(info->defaultSampleRate,
                                             size_t(info->defaultSampleRate * kQueueSeconds));
    const PaStreamParameters parameters{
        .device = device,
        .channelCount = channels_,
        .sampleFormat = paFloat32,
        .suggestedLatency = std::clamp(info->defaultHighOutputLatency, 0.02, 0.1),
        .hostApiSpecificStreamInfo = nullptr};
    std::string reason;
    stream_ = PortAudioStream::open({.output = &parameters,
                                     .sampleRate = info->defaultSampleRate,
                                     .flags = paDitherOff,
                                     .callback = &PortAudioLoudspeaker::callback,
                                     .user = this},
                                    reason);
    if (!stream_)
      throw Error("Loudspeaker '%1' cannot be opened: %2. Another program may be using it.", name_,
                  reason);
  }

  const std::shared_ptr<PlaybackQueue>& queue() const override { return queue_; }

  bool alive() const override {
    const std::chrono::nanoseconds silent(steadyNowNs() -
                                          lastCallbackNs_.load(std::memory_order_relaxed));
    return stream_->active() && silent < kSilentMeansGone;
  }

  std::string description() const override { return name_; }

 private:
  // Thread: audio callback. No lock, no allocation, no system call.
  static int callback(const void*, void* output, unsigned long frameCount,
                      const PaStreamCallbackTimeInfo* time, PaStreamCallbackFlags, void* self) {
    auto& loudspeaker = *static_cast<PortAudioLoudspeaker*>(self);
    const auto channels = size_t(loudspeaker.channels_);
    const int64_t now = steadyNowNs();
    const double latencySeconds =
        std::clamp(time->outputBufferDacTime - time->currentTime, 0.0, kLongestLatencySeconds);
    loudspeaker.queue_->take({static_cast<float*>(output), size_t(frameCount) * channels}, channels,
                             now + int64_t(latencySeconds * 1e9));
    loudspeaker.lastCallbackNs_.store(now, std::memory_order_relaxed);
    return paContinue;
  }

  std::string name_;
  int channels_ = 0;
  std::shared_ptr<PlaybackQueue> queue_;
  std::atomic<int64_t> lastCallbackNs_;
  std::unique_ptr<PortAudioStream> stream_;  ///< last: its callback uses all of the above
};

std::unique_ptr<Loudspeaker> openDefault() {
  const PaDeviceIndex device =
      PortAudio::instance().initialised ? Pa_GetDefaultOutputDevice() : paNoDevice;
  if (device == paNoDevice)
    throw Error("No loudspeaker found. Connect one, or check that the sound system is running.");
  return std::make_unique<PortAudioLoudspeaker>(device);
}

}  // namespace

std::unique_ptr<Loudspeaker> openLoudspeaker() {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  const bool knewDevices = portAudio.initialised;
  portAudio.ensureInitialised();
  if (!knewDevices) return openDefault();
  try {
    return openDefault();
  } catch (const Error&) {  // the list may be an old one
    portAudio.refresh();
    return openDefault();
  }
}

}  // namespace earwitness
