// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_time.h"
#include "core/base/message.h"
#include "core/base/time_zone.h"

namespace earwitness {

/// Where the start of a recording is known from; the first that has a zone counts.
enum class StartSource {
  Given,      ///< by the user
  Guano,      ///< "Timestamp" of a GUANO chunk (guano-md.org)
  AudioMoth,  ///< the comment that AudioMoths write: "Recorded at 02:30:00 31/03/2024 (UTC)"
  WildlifeAcoustics,  ///< the wamd chunk of Song Meters
  BroadcastWave,      ///< origination date and time of a bext chunk (EBU Tech 3285); has no zone
  FileName
};

/// For people: "the file name", "the GUANO metadata".
Message sourceText(StartSource source);
/// For programs: "file_name", "guano".
std::string_view sourceKey(StartSource source);

/// When a recording's first sample was taken.
struct RecordingStart {
  CivilTime time;
  StartSource source = StartSource::FileName;

  bool operator==(const RecordingStart&) const = default;
};

/// What was found of a recording's start.
struct StartFinding {
  std::optional<RecordingStart> start = {};
  Message note = {};  ///< why there is no start, or no zone, although something looked like one
};

/// The start that a file's name tells: AudioMoth (also the older names, hexadecimal seconds), Song
/// Meter, SoundTrap, PAMGuard, Zoom, phones, and whatever else has a year of four digits, month,
/// day and time of day in this order. A name that can be read in two ways tells none; dates after
/// `nowUtcMs` are no recording's. Thread: any, as for all functions here.
StartFinding startInName(const std::filesystem::path& file, int64_t nowUtcMs);

/// The starts that the metadata of a WAV file tell, at most one of each source, in the order of the
/// sources. Empty for other files and those that cannot be read. Reads headers, at most some
/// hundred kilobytes; sizes that are 0, too large, or wrapped at 4 GiB are no obstacle.
std::vector<RecordingStart> startsInMetadata(const std::filesystem::path& file);

/// One start out of several. One with a zone comes before those without; without any zone, all must
/// agree to within two seconds. `name` may be the finding of the file's name.
StartFinding chosenStart(const std::vector<RecordingStart>& metadata, const StartFinding& name);

/// The start of a recording from its metadata and its name; reads the file. Never throws for the
/// file's sake.
StartFinding findRecordingStart(const std::filesystem::path& file);

/// The finding with the offset that `zone` has at that time, when it has none of its own. A time
/// that the zone's clocks skip or show twice stays without.
StartFinding inZone(StartFinding finding, const TimeZone& zone);

/// "2024-03-31 02:30", "2024-03-31T02:30:00+02:00" as a user writes it. Throws Error with a message
/// for the user on anything else.
RecordingStart givenStart(const std::string& text);

}  // namespace earwitness
