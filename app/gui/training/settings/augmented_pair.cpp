// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/augmented_pair.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <exception>

#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/widgets/picture_range.h"
#include "app/gui/widgets/spectrogram_image.h"
#include "core/audio/resampler.h"
#include "core/augmentation/augmentation.h"
#include "core/data/clip_reader.h"
#include "core/features/log_mel.h"
#include "core/features/log_scale.h"

namespace earwitness::gui {

namespace {

constexpr double kLongestSeconds = 10.0;
constexpr double kShortestSeconds = 0.5;
constexpr size_t kMostKnown = 4;
constexpr int kPixelsABand = 2;

QImage imageOf(std::span<const float> values, const FeatureSettings& features,
               const DecibelRange& range) {
  const long nFrames = long(values.size()) / features.nMels;
  SpectrogramImage image;
  image.resize(int(nFrames), features.nMels * kPixelsABand, features.nMels);
  std::vector<float> column(size_t(features.nMels));
  for (long t = 0; t < nFrames; ++t) {
    const auto frame = values.subspan(size_t(t * features.nMels), size_t(features.nMels));
    std::ranges::transform(frame, column.begin(), ToDecibels(features));
    image.setColumn(t, column, range);
  }
  return image.image();
}

/// So long from the start of a file, however long that is; silence where it is shorter.
std::vector<float> readStart(const std::filesystem::path& path, double seconds, int sampleRate) {
  const ClipPlace place = placeOf(path.string());
  ClipReader reader(place.path, place.segment);
  std::vector<float> raw(size_t(std::lround(seconds * reader.sampleRate())));
  size_t length = 0;
  while (length < raw.size()) {
    const size_t count = reader.read(std::span(raw).subspan(length));
    if (count == 0) break;
    length += count;
  }
  Resampler resampler(reader.sampleRate(), sampleRate);
  std::vector<float> samples;
  resampler.push(std::span(raw).first(length), samples);
  resampler.finish(samples);
  samples.resize(size_t(std::lround(seconds * sampleRate)));
  return samples;
}

double lengthOf(const std::filesystem::path& address) {
  const ClipPlace place = placeOf(address.string());
  return ClipReader(place.path, place.segment).seconds();
}

QString labelsText(LabelShares shares, const std::vector<std::string>& labels) {
  std::ranges::sort(shares, [](const auto& a, const auto& b) { return a.second > b.second; });
  QStringList parts;
  for (const auto& [label, share] : shares)
    if (share > 0.0F)
      parts << (shares.size() == 1
                    ? displayLabel(labels[size_t(label)])
                    : displayLabel(labels[size_t(label)]) + u' ' + percentText(share));
  return parts.join(QStringLiteral(", "));
}

}  // namespace

struct PairMaker::Window {
  std::filesystem::path path;
  nlohmann::json features;
  double seconds = 0.0;
  LogMel logMel;
};

std::shared_ptr<const PairMaker::Window> PairMaker::windowOf(const PreviewClip& clip,
                                                             const nlohmann::json& settings,
                                                             double seconds) {
  const nlohmann::json& wanted = settings.at("features");
  for (const auto& window : known_)
    if (window->path == clip.path && window->features == wanted && window->seconds == seconds)
      return window;
  const FeatureSettings features = featureSettingsFromJson(wanted);
  const std::vector<float> samples = readStart(clip.path, seconds, features.sampleRate);
  auto window =
      std::make_shared<const Window>(Window{clip.path, wanted, seconds, logMel(samples, features)});
  known_.insert(known_.begin(), window);
  known_.resize(std::min(known_.size(), kMostKnown));
  return window;
}

AugmentedPair PairMaker::make(const nlohmann::json& settings, const PreviewClip& clip,
                              const PreviewClip& other, uint64_t draw) try {
  const FeatureSettings features = featureSettingsFromJson(settings.at("features"));
  double seconds = settings.at("window_seconds").get<double>();
  if (seconds <= 0.0) seconds = std::clamp(lengthOf(clip.path), kShortestSeconds, kLongestSeconds);
  const auto window = windowOf(clip, settings, seconds);
  const auto otherWindow = windowOf(other, settings, seconds);
  const Augmenter augmenter(augmentationFromJson(settings.at("augmentation")), features,
                            window->logMel.nFrames(), draw);
  Augmenter::Random random(draw);
  std::vector<float> after(size_t(augmenter.drawFrames(random)) * size_t(features.nMels));
  const bool sameLabel = clip.label == other.label;
  const LabelShares shares =
      augmenter.make({window->logMel.values, 0}, after, random, [&](Augmenter::Random&) {
        return SourceWindow{otherWindow->logMel.values, sameLabel ? 0 : 1};
      });
  const float peak = ToDecibels(features)(*std::ranges::max_element(window->logMel.values));
  const DecibelRange range = PictureRange::fitting(peak);
  return {.before = imageOf(window->logMel.values, features, range),
          .after = imageOf(after, features, range),
          .labels = labelsText(shares, {clip.label, other.label}),
          .seconds = double(after.size()) / features.nMels * features.frameSeconds(),
          .problem = {}};
} catch (const std::exception&) {
  AugmentedPair pair;
  pair.problem = shownProblem();
  return pair;
}

}  // namespace earwitness::gui
