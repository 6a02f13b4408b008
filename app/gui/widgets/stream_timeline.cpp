// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/stream_timeline.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
constexpr double kClockPull = 0.02;  // share of a new clock reading in the smoothed origin
}

void StreamTimeline::reset(double columnSeconds) {
  columnSeconds_ = columnSeconds;
  segments_.clear();
  hasClock_ = false;
}

void StreamTimeline::run(long column, double seconds) {
  segments_.push_back({column, seconds, true});
}

void StreamTimeline::stand(long column) {
  segments_.push_back({column, secondsAt(double(column)), false});
}

void StreamTimeline::heardAt(double position, int64_t utcMs) {
  const double origin = double(utcMs) - position * columnSeconds_ * 1000.0;
  clockOriginMs_ = hasClock_ ? clockOriginMs_ + (origin - clockOriginMs_) * kClockPull : origin;
  hasClock_ = true;
}

void StreamTimeline::forgetBefore(long column) {
  while (segments_.size() > 1 && segments_[1].column <= column) segments_.pop_front();
}

const StreamTimeline::Segment& StreamTimeline::segmentAt(double position) const {
  const auto after = std::upper_bound(
      segments_.begin(), segments_.end(), position,
      [](double wanted, const Segment& segment) { return wanted < double(segment.column); });
  return after == segments_.begin() ? segments_.front() : *std::prev(after);
}

double StreamTimeline::secondsIn(const Segment& segment, double position) const {
  if (!segment.running) return segment.seconds;
  return segment.seconds + (position - double(segment.column)) * columnSeconds_;
}

double StreamTimeline::secondsAt(double position) const {
  if (segments_.empty()) return position * columnSeconds_;
  return secondsIn(segmentAt(position), position);
}

double StreamTimeline::positionAt(double seconds) const {
  if (segments_.empty()) return seconds / columnSeconds_;
  const auto after = std::upper_bound(
      segments_.begin(), segments_.end(), seconds,
      [](double wanted, const Segment& segment) { return wanted < segment.seconds; });
  const Segment& segment = after == segments_.begin() ? segments_.front() : *std::prev(after);
  const double columns = segment.running ? (seconds - segment.seconds) / columnSeconds_ : 0.0;
  const double position = double(segment.column) + columns;
  // Where the stream lost seconds there is no column for them: the edge stands for them all.
  return after == segments_.end() ? position : std::min(position, double(after->column));
}

int64_t StreamTimeline::utcMsAt(double position) const {
  return std::llround(clockOriginMs_ + position * columnSeconds_ * 1000.0);
}

double StreamTimeline::positionAtUtcMs(int64_t utcMs) const {
  return (double(utcMs) - clockOriginMs_) / (columnSeconds_ * 1000.0);
}

}  // namespace earwitness::gui
