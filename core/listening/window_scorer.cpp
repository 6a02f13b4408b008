// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/window_scorer.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace earwitness {

WindowScorer::WindowScorer(Classifier& classifier, EventSettings events)
    : classifier_(&classifier),
      detector_(int(classifier.description().labels.size()), std::move(events)) {}

void WindowScorer::setRoom(const NoiseProfile& room) {
  gate_ = NoiseGate(room.fits(classifier_->description().features) ? room : NoiseProfile{});
}

void WindowScorer::extend(Classifier& classifier, EventSettings events) {
  detector_.extend(int(classifier.description().labels.size()), std::move(events));
  classifier_ = &classifier;
}

WindowScorer::Told WindowScorer::score(const Window& window) {
  const FeatureSettings& features = classifier_->description().features;
  Told told;
  ScoredWindow& scored = told.window;
  const double heardFrom =
      window.startSeconds + double(window.filledFrames) * features.frameSeconds();
  scored.startSeconds = heardFrom;
  scored.endSeconds = window.endSeconds;
  scored.scores.resize(detector_.smoothed().size());
  const auto begin = std::chrono::steady_clock::now();
  classifier_->classify(window.input(), scored.scores);
  scored.inferenceMs =
      std::chrono::duration<float, std::milli>(std::chrono::steady_clock::now() - begin).count();
  const std::span<const float> heard = window.heard(features.nMels);
  scored.rises = energyRises(heard, features, heardFrom, lastEndSeconds_);
  start_.push(heard, features, heardFrom, lastEndSeconds_);
  scored.rises.outgrownSeconds = start_.outgrownSeconds();
  scored.gated = !gate_.passes(window.values);
  scored.resumedAtSeconds = std::exchange(resumedAtSeconds_, std::nullopt);
  lastEndSeconds_ = window.endSeconds;

  told.events = push(detector_, scored);
  told.nearMisses = detector_.takeNearMisses();
  scored.smoothed.assign(detector_.smoothed().begin(), detector_.smoothed().end());
  return told;
}

WindowScorer::Told WindowScorer::finish() {
  Told told;
  told.events = detector_.finish();
  told.nearMisses = detector_.takeNearMisses();
  return told;
}

}  // namespace earwitness
