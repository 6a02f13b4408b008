#include "core/data/data_set.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/corrections.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr std::array kLayouts{Layout::Auto,         Layout::Folders, Layout::Esc50,
                              Layout::UrbanSound8k, Layout::Report,  Layout::Table};

/// Labels go into model files, which are UTF-8.
bool isUtf8(const std::string& text) {
  try {
    return !nlohmann::json(text).dump().empty();
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

Layout layoutOf(const DataRequest& request) {
  if (!request.columns.table.empty() || !fs::is_directory(request.root)) return Layout::Table;
  if (fs::exists(request.root / "meta" / "esc50.csv")) return Layout::Esc50;
  if (looksLikeUrbanSound8k(request.root)) return Layout::UrbanSound8k;
  if (looksLikeReport(request.root)) return Layout::Report;
  if (looksLikeTable(request)) return Layout::Table;
  // Nobody has a class of clips beside a train.tsv: it is the report's, and something is wrong.
  if (fs::exists(request.root / "train.tsv") && fs::is_directory(request.root / "clips"))
    return Layout::Report;
  return Layout::Folders;
}

void requireReadable(const DataRequest& request) {
  const std::string name = inQuotes(request.root.string());
  if (!fs::exists(request.root)) throw Error("There is no folder " + name + ".");
  if (fs::is_directory(request.root)) return;
  if (looksLikeAudioFile(request.root))
    throw Error(name + " is a single sound; name the folder that holds the data set.");
  if (request.layout != Layout::Auto && request.layout != Layout::Table)
    throw Error(name + " is a file; the layout " + nameOf(request.layout) + " takes a folder.");
}

void scan(ClipCollector& collector, Layout layout) {
  switch (layout) {
    case Layout::Esc50:
      return scanEsc50(collector);
    case Layout::UrbanSound8k:
      return scanUrbanSound8k(collector);
    case Layout::Report:
      return scanReport(collector);
    case Layout::Table:
      return scanTable(collector);
    case Layout::Auto:
    case Layout::Folders:
      break;
  }
  scanFolders(collector);
}

void requireUsable(const DataSet& dataSet) {
  const std::string root = inQuotes(dataSet.root.string());
  if (dataSet.clips.empty() && dataSet.layout == Layout::Folders)
    throw Error("The folder " + root + " holds no audio files in folders named after their class.");
  if (dataSet.clips.empty())
    throw Error("The data set " + root + " (layout " + nameOf(dataSet.layout) +
                ") lists no clip with a label.");
  const auto bad = std::find_if_not(dataSet.labels.begin(), dataSet.labels.end(), isUtf8);
  if (bad != dataSet.labels.end())
    throw Error("The class '" + *bad + "' in " + root +
                " has a name that is not UTF-8; rename it.");
}

template <typename T>
void take(nlohmann::json& json, const char* key, T& value) {
  if (!json.contains(key)) return;
  value = json.at(key).get<T>();
  json.erase(key);
}

void takePath(nlohmann::json& json, const char* key, fs::path& path) {
  std::string text = path.string();
  take(json, key, text);
  path = text;
}

void refuseRest(const nlohmann::json& rest) {
  if (!rest.empty()) throw Error("The settings of the data have no '" + rest.begin().key() + "'.");
}

TableColumns columnsFromJson(nlohmann::json json) {
  if (!json.is_object()) throw Error("The columns of the data are a JSON object.");
  TableColumns columns;
  takePath(json, "table", columns.table);
  take(json, "path", columns.path);
  take(json, "label", columns.label);
  take(json, "fold", columns.fold);
  take(json, "split", columns.split);
  take(json, "source", columns.source);
  refuseRest(json);
  return columns;
}

}  // namespace

Layout layoutFromName(const std::string& name) {
  for (const Layout layout : kLayouts)
    if (nameOf(layout) == name) return layout;
  throw Error("There is no layout '" + name + "'; there are: " + layoutNames() + ".");
}

std::string nameOf(Layout layout) {
  switch (layout) {
    case Layout::Folders:
      return "folders";
    case Layout::Esc50:
      return "esc50";
    case Layout::UrbanSound8k:
      return "urbansound8k";
    case Layout::Report:
      return "report";
    case Layout::Table:
      return "table";
    case Layout::Auto:
      break;
  }
  return "auto";
}

std::string layoutNames() {
  std::string names;
  for (const Layout layout : kLayouts) names += (names.empty() ? "" : ", ") + nameOf(layout);
  return names;
}

nlohmann::json toJson(const DataRequest& request) {
  const TableColumns& columns = request.columns;
  return {{"root", request.root.string()},
          {"layout", nameOf(request.layout)},
          {"columns",
           {{"table", columns.table.string()},
            {"path", columns.path},
            {"label", columns.label},
            {"fold", columns.fold},
            {"split", columns.split},
            {"source", columns.source}}},
          {"allow_outside", request.allowOutside},
          {"corrections", request.corrections.string()}};
}

DataRequest dataRequestFromJson(const nlohmann::json& json) {
  if (!json.is_object()) throw Error("The settings of the data are a JSON object.");
  DataRequest request;
  nlohmann::json rest = json;
  try {
    std::string layout = nameOf(request.layout);
    nlohmann::json columns = nlohmann::json::object();
    takePath(rest, "root", request.root);
    take(rest, "layout", layout);
    take(rest, "columns", columns);
    take(rest, "allow_outside", request.allowOutside);
    takePath(rest, "corrections", request.corrections);
    refuseRest(rest);
    request.layout = layoutFromName(layout);
    request.columns = columnsFromJson(columns);
  } catch (const nlohmann::json::exception& error) {
    throw Error("The settings of the data are not as they should be: " + std::string(error.what()) +
                ".");
  }
  return request;
}

bool DataSet::hasFolds() const {
  return std::any_of(clips.begin(), clips.end(), [](const Clip& clip) { return clip.fold > 0; });
}

bool DataSet::hasSplits() const {
  return std::any_of(clips.begin(), clips.end(),
                     [](const Clip& clip) { return !clip.split.empty(); });
}

bool DataSet::hasSources() const {
  return std::any_of(clips.begin(), clips.end(),
                     [](const Clip& clip) { return !clip.source.empty(); });
}

std::string DataSet::shownPath(const fs::path& path) const {
  const fs::path relative = path.lexically_relative(root);
  return relative.empty() || *relative.begin() == ".." || *relative.begin() == "."
             ? path.string()
             : relative.string();
}

DataSet scanDataSet(const DataRequest& request) {
  try {
    requireReadable(request);
    const Layout layout = request.layout == Layout::Auto ? layoutOf(request) : request.layout;
    ClipCollector collector(request);
    scan(collector, layout);
    DataSet dataSet = collector.finish();
    dataSet.root = request.root;
    dataSet.layout = layout;
    if (!request.corrections.empty()) applyCorrections(dataSet, request.corrections);
    requireUsable(dataSet);
    return dataSet;
  } catch (const fs::filesystem_error& error) {
    throw Error("The data set '" + request.root.string() +
                "' cannot be read: " + error.code().message() + ".");
  }
}

DataSet scanDataSet(const fs::path& root, Layout layout) {
  return scanDataSet({.root = root, .layout = layout});
}

void removeProblemClips(DataSet& dataSet) {
  if (dataSet.problems.empty()) return;
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

}  // namespace earwitness
