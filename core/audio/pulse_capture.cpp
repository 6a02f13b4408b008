// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "core/audio/capture_backends.h"
#include "core/audio/capture_ring.h"
#include "core/audio/pulse_connection.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr double kFragmentSeconds = 0.015;
/// What the server plays to where there is no output at all.
constexpr std::string_view kDummyMonitor = "auto_null.monitor";

std::string property(const pa_proplist* properties, const char* key) {
  const char* value = pa_proplist_gets(properties, key);
  return value != nullptr ? value : "";
}

/// The name that PortAudio has for the same device, without its numbers.
DeviceId alsaNameOf(const pa_source_info& info) {
  const std::string card = property(info.proplist, "alsa.card_name");
  const std::string device = property(info.proplist, "alsa.name");
  if (card.empty() || device.empty() || info.monitor_of_sink != PA_INVALID_INDEX) return {};
  return {.name = card + ": " + device, .hostApi = "ALSA"};
}

AudioDevice deviceOf(const pa_source_info& info) {
  AudioDevice device{.id = {.name = info.name, .hostApi = kPulseAudio},
                     .maxInputChannels = info.sample_spec.channels,
                     .defaultSampleRate = double(info.sample_spec.rate)};
  device.isMonitor = info.monitor_of_sink != PA_INVALID_INDEX;
  const std::string description = info.description != nullptr ? info.description : info.name;
  device.label = device.isMonitor ? monitorLabel(description) : description;
  device.alias = alsaNameOf(info);
  return device;
}

/// All sources but the dummy, microphones first.
std::optional<std::vector<AudioDevice>> sourcesOf(PulseConnection& connection) {
  const PulseConnection::Lock lock(connection);
  struct Found {
    std::vector<AudioDevice> devices;
    std::string standard;
  } found;
  const auto takeServer = [](pa_context*, const pa_server_info* info, void* to) {
    if (info != nullptr && info->default_source_name != nullptr)
      static_cast<Found*>(to)->standard = info->default_source_name;
  };
  const auto takeSource = [](pa_context*, const pa_source_info* info, int, void* to) {
    if (info != nullptr && info->name != kDummyMonitor)
      static_cast<Found*>(to)->devices.push_back(deviceOf(*info));
  };
  if (!connection.finish(pa_context_get_server_info(connection.context(), takeServer, &found)) ||
      !connection.finish(pa_context_get_source_info_list(connection.context(), takeSource, &found)))
    return std::nullopt;
  for (AudioDevice& device : found.devices) device.isDefault = device.id.name == found.standard;
  std::stable_partition(found.devices.begin(), found.devices.end(),
                        [](const AudioDevice& device) { return !device.isMonitor; });
  return std::move(found.devices);
}

class PulseSource : public AudioSource {
 public:
  /// `follow`: goes along when the server's default source is another one.
  PulseSource(std::unique_ptr<PulseConnection> connection, AudioDevice device, bool follow)
      : connection_(std::move(connection)),
        device_(std::move(device)),
        channels_(std::clamp(device_.maxInputChannels, 1, kMostInputChannels)),
        ring_(device_.defaultSampleRate, channels_) {
    const PulseConnection::Lock lock(*connection_);
    open(follow);
  }

  ~PulseSource() override {
    const PulseConnection::Lock lock(*connection_);
    close();
  }

  double sampleRate() const override { return device_.defaultSampleRate; }
  int channels() const override { return channels_; }
  size_t read(std::span<float> out) override { return ring_.read(out); }
  uint64_t droppedFrames() const override { return ring_.droppedFrames(); }
  int64_t newestSampleTimeNs() const override { return ring_.newestSampleTimeNs(); }
  bool alive() const override {
    return connection_->alive() && !gone_.load(std::memory_order_acquire) && ring_.flows();
  }
  std::string description() const override {
    const std::lock_guard lock(labelMutex_);
    return device_.label;
  }

 private:
  void open(bool follow) {
    const pa_sample_spec format{.format = PA_SAMPLE_FLOAT32NE,
                                .rate = uint32_t(device_.defaultSampleRate),
                                .channels = uint8_t(channels_)};
    stream_ = pa_stream_new(connection_->context(), "Listening", &format, nullptr);
    if (stream_ == nullptr) fail();
    pa_stream_set_state_callback(stream_, &PulseSource::stateChanged, this);
    pa_stream_set_read_callback(stream_, &PulseSource::samplesCame, this);
    pa_stream_set_moved_callback(stream_, &PulseSource::moved, this);
    // Short fragments: the picture should begin at once. The server keeps the longest buffer it
    // can, so that a late reader loses nothing.
    const pa_buffer_attr buffer{.maxlength = uint32_t(-1),
                                .tlength = uint32_t(-1),
                                .prebuf = uint32_t(-1),
                                .minreq = uint32_t(-1),
                                .fragsize = uint32_t(double(format.rate) * kFragmentSeconds) *
                                            uint32_t(pa_frame_size(&format))};
    const auto flags = pa_stream_flags_t(PA_STREAM_ADJUST_LATENCY |
                                         (follow ? PA_STREAM_NOFLAGS : PA_STREAM_DONT_MOVE));
    if (pa_stream_connect_record(stream_, follow ? nullptr : device_.id.name.c_str(), &buffer,
                                 flags) < 0)
      fail();
    const bool decided = connection_->waitUntil(
        [this] { return pa_stream_get_state(stream_) != PA_STREAM_CREATING; });
    if (!decided || pa_stream_get_state(stream_) != PA_STREAM_READY) fail();
  }

  void close() {
    if (stream_ == nullptr) return;
    pa_stream_set_state_callback(stream_, nullptr, nullptr);
    pa_stream_set_read_callback(stream_, nullptr, nullptr);
    pa_stream_set_moved_callback(stream_, nullptr, nullptr);
    pa_stream_disconnect(stream_);
    pa_stream_unref(stream_);
    stream_ = nullptr;
    if (labelQuery_ != nullptr) {
      pa_operation_cancel(labelQuery_);
      pa_operation_unref(labelQuery_);
    }
  }

  [[noreturn]] void fail() {
    const std::string reason = pa_strerror(pa_context_errno(connection_->context()));
    close();
    throw Error(
        "Microphone '%1' cannot be opened: %2. Check it in the system's sound settings, or choose "
        "another one.",
        device_.label, reason);
  }

  // ---- Thread: loop, all of them.

  static void stateChanged(pa_stream* stream, void* self) {
    auto& source = *static_cast<PulseSource*>(self);
    if (!PA_STREAM_IS_GOOD(pa_stream_get_state(stream)))
      source.gone_.store(true, std::memory_order_release);
    source.connection_->wake();
  }

  static void samplesCame(pa_stream* stream, size_t, void* self) {
    auto& source = *static_cast<PulseSource*>(self);
    const size_t frameBytes = sizeof(float) * size_t(source.channels_);
    const void* data = nullptr;
    size_t bytes = 0;
    while (pa_stream_peek(stream, &data, &bytes) == 0 && bytes > 0) {
      if (data != nullptr)
        source.ring_.write({static_cast<const float*>(data), bytes / sizeof(float)});
      else
        source.ring_.lose(bytes / frameBytes);  // a hole: the server had no more room
      pa_stream_drop(stream);
    }
  }

  /// The server's default is another source by now.
  static void moved(pa_stream* stream, void* self) {
    auto& source = *static_cast<PulseSource*>(self);
    const char* name = pa_stream_get_device_name(stream);
    if (name == nullptr || name == kDummyMonitor) {
      source.gone_.store(true, std::memory_order_release);
      return;
    }
    if (source.labelQuery_ != nullptr) pa_operation_unref(source.labelQuery_);
    source.labelQuery_ = pa_context_get_source_info_by_name(source.connection_->context(), name,
                                                            &PulseSource::labelCame, self);
  }

  static void labelCame(pa_context*, const pa_source_info* info, int, void* self) {
    if (info == nullptr) return;
    auto& source = *static_cast<PulseSource*>(self);
    const std::lock_guard lock(source.labelMutex_);
    source.device_.label = deviceOf(*info).label;
  }

  std::unique_ptr<PulseConnection> connection_;
  mutable std::mutex labelMutex_;  ///< guards device_.label
  AudioDevice device_;
  int channels_;
  CaptureRing ring_;
  std::atomic<bool> gone_{false};
  pa_operation* labelQuery_ = nullptr;  ///< loop thread's
  pa_stream* stream_ = nullptr;
};

}  // namespace

std::optional<std::vector<AudioDevice>> pulseInputDevices() {
  const std::unique_ptr<PulseConnection> connection = PulseConnection::open();
  if (!connection) return std::nullopt;
  return sourcesOf(*connection);
}

std::unique_ptr<AudioSource> openPulseCapture(const DeviceId& wanted) {
  std::unique_ptr<PulseConnection> connection = PulseConnection::open();
  if (!connection) return nullptr;
  const std::optional<std::vector<AudioDevice>> sources = sourcesOf(*connection);
  if (!sources) return nullptr;
  const size_t position = positionOf(*sources, wanted);
  if (position < sources->size()) {
    const AudioDevice& device = (*sources)[position];
    const bool follow = device.isDefault && (wanted.empty() || isSoundServer(wanted));
    return std::make_unique<PulseSource>(std::move(connection), device, follow);
  }
  if (wanted.empty()) failAsNoMicrophone();
  return nullptr;
}

}  // namespace earwitness
