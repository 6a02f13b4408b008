#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace earwitness {

enum class Layout { Auto, Folders, Esc50 };

/// "auto", "folders", "esc50". Throws Error on another name.
Layout layoutFromName(const std::string& name);
std::string nameOf(Layout layout);

struct Clip {
  std::filesystem::path path;
  int label = 0;       ///< index into DataSet::labels
  int fold = 0;        ///< 1 and up; 0 where the layout has no folds
  std::string split;   ///< "train", "val", "test" or empty
  std::string source;  ///< the recording it was cut from, where known
};

/// A clip that cannot be used, and why, in a few words: "missing", "empty", ...
struct ClipProblem {
  std::filesystem::path path;
  std::string what;
};

/// What a folder holds: labels in alphabetical order, clips in order of path.
struct DataSet {
  std::filesystem::path root;
  Layout layout = Layout::Auto;
  std::vector<std::string> labels;
  std::vector<Clip> clips;
  std::vector<ClipProblem> problems;

  bool hasFolds() const;
  bool hasSplits() const;
};

/// Lists a data set without decoding it. Auto: ESC-50 where meta/esc50.csv exists, else a folder
/// per class (optionally below train/, val/ and test/). Rows whose file is missing go to
/// `problems`. Throws Error with one sentence where there is nothing to train on.
DataSet scanDataSet(const std::filesystem::path& root, Layout layout = Layout::Auto);

/// Leaves `problems`' clips out. Throws Error naming the class that ends up without a clip.
void removeProblemClips(DataSet& dataSet);

/// Which clips train and which validate.
struct Split {
  std::vector<int> training;  ///< indices into DataSet::clips
  std::vector<int> validation;
  std::string description;  ///< for people and the card: "folds 1,2,3 / fold 4"
};

struct SplitRequest {
  std::vector<int> trainingFolds;    ///< empty: all that do not validate
  std::vector<int> validationFolds;  ///< empty: none where training folds are named
  double validationFraction = 0.2;   ///< where there are neither folds nor splits
  uint64_t seed = 0;
};

/// By fold where folds are asked for; else by the layout's own train/val; else the last fold
/// validates; else a stratified fifth of each class, drawn by seed.
/// Throws Error on folds that do not exist or that stand on both sides.
Split splitDataSet(const DataSet& dataSet, const SplitRequest& request);

}  // namespace earwitness
