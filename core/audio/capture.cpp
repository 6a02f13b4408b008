#include "core/audio/capture.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <string_view>

#include <alsa/asoundlib.h>
#include <dlfcn.h>
#include <portaudio.h>

#include "core/audio/ring_buffer.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr int kMaxChannels = 2;
constexpr double kRingSeconds = 4.0;
constexpr std::chrono::seconds kSilentMeansGone{2};
constexpr std::chrono::seconds kFirstSampleWithin{
    5};  // Bluetooth headsets change their profile first
constexpr const char* kNoMicrophone =
    "No microphone was found. Plug one in, or check that the system's sound is running; files can "
    "be "
    "opened all the same.";

int64_t nowNs() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// ---- Quiet -----------------------------------------------------------------------------------

// Set before main(), where no other thread can be reading the environment: asking JACK whether it
// is there must not start its server.
[[maybe_unused]] const int jackStaysAsItIs = ::setenv("JACK_NO_START_SERVER", "1", 0);

void sayNothing(const char*, int, const char*, int, const char*, ...) {}
void sayNothingOfJack(const char*) {}

/// ALSA and JACK write a page on stderr while PortAudio tries every name they know.
void silenceSoundLibraries() {
  snd_lib_error_set_handler(&sayNothing);
  // PortAudio brings JACK's library along where it was built with it.
  using SetJackMessages = void (*)(void (*)(const char*));
  for (const char* name : {"jack_set_error_function", "jack_set_info_function"})
    if (void* function = dlsym(RTLD_DEFAULT, name))
      reinterpret_cast<SetJackMessages>(function)(&sayNothingOfJack);
}

// ---- Devices -----------------------------------------------------------------------------------

/// "HDA Intel PCH: ALC892 Analog (hw:0,0)" without the numbers, which change from start to start.
std::string_view stableName(std::string_view name) {
  return name.substr(0, std::min(name.size(), name.rfind(" (hw:")));
}

/// PortAudio's state belongs to the process; this is the one place that touches it.
struct PortAudio {
  std::mutex mutex;  ///< guards everything below and every call that changes PortAudio's state
  bool initialised = false;
  int openStreams = 0;
  std::vector<AudioDevice> devices;
  std::vector<PaDeviceIndex> indices;  ///< of devices

  static PortAudio& instance() {
    static PortAudio portAudio;
    return portAudio;
  }

  /// Looks for devices anew where no stream is open.
  void refresh() {
    if (openStreams > 0) return;
    silenceSoundLibraries();
    if (initialised) Pa_Terminate();
    devices.clear();
    indices.clear();
    initialised = Pa_Initialize() == paNoError;
    if (!initialised) return;
    const PaDeviceIndex standard = Pa_GetDefaultInputDevice();
    for (PaDeviceIndex index = 0; index < Pa_GetDeviceCount(); ++index) {
      const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
      if (info == nullptr || info->maxInputChannels < 1) continue;
      const PaHostApiInfo* api = Pa_GetHostApiInfo(info->hostApi);
      const DeviceId id{.name = info->name, .hostApi = api != nullptr ? api->name : ""};
      if (isSoundPlumbing(id)) continue;
      devices.push_back({.id = id,
                         .maxInputChannels = info->maxInputChannels,
                         .defaultSampleRate = info->defaultSampleRate,
                         .isDefault = index == standard});
      indices.push_back(index);
    }
  }
};

std::string reasonOf(PaError error) {
  const PaHostErrorInfo* info = Pa_GetLastHostErrorInfo();
  if (error == paUnanticipatedHostError && info != nullptr && info->errorText != nullptr &&
      *info->errorText != '\0')
    return info->errorText;
  return Pa_GetErrorText(error);
}

// ---- Stream ------------------------------------------------------------------------------------

class PortAudioSource : public AudioSource {
 public:
  /// Call with PortAudio::mutex held.
  PortAudioSource(const AudioDevice& device, PaDeviceIndex index)
      : device_(device),
        channels_(std::min(device.maxInputChannels, kMaxChannels)),
        ring_(size_t(device.defaultSampleRate * kRingSeconds) * size_t(channels_)) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
    const PaStreamParameters parameters{
        .device = index,
        .channelCount = channels_,
        .sampleFormat = paFloat32,
        .suggestedLatency = std::clamp(info->defaultHighInputLatency, 0.02, 0.1),
        .hostApiSpecificStreamInfo = nullptr};
    PaError error = Pa_OpenStream(&stream_, &parameters, nullptr, device.defaultSampleRate,
                                  paFramesPerBufferUnspecified, paClipOff | paDitherOff,
                                  &PortAudioSource::callback, this);
    if (error == paNoError) {
      startedNs_ = nowNs();
      error = Pa_StartStream(stream_);
      if (error != paNoError) Pa_CloseStream(stream_);
    }
    if (error != paNoError)
      throw Error("Microphone " + inQuotes(device.id.name) +
                  " cannot be opened: " + reasonOf(error) + ". Another program may be using it.");
    ++PortAudio::instance().openStreams;
  }

  ~PortAudioSource() override {
    PortAudio& portAudio = PortAudio::instance();
    const std::lock_guard lock(portAudio.mutex);
    Pa_AbortStream(stream_);  // does not wait for samples that a lost device will never send
    Pa_CloseStream(stream_);
    --portAudio.openStreams;
  }

  double sampleRate() const override { return device_.defaultSampleRate; }
  int channels() const override { return channels_; }

  // The callback writes whole frames into a ring whose capacity is a multiple of one or two
  // channels, so a read of a whole number of frames never splits one.
  size_t read(std::span<float> out) override {
    return ring_.read(out.first(out.size() - out.size() % size_t(channels_)));
  }

  uint64_t droppedFrames() const override {
    return ring_.dropped() / size_t(channels_) + overflowFrames_.load(std::memory_order_relaxed);
  }

  int64_t newestSampleTimeNs() const override {
    return newestSampleNs_.load(std::memory_order_acquire);
  }

  bool alive() const override {
    if (Pa_IsStreamActive(stream_) != 1) return false;
    const int64_t newest = newestSampleTimeNs();
    const std::chrono::nanoseconds silent(nowNs() - (newest != 0 ? newest : startedNs_));
    return silent < (newest != 0 ? kSilentMeansGone : kFirstSampleWithin);
  }

  std::string description() const override { return device_.id.name; }

 private:
  // Thread: audio callback. No lock, no allocation, no system call.
  static int callback(const void* input, void*, unsigned long frameCount,
                      const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags flags, void* self) {
    auto& source = *static_cast<PortAudioSource*>(self);
    // The driver does not say how much was lost; one buffer is assumed. What was lost before the
    // first buffer was never asked for.
    if ((flags & paInputOverflow) != 0 &&
        source.newestSampleNs_.load(std::memory_order_relaxed) != 0)
      source.overflowFrames_.fetch_add(frameCount, std::memory_order_relaxed);
    if (input != nullptr) {
      const size_t count = size_t(frameCount) * size_t(source.channels_);
      source.ring_.write(std::span(static_cast<const float*>(input), count));
      // Release: who sees this time also sees the samples in the ring.
      source.newestSampleNs_.store(nowNs(), std::memory_order_release);
    }
    return paContinue;
  }

  AudioDevice device_;
  int channels_;
  RingBuffer<float> ring_;
  PaStream* stream_ = nullptr;
  int64_t startedNs_ = 0;
  std::atomic<int64_t> newestSampleNs_{0};
  std::atomic<uint64_t> overflowFrames_{0};
};

/// Position of the device in the list; its size where it is not there.
size_t positionOf(const std::vector<AudioDevice>& devices, const DeviceId& wanted) {
  const auto first = [&devices](const auto& matches) {
    return size_t(std::find_if(devices.begin(), devices.end(), matches) - devices.begin());
  };
  if (wanted.empty()) {
    const size_t standard = first([](const AudioDevice& device) { return device.isDefault; });
    return standard < devices.size() ? standard : 0;
  }
  const size_t same = first([&](const AudioDevice& device) { return device.id == wanted; });
  if (same < devices.size()) return same;
  const auto samePlug = [&](const AudioDevice& device) {
    return device.id.hostApi == wanted.hostApi &&
           stableName(device.id.name) == stableName(wanted.name);
  };
  // The same device under another number. Two of a kind cannot be told apart.
  return std::count_if(devices.begin(), devices.end(), samePlug) == 1 ? first(samePlug)
                                                                      : devices.size();
}

/// The system's default first; where that fails, whatever else there is.
std::unique_ptr<AudioSource> openAny(const PortAudio& portAudio) {
  const size_t standard = positionOf(portAudio.devices, {});
  try {
    return std::make_unique<PortAudioSource>(portAudio.devices[standard],
                                             portAudio.indices[standard]);
  } catch (const Error&) {
    for (size_t position = 0; position < portAudio.devices.size(); ++position) {
      if (position == standard) continue;
      try {
        return std::make_unique<PortAudioSource>(portAudio.devices[position],
                                                 portAudio.indices[position]);
      } catch (const Error&) {  // the default's reason is told, below
      }
    }
    throw;
  }
}

}  // namespace

bool isSoundPlumbing(const DeviceId& id) {
  constexpr std::array<std::string_view, 23> kInside{
      "sysdefault", "front",   "rear",       "center_lfe", "side",      "surround",
      "iec958",     "spdif",   "hdmi",       "modem",      "phoneline", "dmix",
      "dsnoop",     "lavrate", "samplerate", "speex",      "upmix",     "vdownmix",
      "a52",        "oss",     "null",       "usbstream",  "plughw"};
  if (id.hostApi != "ALSA" || id.name.find("(hw:") != std::string::npos) return false;
  return id.name == "jack" ||
         std::any_of(kInside.begin(), kInside.end(), [&](std::string_view start) {
           return std::string_view(id.name).starts_with(start);
         });
}

std::vector<AudioDevice> inputDevices() {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  portAudio.refresh();
  return portAudio.devices;
}

std::optional<AudioDevice> findInputDevice(const std::vector<AudioDevice>& devices,
                                           const DeviceId& wanted) {
  const size_t position = positionOf(devices, wanted);
  if (position >= devices.size()) return std::nullopt;
  return devices[position];
}

std::unique_ptr<AudioSource> openCapture(const DeviceId& wanted) {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  portAudio.refresh();
  if (portAudio.devices.empty()) throw Error(kNoMicrophone);
  if (wanted.empty()) return openAny(portAudio);
  const size_t position = positionOf(portAudio.devices, wanted);
  if (position >= portAudio.devices.size())
    throw Error("Microphone " + inQuotes(wanted.name) +
                " is not connected. Plug it in, or choose another one.");
  return std::make_unique<PortAudioSource>(portAudio.devices[position],
                                           portAudio.indices[position]);
}

}  // namespace earwitness
