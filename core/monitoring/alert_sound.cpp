// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numbers>

#include <poll.h>

#include "core/audio/playback.h"
#include "core/base/error.h"
#include "core/monitoring/alert_channel.h"

namespace earwitness {
namespace {

constexpr double kSampleRate = 48000.0;
constexpr double kSeconds = 0.9;
constexpr double kFadeSeconds = 0.1;
constexpr int kLookEveryMs = 20;

struct Tone {
  double hz;
  double startSeconds;
};
constexpr Tone kTones[] = {{659.26, 0.0}, {880.0, 0.16}};  // E5, then A5

/// A struck bar: a soft attack, then decay; its octave is softer and decays sooner.
double struckAt(double hz, double seconds) {
  if (seconds < 0.0) return 0.0;
  const double attack = std::min(1.0, seconds / 0.008);
  const double phase = 2.0 * std::numbers::pi * hz * seconds;
  return attack * (std::sin(phase) * std::exp(-seconds / 0.22) +
                   0.25 * std::sin(2.0 * phase) * std::exp(-seconds / 0.08));
}

class SoundChannel : public AlertChannel {
 public:
  Message name() const override { return Message("The sound"); }

  void send(const Alert&, const StopSignal& stop) override {
    const auto playback = playSamples(chime(kSampleRate), kSampleRate);
    while (!playback->finished()) {
      pollfd stopped{stop.descriptor(), POLLIN, 0};
      ::poll(&stopped, 1, kLookEveryMs);
      if (stop.requested()) throw Stopped();
    }
    if (const Message problem = playback->error(); !problem.empty()) throw Error(problem);
  }
};

}  // namespace

std::vector<float> chime(double sampleRate) {
  std::vector<float> samples(size_t(kSeconds * sampleRate));
  for (size_t i = 0; i < samples.size(); ++i) {
    const double seconds = double(i) / sampleRate;
    double value = 0.0;
    for (const Tone& tone : kTones) value += struckAt(tone.hz, seconds - tone.startSeconds);
    const double fade = std::min(1.0, (kSeconds - seconds) / kFadeSeconds);
    samples[i] = float(0.25 * value * fade);
  }
  return samples;
}

std::unique_ptr<AlertChannel> makeSoundChannel() {
  return std::make_unique<SoundChannel>();
}

}  // namespace earwitness
