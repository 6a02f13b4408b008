// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// Where an option stands on the page.
enum class OptionGroup {
  Data,
  Network,
  Features,
  Optimisation,
  Regularisation,
  Augmentation,
  Machine
};
QString nameOf(OptionGroup group);

/// One option of `earwitness-cli train`, as people see it and as the settings hold it.
struct TrainOption {
  enum class Kind {
    Whole,   ///< a whole number
    Number,  ///< any number
    Switch,  ///< on or off
    Choice,  ///< one of a few words
    Text,
    File,       ///< as Text, with a file dialog
    Files,      ///< a list of files, "/a.pt; /b.pt"
    Folders,    ///< a list of folders
    WholeList,  ///< "1, 2, 3"
    JsonList    ///< "32, 64" or "[2, 2], [4, 2]"
  };
  OptionGroup group;
  Kind kind;
  std::string pointer;  ///< of its value in the settings: "/learning_rate"
  QString flag;         ///< on the command line; empty: in the settings file only
  QString name;
  QString help;  ///< one line
  double lowest = 0.0, highest = 0.0;
  QString unit = {};
  QString atLowest = {};  ///< what the lowest number means: "never"
  std::vector<std::pair<std::string, QString>> choices = {};
};

/// All of them but the architecture's own sizes and the steps of augmentation, in order of groups.
std::vector<TrainOption> trainOptions();

/// Those of an architecture as `earwitness-cli architectures --json` tells of it.
std::vector<TrainOption> architectureOptions(const nlohmann::json& architecture);

// Values of the document that the window adds to the settings.
inline constexpr const char* kSearchTrials = "/search_trials";

}  // namespace earwitness::gui
