// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
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

/// The double whose shortest text is the float's: 0.4F -> 0.4, not 0.4000000059604645.
double withoutTail(float value) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  double wide = value;
  std::from_chars(text.data(), end, wide);
  return wide;
}

std::string numberText(double value) {
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

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

/// Takes settings from under their keys; a key that is missing or null leaves what is there.
class KeyReader {
 public:
  /// `path`: of the object inside the file, "recorder"; empty for the outermost.
  KeyReader(const json& object, std::string path, const std::string& source)
      : object_(object), path_(std::move(path)), source_(source) {
    if (!object.is_object()) reject(path_, "an object", object);
  }

  void flag(const char* key, bool& value) const {
    read(key, "true or false", [&value](const json& found) {
      if (found.is_boolean()) value = found.get<bool>();
      return found.is_boolean();
    });
  }

  void flag(const char* key, std::optional<bool>& value) const {
    bool found = false;
    if (find(key) == nullptr) return;
    flag(key, found);
    value = found;
  }

  /// `value`: double, or an optional of a floating-point type.
  template <typename Value>
  void number(const char* key, Value& value, double least, double most) const {
    read(key, "a number" + rangeText(least, most), [&](const json& found) {
      if (!found.is_number()) return false;
      const double number = found.get<double>();
      if (!(number >= least && number <= most)) return false;
      if constexpr (std::is_same_v<Value, std::optional<float>>)
        value = float(number);
      else
        value = number;
      return true;
    });
  }

  template <typename Integer>
  void whole(const char* key, Integer& value, int64_t least, int64_t most) const {
    read(key, "a whole number" + rangeText(double(least), double(most)), [&](const json& found) {
      // What is too large for a signed number is an unsigned one here, and must not wrap.
      if (!found.is_number_integer() || found.get<double>() > double(most)) return false;
      const auto number = found.get<int64_t>();
      if (number < least || number > most) return false;
      value = Integer(number);
      return true;
    });
  }

  template <typename Value, size_t count>
  void choice(const char* key, Value& value, const std::array<Name<Value>, count>& names) const {
    std::string list;
    for (const Name<Value>& name : names)
      list.append(list.empty() ? "one of " : ", ").append(inQuotes(name.name));
    read(key, list, [&](const json& found) {
      for (const Name<Value>& name : names)
        if (found == name.name) {
          value = name.value;
          return true;
        }
      return false;
    });
  }

  void channel(const char* key, ChannelChoice& value) const {
    read(key, "mean, left, right, or the number of a channel", [&value](const json& found) {
      if (!isText(found)) return false;
      try {
        value = channelFromText(found.get<std::string>());
      } catch (const Error&) {
        return false;
      }
      return true;
    });
  }

  void text(const char* key, std::string& value) const {
    read(key, "a text", [&value](const json& found) {
      if (isText(found)) value = found.get<std::string>();
      return isText(found);
    });
  }

  void path(const char* key, std::filesystem::path& value) const {
    std::string name = value.string();
    text(key, name);
    value = name;
  }

  void texts(const char* key, std::vector<std::string>& value) const {
    read(key, "a list of texts", [&value](const json& found) {
      if (!found.is_array() || !std::all_of(found.begin(), found.end(), isText)) return false;
      value = found.get<std::vector<std::string>>();
      return true;
    });
  }

  const json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  [[noreturn]] void reject(const std::string& where, const std::string& expected,
                           const json& found) const {
    std::string shown = found.dump(-1, ' ', /*ensure_ascii=*/true, json::error_handler_t::replace);
    if (shown.size() > kShownValueBytes) shown = shown.substr(0, kShownValueBytes) + "...";
    throw Error(
        "The settings in '%1' are damaged: %2 must be %3, not %4. Correct the file, or delete it "
        "to start with the defaults.",
        source_, where.empty() ? Message("the whole") : Message("'%1'", where), expected, shown);
  }

  std::string pathOf(const std::string& key) const {
    return path_.empty() ? key : path_ + "." + key;
  }

 private:
  /// Texts go to the system as names and arguments, which end at a zero.
  static bool isText(const json& value) {
    return value.is_string() && value.get_ref<const std::string&>().find('\0') == std::string::npos;
  }
  static std::string rangeText(double least, double most) {
    return " from " + numberText(least) + " to " + numberText(most);
  }

  /// `take` returns false where it cannot use the value.
  template <typename Take>
  void read(const char* key, const std::string& expected, Take&& take) const {
    if (const json* found = find(key); found != nullptr && !take(*found))
      reject(pathOf(key), expected, *found);
  }

  const json& object_;
  std::string path_;
  const std::string& source_;
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

void requireKnownVersion(const KeyReader& keys, const std::string& source) {
  const json* version = keys.find("format_version");
  if (version == nullptr) return;  // written by hand
  if (version->is_number_integer() && version->get<double>() > MonitoringSettings::kFormatVersion)
    throw Error(
        "The settings in '%1' were written by a newer Earwitness (format %2; this one reads up to "
        "%3): update Earwitness, or move the file away to start with the defaults.",
        source, version->dump(), MonitoringSettings::kFormatVersion);
  if (*version != MonitoringSettings::kFormatVersion)
    keys.reject("format_version", std::to_string(MonitoringSettings::kFormatVersion), *version);
}

std::map<std::string, ClassSettings> classesFromJson(const json& object, const KeyReader& above,
                                                     const std::string& source) {
  if (!object.is_object()) above.reject("classes", "an object with a key per class", object);
  std::map<std::string, ClassSettings> classes;
  for (const auto& [label, value] : object.items()) {
    KeyReader keys(value, "classes." + label, source);
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
  KeyReader keys(object, "", source);
  requireKnownVersion(keys, source);
  visitDesk(keys, settings);
  if (const json* recorder = keys.find("recorder")) {
    KeyReader inner(*recorder, "recorder", source);
    visitRecorder(inner, settings.recorder);
  }
  if (const json* alerts = keys.find("alerts")) {
    KeyReader inner(*alerts, "alerts", source);
    visitAlerts(inner, settings.alerts);
    if (const std::string& url = settings.alerts.webhookUrl; !url.empty() && !isWebAddress(url))
      keys.reject("alerts.webhook_url", "a web address that begins with http:// or https://", url);
  }
  if (const json* classes = keys.find("classes"))
    settings.classes = classesFromJson(*classes, keys, source);
  if (const json* room = keys.find("room")) settings.room = roomProfileFromJson(*room, source);
  return settings;
}

}  // namespace earwitness
