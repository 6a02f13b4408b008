// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/noise_gate.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text.h"
#include "core/features/log_scale.h"

namespace earwitness {
namespace {

using nlohmann::json;

constexpr double kFloorPercentile = 0.95;

// Levels that a histogram tells apart: a decibel each, what is beyond them in the outermost ones.
constexpr int kLowestDb = -160;
constexpr int kHighestDb = 80;
constexpr size_t kSteps = size_t(kHighestDb - kLowestDb);

// Of the cells (a frame's band) of a window, how many must rise above the room. Of noise, a cell in
// a hundred thousand is 6 dB above its 95th percentile; a click is two frames of a window of 250.
constexpr double kLeastShare = 0.002;
constexpr long kLeastCells = 4;

[[noreturn]] void fail(const std::string& source, const Message& what) {
  throw Error("The room noise in '%1' is damaged: %2. Measure it again.", source, what);
}

[[noreturn]] void reject(const JsonProblem& problem, const std::string& source) {
  if (problem.path.empty()) fail(source, Message("it is not a JSON object"));
  fail(source, problem.isMissing ? Message("'%1' is missing", problem.path)
                                 : Message("'%1' must be %2", problem.path, problem.expected));
}

}  // namespace

bool NoiseProfile::fits(const FeatureSettings& other) const {
  return !empty() && features == other && floorDb.size() == size_t(features.nMels);
}

json toJson(const NoiseProfile& profile) {
  return {{"features", toJson(profile.features)},
          {"floor_db", profile.floorDb},
          {"seconds", profile.seconds}};
}

NoiseProfile roomProfileFromJson(const json& object, const std::string& source) {
  const JsonFields fields(object, source, reject);
  NoiseProfile profile;
  profile.floorDb = fields.numbers("floor_db");
  profile.seconds = fields.number("seconds");
  const json& features = fields.at("features");
  try {
    profile.features = featureSettingsFromJson(features);
  } catch (const Error& error) {
    throw Error("The room noise in '%1' cannot be used. %2", source, error.message());
  }
  if (!profile.empty() && profile.floorDb.size() != size_t(profile.features.nMels))
    fail(source,
         Message("it has %1 levels for %2 bands", profile.floorDb.size(), profile.features.nMels));
  if (profile.seconds < 0.0) fail(source, Message("'seconds' is out of range"));
  return profile;
}

NoiseProfiler::NoiseProfiler(const FeatureSettings& features)
    : features_(features),
      histograms_(size_t(std::max(0, features.nMels)), std::vector<long>(kSteps, 0)) {}

void NoiseProfiler::push(const LogMel& frames) {
  if (frames.nFrames() == 0) return;
  if (frames.nMels != features_.nMels)
    throw Error("Frames of %1 bands do not fit room noise of %2: measure the room noise again.",
                frames.nMels, features_.nMels);
  const ToDecibels toDb(features_);
  const size_t nBands = histograms_.size();
  for (size_t i = 0; i < frames.values.size(); ++i) {
    const float levelDb = std::isnan(frames.values[i]) ? float(kLowestDb) : toDb(frames.values[i]);
    const float step = std::floor(levelDb) - float(kLowestDb);
    ++histograms_[i % nBands][size_t(std::clamp(step, 0.0F, float(kSteps - 1)))];
  }
  nFrames_ += frames.nFrames();
}

double NoiseProfiler::secondsHeard() const {
  return double(nFrames_) * features_.frameSeconds();
}

NoiseProfile NoiseProfiler::profile() const {
  NoiseProfile profile{.features = features_, .floorDb = {}, .seconds = secondsHeard()};
  if (nFrames_ == 0) return profile;
  for (const std::vector<long>& histogram : histograms_) {
    long below = 0;
    size_t step = 0;
    while (step + 1 < kSteps &&
           double(below += histogram[step]) < kFloorPercentile * double(nFrames_))
      ++step;
    profile.floorDb.push_back(float(kLowestDb + int(step) + 1));  // the step's upper edge
  }
  return profile;
}

NoiseGate::NoiseGate(NoiseProfile profile, float marginDb)
    : profile_(std::move(profile)), marginDb_(marginDb) {}

bool NoiseGate::passes(std::span<const float> window) const {
  if (profile_.empty()) return true;
  const size_t nBands = profile_.floorDb.size();
  const ToDecibels toDb(profile_.features);
  const float silenceDb = toDb(profile_.features.silenceLevel());
  long cellsAbove = 0;
  for (size_t i = 0; i < window.size(); ++i) {
    // A floor below digital silence, which a broken profile could have, would let silence pass.
    const float floorDb = std::max(profile_.floorDb[i % nBands], silenceDb);
    cellsAbove += long(toDb(window[i]) > floorDb + marginDb_);
  }
  return cellsAbove >= std::max(kLeastCells, std::lround(kLeastShare * double(window.size())));
}

}  // namespace earwitness
