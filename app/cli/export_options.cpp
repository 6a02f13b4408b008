// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_options.h"

#include <iostream>
#include <sstream>

#include "app/cli/output_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

void ExportOptions::addTo(CLI::App& command) {
  command.add_option("--format", format_,
                     "Export the events as csv, jsonl, audacity labels or raven selections; "
                     "spreadsheet: csv without cells that a spreadsheet treats as formulas");
  command.add_option(
      "--output", output_,
      "Export to this file (default format: by its ending, or csv); - is standard output");
}

std::optional<ExportFormat> ExportOptions::format(const std::vector<fs::path>& inputs) const {
  const std::optional<ExportFormat> wanted = wantedFormat();
  if (!output_.empty()) OutputFile(output_, OutputFile::Contents::Text).requireWritable(inputs);
  return wanted;
}

std::optional<ExportFormat> ExportOptions::wantedFormat() const {
  if (!format_.empty()) return exportFormatNamed(format_);
  if (output_.empty()) return std::nullopt;
  const OutputFile output(output_, OutputFile::Contents::Text);
  if (output.isStandardOutput()) return ExportFormat::Csv;
  const std::optional<ExportFormat> told = exportFormatOf(output_);
  if (!told)
    throw Error(
        "The ending of '%1' does not name a format. Choose one with --format csv, jsonl, audacity, "
        "raven or spreadsheet.",
        output_);
  return told;
}

void ExportOptions::write(const std::vector<ExportedEvent>& events, ExportFormat format,
                          const std::vector<ExportedFile>& files) const {
  if (output_.empty()) return writeEvents(std::cout, events, format, files);
  std::ostringstream text;
  text.imbue(std::locale::classic());  // some would group the digits of a number
  writeEvents(text, events, format, files);
  OutputFile(output_, OutputFile::Contents::Text).write(text.str());
}

}  // namespace earwitness
