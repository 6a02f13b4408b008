#include "core/features/feature_settings.h"

#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
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

constexpr const char* kDecibelName = "decibel";
constexpr const char* kNaturalLogName = "natural_log";

[[noreturn]] void reject(const std::string& what) {
  throw Error("The feature settings cannot be used: " + what + ".");
}

std::string numberText(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

void require(bool condition, const std::string& what) {
  if (!condition) reject(what);
}

const nlohmann::json& checkedValue(const nlohmann::json& value, const std::string& key,
                                   bool rightType, const char* expected) {
  require(rightType, "\"" + key + "\" must be " + expected + ", not " + value.dump());
  return value;
}

void readInteger(const nlohmann::json& value, const std::string& key, int& target) {
  checkedValue(value, key, value.is_number_integer(), "a whole number");
  const double wide = value.get<double>();
  require(std::abs(wide) < 1e9, "\"" + key + "\" is out of range (" + value.dump() + ")");
  target = value.get<int>();
}

void readNumber(const nlohmann::json& value, const std::string& key, double& target) {
  target = checkedValue(value, key, value.is_number(), "a number").get<double>();
}

LogScale scaleFromJson(const nlohmann::json& value) {
  if (value == kDecibelName) return LogScale::Decibel;
  if (value == kNaturalLogName) return LogScale::NaturalLog;
  reject(std::string("\"scale\" must be \"") + kDecibelName + "\" or \"" + kNaturalLogName +
         "\", not " + value.dump());
}

void readSetting(const std::string& key, const nlohmann::json& value, FeatureSettings& settings) {
  if (key == "sample_rate") {
    readInteger(value, key, settings.sampleRate);
  } else if (key == "n_fft") {
    readInteger(value, key, settings.nFft);
  } else if (key == "hop_samples") {
    readInteger(value, key, settings.hopSamples);
  } else if (key == "n_mels") {
    readInteger(value, key, settings.nMels);
  } else if (key == "f_min_hz") {
    readNumber(value, key, settings.fMinHz);
  } else if (key == "f_max_hz") {
    readNumber(value, key, settings.fMaxHz);
  } else if (key == "scale") {
    settings.scale = scaleFromJson(value);
  } else if (key == "floor_power") {
    readNumber(value, key, settings.floorPower);
  } else if (key == "offset_power") {
    readNumber(value, key, settings.offsetPower);
  } else {
    reject("\"" + key + "\" is not known here; a newer version may have written them");
  }
}

}  // namespace

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
}

std::string FeatureSettings::summary() const {
  std::ostringstream text;
  text << sampleRate / 1000.0 << " kHz, " << nMels << " mel bands " << fMinHz << "-" << fMaxHz
       << " Hz, FFT " << nFft << ", hop " << hopSamples << ", "
       << (scale == LogScale::Decibel ? "dB" : "natural log");
  return text.str();
}

FeatureSettings featureSettingsFromJson(const nlohmann::json& json) {
  require(json.is_object(), "they are not a JSON object");
  FeatureSettings settings;
  for (const auto& [key, value] : json.items()) readSetting(key, value, settings);
  settings.validate();
  return settings;
}

nlohmann::json toJson(const FeatureSettings& settings) {
  return {{"sample_rate", settings.sampleRate},
          {"n_fft", settings.nFft},
          {"hop_samples", settings.hopSamples},
          {"n_mels", settings.nMels},
          {"f_min_hz", settings.fMinHz},
          {"f_max_hz", settings.fMaxHz},
          {"scale", settings.scale == LogScale::Decibel ? kDecibelName : kNaturalLogName},
          {"floor_power", settings.floorPower},
          {"offset_power", settings.offsetPower}};
}

}  // namespace earwitness
