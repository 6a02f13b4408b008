// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/continuous_recording.h"

#include <algorithm>
#include <cmath>

namespace earwitness {
namespace {

constexpr double kAtLeastSeconds = 1.0;  // that a kill may lose, too
constexpr double kAtOnceSeconds = 10.0;
constexpr double kLookBackSeconds = 5.0;  // a stream that is no older is recorded from its start
constexpr double kGapSeconds = 0.001;
constexpr int64_t kClockLeapMs = 2000;
constexpr int64_t kHourMs = 3'600'000;

}  // namespace

ContinuousRecording::ContinuousRecording(const AudioHistory& history, OpenFile openFile,
                                         int64_t mostBytes)
    : history_(history), openFile_(std::move(openFile)), mostBytes_(mostBytes) {}

void ContinuousRecording::take(const Event& event) {
  events_[event.id] = {event.onsetSeconds, event.offsetSeconds, event.open};
}

void ContinuousRecording::advance(double streamSeconds, int64_t nowUtcMs,
                                  std::vector<Recording>& written) {
  streamSeconds_ = streamSeconds;
  nowUtcMs_ = nowUtcMs;
  if (!nextSeconds_)
    nextSeconds_ = streamSeconds < kLookBackSeconds ? history_.beginSeconds() : streamSeconds;
  if (streamSeconds - *nextSeconds_ < kAtLeastSeconds) return;
  while (append(streamSeconds, written)) {
  }
  if (writer_) writer_->flush();
}

void ContinuousRecording::finish(std::vector<Recording>& written) {
  while (nextSeconds_ && append(streamSeconds_, written)) {
  }
  close(written);
}

/// One piece of what is there; false where there is none.
bool ContinuousRecording::append(double endSeconds, std::vector<Recording>& written) {
  if (writer_ && secondsToHour() < kGapSeconds) close(written);
  const double end =
      std::min({endSeconds, *nextSeconds_ + kAtOnceSeconds, *nextSeconds_ + secondsToHour()});
  const AudioHistory::Segment stretch =
      history_.segment(*nextSeconds_, std::max(end, history_.beginSeconds() + kAtLeastSeconds));
  if (stretch.empty() || stretch.startSeconds >= endSeconds) return false;
  if (writer_ && !goesOn(stretch)) close(written);
  if (!writer_) {
    startSeconds_ = stretch.startSeconds;
    startUtcMs_ = utcMsAt(startSeconds_);
    sampleRate_ = stretch.sampleRate;
    writer_ = openFile_(startUtcMs_, sampleRate_);
  }
  try {
    writer_->write(stretch.samples);
  } catch (...) {
    close(written);
    throw;
  }
  nextSeconds_ = stretch.endSeconds();
  if (secondsToHour() < kGapSeconds || writer_->bytes() >= mostBytes_) close(written);
  return true;
}

bool ContinuousRecording::goesOn(const AudioHistory::Segment& stretch) const {
  const double seconds = stretch.startSeconds - startSeconds_;
  return stretch.sampleRate == sampleRate_ &&
         std::abs(stretch.startSeconds - *nextSeconds_) < kGapSeconds &&
         std::abs(utcMsAt(stretch.startSeconds) - startUtcMs_ - std::llround(seconds * 1000.0)) <
             kClockLeapMs;
}

void ContinuousRecording::close(std::vector<Recording>& written) {
  if (!writer_) return;
  // What cannot be finished is left for the next start to make whole.
  const std::unique_ptr<AudioFileWriter> writer = std::move(writer_);
  writer->finish();
  written.push_back({.file = writer->path(),
                     .label = {},
                     .eventIds = takeEvents(),
                     .startUtcMs = startUtcMs_,
                     .seconds = double(writer->samples()) / sampleRate_});
}

/// Ids of the events in the file that ends here; those that go on stay for the next.
std::vector<int64_t> ContinuousRecording::takeEvents() {
  std::vector<int64_t> ids;
  for (auto event = events_.begin(); event != events_.end();) {
    const Span& span = event->second;
    if (span.onsetSeconds < *nextSeconds_ && (span.open || span.offsetSeconds > startSeconds_))
      ids.push_back(event->first);
    const bool over = !span.open && span.offsetSeconds <= *nextSeconds_;
    event = over ? events_.erase(event) : std::next(event);
  }
  return ids;
}

int64_t ContinuousRecording::utcMsAt(double positionSeconds) const {
  return nowUtcMs_ - std::llround((streamSeconds_ - positionSeconds) * 1000.0);
}

/// From what is written to the end of the open file's hour.
double ContinuousRecording::secondsToHour() const {
  if (!writer_) return double(kHourMs) / 1000.0;
  const int64_t endUtcMs = (startUtcMs_ / kHourMs + 1) * kHourMs;
  return double(endUtcMs - startUtcMs_) / 1000.0 - (*nextSeconds_ - startSeconds_);
}

}  // namespace earwitness
