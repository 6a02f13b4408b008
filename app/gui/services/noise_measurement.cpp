// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/noise_measurement.h"

#include "core/listening/listener.h"

namespace earwitness::gui {

void NoiseMeasurement::start(const FeatureSettings& features) {
  learner_.emplace(features);
  emit progressed(0.0);
}

void NoiseMeasurement::cancel() {
  if (!learner_) return;
  learner_.reset();
  emit progressed(-1.0);
}

void NoiseMeasurement::take(const LiveUpdate& update) {
  if (!learner_ || update.frames.nFrames() == 0) return;
  learner_->push(update.frames);
  if (!learner_->done()) {
    emit progressed(learner_->secondsHeard() / NoiseProfiler::kSeconds);
    return;
  }
  const NoiseProfile profile = learner_->profile();
  learner_.reset();
  emit progressed(-1.0);
  emit learned(profile);
}

}  // namespace earwitness::gui
