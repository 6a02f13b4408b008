// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/feature_settings.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <sstream>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/features/log_scale.h"

namespace earwitness {
namespace {

constexpr int kMinSampleRate = 1000;
constexpr int kMaxSampleRate = 768000;
constexpr int kMinFft = 16;
constexpr int kMaxFft = 65536;
constexpr int kMaxMels = 1024;
// Below it a float is no longer normal, and the logarithm works on normal floats.
constexpr double kMinFloorPower = 1e-30;

template <typename Value>
using Names = std::initializer_list<std::pair<const char*, Value>>;

constexpr Names<LogScale> kScaleNames = {{"decibel", LogScale::Decibel},
                                         {"natural_log", LogScale::NaturalLog}};
constexpr Names<FrameWindow> kWindowNames = {
    {"hann", FrameWindow::Hann}, {"hamming", FrameWindow::Hamming}, {"povey", FrameWindow::Povey}};
constexpr Names<FramePadding> kPaddingNames = {{"reflect", FramePadding::Reflect},
                                               {"zeros", FramePadding::Zeros},
                                               {"none", FramePadding::None}};
constexpr Names<MelScale> kMelScaleNames = {
    {"htk", MelScale::Htk}, {"slaney", MelScale::Slaney}, {"kaldi", MelScale::Kaldi}};

[[noreturn]] void reject(const std::string& what) {
  throw Error("The feature settings cannot be used: %1.", what);
}

std::string numberText(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

void require(bool condition, const std::string& what) {
  if (!condition) reject(what);
}

void rejectField(const JsonProblem& problem, const std::string&) {
  reject("\"" + problem.path + "\" must be " + problem.expected.english() + ", not " +
         problem.found.dump());
}

int readInteger(const JsonFields& fields, const char* key) {
  const int64_t wide = fields.whole(key);
  require(std::abs(double(wide)) < 1e9,
          "\"" + std::string(key) + "\" is out of range (" + std::to_string(wide) + ")");
  return int(wide);
}

template <typename Value>
void readName(const JsonFields& fields, const char* key, const Names<Value>& names, Value& target) {
  std::string known;
  for (const auto& [name, meaning] : names) {
    if (fields.at(key) == name) {
      target = meaning;
      return;
    }
    known += (known.empty() ? "\"" : ", \"") + std::string(name) + '"';
  }
  fields.reject(key, Message("one of %1", known));
}

template <typename Value>
const char* nameOf(Value value, const Names<Value>& names) {
  return std::find_if(names.begin(), names.end(),
                      [value](const auto& named) { return named.second == value; })
      ->first;
}

/// Calls `visit(key, value of the settings)` for each of them, in the order of the file.
template <typename Settings, typename Visit>
void visitSettings(Settings& settings, const Visit& visit) {
  visit("sample_rate", settings.sampleRate);
  visit("pre_emphasis", settings.preEmphasis);
  visit("n_fft", settings.nFft);
  visit("window_samples", settings.windowSamples);
  visit("window", settings.window, kWindowNames);
  visit("symmetric_window", settings.symmetricWindow);
  visit("padding", settings.padding, kPaddingNames);
  visit("kaldi_frames", settings.kaldiFrames);
  visit("hop_samples", settings.hopSamples);
  visit("magnitude", settings.magnitude);
  visit("n_mels", settings.nMels);
  visit("f_min_hz", settings.fMinHz);
  visit("f_max_hz", settings.fMaxHz);
  visit("mel_scale", settings.melScale, kMelScaleNames);
  visit("area_normalised", settings.areaNormalised);
  visit("scale", settings.scale, kScaleNames);
  visit("floor_power", settings.floorPower);
  visit("offset_power", settings.offsetPower);
  visit("mean", settings.mean);
  visit("deviation", settings.deviation);
}

/// Written always; the others, which the report's settings do without, only where they are used, so
/// that versions that do not know them read what they can.
constexpr std::initializer_list<const char*> kFirstKeys = {
    "sample_rate", "n_fft", "hop_samples", "n_mels",      "f_min_hz",
    "f_max_hz",    "scale", "floor_power", "offset_power"};

struct Reader {
  JsonFields fields;
  std::set<std::string>& known;

  template <typename Target, typename... Known>
  void operator()(const char* key, Target& target, const Known&... names) const {
    known.insert(key);
    if (!fields.has(key)) return;
    if constexpr (sizeof...(names) > 0)
      readName(fields, key, names..., target);
    else if constexpr (std::is_same_v<Target, bool>)
      target = fields.flag(key);
    else if constexpr (std::is_same_v<Target, int>)
      target = readInteger(fields, key);
    else
      target = fields.number(key);
  }
};

}  // namespace

long FeatureSettings::framesOf(long nSamples) const {
  const long samples = nSamples - samplesLost();
  if (padding != FramePadding::None) return 1 + std::max(0L, samples) / hopSamples;
  return 1 + std::max(0L, samples - samplesOfWindow()) / hopSamples;
}

float FeatureSettings::silenceLevel() const {
  float level = 0.0F;
  toLogScale(&level, 1, LogScaleParameters(*this));
  return level;
}

void FeatureSettings::validate() const {
  require(sampleRate >= kMinSampleRate && sampleRate <= kMaxSampleRate,
          "the sample rate is " + std::to_string(sampleRate) + " Hz and must be from " +
              std::to_string(kMinSampleRate) + " to " + std::to_string(kMaxSampleRate));
  require(nFft >= kMinFft && nFft <= kMaxFft,
          "the FFT has " + std::to_string(nFft) + " samples and must have from " +
              std::to_string(kMinFft) + " to " + std::to_string(kMaxFft));
  require(nFft % 2 == 0,
          "the FFT has " + std::to_string(nFft) + " samples and must have an even number");
  require(windowSamples == 0 || (windowSamples >= 2 && windowSamples <= nFft),
          "the window has " + std::to_string(windowSamples) +
              " samples and must have from 2 to the FFT's " + std::to_string(nFft));
  require(preEmphasis >= 0.0 && preEmphasis <= 1.0,
          "the pre-emphasis is " + numberText(preEmphasis) + " and must be from 0 to 1");
  require(hopSamples >= 1 && hopSamples <= nFft, "the hop is " + std::to_string(hopSamples) +
                                                     " samples and must be from 1 to the FFT's " +
                                                     std::to_string(nFft));
  require(nMels >= 1 && nMels <= kMaxMels, "there are " + std::to_string(nMels) +
                                               " mel bands and must be from 1 to " +
                                               std::to_string(kMaxMels));
  require(std::isfinite(fMinHz) && fMinHz >= 0.0,
          "the lowest frequency is " + numberText(fMinHz) + " Hz and must be 0 or more");
  require(std::isfinite(fMaxHz) && fMaxHz > fMinHz,
          "the highest frequency is " + numberText(fMaxHz) + " Hz and must be above the lowest, " +
              numberText(fMinHz) + " Hz");
  require(fMaxHz <= sampleRate / 2.0, "the highest frequency is " + numberText(fMaxHz) +
                                          " Hz and must be at most half the sample rate, " +
                                          numberText(sampleRate / 2.0) + " Hz");
  require(scale == LogScale::Decibel || scale == LogScale::NaturalLog,
          "the logarithm must be decibel or natural");
  require(floorPower >= kMinFloorPower && floorPower <= 1.0,
          "the power's floor is " + numberText(floorPower) + " and must be from " +
              numberText(kMinFloorPower) + " to 1");
  require(offsetPower >= 0.0 && offsetPower <= 1e6,
          "the power's offset is " + numberText(offsetPower) + " and must be from 0 to 1e6");
  require(std::isfinite(mean) && std::abs(mean) <= 1e6,
          "the mean is " + numberText(mean) + " and must be from -1e6 to 1e6");
  require(deviation >= 1e-6 && deviation <= 1e6,
          "the deviation is " + numberText(deviation) + " and must be from 1e-6 to 1e6");
}

Message FeatureSettings::summary() const {
  const auto shown = [](double number) {
    std::ostringstream text;
    text << number;
    return text.str();
  };
  const std::string rate = shown(sampleRate / 1000.0), low = shown(fMinHz), high = shown(fMaxHz);
  const Message unit = scale == LogScale::Decibel ? Message("dB") : Message("natural log");
  const Message text = samplesOfWindow() == nFft
                           ? Message("%1 kHz, %2 mel bands %3-%4 Hz, FFT %5, hop %6, %7", rate,
                                     nMels, low, high, nFft, hopSamples, unit)
                           : Message("%1 kHz, %2 mel bands %3-%4 Hz, FFT %5, window %6, hop %7, %8",
                                     rate, nMels, low, high, nFft, windowSamples, hopSamples, unit);
  if (melScale == MelScale::Htk) return text;
  return Message("%1, %2 bands", text, nameOf(melScale, kMelScaleNames));
}

FeatureSettings featureSettingsFromJson(const nlohmann::json& json) {
  require(json.is_object(), "they are not a JSON object");
  FeatureSettings settings;
  std::set<std::string> known;
  visitSettings(settings, Reader{JsonFields(json, {}, rejectField), known});
  for (const auto& [key, value] : json.items())
    require(known.contains(key), "\"" + key + "\" is unknown. A newer version may have written it");
  settings.validate();
  return settings;
}

nlohmann::json toJson(const FeatureSettings& settings) {
  nlohmann::json all, standards;
  const auto writeTo = [](nlohmann::json& json) {
    return [&json](const char* key, const auto& value, const auto&... names) {
      if constexpr (sizeof...(names) > 0)
        json[key] = nameOf(value, names...);
      else
        json[key] = value;
    };
  };
  const FeatureSettings report;
  visitSettings(settings, writeTo(all));
  visitSettings(report, writeTo(standards));
  nlohmann::json written;
  for (const auto& [key, value] : all.items()) {
    const bool isFirst = std::find(kFirstKeys.begin(), kFirstKeys.end(), key) != kFirstKeys.end();
    if (isFirst || value != standards[key]) written[key] = value;
  }
  return written;
}

}  // namespace earwitness
