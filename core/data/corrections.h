// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/data/data_set.h"

namespace earwitness {

/// What somebody who listened to a clip says of it.
struct Correction {
  std::filesystem::path path;        ///< absolute
  std::optional<std::string> label;  ///< nothing: the clip is left out
  Segment segment = {};              ///< whole: all clips of the file
};

/// Reads {"version": 1, "clips": [{"path": ..., "label": "dog" or null}, ...]};
/// a clip that is a segment of its file has "begin" and "end" (seconds) as well.
/// Throws Error with one sentence where the file cannot be read or is something else.
std::vector<Correction> readCorrections(const std::filesystem::path& file);

/// Writes them so; makes the folder. Throws Error where the file cannot be written.
void writeCorrections(const std::vector<Correction>& corrections,
                      const std::filesystem::path& file);

/// Gives clips their other labels instead of all that they have, which may be new ones, and leaves
/// clips out; the last word on a clip counts. Labels that lose all their clips go. Corrections of
/// clips that the data set does not have are passed over. Throws Error as above, and where all that
/// there are are of others.
void applyCorrections(DataSet& dataSet, const std::filesystem::path& file);

}  // namespace earwitness
