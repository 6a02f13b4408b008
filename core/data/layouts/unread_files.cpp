// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/unread_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/base/look_alike.h"

namespace earwitness {
namespace {

constexpr std::array<std::string_view, 52> kEndings{
    ".txt",  ".md",   ".rst",  ".csv",  ".tsv", ".tab",  ".json", ".jsonl", ".xml",
    ".yaml", ".yml",  ".html", ".htm",  ".pdf", ".doc",  ".docx", ".odt",   ".rtf",
    ".xls",  ".xlsx", ".ods",  ".png",  ".jpg", ".jpeg", ".gif",  ".bmp",   ".svg",
    ".tif",  ".tiff", ".webp", ".ini",  ".cfg", ".toml", ".log",  ".py",    ".ipynb",
    ".sh",   ".bat",  ".m3u",  ".m3u8", ".cue", ".sfk",  ".pkf",  ".asd",   ".reapeaks",
    ".aup",  ".aup3", ".lnk",  ".url",  ".db",  ".bak",  ".part"};

}  // namespace

bool isNoSound(const std::filesystem::path& path) {
  const std::string ending = fileNameKey(path.extension().string());
  if (std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()) return true;
  constexpr std::array<std::string_view, 6> kNames{"readme",  "license",  "licence",
                                                   "authors", "makefile", "changelog"};
  return std::find(kNames.begin(), kNames.end(), fileNameKey(path.filename().string())) !=
         kNames.end();
}

}  // namespace earwitness
