// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/spectrogram_history.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
/// At one pixel a column, 60 to 120 a second are comfortable to watch.
constexpr double kSlowestColumnsPerSecond = 60.0;
constexpr float kLevelsPerDb = 64.0F;
constexpr float kHighestLevel = 32000.0F;
constexpr double kGapMs = 700.0;  // silence of the stream that is drawn as a gap
}  // namespace

SpectrogramHistory::SpectrogramHistory(double seconds) : seconds_(seconds) {
  reset({});
}

void SpectrogramHistory::reset(const FeatureSettings& features) {
  features_ = features;
  toDb_ = ToDecibels(features);
  framesPerColumn_ = std::max(1, int(1.0 / features.frameSeconds() / kSlowestColumnsPerSecond));
  // One slot belongs to the column that is being merged.
  capacity_ = long(std::ceil(seconds_ / columnSeconds())) + 1;
  levels_ = std::make_unique_for_overwrite<Level[]>(size_t(capacity_ * features.nMels));
  peaks_ = std::make_unique_for_overwrite<Level[]>(size_t(capacity_));
  framesInColumn_ = 0;
  end_ = nextFrame_ = 0;
  timeline_.reset(columnSeconds());
}

// A frame stands for half a hop before and after its centre.
double SpectrogramHistory::frameEdgeSeconds(long frame) const {
  return (double(frame) - 0.5) * features_.frameSeconds();
}

void SpectrogramHistory::append(const LogMel& frames, long firstFrame, int64_t utcMs) {
  if (frames.nMels != features_.nMels || frames.nFrames() == 0) return;
  if (const long columns = gapBefore(firstFrame + frames.nFrames(), utcMs); columns > 0)
    appendGap(columns);
  appendFrom(frames, firstFrame);
  const double merging = double(framesInColumn_) / framesPerColumn_;
  timeline_.heardAt(double(end_) + merging, utcMs);
}

/// Columns that the clock misses when the stream is at frame `endFrame`.
long SpectrogramHistory::gapBefore(long endFrame, int64_t utcMs) const {
  if (!timeline_.hasClock()) return 0;
  const double expectedMs =
      double(timeline_.utcMsAt(double(end_))) +
      double(framesInColumn_ + endFrame - nextFrame_) * features_.frameSeconds() * 1000.0;
  const double missingMs = double(utcMs) - expectedMs;
  return missingMs > kGapMs ? long(missingMs / 1000.0 / columnSeconds()) : 0;
}

void SpectrogramHistory::appendFrom(const LogMel& frames, long firstFrame) {
  if (frames.nMels != features_.nMels) return;
  if (timeline_.empty() || firstFrame != nextFrame_) {
    const long missing = timeline_.empty() ? 0 : firstFrame - nextFrame_;
    appendEmpty(missing / framesPerColumn_);
    timeline_.run(end_, frameEdgeSeconds(firstFrame));
  }
  for (long i = 0; i < frames.nFrames(); ++i) {
    const auto frame = frames.frame(i);
    Level* out = slot(end_);
    for (int band = 0; band < frames.nMels; ++band) {
      const auto level = Level(std::lrint(
          std::clamp(toDb_(frame[size_t(band)]) * kLevelsPerDb, -kHighestLevel, kHighestLevel)));
      out[band] = framesInColumn_ == 0 ? level : std::max(out[band], level);
    }
    if (++framesInColumn_ == framesPerColumn_) finishColumn();
  }
  nextFrame_ = firstFrame + frames.nFrames();
}

void SpectrogramHistory::finishColumn() {
  const Level* levels = slot(end_);
  peaks_[size_t(end_ % capacity_)] = *std::max_element(levels, levels + features_.nMels);
  framesInColumn_ = 0;
  ++end_;
  if (end_ % capacity_ == 0) timeline_.forgetBefore(begin());
}

void SpectrogramHistory::appendGap(long columns) {
  if (columns <= 0) return;
  if (!timeline_.empty()) timeline_.stand(end_);
  appendEmpty(columns);
  timeline_.run(end_, frameEdgeSeconds(nextFrame_));
}

void SpectrogramHistory::appendEmpty(long columns) {
  framesInColumn_ = 0;
  if (columns <= 0) return;
  const long last = end_ + columns;
  for (end_ = std::max(end_, last - capacity_); end_ < last;) {
    std::fill_n(slot(end_), features_.nMels, kGapLevel);
    finishColumn();
  }
}

long SpectrogramHistory::begin() const {
  return std::max(0L, end_ - capacity_ + 1);
}

void SpectrogramHistory::maximum(long first, long end, std::span<float> out) const {
  const auto decoded = [](Level level) {
    return level == kGapLevel ? kGapDb : float(level) / kLevelsPerDb;
  };
  const auto bands = size_t(features_.nMels);
  if (end - first == 1) {
    std::transform(slot(first), slot(first) + bands, out.begin(), decoded);
    return;
  }
  thread_local std::vector<Level> loudest;
  loudest.assign(slot(first), slot(first) + bands);
  for (long index = first + 1; index < end; ++index) {
    const Level* levels = slot(index);
    for (size_t band = 0; band < bands; ++band)
      loudest[band] = std::max(loudest[band], levels[band]);
  }
  std::transform(loudest.begin(), loudest.end(), out.begin(), decoded);
}

std::vector<float> SpectrogramHistory::column(long index) const {
  std::vector<float> values(size_t(features_.nMels));
  maximum(index, index + 1, values);
  return values;
}

float SpectrogramHistory::peakDb(long first, long end) const {
  first = std::max(first, begin());
  end = std::min(end, end_);
  Level peak = kGapLevel;
  while (first < end) {
    const long from = first % capacity_;
    const long count = std::min(end - first, capacity_ - from);
    const Level* peaks = peaks_.get() + from;
    peak = std::max(peak, *std::max_element(peaks, peaks + count));
    first += count;
  }
  return peak == kGapLevel ? kGapDb : float(peak) / kLevelsPerDb;
}

}  // namespace earwitness::gui
