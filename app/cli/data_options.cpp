// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_options.h"

#include "app/cli/channel_option.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

template <typename T, typename Into>
void take(const std::optional<T>& given, Into& value) {
  if (given) value = *given;
}

}  // namespace

void DataOptions::addLayoutTo(CLI::App& command) {
  const char* group = "Data set";
  command
      .add_option("--layout", layout,
                  "Layout of the data set: auto, folders, esc50, urbansound8k, report, table or "
                  "label-files")
      ->group(group);
  command.add_option("--table", table, "CSV or TSV that lists the clips (layout table)")
      ->group(group);
  command
      .add_option("--path-column", pathColumn,
                  "Column of the table with the files (default: path, file, filename, ...)")
      ->group(group);
  command
      .add_option("--label-column", labelColumn,
                  "Column of the table with the labels (default: label, class, category)")
      ->group(group);
  command
      .add_option("--fold-column", foldColumn, "Column of the table with the folds (default: fold)")
      ->group(group);
  command
      .add_option("--split-column", splitColumn,
                  "Column of the table with train, val or test (default: split)")
      ->group(group);
  command
      .add_option(
          "--source-column", sourceColumn,
          "Column of the table with the recordings that clips were cut from (default: source)")
      ->group(group);
  command
      .add_option("--start-column", startColumn,
                  "Column of the table with the starts of clips in their files (default: start, "
                  "onset, Begin Time (s)); none: clips are whole files")
      ->group(group);
  command
      .add_option("--end-column", endColumn,
                  "Column of the table with the ends of clips in their files (default: end, "
                  "offset, End Time (s))")
      ->group(group);
  command
      .add_option(
          "--label-separator", separator,
          "Separator of several labels in a cell, such as ',' or ';'; none: one label per cell")
      ->group(group);
  command
      .add_flag("--join-alike", joinAlike,
                "Join classes whose names differ only in case, blanks or Unicode form")
      ->group(group);
  command
      .add_option("--corrections", corrections,
                  "JSON file of corrections: another label for a clip, or null to exclude it")
      ->group(group);
  addChannelOption(command, channel)->group(group);
  command.add_flag("--allow-outside", allowOutside, "Allow files outside the data set's folder")
      ->group(group);
}

void DataOptions::addTo(CLI::App& command) {
  command.add_option("--data", root, "Folder with the data set, or a table of its clips")
      ->group("Data set");
  addLayoutTo(command);
  command
      .add_option("--split", splitBy,
                  "How to divide the clips into training and validation: auto, folds, names, "
                  "source or stratified")
      ->group("Split");
  command
      .add_flag("--allow-shared-sources", allowSharedSources,
                "Allow clips of one recording in both training and validation")
      ->group("Split");
}

void DataOptions::applyTo(DataRequest& request) const {
  if (!root.empty()) request.root = fs::absolute(root).lexically_normal();
  if (layout) request.layout = layoutFromName(*layout);
  take(table, request.columns.table);
  take(pathColumn, request.columns.path);
  take(labelColumn, request.columns.label);
  take(foldColumn, request.columns.fold);
  take(splitColumn, request.columns.split);
  take(sourceColumn, request.columns.source);
  take(startColumn, request.columns.start);
  take(endColumn, request.columns.end);
  take(separator, request.columns.separator);
  if (joinAlike) request.joinAlike = true;
  if (corrections)
    request.corrections =
        corrections->empty() ? fs::path() : fs::absolute(*corrections).lexically_normal();
  if (allowOutside) request.allowOutside = true;
  if (channel) request.channel = channelFromText(*channel);
}

void DataOptions::applyTo(DataRequest& request, SplitRequest& split) const {
  applyTo(request);
  if (splitBy) split.by = splitByFromName(*splitBy);
  if (allowSharedSources) split.allowSharedSources = true;
}

}  // namespace earwitness
