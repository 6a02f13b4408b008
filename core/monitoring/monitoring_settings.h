// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/audio/channel_choice.h"
#include "core/events/event_detector.h"
#include "core/events/noise_gate.h"
#include "core/listening/model_description.h"

namespace earwitness {

/// What the user set for one class; what is not set is the model's or the default.
struct ClassSettings {
  static constexpr double kMaxMinimumSeconds = 600.0;
  static constexpr double kMaxCoolDownSeconds = 86'400.0;

  std::optional<float> threshold;
  std::optional<double> minimumSeconds;
  std::optional<double> coolDownSeconds;
  bool hidden = false;  ///< not shown, not an event, not recorded
  bool pinned = false;  ///< always shown among the classes
  /// Its events send alerts. Not set: those of models with many labels do if they are on the short
  /// list of defaultAlerts(), others do not.
  std::optional<bool> alert;
  bool record = true;  ///< its events trigger the recorder
  bool operator==(const ClassSettings&) const = default;
};

struct RecorderSettings {
  static constexpr double kMaxMarginSeconds = 60.0;  ///< before and after
  static constexpr int64_t kMaxBytes = int64_t(1) << 50;
  static constexpr int kMaxMinimumPerClass = 100'000;

  enum class Mode { Off, Triggered, Everything };
  enum class Format { Flac, Wav };
  Mode mode = Mode::Off;
  std::filesystem::path folder;  ///< empty: Earwitness in the user's music folder
  Format format = Format::Flac;
  double beforeSeconds = 3.0;
  double afterSeconds = 3.0;
  int64_t quotaBytes = int64_t(2) << 30;          ///< 0: none
  int64_t freeDiskFloorBytes = int64_t(1) << 30;  ///< less free than this: nothing is written
  int minimumPerClass = 10;  ///< newest clips of each class that the quota leaves alone
  bool operator==(const RecorderSettings&) const = default;
};

struct AlertSettings {
  static constexpr double kMaxCoolDownSeconds = 86'400.0;
  static constexpr int kMinutesPerDay = 24 * 60;

  bool notification = true;
  bool sound = false;
  double coolDownSeconds = 60.0;  ///< per class
  bool quietHours = false;
  int quietFromMinute = 22 * 60;     ///< of the local day
  int quietToMinute = 7 * 60;        ///< smaller than quietFromMinute: over midnight
  std::vector<std::string> command;  ///< program and arguments; empty: none. No shell
  std::string webhookUrl;            ///< empty: none
  bool operator==(const AlertSettings&) const = default;
};

/// Everything that the listening desk can be told, the same for the window and for
/// `earwitness-cli listen`. Kept as one JSON file.
struct MonitoringSettings {
  static constexpr int kFormatVersion = 1;
  static constexpr double kMaxSmoothingSeconds = 60.0;

  std::map<std::string, ClassSettings> classes;  ///< by the label's name, over all models
  RecorderSettings recorder;
  AlertSettings alerts;
  double smoothingSeconds = 0.5;
  bool storeEvents = true;
  ChannelChoice channel;  ///< of files that are analysed from now on
  /// What starts of recordings without a zone mean, as TimeZone::named() has it; empty: as written.
  std::string recordingZone;
  ChannelChoice microphoneChannel;  ///< of microphones that have several; two at most are opened
  bool useGate = true;              ///< where a room was learned
  NoiseProfile room;
  int64_t roomLearnedUtcMs = 0;  ///< when; 0 where none was

  ClassSettings classNamed(const std::string& label) const;
};

/// http or https with a host: what a web hook may be sent to.
bool isWebAddress(const std::string& url);

nlohmann::json toJson(const MonitoringSettings& settings);
/// Throws Error, naming `source`, on wrong types, values out of range or a newer format version;
/// keys that are not known are passed over.
MonitoringSettings monitoringSettingsFromJson(const nlohmann::json& json,
                                              const std::string& source);

/// configFolder() / "desk.json"
std::filesystem::path monitoringSettingsFile();
/// The defaults where there is no such file. Throws Error naming the file, and the key where there
/// is one, when it is damaged or was written by a newer Earwitness.
MonitoringSettings readMonitoringSettings(const std::filesystem::path& file);
/// Atomic; makes the folder where it is missing. Throws Error with one sentence.
void writeMonitoringSettings(const std::filesystem::path& file, const MonitoringSettings& settings);

/// The rules and smoothing of a model's events under these settings: what the user set for a class
/// goes before what the model says, and hysteresis follows the threshold that holds. A hidden class
/// is ignored.
EventSettings eventSettingsOf(const ModelDescription& model, const MonitoringSettings& settings);

/// Which classes of a model send alerts: those for which the user says so, else those of
/// defaultAlerts() and those under a more general class for which the user says so. One value per
/// label.
std::vector<bool> alertingClasses(const ModelDescription& model,
                                  const MonitoringSettings& settings);

}  // namespace earwitness
