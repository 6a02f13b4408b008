// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

struct DataSet;

/// Which clips train and which validate.
struct Split {
  std::vector<int> training;  ///< indices into DataSet::clips
  std::vector<int> validation;
  Message description;   ///< for people and the card: "folds 1,2,3 / fold 4"
  Message warning = {};  ///< for people and the card: one sentence or several; mostly empty
};

struct SplitRequest {
  enum class By {
    Auto,       ///< folds asked for, else Names, else Folds, else Stratified
    Folds,      ///< those asked for; where none are, the last one validates
    Names,      ///< the layout's own train and val (or test)
    Source,     ///< as Stratified, where sources are known
    Stratified  ///< a share of each class, drawn by seed; clips of one source stay together
  };
  std::vector<int> trainingFolds;    ///< empty: all that do not validate
  std::vector<int> validationFolds;  ///< empty: none where training folds are named
  double validationFraction = 0.2;   ///< where it is drawn
  uint64_t seed = 0;
  By by = By::Auto;
  bool allowSharedSources = false;  ///< one recording may stand on both sides
};

/// "auto", "folds", "names", "source", "stratified". Throws Error on another name.
SplitRequest::By splitByFromName(const std::string& name);
std::string nameOf(SplitRequest::By by);
/// "train", "val" or "test" for the names that data sets have for them (training, valid,
/// validation, dev, eval, testing, ...; capitals do not count); empty for any other text.
std::string splitFromName(const std::string& name);

/// A recording that stands on both sides: a clip of each.
struct SharedSource {
  std::string source;  ///< empty where the clips are the same by content
  std::filesystem::path training;
  std::filesystem::path validation;
};

/// The recordings with clips on both sides, by source and by content (where hashes are known).
std::vector<SharedSource> sharedSources(const DataSet& dataSet, const Split& split);

/// Splits. Throws Error on folds that do not exist or that stand on both sides, where a class would
/// have no clip to train with, and where a recording stands on both sides and that is not allowed.
/// The official folds of ESC-50 and UrbanSound8K give a warning only, so that figures compare with
/// those of others; so does content that is the same on both sides of the report's pair.
Split splitDataSet(const DataSet& dataSet, const SplitRequest& request);

}  // namespace earwitness
