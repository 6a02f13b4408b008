// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listen_options.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/cli/channel_option.h"
#include "app/cli/model_commands.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/events/noise_gate.h"
#include "core/monitoring/event_store.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr double kShortestLessonSeconds = 2.0;
constexpr int kDayMinutes = 24 * 60;

/// The whole text as a number; no value for others.
std::optional<double> numberIn(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// "07:30" -> 450
std::optional<int> minuteIn(std::string_view text) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !isDigit(text[0]) || !isDigit(text[1]) ||
      !isDigit(text[3]) || !isDigit(text[4]))
    return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute >= kDayMinutes) return std::nullopt;
  return hour * 60 + minute;
}

void requireLabel(const std::string& label, const std::vector<std::string>& labels) {
  if (std::find(labels.begin(), labels.end(), label) != labels.end()) return;
  throw Error("The model has no class '%1'. See earwitness-cli model info.", label);
}

void setThreshold(const std::string& text, const std::vector<std::string>& labels,
                  MonitoringSettings& settings) {
  const size_t equals = text.rfind('=');
  const std::optional<double> value = equals == std::string::npos
                                          ? std::nullopt
                                          : numberIn(std::string_view(text).substr(equals + 1));
  if (!value || *value < 0.0 || *value > 1.0)
    throw Error("--threshold '%1' is not LABEL=NUMBER with a number from 0 to 1, like 'Dog=0.7'.",
                text);
  const std::string label = text.substr(0, equals);
  requireLabel(label, labels);
  settings.classes[label].threshold = float(*value);
}

void setQuietHours(const std::string& text, AlertSettings& alerts) {
  alerts.quietHours = text != "none";
  if (!alerts.quietHours) return;
  const size_t dash = text.find('-');
  const auto from = minuteIn(std::string_view(text).substr(0, dash));
  const auto to =
      dash == std::string::npos ? std::nullopt : minuteIn(std::string_view(text).substr(dash + 1));
  if (!from || !to)
    throw Error("--quiet-hours '%1' is not a time of day like 22:00-07:00, nor 'none'.", text);
  alerts.quietFromMinute = *from;
  alerts.quietToMinute = *to;
}

void setRecorder(const ListenOptions& options, RecorderSettings& recorder) {
  using Mode = RecorderSettings::Mode;
  if (options.record == "off") recorder.mode = Mode::Off;
  if (options.record == "triggered") recorder.mode = Mode::Triggered;
  if (options.record == "everything") recorder.mode = Mode::Everything;
  if (!options.recordFolder.empty()) recorder.folder = fs::absolute(options.recordFolder);
  if (!options.quota.empty()) recorder.quotaBytes = bytesNamed(options.quota);
}

void addOutputOptions(CLI::App& command, ListenOptions& options) {
  CLI::Option* json = command.add_flag("--json", options.json, "Print one JSON object at the end");
  CLI::Option* lines = command.add_flag("--jsonl", options.jsonLines,
                                        "Print one JSON object per line for each event that ends");
  CLI::Option* updates = command.add_flag("--jsonl-updates", options.jsonLinesUpdates,
                                          "The same, plus one for each event that begins");
  json->excludes(lines)->excludes(updates);
  command.add_flag("--near-misses", options.nearMisses,
                   "Also print near misses and why they were not reported");
}

void addDeskOptions(CLI::App& command, ListenOptions& options) {
  command.add_option("--settings", options.settingsFile,
                     "Settings file (default: that of the window, desk.json)");
  command.add_option("--store", options.store, "Event store file, or 'none'");
  command.add_option("--record", options.record, "What to record: off, triggered or everything")
      ->check(CLI::IsMember({"off", "triggered", "everything"}));
  command.add_option("--record-folder", options.recordFolder, "Folder for recordings");
  command.add_option("--quota", options.quota,
                     "Disk space for recordings, such as 500M or 2G; 0 for no limit");
  command.add_option("--threshold", options.thresholds,
                     "Threshold of a class: LABEL=0.7 (repeatable)");
  command.add_option("--alert", options.alerts, "Send alerts for this class (repeatable)");
  command.add_option("--quiet-hours", options.quietHours,
                     "Quiet hours without alerts: 22:00-07:00, or 'none'");
}

}  // namespace

void addListenOptions(CLI::App& command, ListenOptions& options) {
  command.add_option("--seconds", options.seconds, "Stop after this many seconds (0: on Ctrl-C)")
      ->check(CLI::NonNegativeNumber);
  CLI::Option* device = command.add_option("--device", options.device,
                                           "Microphone, by its name in the command devices");
  CLI::Option* wait =
      command.add_flag("--wait", options.wait, "Wait for a microphone that is not connected");
  CLI::Option* input =
      command.add_option("--input", options.input, "Read a file instead, as fast as possible")
          ->excludes(device)
          ->excludes(wait);
  addChannelOption(command, options.channel);
  command
      .add_option("--start", options.start,
                  "Start of the recording in the file: \"2024-03-31 02:30\", also with +02:00 "
                  "(default: from its metadata or its name)")
      ->needs(input);
  command
      .add_option("--zone", options.zone,
                  "Time zone of times without one: Europe/Berlin, +02:00, UTC, local (default: "
                  "from the settings)")
      ->needs(input);
  addModelChoice(command, options.model);
  command
      .add_option_function<double>(
          "--learn-room", [&options](double seconds) { options.learnRoomSeconds = seconds; },
          "Measure room noise for this many seconds (default: 20) and save it in the settings")
      ->expected(0, 1)
      ->default_str(fixedPoint(NoiseProfiler::kSeconds, 0))
      ->check(CLI::Range(kShortestLessonSeconds, 3600.0));
  addOutputOptions(command, options);
  addDeskOptions(command, options);
}

fs::path settingsFileFor(const ListenOptions& options) {
  return options.settingsFile.empty() ? monitoringSettingsFile() : options.settingsFile;
}

MonitoringSettings monitoringSettingsFor(const ListenOptions& options,
                                         const std::vector<std::string>& labels) {
  if (!options.settingsFile.empty() && !options.learnRoomSeconds &&
      !fs::exists(options.settingsFile))
    throw Error("There is no settings file '%1'.", options.settingsFile);
  MonitoringSettings settings = readMonitoringSettings(settingsFileFor(options));
  for (const std::string& threshold : options.thresholds) setThreshold(threshold, labels, settings);
  for (const std::string& label : options.alerts) {
    requireLabel(label, labels);
    settings.classes[label].alert = true;
  }
  if (!options.quietHours.empty()) setQuietHours(options.quietHours, settings.alerts);
  setRecorder(options, settings.recorder);
  if (options.channel)
    settings.microphoneChannel = settings.channel = channelFromText(*options.channel);
  if (!options.store.empty()) settings.storeEvents = options.store != "none";
  if (!options.zone.empty()) settings.recordingZone = options.zone;
  return settings;
}

fs::path storeFileFor(const ListenOptions& options, const MonitoringSettings& settings) {
  if (!settings.storeEvents) return {};
  return options.store.empty() ? EventStore::usualFile() : fs::path(options.store);
}

int64_t bytesNamed(const std::string& text) {
  constexpr std::string_view kUnits = "KMGT";
  std::string_view number = text;
  double factor = 1.0;
  if (const size_t unit = text.empty() ? std::string::npos : kUnits.find(text.back());
      unit != std::string::npos) {
    factor = std::pow(1024.0, double(unit + 1));
    number.remove_suffix(1);
  }
  const std::optional<double> value = numberIn(number);
  if (!value || *value < 0.0 || *value * factor > 9e18)
    throw Error("--quota '%1' is not a size like 500M, 2G or 0 for none.", text);
  return std::llround(*value * factor);
}

}  // namespace earwitness
