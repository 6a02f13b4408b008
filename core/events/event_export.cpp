#include "core/events/event_export.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/case_fold.h"
#include "core/base/clock_time.h"
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
constexpr std::array<FormatName, 4> kFormats{{
    {ExportFormat::Csv, "csv", ".csv"},
    {ExportFormat::JsonLines, "jsonl", ".jsonl"},
    {ExportFormat::Raven, "raven", ".selections.txt"},
    {ExportFormat::Audacity, "audacity", ".txt"},
}};

bool isLive(const ExportedEvent& event) {
  return event.onsetUtcMs != 0;
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

void writeCsv(std::ostream& out, const std::vector<ExportedEvent>& events) {
  out << "source,start,end,label,peak_score,mean_score,model,model_fingerprint,review\r\n";
  for (const ExportedEvent& event : events)
    out << csvField(event.source) << ','
        << (isLive(event) ? utcText(event.onsetUtcMs) : fixed(event.startSeconds, 3)) << ','
        << (isLive(event) ? utcText(endUtcMs(event)) : fixed(event.endSeconds, 3)) << ','
        << csvField(event.label) << ',' << shortest(event.peakScore) << ','
        << shortest(event.meanScore) << ',' << csvField(event.modelName) << ','
        << csvField(event.modelFingerprint) << ',' << csvField(event.review) << "\r\n";
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
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  }
}

/// Events on one line of time: the files stand one after the other in the order of their first
/// events, and live events, whatever their device, count from the midnight (UTC) before the first.
class Timeline {
 public:
  explicit Timeline(const std::vector<ExportedEvent>& events) {
    for (const ExportedEvent& event : events)
      if (isLive(event) && (midnightUtcMs_ == 0 || event.onsetUtcMs < midnightUtcMs_))
        midnightUtcMs_ = event.onsetUtcMs;
    midnightUtcMs_ -= midnightUtcMs_ % kDayMs;
    std::vector<std::string> order;
    std::map<std::string, double> seconds;
    for (const ExportedEvent& event : events) {
      const auto [entry, isNew] = seconds.try_emplace(keyOf(event), 0.0);
      if (isNew) order.push_back(entry->first);
      entry->second = std::max({entry->second, isLive(event) ? 0.0 : event.sourceSeconds,
                                offsetOf(event) + event.endSeconds - event.startSeconds});
    }
    double begin = 0.0;
    for (const std::string& key : order) {
      begins_[key] = begin;
      begin += seconds[key];
    }
  }

  /// From the begin of its own file, or midnight.
  double offsetOf(const ExportedEvent& event) const {
    return isLive(event) ? double(event.onsetUtcMs - midnightUtcMs_) / 1000.0 : event.startSeconds;
  }
  double beginOf(const ExportedEvent& event) const {
    return begins_.at(keyOf(event)) + offsetOf(event);
  }
  double endOf(const ExportedEvent& event) const {
    return beginOf(event) + event.endSeconds - event.startSeconds;
  }
  bool hasSeveralSources() const { return begins_.size() > 1; }

 private:
  static std::string keyOf(const ExportedEvent& event) {
    return isLive(event) ? std::string() : event.source;
  }

  int64_t midnightUtcMs_ = 0;
  std::map<std::string, double> begins_;
};

void writeAudacity(std::ostream& out, const std::vector<ExportedEvent>& events) {
  const Timeline timeline(events);
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

void writeRaven(std::ostream& out, const std::vector<ExportedEvent>& events) {
  const Timeline timeline(events);
  out << "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\t"
         "Label\tConfidence\tBegin Path\tFile Offset (s)\n";
  size_t selection = 0;
  for (const ExportedEvent& event : events)
    out << ++selection << "\tSpectrogram 1\t1\t" << fixed(timeline.beginOf(event), 6) << '\t'
        << fixed(timeline.endOf(event), 6) << "\t0.0\t" << fixed(highHzOf(event), 1) << '\t'
        << plain(event.label) << '\t' << fixed(double(event.peakScore), 4) << '\t'
        << plain(event.source) << '\t' << fixed(timeline.offsetOf(event), 6) << '\n';
}

}  // namespace

ExportFormat exportFormatNamed(std::string_view name) {
  for (const FormatName& format : kFormats)
    if (format.name == name) return format.format;
  throw Error("There is no export format " + inQuotes(name) +
              "; there are csv, jsonl, audacity and raven.");
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

void writeEvents(std::ostream& out, const std::vector<ExportedEvent>& events, ExportFormat format) {
  switch (format) {
    case ExportFormat::Csv:
      return writeCsv(out, events);
    case ExportFormat::JsonLines:
      return writeJsonLines(out, events);
    case ExportFormat::Audacity:
      return writeAudacity(out, events);
    case ExportFormat::Raven:
      return writeRaven(out, events);
  }
}

void exportEvents(const std::filesystem::path& path, const std::vector<ExportedEvent>& events,
                  ExportFormat format) {
  std::ostringstream text;
  // Numbers of selections would be grouped in some locales.
  text.imbue(std::locale::classic());
  writeEvents(text, events, format);
  writeFileAtomically(path, text.str());
}

}  // namespace earwitness
