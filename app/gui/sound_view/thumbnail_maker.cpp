// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/thumbnail_maker.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"
#include "core/audio/resampler.h"
#include "core/data/clip_reader.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"

namespace earwitness::gui {

namespace {

constexpr QSize kSize(400, 128);
constexpr double kHighestRate = 192000.0;  ///< a header may claim anything
constexpr float kRangeDb = 70.0F;
constexpr float kLowestCeilingDb = 15.0F;  ///< so that silence is not turned up
constexpr int kKept = 600;
constexpr size_t kMostWanted = 64;  ///< more than are on a screen
constexpr size_t kAtOnce = 4;

/// Throws Error where it cannot be read.
QImage fileThumbnail(const std::filesystem::path& file, const ThumbnailLook& look) {
  const ClipPlace place = placeOf(file.string());
  ClipReader reader(place.path, place.segment);
  std::vector<float> samples(size_t(look.seconds * std::min(reader.sampleRate(), kHighestRate)));
  size_t count = 0;
  while (count < samples.size()) {
    const size_t read = reader.read(std::span(samples).subspan(count));
    if (read == 0) break;
    count += read;
  }
  return spectrogramThumbnail(std::span(samples).first(count), reader.sampleRate(), look);
}

}  // namespace

QImage spectrogramThumbnail(std::span<const float> samples, double sampleRate,
                            const ThumbnailLook& look) {
  if (samples.empty()) return {};
  const FeatureSettings& features = look.features;
  std::vector<float> resampled;
  Resampler resampler(sampleRate, features.sampleRate);
  resampler.push(samples, resampled);
  resampler.finish(resampled);
  LogMel frames = logMel(resampled, features);
  std::ranges::transform(frames.values, frames.values.begin(), ToDecibels(features));
  const float loudest = *std::max_element(frames.values.begin(), frames.values.end());
  const float ceiling = std::max(loudest, kLowestCeilingDb);
  SpectrogramImage picture;
  picture.setColourMap(ColourMap::named(look.map));
  picture.resize(int(frames.nFrames()), kSize.height(), features.nMels);
  for (long frame = 0; frame < frames.nFrames(); ++frame)
    picture.setColumn(frame, frames.frame(frame),
                      {.floorDb = ceiling - kRangeDb, .ceilingDb = ceiling});
  return picture.image().scaled(kSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

ThumbnailMaker::ThumbnailMaker(QObject* parent) : QObject(parent), made_(kKept) {}

QImage ThumbnailMaker::thumbnailOf(const std::filesystem::path& file) {
  if (const QImage* image = made_.object(textOf(file))) return *image;
  std::erase(wanted_, file);
  wanted_.push_back(file);
  if (wanted_.size() > kMostWanted) wanted_.erase(wanted_.begin());
  if (!working_) startNext();
  return {};
}

void ThumbnailMaker::setLook(const ThumbnailLook& look) {
  if (look == look_) return;
  look_ = look;
  ++lookNumber_;
  made_.clear();
}

bool ThumbnailMaker::hasFailed(const std::filesystem::path& file) const {
  const QImage* image = made_.object(textOf(file));
  return image != nullptr && image->isNull();
}

void ThumbnailMaker::startNext() {
  if (wanted_.empty()) return;
  using Batch = std::vector<std::pair<std::filesystem::path, QImage>>;
  auto batch = std::make_shared<Batch>();
  while (!wanted_.empty() && batch->size() < kAtOnce) {
    batch->emplace_back(std::move(wanted_.back()), QImage());
    wanted_.pop_back();
  }
  working_ = true;
  readInBackground(
      this,
      [batch, look = look_] {
        for (auto& [file, image] : *batch) {
          try {
            image = fileThumbnail(file, look);
          } catch (const std::exception&) {  // it stays without; the scan says why
          }
        }
      },
      [this, batch, look = lookNumber_] {
        working_ = false;
        if (look == lookNumber_)
          for (const auto& [file, image] : *batch) made_.insert(textOf(file), new QImage(image));
        emit made();
        if (!working_) startNext();
      });
}

}  // namespace earwitness::gui
