// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <array>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>

#include <unistd.h>

#include "app/cli/support.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/output_target.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardOutput = "/proc/self/fd/1";

/// The file next to the one that cannot be written; nothing where that is a device.
std::optional<fs::path> savedBeside(const fs::path& path, std::string_view contents) {
  try {
    const OutputTarget target(path);
    if (target.kind != OutputTarget::Kind::File) return std::nullopt;
    return writeNewFile(target.path.parent_path(), target.path.stem().string(),
                        target.path.extension().string(), contents);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::optional<fs::path> savedAsTemporary(const fs::path& path, std::string_view contents) {
  try {
    return writeNewFile(fs::temp_directory_path(), "earwitness-" + path.stem().string(),
                        path.extension().string(), contents);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool isPrinted(std::string_view contents) {
  try {
    std::cout.flush();
    writeFileAtomically(kStandardOutput, contents);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

OutputFile::OutputFile(fs::path path, Contents contents)
    : path_(path == "-" ? fs::path(kStandardOutput) : std::move(path)), contents_(contents) {}

bool OutputFile::isStandardOutput() const {
  try {
    return OutputTarget(path_).descriptor == STDOUT_FILENO;
  } catch (const WriteError&) {
    return false;
  }
}

void OutputFile::requireWritable(const std::vector<fs::path>& inputs) const {
  for (const fs::path& input : inputs) {
    std::error_code none;
    if (fs::is_regular_file(input, none) && fs::equivalent(input, path_, none))
      throw Error(
          "'%1' cannot be written because it is one of the files that are read. Choose another "
          "name for the output.",
          path_);
  }
  earwitness::requireWritable(path_);
}

void OutputFile::write(std::string_view contents) const {
  try {
    if (isStandardOutput()) std::cout.flush();
    writeFileAtomically(path_, contents);
  } catch (const WriteError& error) {
    if (isStandardOutput() && nobodyReadsOutput()) throw OutputClosed();
    throw Error("%1 %2", error.message(), saveElsewhere(contents));
  }
}

Message OutputFile::saveElsewhere(std::string_view contents) const {
  const auto file = [](const fs::path& path) { return Message("The result is in '%1'.", path); };
  const bool mayPrint =
      !isStandardOutput() && (contents_ == Contents::Text || ::isatty(STDOUT_FILENO) == 0);
  const auto printed = [&] { return mayPrint && isPrinted(contents); };
  const Message onOutput("The result is on standard output.");
  if (const auto saved = savedBeside(path_, contents)) return file(*saved);
  if (contents_ == Contents::Text && printed()) return onOutput;
  if (const auto saved = savedAsTemporary(path_, contents)) return file(*saved);
  if (contents_ == Contents::Binary && printed()) return onOutput;
  return Message("The result could not be saved anywhere else either.");
}

}  // namespace earwitness
