// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listen_output.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/audio_notes.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/events/event_export.h"
#include "core/listening/file_analysis.h"

namespace earwitness {
namespace {

constexpr size_t kFiguresKept = 100'000;  // for their median: seven hours of windows

std::string timeText(double seconds) {
  const int minutes = int(seconds) / 60;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%3d:%04.1f", minutes, seconds - 60 * minutes);
  return text.data();
}

const char* reasonText(NearMissReason reason) {
  switch (reason) {
    case NearMissReason::BelowThreshold:
      return "below its threshold";
    case NearMissReason::TooShort:
      return "too short";
    case NearMissReason::CoolingDown:
      return "within the minimum gap";
    case NearMissReason::Quiet:
      return "no louder than the room noise";
  }
  return "";
}

const char* reasonKey(NearMissReason reason) {
  switch (reason) {
    case NearMissReason::BelowThreshold:
      return "below_threshold";
    case NearMissReason::TooShort:
      return "too_short";
    case NearMissReason::CoolingDown:
      return "cooling_down";
    case NearMissReason::Quiet:
      return "quiet";
  }
  return "";
}

class TextOutput : public ListenOutput {
 public:
  TextOutput(const ModelDescription& model, const ListenOptions& options)
      : ListenOutput(model), ofFile_(!options.input.empty()), nearMisses_(options.nearMisses) {}

 protected:
  void takeEvent(const Event& event, bool isNew) override {
    // Somebody waits for what a microphone hears; of a file the whole is known at once.
    if (ofFile_ ? !event.open : isNew)
      print(timeText(event.onsetSeconds) + "  " + labelOf(event.label) + "  " +
            percent(double(event.peakScore)));
  }
  void takeNearMiss(const NearMiss& miss) override {
    if (nearMisses_)
      print(timeText(miss.onsetSeconds) + "  (" + labelOf(miss.label) + "  " +
            percent(double(miss.peakScore)) + ", " + reasonText(miss.reason) + ")");
  }

 private:
  bool ofFile_;
  bool nearMisses_;
};

/// Lines as an export of the store has them, with id and what happened; of a file with the place
/// in it, for the rest of the line tells the time at which it was listened to.
class JsonLinesOutput : public ListenOutput {
 public:
  JsonLinesOutput(const ModelDescription& model, const ListenOptions& options,
                  const HeardFile& file, const std::optional<CivilTime>& start)
      : ListenOutput(model),
        start_(start),
        begins_(options.jsonLinesUpdates),
        nearMisses_(options.nearMisses),
        file_(file) {}

 protected:
  void takeEvent(const Event& event, bool isNew) override {
    if (isNew && event.open && begins_) printEvent(event, "begin");
    if (!event.open) printEvent(event, "end");
  }
  void takeNearMiss(const NearMiss& miss) override {
    if (!nearMisses_) return;
    print(nlohmann::ordered_json{{"event", "near_miss"},
                                 {"label", labelOf(miss.label)},
                                 {"onset", miss.onsetSeconds},
                                 {"offset", miss.offsetSeconds},
                                 {"peak_score", miss.peakScore},
                                 {"reason", reasonKey(miss.reason)}}
              .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

 private:
  void printEvent(const Event& event, const char* what) {
    std::ostringstream line;
    ExportedEvent exported = exportedEvent(storedEventOf(event, model_, {}, file_));
    exported.sourceStart = start_;
    writeEvents(line, {exported}, ExportFormat::JsonLines);
    // The line as it is, with more in front: its numbers stay as they were written.
    print("{\"event\":\"" + std::string(what) + "\",\"id\":" + std::to_string(event.id) + "," +
          line.str().substr(1, line.str().find_last_not_of('\n')));
  }

  std::optional<CivilTime> start_;
  bool begins_;
  bool nearMisses_;
  HeardFile file_;
};

class JsonOutput : public ListenOutput {
 public:
  JsonOutput(const ModelDescription& model, std::filesystem::path file,
             const std::optional<CivilTime>& start)
      : ListenOutput(model), file_(std::move(file)), start_(start) {}

  void finish() override {
    nlohmann::json events = nlohmann::json::array();
    for (const auto& [id, event] : heard_)
      events.push_back({{"label", labelOf(event.label)},
                        {"onset", event.onsetSeconds},
                        {"offset", event.offsetSeconds},
                        {"start_time", timeAt(event.onsetSeconds)},
                        {"end_time", timeAt(event.offsetSeconds)},
                        {"peak_score", event.peakScore},
                        {"mean_score", event.meanScore},
                        {"open", event.open},
                        {"source", event.source}});
    nlohmann::json json = {{"events", events},
                           {"windows", windows_},
                           {"seconds", health_.secondsHeard},
                           {"recording_start", timeAt(0.0)},
                           {"dropped_frames", health_.droppedFrames},
                           {"dropped_windows", health_.droppedWindows},
                           {"median_inference_ms", median(inferences_)},
                           {"median_latency_ms", median(latencies_)}};
    if (audio_) addAudio(json, *audio_);
    if (!file_.empty()) json["file"] = file_.string();
    if (windows_ > 0) json["last_top"] = labelOf(topLabels(last_.scores, 1).at(0));
    printJson(json);
  }

 protected:
  void takeEvent(const Event& event, bool) override { heard_[event.id] = event; }
  void takeWindows(const LiveUpdate& update) override {
    for (const ScoredWindow& window : update.windows) {
      ++windows_;
      if (latencies_.size() < kFiguresKept) {
        latencies_.push_back(window.latencyMs);
        inferences_.push_back(window.inferenceMs);
      }
      last_ = window;
    }
    health_ = update.health;
  }

 private:
  static nlohmann::json median(std::vector<float> values) {
    if (values.empty()) return nullptr;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  }

  /// Null when the start of the recording is not known, and for microphones.
  nlohmann::json timeAt(double seconds) const {
    return start_ ? nlohmann::json(isoText(later(*start_, seconds))) : nlohmann::json();
  }

  std::filesystem::path file_;
  std::optional<CivilTime> start_;
  std::map<int64_t, Event> heard_;
  std::vector<float> latencies_, inferences_;
  long windows_ = 0;
  ScoredWindow last_;
  Health health_;
};

}  // namespace

void ListenOutput::take(const LiveUpdate& update) {
  takeWindows(update);
  for (const Event& event : update.events) {
    takeEvent(event, !open_.contains(event.id));
    if (event.open)
      open_.insert(event.id);
    else
      open_.erase(event.id);
  }
  for (const NearMiss& miss : update.nearMisses) takeNearMiss(miss);
  if (update.message != message_ && !update.message.empty())
    std::cerr << "earwitness-cli: " << update.message.english() << std::endl;
  message_ = update.message;
}

void ListenOutput::print(const std::string& line) {
  std::cout << line << std::endl;
  requireOutput();
}

std::unique_ptr<ListenOutput> makeListenOutput(const ListenOptions& options,
                                               const ModelDescription& model, const HeardFile& file,
                                               const std::optional<CivilTime>& start) {
  if (options.json) return std::make_unique<JsonOutput>(model, options.input, start);
  if (options.jsonLines || options.jsonLinesUpdates)
    return std::make_unique<JsonLinesOutput>(model, options, file, start);
  return std::make_unique<TextOutput>(model, options);
}

}  // namespace earwitness
