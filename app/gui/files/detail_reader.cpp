// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/detail_reader.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "app/gui/base/background.h"
#include "core/audio/audio_file.h"
#include "core/listening/pipeline.h"

namespace earwitness::gui {

namespace {

constexpr int kPauseMs = 120;
constexpr int kLookMs = 60;
constexpr double kMarginShare = 0.25;  // of the stretch, at either side: for panning
constexpr size_t kBlockSamples = 16384;

}  // namespace

struct DetailReader::Stretch {
  Stretch(std::filesystem::path path_, ChannelChoice channel_, const FeatureSettings& features_,
          double from_, double to_)
      : path(std::move(path_)),
        channel(channel_),
        features(features_),
        from(from_),
        to(to_),
        picture(features_, from_) {}

  void read() {
    try {
      AudioFileReader reader(path, channel);
      reader.seek(std::lround(from * reader.sampleRate()));
      Pipeline pipeline(reader.sampleRate(), features, WindowPlan{}, Pipeline::Mode::Clip);
      const auto onFrames = [this](const LogMel& frames, long) { picture.append(frames); };
      std::vector<float> block(kBlockSamples);
      auto left = size_t(std::max(0.0, (to - from) * reader.sampleRate()));
      while (left > 0 && !broken.load()) {
        const size_t count = reader.read(std::span(block).first(std::min(left, block.size())));
        if (count == 0) break;
        left -= count;
        picture.append(std::span(block).first(count), reader.sampleRate());
        pipeline.push(std::span(block).first(count), onFrames, {});
      }
      pipeline.finish(onFrames, {});
    } catch (const std::exception&) {  // the picture of the whole file stays
    }
    done.store(true);
  }

  const std::filesystem::path path;
  const ChannelChoice channel;
  const FeatureSettings features;
  const double from;
  const double to;
  FilePicture picture;
  std::atomic<bool> broken{false};
  std::atomic<bool> done{false};
};

DetailReader::DetailReader(QObject* parent) : QObject(parent) {
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  clock_.setInterval(kLookMs);
  connect(&pause_, &QTimer::timeout, this, &DetailReader::begin);
  connect(&clock_, &QTimer::timeout, this, &DetailReader::look);
}

DetailReader::~DetailReader() {
  if (reading_) reading_->broken.store(true);
}

bool DetailReader::covers(const std::filesystem::path& path, ChannelChoice channel, double from,
                          double to) const {
  const auto& stretch = wanted_ ? wanted_ : reading_;
  if (!stretch || stretch->path != path || stretch->channel != channel || stretch->from > from ||
      stretch->to < to)
    return false;
  // One that is much longer is not sharper than the whole file's.
  return stretch->to - stretch->from <= (1.0 + 4.0 * kMarginShare) * (to - from);
}

void DetailReader::want(const std::filesystem::path& path, ChannelChoice channel,
                        const FeatureSettings& features, double fromSeconds, double toSeconds) {
  if (covers(path, channel, fromSeconds, toSeconds)) return;
  const double margin = kMarginShare * (toSeconds - fromSeconds);
  wanted_ = std::make_shared<Stretch>(path, channel, features, std::max(0.0, fromSeconds - margin),
                                      toSeconds + margin);
  pause_.start();
}

void DetailReader::forget() {
  pause_.stop();
  clock_.stop();
  if (reading_) reading_->broken.store(true);
  wanted_.reset();
  reading_.reset();
  if (!picture_) return;
  picture_.reset();
  emit changed();
}

void DetailReader::begin() {
  if (!wanted_) return;
  if (reading_) reading_->broken.store(true);
  reading_ = std::move(wanted_);
  wanted_.reset();
  readInBackground(this, [stretch = reading_] { stretch->read(); });
  clock_.start();
}

void DetailReader::look() {
  const bool done = reading_->done.load();
  if (done) clock_.stop();
  picture_ = reading_->picture.snapshot();
  emit changed();
}

}  // namespace earwitness::gui
