// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/data/data_report.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kVersion = 1;
constexpr size_t kMostShown = 20;  // of each kind
constexpr size_t kMostClasses = 100;

constexpr std::array kKinds{
    DataProblemKind::Table,    DataProblemKind::Missing,    DataProblemKind::Broken,
    DataProblemKind::Empty,    DataProblemKind::Unread,     DataProblemKind::Unlabelled,
    DataProblemKind::Several,  DataProblemKind::Alike,      DataProblemKind::Outside,
    DataProblemKind::Overlap,  DataProblemKind::Silent,     DataProblemKind::Clipped,
    DataProblemKind::Short,    DataProblemKind::Incomplete, DataProblemKind::OppositePhase,
    DataProblemKind::Duplicate};

/// Largest and smallest class, first of equals; null where there is nothing to compare.
struct Extremes {
  const DataReport::Class* largest = nullptr;
  const DataReport::Class* smallest = nullptr;
};

Extremes extremesOf(const DataReport& report) {
  if (report.classes.size() < 2) return {};
  const auto fewer = [](const DataReport::Class& a, const DataReport::Class& b) {
    return a.clips < b.clips;
  };
  return {&*std::max_element(report.classes.begin(), report.classes.end(), fewer),
          &*std::min_element(report.classes.begin(), report.classes.end(), fewer)};
}

std::string number(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string lengthText(double seconds) {
  if (seconds < 120.0) return number(seconds) + " s";
  return seconds < 7200.0 ? number(seconds / 60.0) + " min" : number(seconds / 3600.0) + " h";
}

/// "16000 Hz (139), 44100 Hz (1)"
std::string countsText(const std::map<int, size_t>& counts, const std::string& unit) {
  std::string text;
  for (const auto& [value, count] : counts)
    text += (text.empty() ? "" : ", ") + std::to_string(value) + unit + " (" +
            std::to_string(count) + ")";
  return text;
}

/// Letters as they are counted on a screen: UTF-8's following bytes take no room.
size_t widthOf(const std::string& text) {
  return size_t(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string padded(const std::string& text, size_t width) {
  return text + std::string(width - std::min(width, widthOf(text)), ' ');
}

std::string rightAligned(const std::string& text, size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string classTable(const DataReport& report) {
  const size_t shown = std::min(report.classes.size(), kMostClasses);
  size_t width = 5;
  for (size_t i = 0; i < shown; ++i) width = std::max(width, widthOf(report.classes[i].name));
  std::string text = "  " + padded("class", width) + "   clips     seconds\n";
  for (size_t i = 0; i < shown; ++i) {
    const DataReport::Class& its = report.classes[i];
    text += "  " + padded(its.name, width) + rightAligned(std::to_string(its.clips), 8) +
            rightAligned(number(its.seconds), 12) + "\n";
  }
  if (report.classes.size() > shown)
    text += "  and " + std::to_string(report.classes.size() - shown) + " more\n";
  return text;
}

std::string problemLine(const DataReport& report, const DataProblem& problem) {
  std::string text = report.dataSet.shownPath(problem.path);
  if (!problem.segment.isWhole()) text += " (" + textOf(problem.segment) + ")";
  // A sentence about a file names it already.
  const std::string what = problem.what.english();
  if (what.find(problem.path.string()) != std::string::npos)
    text = what;
  else if (!what.empty())
    text += ": " + what;
  if (!problem.other.empty() && problem.other != problem.path)
    text += ": " + report.dataSet.shownPath(problem.other);
  return "    " + text + "\n";
}

std::string problemList(const DataReport& report) {
  std::string text;
  for (const DataProblemKind kind : kKinds) {
    const auto isOfKind = [kind](const DataProblem& problem) { return problem.kind == kind; };
    const size_t count =
        size_t(std::count_if(report.problems.begin(), report.problems.end(), isOfKind));
    if (count == 0) continue;
    text += "  " + nameOf(kind) + " (" + std::to_string(count) + ")\n";
    size_t shown = 0;
    for (const DataProblem& problem : report.problems)
      if (isOfKind(problem) && shown++ < kMostShown) text += problemLine(report, problem);
    if (count > kMostShown) text += "    and " + std::to_string(count - kMostShown) + " more\n";
  }
  return text.empty() ? "" : "\nProblems\n" + text;
}

std::string crossingList(const DataReport& report) {
  if (report.crossings.empty()) return "";
  std::string text = "\nOn two sides of the data set's own split (" +
                     std::to_string(report.crossings.size()) + ")\n";
  size_t shown = 0;
  for (const CrossingSource& crossing : report.crossings) {
    if (shown++ == kMostShown) break;
    text +=
        "    " +
        (crossing.source.empty() ? "the same audio" : "recording " + inQuotes(crossing.source)) +
        ": " + report.dataSet.shownPath(crossing.path) + " (" + crossing.side.english() + "), " +
        report.dataSet.shownPath(crossing.otherPath) + " (" + crossing.otherSide.english() + ")\n";
  }
  if (report.crossings.size() > kMostShown)
    text += "    and " + std::to_string(report.crossings.size() - kMostShown) + " more\n";
  return text;
}

std::string imbalanceLine(const DataReport& report) {
  const Extremes extremes = extremesOf(report);
  if (extremes.largest == nullptr || extremes.largest->clips == extremes.smallest->clips) return "";
  std::string text = "Balance   " + extremes.largest->name + " has " +
                     std::to_string(extremes.largest->clips) + " clips, " +
                     extremes.smallest->name + " " + std::to_string(extremes.smallest->clips);
  if (extremes.smallest->clips > 0)
    text +=
        " (" + number(double(extremes.largest->clips) / double(extremes.smallest->clips)) + " : 1)";
  return text + "\n";
}

nlohmann::json problemsToJson(const DataReport& report) {
  nlohmann::json list = nlohmann::json::array();
  for (const DataProblem& problem : report.problems) {
    nlohmann::json json = {{"kind", nameOf(problem.kind)}, {"path", problem.path.string()}};
    if (!problem.what.empty()) json["what"] = problem.what.english();
    if (!problem.other.empty()) json["other"] = problem.other.string();
    if (!problem.segment.isWhole()) {
      json["begin"] = problem.segment.begin;
      json["end"] = problem.segment.end;
    }
    list.push_back(json);
  }
  return list;
}

nlohmann::json countsToJson(const std::map<int, size_t>& counts) {
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [value, count] : counts) json[std::to_string(value)] = count;
  return json;
}

nlohmann::json imbalanceToJson(const DataReport& report) {
  const Extremes extremes = extremesOf(report);
  if (extremes.largest == nullptr) return nullptr;
  nlohmann::json json = {{"largest", extremes.largest->name},
                         {"smallest", extremes.smallest->name},
                         {"ratio", nullptr}};
  if (extremes.smallest->clips > 0)
    json["ratio"] = double(extremes.largest->clips) / double(extremes.smallest->clips);
  return json;
}

}  // namespace

nlohmann::json toJson(const DataReport& report) {
  nlohmann::json classes = nlohmann::json::array();
  for (const DataReport::Class& its : report.classes)
    classes.push_back({{"name", its.name}, {"clips", its.clips}, {"seconds", its.seconds}});
  nlohmann::json crossings = nlohmann::json::array();
  for (const CrossingSource& crossing : report.crossings)
    crossings.push_back(
        {{"source", crossing.source.empty() ? nlohmann::json() : nlohmann::json(crossing.source)},
         {"paths", {crossing.path.string(), crossing.otherPath.string()}},
         {"sides", {crossing.side.english(), crossing.otherSide.english()}}});
  return {{"version", kVersion},
          {"root", report.dataSet.root.string()},
          {"layout", nameOf(report.dataSet.layout)},
          {"usable", report.isUsable()},
          {"obstacles", englishTexts(report.obstacles)},
          {"clips", report.dataSet.clips.size()},
          {"seconds", report.seconds},
          {"classes", classes},
          {"imbalance", imbalanceToJson(report)},
          {"lengths",
           {{"min", report.shortestSeconds},
            {"median", report.medianSeconds},
            {"max", report.longestSeconds}}},
          {"sample_rates", countsToJson(report.sampleRates)},
          {"channels", countsToJson(report.channels)},
          {"notes", englishTexts(report.notes)},
          {"split", report.split.english()},
          {"split_warning", report.splitWarning.english()},
          {"shared_sources", crossings},
          {"problems", problemsToJson(report)}};
}

std::string textOf(const DataReport& report) {
  std::string text = report.dataSet.root.string() + ": " +
                     std::to_string(report.dataSet.clips.size()) + " clips in " +
                     std::to_string(report.classes.size()) + " classes, " +
                     lengthText(report.seconds) + " (" + nameOf(report.dataSet.layout) + ")\n\n" +
                     classTable(report) + "\n";
  if (!report.dataSet.clips.empty())
    text += "Lengths   " + lengthText(report.shortestSeconds) + " to " +
            lengthText(report.longestSeconds) + ", median " + lengthText(report.medianSeconds) +
            "\nRates     " + countsText(report.sampleRates, " Hz") + "\nChannels  " +
            countsText(report.channels, "") + "\n";
  text += imbalanceLine(report);
  if (!report.split.empty()) text += "Split     " + report.split.english() + "\n";
  if (!report.splitWarning.empty()) text += "          " + report.splitWarning.english() + "\n";
  for (const Message& note : report.notes) text += "Note      " + note.english() + "\n";
  text += problemList(report) + crossingList(report);
  if (!report.isUsable()) text += "\nTraining would not start\n";
  for (const Message& obstacle : report.obstacles) text += "    " + obstacle.english() + "\n";
  return text;
}

}  // namespace earwitness
