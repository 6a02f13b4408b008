// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/foreign_archive.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>

#include <zip.h>

#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kZipStart = "PK\x03\x04";

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

/// Names of all entries without the root folder; empty where it is no whole archive.
std::vector<std::string> entriesOf(const fs::path& file) {
  const std::unique_ptr<zip_t, ZipCloser> archive(zip_open(file.c_str(), ZIP_RDONLY, nullptr));
  std::vector<std::string> entries;
  if (!archive) return entries;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive.get(), zip_uint64_t(i), 0);
    const std::string_view text = name != nullptr ? name : "";
    const size_t slash = text.find('/');
    if (slash != std::string_view::npos) entries.emplace_back(text.substr(slash + 1));
  }
  return entries;
}

bool startsLikeAnArchive(const fs::path& file) {
  std::array<char, kZipStart.size()> start{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(start.data(), start.size());
  return stream.gcount() == std::streamsize(start.size()) &&
         std::string_view(start.data(), start.size()) == kZipStart;
}

struct Contents {
  bool hasCode = false;
  bool hasWeights = false;
};

Contents contentsOf(const std::vector<std::string>& entries) {
  const auto has = [&entries](std::string_view start) {
    return std::any_of(entries.begin(), entries.end(),
                       [start](const std::string& entry) { return entry.starts_with(start); });
  };
  return {.hasCode = has("constants.pkl") && has("code/"), .hasWeights = has("data.pkl")};
}

/// Throws Error saying what the file is, if it is not TorchScript.
void requireTorchScript(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) throw Error("The file '%1' does not exist.", file);
  if (error) throw Error("The file '%1' cannot be read: %2.", file, error.message());
  if (!fs::is_regular_file(status))
    throw Error("The file '%1' is no model: it is a folder or a device.", file);
  const std::vector<std::string> entries = entriesOf(file);
  if (entries.empty())
    throw startsLikeAnArchive(file)
        ? Error("The file '%1' is cut off or damaged: fetch or copy it again.", file)
        : Error(
              "The file '%1' is not a TorchScript file. In PyTorch, "
              "torch.jit.script(model).save() writes one.",
              file);
  const Contents contents = contentsOf(entries);
  if (contents.hasCode) return;
  if (contents.hasWeights)
    throw Error(
        "The file '%1' contains weights without a network, as torch.save() writes them. Save the "
        "network with "
        "torch.jit.script(model).save().",
        file);
  throw Error("The file '%1' is an archive, but not a TorchScript file.", file);
}

}  // namespace

bool isWeightsFile(const fs::path& file) {
  const Contents contents = contentsOf(entriesOf(file));
  return contents.hasWeights && !contents.hasCode;
}

std::vector<std::string> extraFilesOf(const fs::path& file) {
  constexpr std::string_view kFolder = "extra/";
  std::vector<std::string> names;
  for (const std::string& entry : entriesOf(file))
    if (entry.starts_with(kFolder) && entry.size() > kFolder.size())
      names.push_back(entry.substr(kFolder.size()));
  return names;
}

ForeignFile openForeignFile(const fs::path& file) {
  requireTorchScript(file);
  ForeignFile opened{.path = file,
                     .fingerprint = hashOfFile(file),
                     .extraFiles = extraFilesOf(file),
                     .archive = std::ifstream(file, std::ios::binary)};
  if (!opened.archive) throw Error("The file '%1' cannot be read.", file);
  return opened;
}

}  // namespace earwitness
