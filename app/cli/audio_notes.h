// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>

#include "core/audio/audio_report.h"

namespace earwitness {

/// Adds "expected_seconds" (null: the file does not say), "incomplete", "channel", "opposite_phase"
/// and "note" to what is said of a file.
void addAudio(nlohmann::json& json, const AudioReport& report);
/// Prints what the user should know of a file to standard error; nothing when there is nothing.
void printNote(const std::filesystem::path& file, const AudioReport& report);

}  // namespace earwitness
