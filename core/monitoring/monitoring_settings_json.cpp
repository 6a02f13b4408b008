// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text.h"
#include "core/monitoring/monitoring_settings.h"

namespace earwitness {
namespace {

using nlohmann::json;

constexpr size_t kShownValueBytes = 60;
constexpr int64_t kMaxUtcMs = 253'402'300'799'999;  // the end of the year 9999

template <typename Value>
struct Name {
  Value value;
  std::string_view name;
};
template <typename Value>
Name(Value, std::string_view) -> Name<Value>;

constexpr std::array kModeNames{Name{RecorderSettings::Mode::Off, "off"},
                                Name{RecorderSettings::Mode::Triggered, "triggered"},
                                Name{RecorderSettings::Mode::Everything, "everything"}};
constexpr std::array kFormatNames{Name{RecorderSettings::Format::Flac, "flac"},
                                  Name{RecorderSettings::Format::Wav, "wav"}};

/// Puts settings under their keys. Has the same functions as KeyReader, so that one list of keys
/// serves both.
class KeyWriter {
 public:
  explicit KeyWriter(json& object) : object_(object) {}

  void flag(const char* key, bool value) { object_[key] = value; }
  void flag(const char* key, const std::optional<bool>& value) {
    if (value) object_[key] = *value;
  }
  void number(const char* key, double value, double, double) { object_[key] = value; }
  template <typename Integer>
  void whole(const char* key, Integer value, int64_t, int64_t) {
    object_[key] = value;
  }
  void number(const char* key, const std::optional<float>& value, double, double) {
    if (value) object_[key] = withoutTail(*value);
  }
  void number(const char* key, const std::optional<double>& value, double, double) {
    if (value) object_[key] = *value;
  }
  template <typename Value, size_t count>
  void choice(const char* key, Value value, const std::array<Name<Value>, count>& names) {
    for (const Name<Value>& name : names)
      if (name.value == value) object_[key] = name.name;
  }
  void channel(const char* key, ChannelChoice value) { object_[key] = textOf(value); }
  void text(const char* key, const std::string& value) { object_[key] = value; }
  void path(const char* key, const std::filesystem::path& value) { object_[key] = value.string(); }
  void texts(const char* key, const std::vector<std::string>& value) { object_[key] = value; }

 private:
  json& object_;
};

[[noreturn]] void reject(const JsonProblem& problem, const std::string& source) {
  const std::string& where = problem.path;
  std::string shown =
      problem.found.dump(-1, ' ', /*ensure_ascii=*/true, json::error_handler_t::replace);
  if (shown.size() > kShownValueBytes) shown = shown.substr(0, kShownValueBytes) + "...";
  throw Error(
      "The settings in '%1' are damaged: %2 must be %3, not %4. Correct the file, or delete it "
      "to start with the defaults.",
      source, where.empty() ? Message("the whole") : Message("'%1'", where), problem.expected,
      shown);
}

/// Takes settings from under their keys; a key that is missing or null leaves what is there.
class KeyReader {
 public:
  explicit KeyReader(JsonFields fields) : fields_(std::move(fields)) {}

  /// `value`: bool, or an optional of it.
  template <typename Value>
  void flag(const char* key, Value& value) const {
    if (fields_.find(key)) value = fields_.flag(key);
  }

  /// `value`: double, or an optional of a floating-point type.
  template <typename Value>
  void number(const char* key, Value& value, double least, double most) const {
    if (!fields_.find(key)) return;
    if constexpr (std::is_same_v<Value, std::optional<float>>)
      value = float(fields_.number(key, least, most));
    else
      value = fields_.number(key, least, most);
  }

  template <typename Integer>
  void whole(const char* key, Integer& value, int64_t least, int64_t most) const {
    if (fields_.find(key)) value = Integer(fields_.whole(key, least, most));
  }

  template <typename Value, size_t count>
  void choice(const char* key, Value& value, const std::array<Name<Value>, count>& names) const {
    const json* found = fields_.find(key);
    if (found == nullptr) return;
    std::string list;
    for (const Name<Value>& name : names) {
      if (*found == name.name) {
        value = name.value;
        return;
      }
      list.append(list.empty() ? "" : ", ").append(inQuotes(name.name));
    }
    fields_.reject(key, Message("one of %1", list));
  }

  void channel(const char* key, ChannelChoice& value) const {
    if (!fields_.find(key)) return;
    try {
      value = channelFromText(fields_.text(key));
    } catch (const Error&) {
      fields_.reject(key, Message("mean, left, right, or the number of a channel"));
    }
  }

  /// Texts go to the system as names and arguments, which end at a zero.
  void text(const char* key, std::string& value) const {
    if (!fields_.find(key)) return;
    value = fields_.text(key);
    if (hasZero(value)) fields_.reject(key, Message("a text"));
  }

  void path(const char* key, std::filesystem::path& value) const {
    std::string name = value.string();
    text(key, name);
    value = name;
  }

  void texts(const char* key, std::vector<std::string>& value) const {
    if (!fields_.find(key)) return;
    value = fields_.texts(key);
    if (std::any_of(value.begin(), value.end(), hasZero))
      fields_.reject(key, Message("a list of texts"));
  }

 private:
  static bool hasZero(const std::string& text) { return text.find('\0') != std::string::npos; }

  JsonFields fields_;
};

// The keys of each part of the file, with their ranges: for reading and for writing.

template <typename Keys, typename Settings>
void visitClass(Keys& keys, Settings& settings) {
  keys.number("threshold", settings.threshold, 0.0, 1.0);
  keys.number("minimum_seconds", settings.minimumSeconds, 0.0, ClassSettings::kMaxMinimumSeconds);
  keys.number("cool_down_seconds", settings.coolDownSeconds, 0.0,
              ClassSettings::kMaxCoolDownSeconds);
  keys.flag("hidden", settings.hidden);
  keys.flag("pinned", settings.pinned);
  keys.flag("alert", settings.alert);
  keys.flag("record", settings.record);
}

template <typename Keys, typename Settings>
void visitRecorder(Keys& keys, Settings& settings) {
  keys.choice("mode", settings.mode, kModeNames);
  keys.path("folder", settings.folder);
  keys.choice("format", settings.format, kFormatNames);
  keys.number("before_seconds", settings.beforeSeconds, 0.0, RecorderSettings::kMaxMarginSeconds);
  keys.number("after_seconds", settings.afterSeconds, 0.0, RecorderSettings::kMaxMarginSeconds);
  keys.whole("quota_bytes", settings.quotaBytes, 0, RecorderSettings::kMaxBytes);
  keys.whole("free_disk_floor_bytes", settings.freeDiskFloorBytes, 0, RecorderSettings::kMaxBytes);
  keys.whole("minimum_per_class", settings.minimumPerClass, 0,
             RecorderSettings::kMaxMinimumPerClass);
}

template <typename Keys, typename Settings>
void visitAlerts(Keys& keys, Settings& settings) {
  keys.flag("notification", settings.notification);
  keys.flag("sound", settings.sound);
  keys.number("cool_down_seconds", settings.coolDownSeconds, 0.0,
              AlertSettings::kMaxCoolDownSeconds);
  keys.flag("quiet_hours", settings.quietHours);
  keys.whole("quiet_from_minute", settings.quietFromMinute, 0, AlertSettings::kMinutesPerDay - 1);
  keys.whole("quiet_to_minute", settings.quietToMinute, 0, AlertSettings::kMinutesPerDay - 1);
  keys.texts("command", settings.command);
  keys.text("webhook_url", settings.webhookUrl);
}

template <typename Keys, typename Settings>
void visitDesk(Keys& keys, Settings& settings) {
  keys.number("smoothing_seconds", settings.smoothingSeconds, 0.0,
              MonitoringSettings::kMaxSmoothingSeconds);
  keys.flag("store_events", settings.storeEvents);
  keys.text("recording_zone", settings.recordingZone);
  keys.channel("channel", settings.channel);
  keys.channel("microphone_channel", settings.microphoneChannel);
  keys.flag("use_gate", settings.useGate);
  keys.whole("room_learned_utc_ms", settings.roomLearnedUtcMs, 0, kMaxUtcMs);
}

template <typename Settings, typename Visit>
json objectOf(const Settings& settings, Visit&& visit) {
  json object = json::object();
  KeyWriter keys(object);
  visit(keys, settings);
  return object;
}

void requireKnownVersion(const JsonFields& fields, const std::string& source) {
  const json* version = fields.find("format_version");
  if (version == nullptr) return;  // written by hand
  if (version->is_number_integer() && version->get<double>() > MonitoringSettings::kFormatVersion)
    throw Error(
        "The settings in '%1' were written by a newer Earwitness (format %2; this one reads up to "
        "%3): update Earwitness, or move the file away to start with the defaults.",
        source, version->dump(), MonitoringSettings::kFormatVersion);
  if (*version != MonitoringSettings::kFormatVersion)
    fields.reject("format_version",
                  Message::verbatim(std::to_string(MonitoringSettings::kFormatVersion)));
}

std::map<std::string, ClassSettings> classesFrom(const JsonFields& fields) {
  std::map<std::string, ClassSettings> classes;
  for (const auto& [label, value] : fields.raw().items()) {
    const KeyReader keys(fields.object(label));
    visitClass(keys, classes[label]);
  }
  return classes;
}

}  // namespace

json toJson(const MonitoringSettings& settings) {
  const auto desk = [](auto& keys, auto& values) { visitDesk(keys, values); };
  const auto recorder = [](auto& keys, auto& values) { visitRecorder(keys, values); };
  const auto alerts = [](auto& keys, auto& values) { visitAlerts(keys, values); };
  const auto classKeys = [](auto& keys, auto& values) { visitClass(keys, values); };

  json object = objectOf(settings, desk);
  object["format_version"] = MonitoringSettings::kFormatVersion;
  object["recorder"] = objectOf(settings.recorder, recorder);
  object["alerts"] = objectOf(settings.alerts, alerts);
  json& classes = object["classes"] = json::object();
  for (const auto& [label, values] : settings.classes) classes[label] = objectOf(values, classKeys);
  if (!settings.room.empty()) object["room"] = toJson(settings.room);
  return object;
}

MonitoringSettings monitoringSettingsFromJson(const json& object, const std::string& source) {
  MonitoringSettings settings;
  const JsonFields fields(object, source, reject);
  requireKnownVersion(fields, source);
  const KeyReader keys(fields);
  visitDesk(keys, settings);
  if (fields.find("recorder")) {
    const KeyReader inner(fields.object("recorder"));
    visitRecorder(inner, settings.recorder);
  }
  if (fields.find("alerts")) {
    const JsonFields alerts = fields.object("alerts");
    const KeyReader inner(alerts);
    visitAlerts(inner, settings.alerts);
    if (const std::string& url = settings.alerts.webhookUrl; !url.empty() && !isWebAddress(url))
      alerts.reject("webhook_url", Message("a web address that begins with http:// or https://"));
  }
  if (fields.find("classes")) settings.classes = classesFrom(fields.object("classes"));
  if (const json* room = fields.find("room")) settings.room = roomProfileFromJson(*room, source);
  return settings;
}

}  // namespace earwitness
