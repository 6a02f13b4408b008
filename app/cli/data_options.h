#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "core/data/data_set.h"

namespace earwitness {

/// How commands are told what a data set looks like.
struct DataArguments {
  DataRequest data;  ///< its layout is in layoutName until request() is called
  std::string layoutName = "auto";

  /// Throws Error on a layout that does not exist.
  DataRequest request() const;
};

/// --layout, --table, --path-column, ..., --allow-outside. `arguments` must live as long as the
/// command; the folder itself (arguments.data.root) is the command's own option.
void addDataOptions(CLI::App& command, DataArguments& arguments);

}  // namespace earwitness
