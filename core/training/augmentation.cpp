#include "core/training/augmentation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr double kNaturalLogOfTen = 2.302585092994046;

template <typename T>
void take(nlohmann::json& json, const char* key, T& value) {
  if (!json.contains(key)) return;
  value = json.at(key).get<T>();
  json.erase(key);
}

/// Linear interpolation between two rows of bands.
float blend(float a, float b, float share) {
  return a + (b - a) * share;
}

}  // namespace

double uniform(Augmenter::Random& random, double low, double high) {
  return low + (high - low) * double(random() >> 11) * 0x1.0p-53;
}

nlohmann::json toJson(const AugmentationSettings& settings) {
  return {{"mel_shift_bands", settings.melShiftBands},
          {"stretch", settings.stretch},
          {"roll", settings.roll},
          {"gain_db", settings.gainDb},
          {"mix_probability", settings.mixProbability},
          {"frequency_mask_bands", settings.frequencyMaskBands},
          {"frequency_masks", settings.frequencyMasks},
          {"time_mask_frames", settings.timeMaskFrames},
          {"time_masks", settings.timeMasks},
          {"mask_with_mean", settings.maskWithMean}};
}

AugmentationSettings augmentationFromJson(const nlohmann::json& json,
                                          AugmentationSettings settings) {
  if (!json.is_object())
    throw Error("The settings of the augmentation are a JSON object, not " + json.dump() + ".");
  nlohmann::json rest = json;
  try {
    take(rest, "mel_shift_bands", settings.melShiftBands);
    take(rest, "stretch", settings.stretch);
    take(rest, "roll", settings.roll);
    take(rest, "gain_db", settings.gainDb);
    take(rest, "mix_probability", settings.mixProbability);
    take(rest, "frequency_mask_bands", settings.frequencyMaskBands);
    take(rest, "frequency_masks", settings.frequencyMasks);
    take(rest, "time_mask_frames", settings.timeMaskFrames);
    take(rest, "time_masks", settings.timeMasks);
    take(rest, "mask_with_mean", settings.maskWithMean);
  } catch (const nlohmann::json::exception&) {
    throw Error("A setting of the augmentation has a value of the wrong kind: " + json.dump() +
                ".");
  }
  if (!rest.empty()) throw Error("There is no augmentation setting '" + rest.begin().key() + "'.");
  if (settings.melShiftBands < 0 || settings.stretch < 0 || settings.stretch > 1 ||
      settings.gainDb < 0 || settings.mixProbability < 0 || settings.mixProbability > 1 ||
      settings.frequencyMaskBands < 0 || settings.frequencyMasks < 0 ||
      settings.timeMaskFrames < 0 || settings.timeMasks < 0)
    throw Error("A strength of the augmentation is out of range: " + json.dump() + ".");
  return settings;
}

Augmenter::Augmenter(const AugmentationSettings& settings, const FeatureSettings& features,
                     long nFrames)
    : settings_(settings), features_(features), nFrames_(nFrames), nMels_(features.nMels) {}

/// Power is exp(value * powerPerUnit()).
double Augmenter::powerPerUnit() const {
  return features_.scale == LogScale::Decibel ? kNaturalLogOfTen / 10.0 : 1.0;
}

void Augmenter::vary(std::span<const float> window, std::span<float> out, Random& random) const {
  // Drawn always, so that switching one step off leaves the others as they were.
  const double shift = uniform(random, -settings_.melShiftBands, settings_.melShiftBands);
  const double logSpeed = uniform(random, -1.0, 1.0) * std::log1p(settings_.stretch);
  const double start = uniform(random, 0.0, settings_.roll ? double(nFrames_) : 0.0);
  const double gainDb = uniform(random, -settings_.gainDb, settings_.gainDb);
  const float silence = features_.silenceLevel();
  const float gain =
      float(features_.scale == LogScale::Decibel ? gainDb : gainDb * kNaturalLogOfTen / 10.0);
  const double speed = std::exp(logSpeed);
  const bool moves = settings_.stretch > 0.0;
  std::vector<float> row(size_t(nMels_), 0.0F);
  for (long t = 0; t < nFrames_; ++t) {
    // Times outside the window wrap around, as with a loop of the clip.
    double position = std::fmod(std::floor(start) + double(t) * speed, double(nFrames_));
    const long frame = long(position);
    const float* a = window.data() + frame * nMels_;
    if (moves) {
      const float* b = window.data() + (frame + 1 == nFrames_ ? 0 : frame + 1) * nMels_;
      const float share = float(position - double(frame));
      for (long m = 0; m < nMels_; ++m) row[size_t(m)] = blend(a[m], b[m], share);
    } else {
      std::copy_n(a, nMels_, row.begin());
    }
    float* target = out.data() + t * nMels_;
    const long whole = long(std::floor(shift));
    const float share = float(shift - double(whole));
    for (long m = 0; m < nMels_; ++m) {
      // The outermost bands are repeated where the shift leaves the picture.
      const long low = std::clamp(m - whole - 1, 0L, nMels_ - 1);
      const long high = std::clamp(m - whole, 0L, nMels_ - 1);
      const float value = blend(row[size_t(high)], row[size_t(low)], share);
      // Digital silence has no level to change.
      target[m] = value <= silence ? silence : std::max(silence, value + gain);
    }
  }
}

/// Level of the loudest tenth of the frames, so that a short event in silence counts as loud.
double Augmenter::levelDb(std::span<const float> window) const {
  std::vector<float> power(size_t(nFrames_), 0.0F);
  const float scale = float(powerPerUnit());
  for (long t = 0; t < nFrames_; ++t)
    for (long m = 0; m < nMels_; ++m)
      power[size_t(t)] += std::exp(window[size_t(t * nMels_ + m)] * scale);
  const size_t loudest = std::max<size_t>(1, power.size() / 10);
  std::nth_element(power.begin(), power.begin() + long(loudest) - 1, power.end(), std::greater<>());
  const double mean =
      std::accumulate(power.begin(), power.begin() + long(loudest), 0.0) / double(loudest);
  return 10.0 * std::log10(std::max(mean, 1e-12));
}

double Augmenter::mix(std::span<float> window, std::span<const float> other, Random& random) const {
  const double share = uniform(random, 0.0, 1.0);
  const double difference = levelDb(window) - levelDb(other);
  // Amplitude weights that make both sound as loud as their shares say.
  const double p =
      1.0 / (1.0 + std::pow(10.0, difference / 20.0) * (1.0 - share) / std::max(share, 1e-6));
  const double norm = p * p + (1.0 - p) * (1.0 - p);
  const float a = float(p * p / norm);
  const float b = float((1.0 - p) * (1.0 - p) / norm);
  const float scale = float(powerPerUnit());
  const float inverse = 1.0F / scale;
  const float floorPower = std::exp(features_.silenceLevel() * scale);
  for (size_t i = 0; i < window.size(); ++i) {
    const float power = a * std::exp(window[i] * scale) + b * std::exp(other[i] * scale);
    window[i] = std::log(std::max(power, floorPower)) * inverse;
  }
  return share;
}

void Augmenter::mask(std::span<float> window, Random& random) const {
  float fill = 0.0F;
  if (settings_.maskWithMean)
    fill = float(std::accumulate(window.begin(), window.end(), 0.0) / double(window.size()));
  // Width uniform in [0, widest], start uniform in what is left: torchaudio's masking.
  const auto draw = [&](long widest, long size) {
    const long width = long(uniform(random, 0.0, double(std::min(widest, size))));
    const long start = long(uniform(random, 0.0, double(size - width)));
    return std::pair{start, start + width};
  };
  if (settings_.frequencyMaskBands > 0)
    for (int i = 0; i < settings_.frequencyMasks; ++i) {
      const auto [from, to] = draw(settings_.frequencyMaskBands, nMels_);
      for (long t = 0; t < nFrames_; ++t)
        std::fill(window.begin() + t * nMels_ + from, window.begin() + t * nMels_ + to, fill);
    }
  if (settings_.timeMaskFrames > 0)
    for (int i = 0; i < settings_.timeMasks; ++i) {
      const auto [from, to] = draw(settings_.timeMaskFrames, nFrames_);
      std::fill(window.begin() + from * nMels_, window.begin() + to * nMels_, fill);
    }
}

}  // namespace earwitness
