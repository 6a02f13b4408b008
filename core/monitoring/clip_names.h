// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace earwitness {

/// The folder of the continuous recording; no label's folder has this name.
constexpr std::string_view kContinuousFolder = "_continuous";

/// A label as the name of a file or folder: itself where it can be one on any file system, else
/// without what cannot, and with some digits that tell it from other labels. Valid UTF-8.
std::string clipNameOf(const std::string& label);

/// <folder>/<name>/<name>_2026-01-02T03-04-05.678Z<ending>
std::filesystem::path clipPath(const std::filesystem::path& folder, const std::string& name,
                               int64_t startUtcMs, std::string_view ending);

/// The same for clip number `number` of those that a recording is cut into:
/// <folder>/<name>/<name>_2026-01-02T03-04-05.678Z_01<ending>
std::filesystem::path cutClipPath(const std::filesystem::path& folder, const std::string& name,
                                  int64_t recordingUtcMs, int number, std::string_view ending);
/// What such clips of one recording share: "dog_2026-01-02T03-04-05.678Z"; empty for other files.
std::string recordingOf(const std::filesystem::path& clip);

/// A path of the first form (or what a writer that did not finish left of it), taken apart.
struct ClipName {
  std::string name;  ///< of the class's folder
  std::string time;  ///< sorts as time does
};
std::optional<ClipName> parseClipPath(const std::filesystem::path& path);

}  // namespace earwitness
