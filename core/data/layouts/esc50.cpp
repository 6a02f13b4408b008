// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/delimited_table.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/official_files.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {

void scanEsc50(ClipCollector& collector) {
  const DelimitedTable table = readDelimitedTable(collector.folder() / "meta" / "esc50.csv");
  const size_t fileColumn = table.column("filename");
  const size_t foldColumn = table.column("fold");
  const size_t categoryColumn = table.column("category");
  const bool hasSource = table.hasColumn("src_file");
  const Message namedBy("The table '%1' names", table.path);
  for (const auto& row : table.rows) {
    Clip clip;
    clip.path = collector.folder() / "audio" / plainFileName(table.path, row[fileColumn]);
    clip.fold = foldIn(table.path, "fold", row[foldColumn]);
    if (hasSource) clip.source = row[table.column("src_file")];
    if (row[categoryColumn].empty())
      throw Error("The column 'category' of the table '%1' is empty for the file '%2'.", table.path,
                  row[fileColumn]);
    collector.add(std::move(clip), row[categoryColumn], namedBy);
  }
}

}  // namespace earwitness
