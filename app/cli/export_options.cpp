#include "app/cli/export_options.h"

#include <iostream>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

void ExportOptions::addTo(CLI::App& command) {
  command.add_option("--format", format_,
                     "Write the events as csv, jsonl, audacity labels or raven selections");
  command.add_option("--output", output_,
                     "Write them to this file (its ending tells the format where none is named)");
}

std::optional<ExportFormat> ExportOptions::format() const {
  if (!format_.empty()) return exportFormatNamed(format_);
  if (output_.empty()) return std::nullopt;
  const std::optional<ExportFormat> told = exportFormatOf(output_);
  if (!told)
    throw Error("The ending of " + inQuotes(output_.string()) +
                " tells no format; name one with --format csv, jsonl, audacity or raven.");
  return told;
}

void ExportOptions::write(const std::vector<ExportedEvent>& events, ExportFormat format) const {
  if (output_.empty())
    writeEvents(std::cout, events, format);
  else
    exportEvents(output_, events, format);
}

}  // namespace earwitness
