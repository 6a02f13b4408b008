#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/network/foreign_archive.h"
#include "core/network/foreign_model.h"

namespace earwitness {

/// How a model that is being imported does.
struct ImportTrial {
  struct Score {
    std::string label;
    float score = 0.0F;
  };
  std::string sampleFile;  ///< empty where none was tried
  double sampleSeconds = 0.0;
  std::vector<Score> top;           ///< of the whole sample, at most five, highest first
  double windowMilliseconds = 0.0;  ///< what one window costs
  double firesOnNoise = -1.0;       ///< share of windows of noise; below 0 where it was not checked
};

nlohmann::json toJson(const ImportTrial& trial);

struct ImportedModel {
  std::string archive;  ///< the self-describing file
  ImportTrial trial;
};

/// A sound to try a model on, read before anything of the model runs.
struct TrialSound {
  std::filesystem::path file;
  std::vector<float> samples;  ///< mono, at the rate of the model's features; empty: none is tried
};

/// Makes a self-describing model out of a foreign TorchScript file, and tries it on silence, noise
/// and a sample. Runs code of the file: confine the process first. Opens no other file. Throws
/// Error with one sentence where the answers do not fit the network, or it answers with something
/// that is no number.
ImportedModel importForeignModel(ForeignFile& file, const ForeignAnswers& answers,
                                 const TrialSound& sample,
                                 const std::function<void(const std::string& step)>& onStep);

}  // namespace earwitness
