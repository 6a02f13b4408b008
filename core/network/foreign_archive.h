// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace earwitness {

/// Names of the extra files in a TorchScript archive, without their folder. Reads the list of the
/// archive only; nothing in it runs. Empty where it is no archive.
std::vector<std::string> extraFilesOf(const std::filesystem::path& file);

/// True for an archive of weights without a network, as torch.save() writes it. Reads the list of
/// the archive only. False also where the file cannot be read.
bool isWeightsFile(const std::filesystem::path& file);

/// Somebody else's TorchScript file, open, with what is known of it without running anything.
struct ForeignFile {
  std::filesystem::path path;
  std::string fingerprint;  ///< of its content
  std::vector<std::string> extraFiles;
  std::ifstream archive;
};

/// Throws Error with one sentence where the file cannot be TorchScript, saying what it is as far as
/// that can be told: weights without a network, cut off, no archive at all. Nothing in it runs.
ForeignFile openForeignFile(const std::filesystem::path& file);

}  // namespace earwitness
