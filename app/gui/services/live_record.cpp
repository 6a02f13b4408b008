// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/live_record.h"

#include <algorithm>

namespace earwitness::gui {

namespace {

constexpr double kForgetEverySeconds = 60.0;  // moving the rest to the front costs its length

template <typename Stretch>
void forgetStretches(std::vector<Stretch>& stretches, double beforeSeconds) {
  std::erase_if(stretches, [beforeSeconds](const Stretch& stretch) {
    return stretch.offsetSeconds < beforeSeconds;
  });
}

auto placeOf(std::vector<Event>& events, int64_t id) {
  return std::lower_bound(events.begin(), events.end(), id,
                          [](const Event& event, int64_t i) { return event.id < i; });
}

}  // namespace

void LiveRecord::clear() {
  windows_.clear();
  detections_ = {};
}

void LiveRecord::extend(size_t nLabels) {
  for (ScoredWindow& window : windows_) {
    window.scores.resize(nLabels, 0.0F);
    window.smoothed.resize(nLabels, 0.0F);
  }
}

void LiveRecord::take(const LiveUpdate& update) {
  windows_.insert(windows_.end(), update.windows.begin(), update.windows.end());
  for (const Event& event : update.events) {
    const auto place = placeOf(detections_.events, event.id);
    if (place != detections_.events.end() && place->id == event.id)
      *place = event;
    else
      detections_.events.insert(place, event);
  }
  detections_.nearMisses.insert(detections_.nearMisses.end(), update.nearMisses.begin(),
                                update.nearMisses.end());
  const double oldest = update.streamSeconds - kKeptSeconds;
  if (!windows_.empty() && windows_.front().endSeconds < oldest - kForgetEverySeconds)
    forget(oldest);
}

void LiveRecord::forget(double beforeSeconds) {
  std::erase_if(windows_, [beforeSeconds](const ScoredWindow& window) {
    return window.endSeconds < beforeSeconds;
  });
  forgetStretches(detections_.events, beforeSeconds);
  forgetStretches(detections_.nearMisses, beforeSeconds);
}

std::vector<Explanation> LiveRecord::explain(const EventSettings& settings,
                                             double streamSeconds) const {
  return earwitness::explain(windows_, detections_, settings, streamSeconds);
}

const Event* LiveRecord::event(int64_t id) const {
  const auto place = placeOf(const_cast<std::vector<Event>&>(detections_.events), id);
  return place != detections_.events.end() && place->id == id ? &*place : nullptr;
}

}  // namespace earwitness::gui
