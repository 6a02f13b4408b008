// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/pipeline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace earwitness {
namespace {

constexpr double kFirstWindowSeconds = 1.0;  // of a stream

long framesIn(double seconds, const FeatureSettings& features) {
  return std::max(1L, std::lround(seconds / features.frameSeconds()));
}

}  // namespace

double hopSecondsOf(const ModelDescription& model) {
  return std::min(model.hopSeconds, kHopSeconds);
}

WindowPlan WindowPlan::of(const ModelDescription& model, double hopSeconds) {
  return {.windowFrames = model.windowFrames(),
          .hopFrames = framesIn(hopSeconds, model.features),
          .windowSamples = model.input == ModelInput::Waveform ? model.windowSamples() : 0};
}

std::span<const float> Window::heard(int nMels) const {
  return std::span(values).subspan(size_t(filledFrames * nMels), size_t(heardFrames * nMels));
}

Pipeline::Pipeline(double sourceRate, const FeatureSettings& features, WindowPlan plan, Mode mode)
    : features_(features),
      plan_(plan),
      mode_(mode),
      resampler_(sourceRate, features.sampleRate),
      logMel_(features) {
  plan_.hopFrames = std::max(1L, plan_.hopFrames);
  nextWindowEnd_ = plan_.windowFrames;
  if (mode_ == Mode::Stream)
    nextWindowEnd_ = std::min(plan_.windowFrames, 1 + framesIn(kFirstWindowSeconds, features_));
}

void Pipeline::push(std::span<const float> mono, const OnFrames& onFrames,
                    const OnWindow& onWindow) {
  resampled_.clear();
  resampler_.push(mono, resampled_);
  fresh_.values.clear();
  logMel_.push(resampled_, fresh_);
  addFrames(onFrames, onWindow);
}

void Pipeline::finish(const OnFrames& onFrames, const OnWindow& onWindow) {
  resampled_.clear();
  resampler_.finish(resampled_);
  fresh_.values.clear();
  logMel_.push(resampled_, fresh_);
  logMel_.finish(fresh_);
  addFrames(onFrames, onWindow);
  if (plan_.windowFrames <= 0 || lastWindowEnd_ == nFrames_) return;
  const long firstFrame = nFrames_ - plan_.windowFrames;
  emitWindow(mode_ == Mode::Clip ? std::max(0L, firstFrame) : firstFrame, onWindow);
}

void Pipeline::addFrames(const OnFrames& onFrames, const OnWindow& onWindow) {
  if (plan_.windowSamples > 0)
    sampleHistory_.insert(sampleHistory_.end(), resampled_.begin(), resampled_.end());
  const long count = fresh_.nFrames();
  if (count == 0) return;
  if (onFrames) onFrames(fresh_, nFrames_);
  nFrames_ += count;
  if (plan_.windowFrames <= 0) return;
  history_.insert(history_.end(), fresh_.values.begin(), fresh_.values.end());
  while (nextWindowEnd_ <= nFrames_) {
    emitWindow(nextWindowEnd_ - plan_.windowFrames, onWindow);
    nextWindowEnd_ += plan_.hopFrames;
  }
  forgetOldFrames();
}

// firstFrame is below 0 where a stream is younger than a window; the last frame is behind the end
// where a clip is shorter than one.
void Pipeline::emitWindow(long firstFrame, const OnWindow& onWindow) {
  const long nMels = features_.nMels;
  const long from = std::max(0L, firstFrame);
  const long to = std::min(firstFrame + plan_.windowFrames, nFrames_);
  lastWindowEnd_ = to;
  if (!onWindow) return;
  Window window;
  window.startSeconds = double(firstFrame) * features_.frameSeconds();
  window.endSeconds = double(to - 1) * features_.frameSeconds();
  window.filledFrames = from - firstFrame;
  window.heardFrames = to - from;
  window.values.assign(size_t(plan_.windowFrames * nMels), features_.silenceLevel());
  std::copy(history_.begin() + (from - historyStart_) * nMels,
            history_.begin() + (to - historyStart_) * nMels,
            window.values.begin() + (from - firstFrame) * nMels);
  if (plan_.windowSamples > 0) window.samples = samplesOfWindow(firstFrame);
  onWindow(std::move(window));
}

// Frame k is centred on sample k * hop.
std::vector<float> Pipeline::samplesOfWindow(long firstFrame) const {
  const long firstSample = firstFrame * features_.hopSamples;
  const long historyBegin = historyStart_ * features_.hopSamples;
  const long historyEnd = historyBegin + long(sampleHistory_.size());
  const long from = std::max(0L, firstSample);
  const long to = std::min(firstSample + plan_.windowSamples, historyEnd);
  std::vector<float> samples(size_t(plan_.windowSamples), 0.0F);
  std::copy(sampleHistory_.begin() + (from - historyBegin),
            sampleHistory_.begin() + (to - historyBegin), samples.begin() + (from - firstSample));
  return samples;
}

void Pipeline::forgetOldFrames() {
  // What the next window needs, and what the last one would if the stream ended here.
  const long needed =
      std::max(historyStart_, std::min(nextWindowEnd_, nFrames_) - plan_.windowFrames);
  // Moving the rest to the front costs its length, so it is done once per window length.
  if (needed - historyStart_ < plan_.windowFrames) return;
  history_.erase(history_.begin(), history_.begin() + (needed - historyStart_) * features_.nMels);
  if (plan_.windowSamples > 0)
    sampleHistory_.erase(sampleHistory_.begin(),
                         sampleHistory_.begin() + (needed - historyStart_) * features_.hopSamples);
  historyStart_ = needed;
}

}  // namespace earwitness
