// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// The names of a network's outputs, in their order.
struct LabelList {
  std::vector<std::string> labels;
  std::vector<std::string> ids;  ///< AudioSet's (/m/...), one per label; empty where there are none
};

/// A label a line, or a table with a column `display_name`, `label`, `name`, `class` or `category`
/// and perhaps `index` (its rows are put in that order) and `mid`, as AudioSet has it. Blank lines
/// do not count. `source` names the text in errors. Throws Error with one sentence: no labels, a
/// label twice, indices with gaps.
LabelList parseLabels(std::string_view text, const std::string& source);
/// The same of a file. Throws Error also where it cannot be read.
LabelList readLabels(const std::filesystem::path& path);

}  // namespace earwitness
