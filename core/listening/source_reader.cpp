// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/source_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr double kPhaseSeconds = 1.0;       // of sound show whether channels cancel out
constexpr double kLateSeconds = 1.0;        // more than this waiting: the oldest is skipped
constexpr double kMostAtOnceSeconds = 8.0;  // read at one look, whatever the source has

}  // namespace

SourceReader::SourceReader(AudioSource& source, bool paced, ChannelChoice channel)
    : source_(source),
      paced_(paced),
      choosesChannel_(!paced && channel.isMean() && source.channels() > 1),
      phase_(std::max(1, source.channels())),
      channels_(size_t(std::max(1, source.channels()))),
      lateFrames_(paced ? std::numeric_limits<size_t>::max()
                        : size_t(source.sampleRate() * kLateSeconds)),
      chosen_(size_t(channel.number)),
      block_(size_t(source.sampleRate() * kMostAtOnceSeconds) * channels_) {
  if (chosen_ > channels_)
    throw channels_ == 1
        ? Error(
              "Microphone '%1' has only 1 channel, so %2 cannot be analysed. Choose another "
              "channel (--channel).",
              source.description(), nameOf(channel))
        : Error(
              "Microphone '%1' has only %2 channels, so %3 cannot be analysed. Choose another "
              "channel (--channel).",
              source.description(), channels_, nameOf(channel));
  mono_.reserve(block_.size() / channels_);
}

std::span<const float> SourceReader::look() {
  newestNs_ = source_.newestSampleTimeNs();  // before reading: never later than what is read
  if (newestNs_ == 0) newestNs_ = steadyNowNs();
  size_t frames = source_.read(block_) / channels_;
  const size_t skipped = frames > lateFrames_ ? frames - lateFrames_ : 0;
  skippedFrames_ += skipped;
  frames -= skipped;
  mono_.resize(frames);
  const float* sample = block_.data() + skipped * channels_;
  if (choosesChannel_) chooseChannel(sample, frames);
  for (float& value : mono_) {
    const float mixed = mix(sample);
    sample += channels_;
    // One NaN would stay in the resampler's filter for good.
    value = std::isfinite(mixed) ? mixed : 0.0F;
  }
  heardFrames_ += frames;
  if (paced_) newestNs_ = startNs_ + int64_t(secondsHeard() * 1e9);
  return mono_;
}

/// One frame: the chosen channel, or the mean of all.
float SourceReader::mix(const float* frame) const {
  if (chosen_ > 0) return frame[chosen_ - 1];
  float sum = 0.0F;
  for (size_t channel = 0; channel < channels_; ++channel) sum += frame[channel];
  return sum / float(channels_);
}

int64_t SourceReader::arrivalOf(double seconds) const {
  return newestNs_ - int64_t(std::max(0.0, secondsHeard() - seconds) * 1e9);
}

/// Settled by the first second that tells; then for as long as the source is open.
void SourceReader::chooseChannel(const float* interleaved, size_t frames) {
  phase_.add(interleaved, frames);
  if (phase_.frames() < size_t(source_.sampleRate() * kPhaseSeconds)) return;
  if (const int channel = phase_.channelInstead(); channel > 0) {
    chosen_ = size_t(channel);
    changes_ = true;
  }
  choosesChannel_ = chosen_ == 0 && !phase_.meanIsSound();
  phase_ = PhaseMeter(int(channels_));
}

}  // namespace earwitness
