// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/port_audio.h"

#include <cstdlib>

#include <alsa/asoundlib.h>
#include <dlfcn.h>

#include "core/audio/sound_thread.h"

namespace earwitness {
namespace {

// Set before main(), where no other thread can be reading the environment: asking JACK whether it
// is there must not start its server.
[[maybe_unused]] const int kJackStaysAsItIs = ::setenv("JACK_NO_START_SERVER", "1", 0);

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

/// One of ALSA's plugins is an encoder that brings pixman along. It is loaded and unloaded with
/// each list of devices, and pixman 0.42 loses its tables each time: pixman stays.
void keepPixmanLoaded() {
  ::dlopen("libpixman-1.so.0", RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
}

std::string reasonOf(PaError error) {
  const PaHostErrorInfo* info = Pa_GetLastHostErrorInfo();
  if (error == paUnanticipatedHostError && info != nullptr && info->errorText != nullptr &&
      *info->errorText != '\0')
    return info->errorText;
  return Pa_GetErrorText(error);
}

}  // namespace

PortAudio& PortAudio::instance() {
  static PortAudio& portAudio = *new PortAudio;
  return portAudio;
}

void PortAudio::refresh() {
  if (openStreams == 0) SoundThread::instance().run([this] { lookForDevices(); });
}

void PortAudio::refreshUnlessJustMissing() {
  const std::string traces = traceOfSoundServers() + traceOfSoundDevices();
  if (inputs.empty() && !pause_.isDue(traces)) return;
  refresh();
  if (inputs.empty())
    pause_.noteMissing(traces);
  else
    pause_.noteFound();
}

/// Thread: sound.
void PortAudio::lookForDevices() {
  silenceSoundLibraries();
  keepPixmanLoaded();
  if (initialised) Pa_Terminate();
  inputs.clear();
  inputIndices.clear();
  initialised = Pa_Initialize() == paNoError;
  if (!initialised) return;
  const PaDeviceIndex standard = Pa_GetDefaultInputDevice();
  for (PaDeviceIndex index = 0; index < Pa_GetDeviceCount(); ++index) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
    if (info == nullptr || info->maxInputChannels < 1) continue;
    const PaHostApiInfo* api = Pa_GetHostApiInfo(info->hostApi);
    const DeviceId id{.name = info->name, .hostApi = api != nullptr ? api->name : ""};
    if (isSoundPlumbing(id)) continue;
    inputs.push_back({.id = id,
                      .maxInputChannels = info->maxInputChannels,
                      .defaultSampleRate = info->defaultSampleRate,
                      .isDefault = index == standard,
                      .label = plainName(id)});
    inputIndices.push_back(index);
  }
}

std::unique_ptr<PortAudioStream> PortAudioStream::open(const Request& request,
                                                       std::string& reason) {
  std::unique_ptr<PortAudioStream> opened;
  SoundThread::instance().run([&] {
    PaStream* stream = nullptr;
    PaError error =
        Pa_OpenStream(&stream, request.input, request.output, request.sampleRate,
                      paFramesPerBufferUnspecified, request.flags, request.callback, request.user);
    const bool isOpen = error == paNoError;
    if (isOpen) error = Pa_StartStream(stream);
    if (error == paNoError) {
      ++PortAudio::instance().openStreams;
      opened.reset(new PortAudioStream(stream));
      return;
    }
    reason = reasonOf(error);
    if (isOpen) Pa_CloseStream(stream);
  });
  return opened;
}

PortAudioStream::~PortAudioStream() {
  PortAudio& portAudio = PortAudio::instance();
  const std::lock_guard lock(portAudio.mutex);
  Pa_AbortStream(stream_);  // does not wait for samples that a lost device will never send or take
  Pa_CloseStream(stream_);
  --portAudio.openStreams;
}

}  // namespace earwitness
