// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data: labels beside a sound, as Audacity and Raven write them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/data/segment.h"

namespace earwitness {

/// A stretch and its labels; where `problem` is not empty, what is wrong with its times.
struct LabelLine {
  size_t line = 0;  ///< from 1 on
  Segment segment = {};
  std::vector<std::string> labels = {};  ///< may be empty
  Message problem = {};
  std::string sound = {};  ///< the file that a Raven table says it is of, without folders
};

struct LabelFile {
  std::vector<LabelLine> lines;
};

/// True for the names of label files beside x.wav: "x.txt", "x.wav.txt", "x.selections.txt" and
/// "x.Table.1.selections.txt". Looks at names only; capitals do not count.
bool isLabelFileOf(const std::filesystem::path& labelFile, const std::filesystem::path& sound);

/// Reads labels of Audacity (begin, end and text between tabs; lines of frequencies, which begin
/// with a backslash, are passed over) or a selection table of Raven (columns "Begin Time (s)",
/// "End Time (s)" and one of labels; a selection counts once, however many views show it). Of a
/// Raven table over several files, with "File Offset (s)", the times are those in the file.
/// `separator` as TableColumns has it. Throws Error naming the file where it is none of these.
LabelFile readLabelFile(const std::filesystem::path& path, const std::string& separator);
LabelFile parseLabelFile(std::string_view bytes, const std::filesystem::path& path,
                         const std::string& separator);

}  // namespace earwitness
