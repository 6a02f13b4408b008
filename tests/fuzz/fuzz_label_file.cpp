// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "core/base/text_encoding.h"
#include "core/data/layouts/cell_labels.h"
#include "core/data/layouts/label_file.h"
#include "core/data/layouts/table_columns.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

void checkLabels(std::string_view bytes) {
  for (const LabelLine& line : parseLabelFile(bytes, "labels.txt", "").lines) {
    require(line.line > 0, "lines are counted from 1");
    if (line.problem.empty())
      require(line.segment.begin >= 0.0 && !line.segment.isWhole(), "stretches have a length");
    for (const std::string& label : line.labels) require(!label.empty(), "labels have names");
  }
}

/// As a table whose columns are guessed.
void checkTable(std::string_view bytes) {
  DelimitedTable table = parseDelimitedTable(bytes, "table.csv");
  const Places places = placesIn(table, {});
  for (const auto& row : table.rows) {
    refusedInWordsOrDone([&] {
      try {
        const Segment segment = segmentIn(row, places);
        require(segment.begin >= 0.0, "segments begin in their file");
        if (!segment.isWhole())
          require(placeOf(addressOf("a.wav", segment)).segment == segment || segment.end > 1e9,
                  "addresses are read back");
      } catch (const Error&) {
        // what is wrong with a cell, in a few words
      }
    });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto decoded = decodeText(bytes)) require(isUtf8(decoded->text), "texts are UTF-8");
  refusedInWordsOrDone([&] { checkLabels(bytes); });
  refusedInWordsOrDone([&] { checkTable(bytes); });
  return 0;
}
