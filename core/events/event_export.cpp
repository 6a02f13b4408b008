// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event_export.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/audio/recording_start.h"
#include "core/base/atomic_file.h"
#include "core/base/case_fold.h"
#include "core/base/clock_time.h"
#include "core/base/csv_cell.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

/// Where nothing is known of the model or the recording.
constexpr double kUsualHighHz = 8000.0;
constexpr int64_t kDayMs = 86'400'000;

struct FormatName {
  ExportFormat format;
  std::string_view name;
  std::string_view ending;
};
/// Of two endings that both fit, the longer comes first.
constexpr std::array<FormatName, 5> kFormats{{
    {ExportFormat::Csv, "csv", ".csv"},
    {ExportFormat::JsonLines, "jsonl", ".jsonl"},
    {ExportFormat::Raven, "raven", ".selections.txt"},
    {ExportFormat::Audacity, "audacity", ".txt"},
    {ExportFormat::Spreadsheet, "spreadsheet", ".csv"},
}};

bool isLive(const ExportedEvent& event) {
  return event.onsetUtcMs != 0;
}

/// Of a file, so that it has a place in it. Who listens to a file as if it was a microphone has
/// both.
bool isOfFile(const ExportedEvent& event) {
  return !isLive(event) || event.sourceSeconds > 0.0;
}

/// to_chars knows no locale: the point is a point.
std::string fixed(double value, int digits) {
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::fixed, digits);
  return {text.data(), end.ptr};
}

/// The fewest digits that give the same score again.
std::string shortest(float score) {
  std::array<char, 64> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), score, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

int64_t endUtcMs(const ExportedEvent& event) {
  return event.onsetUtcMs + std::llround((event.endSeconds - event.startSeconds) * 1000.0);
}

double toMilliseconds(double seconds) {
  return std::round(seconds * 1000.0) / 1000.0;
}

/// For formats without quotes: what would end a field or a line becomes a space.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) result += (c >= 0 && c < ' ') || c == '\x7f' ? ' ' : c;
  return result;
}

void writeCsv(std::ostream& out, const std::vector<ExportedEvent>& events, CsvReader reader) {
  const auto cell = [reader](const std::string& text) { return csvCell(text, reader); };
  out << "source,start,end,label,peak_score,mean_score,model,model_fingerprint,review,start_time,"
         "end_time\r\n";
  for (const ExportedEvent& event : events)
    out << cell(event.source) << ','
        << (isLive(event) ? utcText(event.onsetUtcMs) : fixed(event.startSeconds, 3)) << ','
        << (isLive(event) ? utcText(endUtcMs(event)) : fixed(event.endSeconds, 3)) << ','
        << cell(event.label) << ',' << shortest(event.peakScore) << ',' << shortest(event.meanScore)
        << ',' << cell(event.modelName) << ',' << cell(event.modelFingerprint) << ','
        << cell(event.review) << ',' << startTimeText(event) << ',' << endTimeText(event) << "\r\n";
}

void writeJsonLines(std::ostream& out, const std::vector<ExportedEvent>& events) {
  using Json = nlohmann::ordered_json;
  // As a double, a score would show the digits that a float does not have.
  const auto score = [](float value) { return Json::parse(shortest(value)); };
  for (const ExportedEvent& event : events) {
    Json line;
    line["source"] = event.source;
    if (isLive(event)) {
      line["start"] = utcText(event.onsetUtcMs);
      line["end"] = utcText(endUtcMs(event));
      if (isOfFile(event)) {
        line["onset"] = toMilliseconds(event.startSeconds);
        line["offset"] = toMilliseconds(event.endSeconds);
      }
    } else {
      line["start"] = toMilliseconds(event.startSeconds);
      line["end"] = toMilliseconds(event.endSeconds);
    }
    line["label"] = event.label;
    line["peak_score"] = score(event.peakScore);
    line["mean_score"] = score(event.meanScore);
    line["model"] = event.modelName;
    line["model_fingerprint"] = event.modelFingerprint;
    line["review"] = event.review;
    const auto timeOrNull = [](const std::string& text) {
      return text.empty() ? Json() : Json(text);
    };
    line["start_time"] = timeOrNull(startTimeText(event));
    line["end_time"] = timeOrNull(endTimeText(event));
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}

/// Events on one line of time: the files stand one after the other, those that are named first in
/// their order, the others in the order of their first events. Events of microphones, whatever
/// their device, count from the midnight (UTC) before the first.
class Timeline {
 public:
  Timeline(const std::vector<ExportedEvent>& events, const std::vector<ExportedFile>& files) {
    for (const ExportedEvent& event : events)
      if (!isOfFile(event) && (midnightUtcMs_ == 0 || event.onsetUtcMs < midnightUtcMs_))
        midnightUtcMs_ = event.onsetUtcMs;
    midnightUtcMs_ -= midnightUtcMs_ % kDayMs;
    std::vector<std::string> order;
    std::map<std::string, double> seconds;
    const auto extend = [&](const std::string& key, double length) {
      const auto [entry, isNew] = seconds.try_emplace(key, 0.0);
      if (isNew) order.push_back(key);
      entry->second = std::max(entry->second, length);
    };
    for (const ExportedFile& file : files) extend(keyOf(file.source), file.seconds);
    for (const ExportedEvent& event : events)
      extend(keyOf(event), std::max(isOfFile(event) ? event.sourceSeconds : 0.0,
                                    offsetOf(event) + event.endSeconds - event.startSeconds));
    double begin = 0.0;
    for (const std::string& key : order) {
      begins_[key] = begin;
      begin += seconds[key];
    }
  }

  /// From the begin of its own file, or midnight.
  double offsetOf(const ExportedEvent& event) const {
    return isOfFile(event) ? event.startSeconds
                           : double(event.onsetUtcMs - midnightUtcMs_) / 1000.0;
  }
  double beginOf(const ExportedEvent& event) const {
    return begins_.at(isOfFile(event) ? keys_.at(event.source) : std::string()) + offsetOf(event);
  }
  double endOf(const ExportedEvent& event) const {
    return beginOf(event) + event.endSeconds - event.startSeconds;
  }
  bool hasSeveralSources() const { return begins_.size() > 1; }

 private:
  std::string keyOf(const ExportedEvent& event) {
    return isOfFile(event) ? keyOf(event.source) : std::string();
  }
  /// The same for all names of a file: "a.wav", "./a.wav", a link to it.
  const std::string& keyOf(const std::string& source) {
    const auto [entry, isNew] = keys_.try_emplace(source, source);
    if (isNew) {
      std::error_code error;
      const auto path = std::filesystem::weakly_canonical(source, error);
      if (!error) entry->second = path.string();
    }
    return entry->second;
  }

  int64_t midnightUtcMs_ = 0;
  std::map<std::string, std::string> keys_;  ///< by the source
  std::map<std::string, double> begins_;
};

void writeAudacity(std::ostream& out, const std::vector<ExportedEvent>& events,
                   const std::vector<ExportedFile>& files) {
  const Timeline timeline(events, files);
  for (const ExportedEvent& event : events) {
    out << fixed(timeline.beginOf(event), 6) << '\t' << fixed(timeline.endOf(event), 6) << '\t'
        << plain(event.label) << ' ' << fixed(double(event.peakScore), 2);
    if (timeline.hasSeveralSources())
      out << " (" << plain(std::filesystem::path(event.source).filename().string()) << ')';
    out << '\n';
  }
}

double highHzOf(const ExportedEvent& event) {
  const double heard = event.highHz > 0.0F ? double(event.highHz) : kUsualHighHz;
  return event.sourceRate > 0.0 ? std::min(heard, event.sourceRate / 2.0) : heard;
}

/// Raven's own measurements "Begin Date" and "Begin Clock Time", and the zone that they lack.
std::string ravenClock(const ExportedEvent& event) {
  const std::string text = startTimeText(event);
  if (text.empty()) return "\t\t";
  constexpr size_t kDateEnd = 10, kTimeEnd = 23;
  std::string date = text.substr(0, kDateEnd);
  std::ranges::replace(date, '-', '/');
  const std::string zone = text.substr(kTimeEnd);
  return date + '\t' + text.substr(kDateEnd + 1, kTimeEnd - kDateEnd - 1) + '\t' +
         (zone == "Z" ? "UTC" : zone);
}

void writeRaven(std::ostream& out, const std::vector<ExportedEvent>& events,
                const std::vector<ExportedFile>& files) {
  const Timeline timeline(events, files);
  out << "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\t"
         "Label\tConfidence\tBegin Path\tFile Offset (s)\tBegin Date\tBegin Clock Time\tUTC "
         "Offset\n";
  size_t selection = 0;
  for (const ExportedEvent& event : events)
    out << ++selection << "\tSpectrogram 1\t1\t" << fixed(timeline.beginOf(event), 6) << '\t'
        << fixed(timeline.endOf(event), 6) << "\t0.0\t" << fixed(highHzOf(event), 1) << '\t'
        << plain(event.label) << '\t' << fixed(double(event.peakScore), 4) << '\t'
        << plain(event.source) << '\t' << fixed(timeline.offsetOf(event), 6) << '\t'
        << ravenClock(event) << '\n';
}

}  // namespace

ExportFormat exportFormatNamed(std::string_view name) {
  for (const FormatName& format : kFormats)
    if (format.name == name) return format.format;
  throw Error("Unknown export format '%1'. Use one of: csv, jsonl, audacity, raven, spreadsheet.",
              name);
}

std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& path) {
  const std::string name = foldedCase(path.filename().string());
  for (const FormatName& format : kFormats)
    if (name.ends_with(format.ending)) return format.format;
  return std::nullopt;
}

std::string_view fileEnding(ExportFormat format) {
  const auto* entry =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [format](const FormatName& other) { return other.format == format; });
  return entry->ending;
}

void findSourceStarts(std::vector<ExportedEvent>& events, const TimeZone& zone) {
  std::map<std::string, StartFinding> found;
  for (ExportedEvent& event : events) {
    if (isLive(event) || event.sourceStart) continue;
    const auto [entry, isNew] = found.try_emplace(event.source);
    if (isNew) entry->second = inZone(findRecordingStart(event.source), zone);
    if (entry->second.start) event.sourceStart = entry->second.start->time;
  }
}

std::string startTimeText(const ExportedEvent& event) {
  if (event.sourceStart) return isoText(later(*event.sourceStart, event.startSeconds));
  return isLive(event) ? utcText(event.onsetUtcMs) : std::string();
}

std::string endTimeText(const ExportedEvent& event) {
  if (event.sourceStart) return isoText(later(*event.sourceStart, event.endSeconds));
  return isLive(event) ? utcText(endUtcMs(event)) : std::string();
}

void writeEvents(std::ostream& out, const std::vector<ExportedEvent>& events, ExportFormat format,
                 const std::vector<ExportedFile>& files) {
  switch (format) {
    case ExportFormat::Csv:
      return writeCsv(out, events, CsvReader::Program);
    case ExportFormat::Spreadsheet:
      return writeCsv(out, events, CsvReader::Spreadsheet);
    case ExportFormat::JsonLines:
      return writeJsonLines(out, events);
    case ExportFormat::Audacity:
      return writeAudacity(out, events, files);
    case ExportFormat::Raven:
      return writeRaven(out, events, files);
  }
}

void exportEvents(const std::filesystem::path& path, const std::vector<ExportedEvent>& events,
                  ExportFormat format, const std::vector<ExportedFile>& files) {
  std::ostringstream text;
  // Numbers of selections would be grouped in some locales.
  text.imbue(std::locale::classic());
  writeEvents(text, events, format, files);
  writeFileAtomically(path, text.str());
}

}  // namespace earwitness
