// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_set.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/audio/audio_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/text_encoding.h"
#include "core/data/clip_labels.h"
#include "core/data/corrections.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr char kSeveralLabels[] = CORE_TEXT(
    "%1 of %2 clips have several labels (%3) and are skipped, because the model is trained for one "
    "label per clip. To use them, train with several labels per clip (--labels-per-clip multi).");

constexpr std::array kLayouts{Layout::Auto,         Layout::Folders, Layout::Esc50,
                              Layout::UrbanSound8k, Layout::Report,  Layout::Table,
                              Layout::LabelFiles};

/// Which layouts take the options of a table, so that none is ignored.
void requireUseOfColumns(const DataRequest& request, Layout layout) {
  const TableColumns& columns = request.columns;
  const auto refuse = [&](const char* what) {
    throw Error("The layout %1 of '%2' takes no %3. Use --layout table, or omit the option.",
                nameOf(layout), request.root, what);
  };
  if (layout == Layout::Table) return;
  if (!columns.table.empty()) refuse("table (--table)");
  if (layout == Layout::LabelFiles) {
    if (columns.namesAny()) refuse("names of columns");
    return;
  }
  if (!columns.separator.empty()) refuse("separator of labels (--label-separator)");
  if (layout != Layout::Report) {
    if (columns.namesAny()) refuse("names of columns");
  } else if (!(columns.fold.empty() && columns.split.empty() && columns.start.empty() &&
               columns.end.empty())) {
    refuse("columns of folds, splits, starts and ends");
  }
}

Layout layoutOf(const DataRequest& request, TableSurvey& survey) {
  const TableColumns& columns = request.columns;
  if (!columns.table.empty() || !fs::is_directory(request.root)) return Layout::Table;
  if (columns.namesAny()) {
    if (looksLikeReport(request.root)) return Layout::Report;
    survey = surveyTables(request);
    return Layout::Table;
  }
  if (fs::exists(request.root / "meta" / "esc50.csv")) return Layout::Esc50;
  if (looksLikeUrbanSound8k(request.root)) return Layout::UrbanSound8k;
  if (looksLikeReport(request.root)) return Layout::Report;
  survey = surveyTables(request);
  if (survey.isClear()) return Layout::Table;
  // Nobody has a class of clips beside a train.tsv: it is the report's, and something is wrong.
  if (fs::exists(request.root / "train.tsv") && fs::is_directory(request.root / "clips"))
    return Layout::Report;
  return looksLikeLabelFiles(request.root) ? Layout::LabelFiles : Layout::Folders;
}

void requireReadable(const DataRequest& request) {
  if (!fs::exists(request.root)) throw Error("There is no folder '%1'.", request.root);
  if (fs::is_directory(request.root)) return;
  if (looksLikeAudioFile(request.root))
    throw Error("'%1' is an audio file. Choose the folder that contains the data set.",
                request.root);
  if (request.layout != Layout::Auto && request.layout != Layout::Table)
    throw Error("'%1' is a file. The layout %2 needs a folder.", request.root,
                nameOf(request.layout));
}

void scan(ClipCollector& collector, Layout layout, const TableSurvey& survey) {
  switch (layout) {
    case Layout::Esc50:
      return scanEsc50(collector);
    case Layout::UrbanSound8k:
      return scanUrbanSound8k(collector);
    case Layout::Report:
      return scanReport(collector);
    case Layout::Table:
      return scanTable(collector, survey);
    case Layout::LabelFiles:
      return scanLabelFiles(collector);
    case Layout::Auto:
    case Layout::Folders:
      break;
  }
  scanFolders(collector);
}

void requireUsable(const DataSet& dataSet) {
  if (dataSet.clips.empty() && !dataSet.obstacles.empty()) throw Error(dataSet.obstacles.front());
  if (dataSet.clips.empty() && dataSet.layout == Layout::Folders)
    throw Error("The folder '%1' contains no audio files in folders named after their class.",
                dataSet.root);
  if (dataSet.clips.empty())
    throw dataSet.problems.empty()
        ? Error("The data set '%1' (layout %2) lists no labelled clips.", dataSet.root,
                nameOf(dataSet.layout))
        : Error("The data set '%1' (layout %2) lists no labelled clips (%3).", dataSet.root,
                nameOf(dataSet.layout), dataSet.problems.front().what);
  const auto bad = std::find_if_not(dataSet.labels.begin(), dataSet.labels.end(),
                                    [](const auto& label) { return isUtf8(label); });
  if (bad != dataSet.labels.end())
    throw Error("The class '%1' in '%2' has a name that is not UTF-8; rename it.", *bad,
                dataSet.root);
}

/// Clips of the same place and the same side become one with the labels of all of them.
void joinSamePlaces(DataSet& dataSet) {
  std::map<std::tuple<fs::path, Segment, std::string, int>, size_t> places;
  std::vector<Clip> clips;
  for (Clip& clip : dataSet.clips) {
    const auto [place, isNew] =
        places.try_emplace({clip.path, clip.segment, clip.split, clip.fold}, clips.size());
    if (isNew) {
      clips.push_back(std::move(clip));
      continue;
    }
    Clip& first = clips[place->second];
    const std::vector<int> known = first.labels();
    for (const int label : clip.labels())
      if (std::find(known.begin(), known.end(), label) == known.end())
        first.otherLabels.push_back(label);
  }
  dataSet.clips = std::move(clips);
}

bool overlap(const Segment& a, const Segment& b) {
  return a.isWhole() || b.isWhole() || (a.begin < b.end && b.begin < a.end);
}

/// Rows without a label become clips without one, where no other row labels a part of the sound.
void addUnlabelled(DataSet& dataSet) {
  std::map<fs::path, std::vector<Segment>> labelled;
  for (const Clip& clip : dataSet.clips) labelled[clip.path].push_back(clip.segment);
  size_t added = 0;
  for (UnlabelledClip& its : dataSet.unlabelled) {
    const auto others = labelled.find(its.clip.path);
    if (others != labelled.end() &&
        std::any_of(others->second.begin(), others->second.end(),
                    [&](const Segment& segment) { return overlap(segment, its.clip.segment); }))
      continue;
    const auto problem = std::find_if(
        dataSet.problems.begin(), dataSet.problems.end(), [&](const ClipProblem& candidate) {
          return candidate.kind == its.problem.kind && candidate.path == its.problem.path &&
                 candidate.what == its.problem.what;
        });
    if (problem != dataSet.problems.end()) dataSet.problems.erase(problem);
    its.clip.label = Clip::kNoLabel;
    dataSet.clips.push_back(std::move(its.clip));
    ++added;
  }
  dataSet.unlabelled.clear();
  if (added > 0)
    dataSet.notes.push_back(
        added == 1
            ? Message("%1 clip has no label and is used as an example without any of the classes.",
                      added)
            : Message("%1 clips have no label and are used as examples without any of the classes.",
                      added));
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
  if (!rest.empty()) throw Error("The settings of the data have no '%1'.", rest.begin().key());
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
  take(json, "start", columns.start);
  take(json, "end", columns.end);
  take(json, "separator", columns.separator);
  refuseRest(json);
  return columns;
}

}  // namespace

bool TableColumns::namesAny() const {
  return !(*this == TableColumns{.table = table, .separator = separator});
}

Layout layoutFromName(const std::string& name) {
  for (const Layout layout : kLayouts)
    if (nameOf(layout) == name) return layout;
  throw Error("Unknown layout '%1'. Use one of: %2.", name, layoutNames());
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
    case Layout::LabelFiles:
      return "label-files";
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
            {"source", columns.source},
            {"start", columns.start},
            {"end", columns.end},
            {"separator", columns.separator}}},
          {"allow_outside", request.allowOutside},
          {"channel", textOf(request.channel)},
          {"corrections", request.corrections.string()},
          {"join_alike", request.joinAlike}};
}

DataRequest dataRequestFromJson(const nlohmann::json& json) {
  if (!json.is_object()) throw Error("The settings of the data are a JSON object.");
  DataRequest request;
  nlohmann::json rest = json;
  try {
    std::string layout = nameOf(request.layout);
    std::string channel = textOf(request.channel);
    nlohmann::json columns = nlohmann::json::object();
    takePath(rest, "root", request.root);
    take(rest, "layout", layout);
    take(rest, "columns", columns);
    take(rest, "allow_outside", request.allowOutside);
    take(rest, "channel", channel);
    takePath(rest, "corrections", request.corrections);
    take(rest, "join_alike", request.joinAlike);
    refuseRest(rest);
    request.layout = layoutFromName(layout);
    request.channel = channelFromText(channel);
    request.columns = columnsFromJson(columns);
  } catch (const nlohmann::json::exception& error) {
    throw Error("The settings of the data are not as they should be: %1.", error.what());
  }
  return request;
}

std::vector<int> Clip::labels() const {
  if (label == kNoLabel) return {};
  std::vector<int> all{label};
  all.insert(all.end(), otherLabels.begin(), otherLabels.end());
  return all;
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
    TableSurvey survey;
    const bool isAuto = request.layout == Layout::Auto;
    const Layout layout = isAuto ? layoutOf(request, survey) : request.layout;
    requireUseOfColumns(request, layout);
    if (layout == Layout::Table && !isAuto && fs::is_directory(request.root) &&
        request.columns.table.empty())
      survey = surveyTables(request);
    ClipCollector collector(request);
    scan(collector, layout, survey);
    if (layout == Layout::Folders || layout == Layout::LabelFiles || survey.isClear())
      tellUnusedTables(collector, survey, layout == Layout::Table);
    DataSet dataSet = collector.finish();
    dataSet.root = request.root;
    dataSet.layout = layout;
    if (!request.corrections.empty()) applyCorrections(dataSet, request.corrections);
    requireUsable(dataSet);
    return dataSet;
  } catch (const fs::filesystem_error& error) {
    throw Error("The data set '%1' cannot be read: %2.", request.root, error.code().message());
  }
}

DataSet scanDataSet(const fs::path& root, Layout layout) {
  return scanDataSet({.root = root, .layout = layout});
}

bool leadsAround(const fs::path& path, const fs::path& folder) {
  std::error_code failure;
  const fs::path target = fs::canonical(path, failure);
  const fs::path inner = failure ? fs::path() : fs::canonical(folder, failure);
  if (failure) return false;
  return std::mismatch(target.begin(), target.end(), inner.begin(), inner.end()).first ==
         target.end();
}

void removeProblemClips(DataSet& dataSet) {
  std::set<fs::path> files;
  std::set<std::pair<fs::path, Segment>> segments;
  for (const ClipProblem& problem : dataSet.problems) {
    if (!problem.leavesOut) continue;
    if (problem.segment.isWhole())
      files.insert(problem.path);
    else
      segments.emplace(problem.path, problem.segment);
  }
  std::erase_if(dataSet.clips, [&](const Clip& clip) {
    return files.contains(clip.path) || segments.contains({clip.path, clip.segment});
  });
  std::vector<int> count(dataSet.labels.size());
  for (const Clip& clip : dataSet.clips)
    for (const int label : clip.labels()) ++count[size_t(label)];
  for (size_t label = 0; label < count.size(); ++label)
    if (count[label] == 0)
      throw Error(
          "The class '%1' has no usable clips left in '%2'. Fix its files or remove the class.",
          dataSet.labels[label], dataSet.root);
}

void requireNoObstacles(const DataSet& dataSet) {
  if (!dataSet.obstacles.empty()) throw Error(dataSet.obstacles.front());
}

void keepSingleLabels(DataSet& dataSet) {
  if (std::all_of(dataSet.clips.begin(), dataSet.clips.end(),
                  [](const Clip& clip) { return clip.otherLabels.empty(); }))
    return;
  const LabelNames names = labelNamesOf(dataSet);
  // Classes without any clip stay: that is another matter, and told.
  std::set<std::string> without(dataSet.labels.begin(), dataSet.labels.end());
  std::vector<Clip> clips;
  LabelNames kept;
  const size_t all = dataSet.clips.size();
  std::string example;
  for (size_t i = 0; i < all; ++i) {
    for (const std::string& name : names[i]) without.erase(name);
    Clip& clip = dataSet.clips[i];
    if (names[i].size() == 1) {
      clips.push_back(std::move(clip));
      kept.push_back(names[i]);
      continue;
    }
    if (example.empty()) example = inQuotes(dataSet.shownPath(clip.path)) + ": " + listOf(names[i]);
    dataSet.problems.push_back({clip.path, Message("several labels: %1", listOf(names[i])),
                                DataProblemKind::Several, clip.segment});
  }
  const size_t several = all - clips.size();
  if (clips.empty())
    throw Error(
        "All clips of '%1' have several labels (%2), and a model is trained for one label per "
        "clip. To use them, train with several labels per clip (--labels-per-clip multi).",
        dataSet.root, example);
  std::set<std::string> gone(dataSet.labels.begin(), dataSet.labels.end());
  dataSet.clips = std::move(clips);
  setLabels(dataSet, kept, without);
  for (const std::string& label : dataSet.labels) gone.erase(label);
  dataSet.notes.push_back(Message(kSeveralLabels, several, all, example));
  if (!gone.empty())
    dataSet.notes.push_back(
        Message("Without them there are no clips of: %1.", listOf({gone.begin(), gone.end()})));
}

std::optional<Message> severalLabelsNote(const DataSet& dataSet) {
  for (const Message& note : dataSet.notes)
    if (note.pattern() == kSeveralLabels) return note;
  return std::nullopt;
}

void keepSeveralLabels(DataSet& dataSet) {
  joinSamePlaces(dataSet);
  addUnlabelled(dataSet);
}

bool isToldApart(const DataSet& dataSet) {
  return dataSet.labels.size() >= 2 ||
         std::any_of(dataSet.clips.begin(), dataSet.clips.end(),
                     [](const Clip& clip) { return clip.label == Clip::kNoLabel; });
}

std::vector<Message> warningsOf(const DataSet& dataSet) {
  std::vector<Message> warnings = dataSet.notes;
  std::map<DataProblemKind, std::vector<const ClipProblem*>> rows;
  for (const ClipProblem& problem : dataSet.problems) {
    if (problem.leavesOut) continue;
    if (problem.kind == DataProblemKind::Alike)
      warnings.push_back(
          Message("In '%1' %2. To make them one class, choose Join classes that look alike "
                  "(--join-alike).",
                  problem.path, problem.what));
    else if (problem.kind != DataProblemKind::Table)
      rows[problem.kind].push_back(&problem);
    else if (dataSet.obstacles.empty())
      warnings.push_back(problem.what);
  }
  for (const auto& [kind, problems] : rows) {
    const bool overlap = kind == DataProblemKind::Overlap;
    const Message& what = problems.front()->what;
    const size_t count = problems.size();
    if (count == 1)
      warnings.push_back(overlap ? Message("A clip overlaps another of the same file: %1.", what)
                                 : Message("A clip ends after its file: %1.", what));
    else
      warnings.push_back(
          overlap ? Message("%1 clips overlap others of the same file, such as: %2.", count, what)
                  : Message("%1 clips end after their file, such as: %2.", count, what));
  }
  return warnings;
}

}  // namespace earwitness
