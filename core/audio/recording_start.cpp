// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/recording_start.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

constexpr int64_t kSameMs = 2000;  // names have whole seconds, and are made a moment later

/// Without milliseconds and "T": for people.
std::string shownTime(const CivilTime& time) {
  std::string text = isoText({time.localMs, std::nullopt}).substr(0, 19);
  text[10] = ' ';
  return text;
}

bool agree(const CivilTime& left, const CivilTime& right) {
  return std::llabs(left.localMs - right.localMs) <= kSameMs;
}

}  // namespace

Message sourceText(StartSource source) {
  switch (source) {
    case StartSource::Given:
      return Message("what was given");
    case StartSource::Guano:
      return Message("the GUANO metadata");
    case StartSource::AudioMoth:
      return Message("the AudioMoth's comment");
    case StartSource::WildlifeAcoustics:
      return Message("the Song Meter's metadata");
    case StartSource::BroadcastWave:
      return Message("the Broadcast Wave header");
    case StartSource::FileName:
      return Message("the file name");
  }
  return {};
}

std::string_view sourceKey(StartSource source) {
  switch (source) {
    case StartSource::Given:
      return "given";
    case StartSource::Guano:
      return "guano";
    case StartSource::AudioMoth:
      return "audiomoth";
    case StartSource::WildlifeAcoustics:
      return "wamd";
    case StartSource::BroadcastWave:
      return "bext";
    case StartSource::FileName:
      return "file_name";
  }
  return "";
}

StartFinding chosenStart(const std::vector<RecordingStart>& metadata, const StartFinding& name) {
  std::vector<RecordingStart> all = metadata;
  if (name.start) all.push_back(*name.start);
  if (all.empty()) return name;
  const auto zoned = std::ranges::find_if(
      all, [](const RecordingStart& start) { return start.time.utcOffsetMinutes.has_value(); });
  if (zoned != all.end()) return {*zoned, {}};
  for (const RecordingStart& other : all)
    if (!agree(other.time, all.front().time))
      return {{},
              Message("The start of the recording is not known: %1 says %2, but %3 says %4.",
                      sourceText(all.front().source), shownTime(all.front().time),
                      sourceText(other.source), shownTime(other.time))};
  return {all.front(), {}};
}

StartFinding findRecordingStart(const std::filesystem::path& file) {
  return chosenStart(startsInMetadata(file), startInName(file, utcMsNow()));
}

StartFinding inZone(StartFinding finding, const TimeZone& zone) {
  if (!finding.start || finding.start->time.utcOffsetMinutes || zone.isAsWritten()) return finding;
  CivilTime& time = finding.start->time;
  const std::vector<int> offsets = zone.offsetsAt(time.localMs);
  if (offsets.size() == 1)
    time.utcOffsetMinutes = offsets.front();
  else if (offsets.empty())
    finding.note = Message(
        "Clocks in the time zone '%1' skip %2, so the start of the recording is kept as written.",
        zone.name(), shownTime(time));
  else
    finding.note = Message(
        "Clocks in the time zone '%1' show %2 twice, so the start of the recording is kept as "
        "written.",
        zone.name(), shownTime(time));
  return finding;
}

RecordingStart givenStart(const std::string& text) {
  const auto time = civilTimeIn(text);
  if (!time)
    throw Error(
        "'%1' is not the start of a recording. Write it like \"2024-03-31 02:30\" or "
        "2024-03-31T02:30:00+02:00.",
        text);
  return {*time, StartSource::Given};
}

}  // namespace earwitness
