// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_time.h"
#include "core/base/time_zone.h"

namespace earwitness {

/// One event as it leaves the program, self-contained.
struct ExportedEvent {
  std::string source;         ///< file or device
  int64_t onsetUtcMs = 0;     ///< when it was listened to; 0 for files that are analysed
  double startSeconds = 0.0;  ///< from the file's start
  double endSeconds = 0.0;
  std::string label;
  float peakScore = 0.0F;
  float meanScore = 0.0F;
  std::string modelName;
  std::string modelFingerprint;
  std::string review;          ///< "", "right", "wrong" or "relabelled"
  double sourceSeconds = 0.0;  ///< length of the file, for formats that run on from file to file
  double sourceRate = 0.0;     ///< Hz, its sample rate; 0 where not known
  float highHz = 0.0F;         ///< highest frequency that the model heard
  /// When the file's first sample was taken; no value when not known, and for live events.
  std::optional<CivilTime> sourceStart = {};
};

/// A file whose events are exported: its length counts where files follow one another, also when it
/// has no events.
struct ExportedFile {
  std::string source;  ///< as ExportedEvent has it
  double seconds = 0.0;
};

/// Spreadsheet is CSV whose cells no spreadsheet takes for formulas.
enum class ExportFormat { Csv, JsonLines, Audacity, Raven, Spreadsheet };

/// "csv", "jsonl", "audacity", "raven", "spreadsheet". Throws Error on another name, naming these.
ExportFormat exportFormatNamed(std::string_view name);
/// By the file's ending; .txt is Audacity's. No value for others.
std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& path);
/// The ending that files of the format have, with its point.
std::string_view fileEnding(ExportFormat format);

/// Events in the order given, several files one after the other, as formats.md of each program has
/// it: UTF-8, decimal points, seconds. Separators inside labels become spaces where the format
/// cannot quote. Live events in formats that know seconds only count from the first event's day.
/// Audacity's and Raven's times run on from file to file: in the order of `files`, then in that of
/// first events. Names of one and the same file count once; its names are looked up on the disk.
/// CSV, JSON Lines and Raven also have absolute times when the start of a file is known.
void writeEvents(std::ostream& out, const std::vector<ExportedEvent>& events, ExportFormat format,
                 const std::vector<ExportedFile>& files = {});
/// The same into a file, atomically. Throws Error with one sentence.
void exportEvents(const std::filesystem::path& path, const std::vector<ExportedEvent>& events,
                  ExportFormat format, const std::vector<ExportedFile>& files = {});

/// Sets the start of their recording for events of files that have none, from the files and their
/// names. Reads the files that are still there. Thread: worker.
void findSourceStarts(std::vector<ExportedEvent>& events, const TimeZone& zone);

/// "2024-03-31T02:30:02.960+01:00": when an event began and ended. Empty when not known.
std::string startTimeText(const ExportedEvent& event);
std::string endTimeText(const ExportedEvent& event);

}  // namespace earwitness
