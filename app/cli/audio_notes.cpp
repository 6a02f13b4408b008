// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audio_notes.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace earwitness {

void addAudio(nlohmann::json& json, const AudioReport& report) {
  json["expected_seconds"] = report.expectedSeconds > 0.0 ? nlohmann::json(report.expectedSeconds)
                                                          : nlohmann::json(nullptr);
  json["incomplete"] = report.incomplete;
  json["channel"] = textOf(report.channel);
  json["opposite_phase"] = report.oppositePhase;
  json["note"] = noteOf(report);
}

void printNote(const std::filesystem::path& file, const AudioReport& report) {
  if (const std::string note = noteOf(report); !note.empty())
    std::cerr << "earwitness-cli: " << inQuotes(file.string()) << ": " << note << std::endl;
}

}  // namespace earwitness
