// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/events/detections.h"
#include "core/events/energy_rises.h"
#include "core/events/noise_gate.h"
#include "core/listening/classifier.h"
#include "core/listening/pipeline.h"

namespace earwitness {

/// Windows, one after the other, through classifier, gate and event detector: what live sound and
/// files share. Thread: one at a time.
class WindowScorer {
 public:
  /// What a window told.
  struct Told {
    ScoredWindow window;
    std::vector<Event> events;  ///< those that began, grew or ended
    std::vector<NearMiss> nearMisses;
  };

  /// `classifier` has to outlive this. Throws Error when the rules do not fit its labels.
  WindowScorer(Classifier& classifier, EventSettings events);

  /// Throws what the classifier throws; the window may be given again then, or be left out.
  Told score(const Window& window);
  /// Ends what is open: its window is empty.
  Told finish();
  /// The next window is the first of a stream that goes on at `seconds`; follows finish().
  void resumeAt(double seconds) {
    resumedAtSeconds_ = seconds;
    start_ = {};
  }
  /// A profile that does not fit the classifier's features gates nothing.
  void setRoom(const NoiseProfile& room);
  void setRules(std::vector<ClassRule> rules) { detector_.setRules(std::move(rules)); }
  void setEventSettings(EventSettings events) { detector_.setSettings(std::move(events)); }
  /// The same model with more labels behind those that it had; open events continue. `classifier`
  /// has to outlive this. Throws Error when it has fewer, or the rules do not fit.
  void extend(Classifier& classifier, EventSettings events);

 private:
  Classifier* classifier_;
  EventDetector detector_;
  NoiseGate gate_;
  StreamStart start_;
  double lastEndSeconds_ = -1.0;
  std::optional<double> resumedAtSeconds_;
};

}  // namespace earwitness
