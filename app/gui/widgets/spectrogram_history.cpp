#include "app/gui/widgets/spectrogram_history.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
/// At one pixel a column, 60 to 120 a second are comfortable to watch.
constexpr double kSlowestColumnsPerSecond = 60.0;
}  // namespace

float decibelFactor(const FeatureSettings& features) {
  return features.scale == LogScale::NaturalLog ? float(10.0 / std::log(10.0)) : 1.0F;
}

SpectrogramHistory::SpectrogramHistory(int capacityColumns) : capacity_(capacityColumns) {
  reset({});
}

void SpectrogramHistory::reset(const FeatureSettings& features) {
  features_ = features;
  toDecibel_ = decibelFactor(features);
  framesPerColumn_ = std::max(1, int(1.0 / features.frameSeconds() / kSlowestColumnsPerSecond));
  values_.assign(size_t(capacity_ * features.nMels), kGapDb);
  peaks_.assign(size_t(capacity_), kGapDb);
  framesInColumn_ = 0;
  end_ = 0;
}

void SpectrogramHistory::append(const LogMel& frames) {
  if (frames.nMels != features_.nMels) return;
  for (long i = 0; i < frames.nFrames(); ++i) {
    const auto frame = frames.frame(i);
    float* out = slot(end_);
    for (int band = 0; band < frames.nMels; ++band) {
      const float db = frame[size_t(band)] * toDecibel_;
      out[band] = framesInColumn_ == 0 ? db : std::max(out[band], db);
    }
    if (++framesInColumn_ == framesPerColumn_) finishColumn();
  }
}

void SpectrogramHistory::finishColumn() {
  const float* values = slot(end_);
  peaks_[size_t(end_ % capacity_)] = *std::max_element(values, values + features_.nMels);
  framesInColumn_ = 0;
  ++end_;
}

void SpectrogramHistory::appendGap(long columns) {
  framesInColumn_ = 0;
  for (long i = 0; i < std::min(columns, capacity_); ++i) {
    std::fill_n(slot(end_), features_.nMels, kGapDb);
    finishColumn();
  }
}

long SpectrogramHistory::begin() const {
  // One slot belongs to the column that is being merged.
  return std::max(0L, end_ - capacity_ + 1);
}

std::span<const float> SpectrogramHistory::column(long index) const {
  return {values_.data() + (index % capacity_) * features_.nMels, size_t(features_.nMels)};
}

}  // namespace earwitness::gui
