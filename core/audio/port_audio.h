// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to the audio room: includes PortAudio, which nobody else needs to see.

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <portaudio.h>

#include "core/audio/capture.h"
#include "core/audio/retry_pause.h"

namespace earwitness {

/// PortAudio's state belongs to the process; this is the one place that touches it. Never
/// destroyed: a thread that ends late may still close its stream.
struct PortAudio {
  static PortAudio& instance();

  /// Looks for devices anew where no stream is open, which is when PortAudio can: 0.3 s and more,
  /// on the sound thread.
  void refresh();
  /// Looks for devices where that was never done.
  void ensureInitialised() {
    if (!initialised) refresh();
  }
  /// Looks anew unless none was found a moment ago (RetryPause).
  void refreshUnlessJustMissing();

  std::mutex mutex;  ///< guards everything here and every call that changes PortAudio's state
  bool initialised = false;
  int openStreams = 0;
  std::vector<AudioDevice> inputs;
  std::vector<PaDeviceIndex> inputIndices;  ///< of inputs

 private:
  void lookForDevices();

  RetryPause pause_;
};

/// A stream that runs until its end. While there is one, no devices are looked for.
class PortAudioStream {
 public:
  struct Request {
    const PaStreamParameters* input = nullptr;
    const PaStreamParameters* output = nullptr;
    double sampleRate = 0.0;  ///< Hz
    PaStreamFlags flags = paNoFlag;
    PaStreamCallback* callback = nullptr;
    void* user = nullptr;
  };

  /// Opens and starts, on the sound thread. Null where that fails, and `reason` says why, without
  /// its full stop. Call with PortAudio::mutex held.
  static std::unique_ptr<PortAudioStream> open(const Request& request, std::string& reason);
  /// Ends at once: what waits to be played is dropped. Takes PortAudio::mutex.
  ~PortAudioStream();
  PortAudioStream(const PortAudioStream&) = delete;
  PortAudioStream& operator=(const PortAudioStream&) = delete;

  bool active() const { return Pa_IsStreamActive(stream_) == 1; }

 private:
  explicit PortAudioStream(PaStream* stream) : stream_(stream) {}

  PaStream* stream_;
};

}  // namespace earwitness
