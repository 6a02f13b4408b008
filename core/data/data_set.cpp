#include "core/data/data_set.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <nlohmann/json.hpp>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/data/delimited_table.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// Sorted distinct names of the clips become the labels; each clip's label is its position there.
void indexLabels(DataSet& dataSet, const std::vector<std::string>& nameOfClip) {
  const std::set<std::string> names(nameOfClip.begin(), nameOfClip.end());
  dataSet.labels.assign(names.begin(), names.end());
  for (size_t i = 0; i < dataSet.clips.size(); ++i)
    dataSet.clips[i].label =
        int(std::lower_bound(dataSet.labels.begin(), dataSet.labels.end(), nameOfClip[i]) -
            dataSet.labels.begin());
}

/// Labels go into model files, which are UTF-8.
bool isUtf8(const std::string& text) {
  try {
    return !nlohmann::json(text).dump().empty();
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

bool isHidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

bool isSplitName(const std::string& name) {
  return name == "train" || name == "val" || name == "test";
}

std::vector<fs::path> sortedEntries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder))
    if (!isHidden(entry.path())) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

void addClassFolder(DataSet& dataSet, std::vector<std::string>& names, const fs::path& folder,
                    const std::string& split) {
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
    if (isHidden(entry->path()))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file() && looksLikeAudioFile(entry->path()))
      files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    dataSet.clips.push_back({file, 0, 0, split, {}});
    names.push_back(folder.filename().string());
  }
}

DataSet scanFolders(const fs::path& root) {
  DataSet dataSet;
  std::vector<std::string> names;
  const auto addClasses = [&](const fs::path& parent, const std::string& split) {
    for (const fs::path& folder : sortedEntries(parent))
      if (fs::is_directory(folder)) addClassFolder(dataSet, names, folder, split);
  };
  const std::vector<fs::path> entries = sortedEntries(root);
  const bool hasSplits = std::any_of(entries.begin(), entries.end(), [](const fs::path& entry) {
    return entry.filename() == "train" && fs::is_directory(entry);
  });
  if (hasSplits) {
    for (const fs::path& entry : entries)
      if (isSplitName(entry.filename().string()) && fs::is_directory(entry))
        addClasses(entry, entry.filename().string());
  } else {
    addClasses(root, "");
  }
  indexLabels(dataSet, names);
  return dataSet;
}

int foldIn(const DelimitedTable& table, const std::string& text) {
  try {
    size_t end = 0;
    const int fold = std::stoi(text, &end);
    if (end == text.size() && fold >= 1) return fold;
  } catch (const std::logic_error&) {
    // told below
  }
  throw Error("The column 'fold' of the table '" + table.path.string() + "' holds '" + text +
              "', which is not a whole number from 1 on.");
}

DataSet scanEsc50(const fs::path& root) {
  const DelimitedTable table = readDelimitedTable(root / "meta" / "esc50.csv");
  const size_t fileColumn = table.column("filename");
  const size_t foldColumn = table.column("fold");
  const size_t categoryColumn = table.column("category");
  const bool hasSource = table.hasColumn("src_file");

  DataSet dataSet;
  std::vector<std::string> names;
  for (const auto& row : table.rows) {
    const fs::path name = row[fileColumn];
    if (name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end())
      throw Error("The table '" + table.path.string() + "' names a file outside its data set: '" +
                  name.string() + "'.");
    Clip clip;
    clip.path = root / "audio" / name;
    clip.fold = foldIn(table, row[foldColumn]);
    if (row[categoryColumn].empty())
      throw Error("The column 'category' of the table '" + table.path.string() +
                  "' is empty for the file '" + name.string() + "'.");
    if (hasSource) clip.source = row[table.column("src_file")];
    if (!fs::exists(clip.path)) dataSet.problems.push_back({clip.path, "missing"});
    dataSet.clips.push_back(std::move(clip));
    names.push_back(row[categoryColumn]);
  }
  indexLabels(dataSet, names);
  return dataSet;
}

std::string text(const std::vector<int>& folds) {
  std::string list;
  for (int fold : folds) list += (list.empty() ? "" : ",") + std::to_string(fold);
  return (folds.size() == 1 ? "fold " : "folds ") + list;
}

Split splitByFolds(const DataSet& dataSet, std::vector<int> training, std::vector<int> validation) {
  std::set<int> known;
  for (const Clip& clip : dataSet.clips) known.insert(clip.fold);
  for (const auto& folds : {training, validation})
    for (int fold : folds)
      if (!known.contains(fold))
        throw Error("The data set '" + dataSet.root.string() + "' has no fold " +
                    std::to_string(fold) + ".");
  if (training.empty())
    std::copy_if(known.begin(), known.end(), std::back_inserter(training), [&](int fold) {
      return std::find(validation.begin(), validation.end(), fold) == validation.end();
    });
  Split split;
  split.description = text(training) + " to train, " +
                      (validation.empty() ? "none" : text(validation)) + " to validate";
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    const int fold = dataSet.clips[i].fold;
    const bool trains = std::find(training.begin(), training.end(), fold) != training.end();
    const bool validates =
        std::find(validation.begin(), validation.end(), fold) != validation.end();
    if (trains && validates)
      throw Error("Fold " + std::to_string(fold) + " cannot both train and validate.");
    if (trains) split.training.push_back(int(i));
    if (validates) split.validation.push_back(int(i));
  }
  return split;
}

Split splitStratified(const DataSet& dataSet, double fraction, uint64_t seed) {
  Split split;
  split.description = std::to_string(int(fraction * 100 + 0.5)) +
                      " % of each class to validate, drawn with seed " + std::to_string(seed);
  std::map<int, std::vector<int>> byLabel;
  for (size_t i = 0; i < dataSet.clips.size(); ++i)
    byLabel[dataSet.clips[i].label].push_back(int(i));
  std::mt19937_64 random(seed);
  for (auto& [label, clips] : byLabel) {
    for (size_t i = clips.size(); i > 1; --i) std::swap(clips[i - 1], clips[random() % i]);
    // A class with one clip trains with it and is not validated.
    const size_t held = clips.size() < 2 ? 0 : std::max<size_t>(1, size_t(clips.size() * fraction));
    split.validation.insert(split.validation.end(), clips.begin(), clips.begin() + long(held));
    split.training.insert(split.training.end(), clips.begin() + long(held), clips.end());
  }
  std::sort(split.training.begin(), split.training.end());
  std::sort(split.validation.begin(), split.validation.end());
  return split;
}

Split splitByName(const DataSet& dataSet) {
  Split split;
  const auto holds = [&](const std::string& name) {
    return std::any_of(dataSet.clips.begin(), dataSet.clips.end(),
                       [&](const Clip& clip) { return clip.split == name; });
  };
  const std::string validation = holds("val") ? "val" : "test";
  split.description =
      "train/ to train, " + (holds(validation) ? validation + "/" : "none") + " to validate";
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    if (dataSet.clips[i].split == "train")
      split.training.push_back(int(i));
    else if (dataSet.clips[i].split == validation)
      split.validation.push_back(int(i));
  }
  return split;
}

}  // namespace

Layout layoutFromName(const std::string& name) {
  for (Layout layout : {Layout::Auto, Layout::Folders, Layout::Esc50})
    if (nameOf(layout) == name) return layout;
  throw Error("There is no layout '" + name + "'; there are: auto, folders, esc50.");
}

std::string nameOf(Layout layout) {
  switch (layout) {
    case Layout::Folders:
      return "folders";
    case Layout::Esc50:
      return "esc50";
    case Layout::Auto:
      break;
  }
  return "auto";
}

bool DataSet::hasFolds() const {
  return std::any_of(clips.begin(), clips.end(), [](const Clip& clip) { return clip.fold > 0; });
}

bool DataSet::hasSplits() const {
  return std::any_of(clips.begin(), clips.end(),
                     [](const Clip& clip) { return !clip.split.empty(); });
}

DataSet scanDataSet(const fs::path& root, Layout layout) {
  try {
    if (!fs::is_directory(root)) throw Error("There is no folder '" + root.string() + "'.");
    if (layout == Layout::Auto)
      layout = fs::exists(root / "meta" / "esc50.csv") ? Layout::Esc50 : Layout::Folders;
    DataSet dataSet = layout == Layout::Esc50 ? scanEsc50(root) : scanFolders(root);
    dataSet.root = root;
    dataSet.layout = layout;
    if (dataSet.clips.empty())
      throw Error("The folder '" + root.string() +
                  "' holds no audio files in folders named after their class.");
    for (const std::string& label : dataSet.labels)
      if (!isUtf8(label))
        throw Error("The class '" + label + "' in '" + root.string() +
                    "' has a name that is not UTF-8; rename it.");
    return dataSet;
  } catch (const fs::filesystem_error& error) {
    throw Error("The folder '" + root.string() + "' cannot be read: " + error.code().message() +
                ".");
  }
}

void removeProblemClips(DataSet& dataSet) {
  std::set<fs::path> broken;
  for (const ClipProblem& problem : dataSet.problems) broken.insert(problem.path);
  std::erase_if(dataSet.clips, [&](const Clip& clip) { return broken.contains(clip.path); });
  std::vector<int> count(dataSet.labels.size());
  for (const Clip& clip : dataSet.clips) ++count[size_t(clip.label)];
  for (size_t label = 0; label < count.size(); ++label)
    if (count[label] == 0)
      throw Error("The class '" + dataSet.labels[label] + "' has no usable clip left in '" +
                  dataSet.root.string() + "'; mend or remove the class.");
}

Split splitDataSet(const DataSet& dataSet, const SplitRequest& request) {
  Split split;
  if (!request.trainingFolds.empty() || !request.validationFolds.empty()) {
    if (!dataSet.hasFolds())
      throw Error("The data set '" + dataSet.root.string() + "' has no folds to choose from.");
    split = splitByFolds(dataSet, request.trainingFolds, request.validationFolds);
  } else if (dataSet.hasSplits()) {
    split = splitByName(dataSet);
  } else if (dataSet.hasFolds()) {
    int last = 0;
    for (const Clip& clip : dataSet.clips) last = std::max(last, clip.fold);
    split = splitByFolds(dataSet, {}, {last});
  } else {
    split = splitStratified(dataSet, request.validationFraction, request.seed);
  }
  if (split.training.empty())
    throw Error("No clip of '" + dataSet.root.string() + "' is left to train with.");
  return split;
}

}  // namespace earwitness
