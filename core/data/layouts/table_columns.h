// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: what the columns of a table of clips say.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/delimited_table.h"
#include "core/data/data_set.h"

namespace earwitness {

/// Where in a row each thing is.
struct Places {
  size_t path = 0;
  size_t label = 0;
  std::optional<size_t> fold, split, source;
  std::optional<size_t> start, end, duration;  ///< both start and one of the others, or none
  std::optional<size_t> fileOffset;            ///< Raven's, beside start and end
};

/// Guesses what is not named in `columns`. A table whose first line already names a sound file has
/// no header, and `table` gets columns called "1", "2", ... Throws Error naming the table where a
/// column that is named is not there, or where paths or labels cannot be told.
Places placesIn(DelimitedTable& table, const TableColumns& columns);
/// The same for the report's pair: the column YTID for the path, no segments.
Places placesInReport(const DelimitedTable& table, const TableColumns& columns);

/// True where the table has a column that is named or known to hold paths, or where a cell of its
/// first rows is the name of a sound file.
bool namesSounds(const DelimitedTable& table, const TableColumns& columns);
/// True where the ending of a name is that of a sound, of a kind that is read or not.
bool endsLikeSound(std::string_view name);

/// Seconds as numbers ("12.5", "12,5") or as a time ("1:02.5", "0:01:02,5"). Nothing for other
/// text.
std::optional<double> secondsIn(std::string_view text);

/// What the cells of a row say of the clip's place in its file: whole where they are empty.
/// Throws Error saying what is wrong with them: "its start 'x' is not a time".
Segment segmentIn(const std::vector<std::string>& row, const Places& places);

/// Names that columns of labels have, most likely first.
extern const std::span<const std::string_view> kLabelNames;

}  // namespace earwitness
