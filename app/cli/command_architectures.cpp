// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/network/architectures.h"
#include "core/network/network_cost.h"

namespace earwitness {
namespace {

constexpr int kReportClasses = 30;

struct ArchitecturesArguments {
  std::string name;
  std::string settings;
  int classes = kReportClasses;
  double seconds = 5.0;
  bool json = false;
};

/// An architecture with the settings that its cost is for.
struct Entry {
  const ArchitectureInfo* info = nullptr;
  nlohmann::json settings;
  NetworkCost cost;
};

nlohmann::json toJson(const Entry& entry) {
  const ArchitectureInfo& info = *entry.info;
  return {{"name", info.name},
          {"summary", info.summary},
          {"settings", entry.settings},
          {"setting_help", info.settingHelp},
          {"choices", info.choices},
          {"features", toJson(info.features)},
          {"parameters", entry.cost.parameters},
          {"parameters_30_classes",
           parameterCount(info.name, entry.settings, info.features.nMels, kReportClasses)},
          {"multiply_adds", entry.cost.multiplyAdds},
          {"latency_ms", entry.cost.latencyMs}};
}

std::string fixed(double value, int decimals, const char* unit) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(decimals) << value << unit;
  return text.str();
}

using Row = std::vector<std::string>;

/// Columns as wide as their widest cell; all but the first and the last flush right.
void printTable(const std::vector<Row>& rows) {
  std::vector<size_t> widths(rows.front().size());
  for (const Row& row : rows)
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  for (const Row& row : rows) {
    for (size_t i = 0; i + 1 < row.size(); ++i)
      std::cout << (i == 0 ? std::left : std::right) << std::setw(int(widths[i])) << row[i] << "  ";
    std::cout << row.back() << "\n";
  }
}

/// channels=[64,64,64] dropout=0.1
std::string oneLine(const nlohmann::json& settings) {
  std::string line;
  for (const auto& [key, value] : settings.items())
    line += (line.empty() ? "" : " ") + key + "=" +
            (value.is_string() ? value.get<std::string>() : value.dump());
  return line;
}

void printAll(const std::vector<Entry>& entries, const ArchitecturesArguments& arguments) {
  std::vector<Row> rows = {{"name", "parameters", "multiply-adds", "latency", "what it is"}};
  for (const Entry& entry : entries)
    rows.push_back({entry.info->name, std::to_string(entry.cost.parameters),
                    fixed(double(entry.cost.multiplyAdds) / 1e6, 1, " M"),
                    fixed(entry.cost.latencyMs, 2, " ms"), entry.info->summary});
  printTable(rows);
  std::cout << "\nWith " << arguments.classes << " classes, for a window of " << arguments.seconds
            << " s; latency on one thread of this machine.\n\nSettings and their defaults:\n";
  for (const Entry& entry : entries)
    std::cout << "  " << entry.info->name << ": " << oneLine(entry.settings) << "\n";
  std::cout << "\nearwitness-cli architectures NAME says what they mean." << std::endl;
}

void printOne(const Entry& entry, const ArchitecturesArguments& arguments) {
  const ArchitectureInfo& info = *entry.info;
  std::cout << info.name << ": " << info.summary << "\n"
            << entry.cost.parameters << " parameters with " << arguments.classes << " classes; "
            << fixed(double(entry.cost.multiplyAdds) / 1e6, 1, " million multiply-adds and ")
            << fixed(entry.cost.latencyMs, 2, " ms") << " for a window of " << arguments.seconds
            << " s\n"
            << "Default features: " << info.features.summary().english() << "\n\n";
  std::vector<Row> rows = {{"setting", "value", "what it is"}};
  for (const auto& [key, value] : entry.settings.items()) {
    const auto help = info.settingHelp.find(key);
    std::string text = help == info.settingHelp.end() ? "" : help->second;
    if (const auto choices = info.choices.find(key); choices != info.choices.end()) {
      std::string list;
      for (const std::string& choice : choices->second) list += (list.empty() ? "" : ", ") + choice;
      text += " (" + list + ")";
    }
    rows.push_back({key, value.is_string() ? value.get<std::string>() : value.dump(), text});
  }
  printTable(rows);
  std::cout.flush();
}

int runArchitectures(const ArchitecturesArguments& arguments) {
  if (arguments.classes < 1 || arguments.classes > 100000)
    throw Error("--classes takes a number from 1 to 100000.");
  if (arguments.name.empty() && !arguments.settings.empty())
    throw Error("--settings goes with the name of one architecture.");
  nlohmann::json overrides = nlohmann::json::object();
  if (!arguments.settings.empty()) {
    overrides = nlohmann::json::parse(arguments.settings, nullptr, false);
    if (!overrides.is_object())
      throw Error("--settings takes a JSON object, such as '{\"dropout\": 0.2}'.");
  }
  std::vector<Entry> entries;
  const auto add = [&](const ArchitectureInfo& info) {
    entries.push_back({&info, architectureSettings(info.name, overrides),
                       networkCost(info.name, overrides, info.features, arguments.seconds,
                                   arguments.classes, /*measureLatency=*/true)});
  };
  if (arguments.name.empty())
    for (const ArchitectureInfo& info : architectures()) add(info);
  else
    add(findArchitecture(arguments.name));

  if (arguments.json) {
    nlohmann::json list = nlohmann::json::array();
    for (const Entry& entry : entries) list.push_back(toJson(entry));
    printJson({{"architectures", list},
               {"classes", arguments.classes},
               {"window_seconds", arguments.seconds}});
  } else if (arguments.name.empty()) {
    printAll(entries, arguments);
  } else {
    printOne(entries.front(), arguments);
  }
  return EXIT_SUCCESS;
}

}  // namespace

void addArchitecturesCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<ArchitecturesArguments>();
  CLI::App* command =
      program.add_subcommand("architectures", "List the networks that can be trained");
  command->add_option("name", arguments->name, "Only this network, with all its settings");
  command->add_option("--settings", arguments->settings,
                      "JSON object of settings that differ from the defaults");
  command->add_option("--classes", arguments->classes, "Number of classes");
  command->add_option("--seconds", arguments->seconds, "Length of the window");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback(
      [arguments, &run] { run = [arguments] { return runArchitectures(*arguments); }; });
}

}  // namespace earwitness
