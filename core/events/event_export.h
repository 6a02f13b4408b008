#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// One event as it leaves the program, self-contained.
struct ExportedEvent {
  std::string source;         ///< file or device
  int64_t onsetUtcMs = 0;     ///< live only; 0 for files
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
};

enum class ExportFormat { Csv, JsonLines, Audacity, Raven };

/// "csv", "jsonl", "audacity", "raven". Throws Error on another name, naming these.
ExportFormat exportFormatNamed(std::string_view name);
/// By the file's ending; .txt is Audacity's. No value for others.
std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& path);
/// The ending that files of the format have, with its point.
std::string_view fileEnding(ExportFormat format);

/// Events in the order given, several files one after the other, as formats.md of each program has
/// it: UTF-8, decimal points, seconds. Separators inside labels become spaces where the format
/// cannot quote. Live events in formats that know seconds only count from the first event's day.
void writeEvents(std::ostream& out, const std::vector<ExportedEvent>& events, ExportFormat format);
/// The same into a file, atomically. Throws Error with one sentence.
void exportEvents(const std::filesystem::path& path, const std::vector<ExportedEvent>& events,
                  ExportFormat format);

}  // namespace earwitness
