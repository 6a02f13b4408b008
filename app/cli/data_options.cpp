#include "app/cli/data_options.h"

namespace earwitness {

DataRequest DataArguments::request() const {
  DataRequest request = data;
  request.layout = layoutFromName(layoutName);
  return request;
}

void addDataOptions(CLI::App& command, DataArguments& arguments) {
  TableColumns& columns = arguments.data.columns;
  const auto add = [&](const char* name, auto& value, const char* help) {
    command.add_option(name, value, help)->group("Data set");
  };
  add("--layout", arguments.layoutName, "auto, folders, esc50, urbansound8k, report or table");
  add("--table", columns.table, "CSV or TSV that lists the clips");
  add("--path-column", columns.path, "Its column of files (default: path, file, filename, ...)");
  add("--label-column", columns.label, "Its column of labels (default: label, class, category)");
  add("--fold-column", columns.fold, "Its column of folds (default: fold)");
  add("--split-column", columns.split, "Its column of train, val and test (default: split)");
  add("--source-column", columns.source,
      "Its column of the recordings that clips were cut from (default: source)");
  command
      .add_flag("--allow-outside", arguments.data.allowOutside,
                "Take files that lie outside the data set's folder")
      ->group("Data set");
}

}  // namespace earwitness
