// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/audio_notes.h"
#include "app/cli/commands.h"
#include "app/cli/listen_options.h"
#include "app/cli/listen_output.h"
#include "app/cli/listen_source.h"
#include "app/cli/service_notifier.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/audio/recording_start.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/open_model.h"
#include "core/listening/listener.h"
#include "core/monitoring/event_dispatcher.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kDrainInterval{50};
constexpr std::chrono::milliseconds kDrainFileInterval{2};
constexpr double kShortestFileSeconds = 0.001;  // a file's length is never 0
constexpr double kAheadSeconds = 60.0;          // of the desk; the history holds ten minutes

int runDevices(bool json) {
  const std::vector<AudioDevice> devices = inputDevices();
  nlohmann::json list = nlohmann::json::array();
  for (const AudioDevice& device : devices) {
    const std::string label = device.label.empty() ? plainName(device.id) : device.label;
    list.push_back({{"name", device.id.name},
                    {"label", label},
                    {"monitor", device.isMonitor},
                    {"host_api", device.id.hostApi},
                    {"channels", device.maxInputChannels},
                    {"sample_rate", device.defaultSampleRate},
                    {"default", device.isDefault}});
    if (!json)
      std::cout << (device.isDefault ? "* " : "  ") << label << "\n    " << device.id.name << "  ("
                << device.id.hostApi << ", " << device.maxInputChannels << " channels, "
                << device.defaultSampleRate << " Hz)\n";
  }
  if (json)
    printJson({{"devices", list}});
  else if (devices.empty())
    std::cout << "No microphone found." << std::endl;
  return EXIT_SUCCESS;
}

/// One run of the command: listener and desk, and what is printed of them.
class Listening {
 public:
  explicit Listening(const ListenOptions& options)
      : options_(options),
        classifier_(openChosenModel(options.model)),
        settings_(monitoringSettingsFor(options, model().labels)) {}

  /// The exit code.
  int run() {
    if (options_.learnRoomSeconds) {
      learnRoom(*options_.learnRoomSeconds);
      return EXIT_SUCCESS;
    }
    requireRecordingFolder();
    openSource_ = sourceOpener();
    startDesk();
    const auto output = makeListenOutput(options_, model(), heardFile_, recordingStart());
    const auto listener =
        startListener(settings_.useGate ? settings_.room : NoiseProfile{}, history_);
    ServiceNotifier service;
    service.ready();
    while (!isOver()) {
      std::this_thread::sleep_for(isFile() ? kDrainFileInterval : kDrainInterval);
      const LiveUpdate update = listener->drain();
      take(update, *output, service);
      if (isFile() && update.state == ListenerState::WaitingForDevice) break;
    }
    listener->stop();
    outputIsClosed_ = outputIsClosed_ || nobodyReadsOutput();
    take(listener->drain(), *output, service);
    dispatcher_->finish();
    report(dispatcher_->drain());
    if (const auto audio = file_->report()) {
      printNote(options_.input, *audio);
      output->setAudio(*audio);
    }
    if (outputIsClosed_)
      std::cout.clear();
    else
      output->finish();
    return isSoundLost_ ? EXIT_FAILURE : EXIT_SUCCESS;
  }

 private:
  const ModelDescription& model() const { return classifier_->description(); }
  bool isFile() const { return !options_.input.empty(); }

  /// A folder that was asked for must do; the usual one is reported with the rest, and may come.
  void requireRecordingFolder() const {
    const bool isUsed = settings_.recorder.mode != RecorderSettings::Mode::Off;
    if (!isUsed || options_.recordFolder.empty()) return;
    const Message problem = problemOfRecordingFolder(recordingFolder(settings_.recorder));
    if (!problem.empty()) throw Error(problem);
  }

  void startDesk() {
    history_ = std::make_shared<AudioHistory>();
    EventDispatcher::Options options;
    options.settings = settings_;
    options.store = directStoreAccess(storeFileFor(options_, settings_));
    options.history = history_;
    dispatcher_ = std::make_unique<EventDispatcher>(std::move(options));
    dispatcher_->beginStream(model(), sourceName_, nullptr, heardFile_);
  }

  std::unique_ptr<Listener> startListener(const NoiseProfile& room,
                                          const std::shared_ptr<AudioHistory>& history) {
    Listener::Settings settings;
    settings.features = model().features;
    settings.events = eventSettingsOf(model(), settings_);
    settings.room = room;
    settings.history = history;
    settings.paced = isFile();
    if (!isFile()) settings.channel = settings_.microphoneChannel;
    catchInterrupts();
    start_ = steady_clock::now();
    return std::make_unique<Listener>(openSource_, classifier_, settings);
  }

  /// Fails at once and in words where there is nothing to listen to, unless that is waited for.
  Listener::OpenSource sourceOpener() {
    if (isFile()) {
      const AudioFileReader header(options_.input, settings_.channel);
      sourceName_ = options_.input.string();
      heardFile_ = {.seconds = std::max(header.seconds(), kShortestFileSeconds),
                    .sampleRate = header.sampleRate()};
      return [this, wasOpened = false]() mutable {
        if (std::exchange(wasOpened, true))
          throw Error("'%1' was analysed to its end.", options_.input);
        return openFileSource(options_.input, settings_.channel, file_);
      };
    }
    if (options_.wait) {
      sourceName_ = options_.device.empty() ? "Default microphone" : options_.device;
      return [this] { return openCapture(deviceByName(options_.device)); };
    }
    const DeviceId device = deviceByName(options_.device);
    sourceName_ = openCapture(device)->description();
    return [device] { return openCapture(device); };
  }

  /// Of the file that stands in for the microphone.
  std::optional<CivilTime> recordingStart() const {
    if (!isFile()) return std::nullopt;
    const TimeZone zone = TimeZone::named(settings_.recordingZone);
    const StartFinding finding =
        inZone(options_.start.empty() ? findRecordingStart(options_.input)
                                      : StartFinding{givenStart(options_.start), {}},
               zone);
    if (!finding.note.empty()) std::cerr << finding.note.english() << std::endl;
    return finding.start ? std::optional(finding.start->time) : std::nullopt;
  }

  bool isOver() const {
    if (interrupted() || outputIsClosed_ || nobodyReadsOutput()) return true;
    return options_.seconds > 0.0 &&
           steady_clock::now() - start_ > std::chrono::duration<double>(options_.seconds);
  }

  void take(const LiveUpdate& update, ListenOutput& output, ServiceNotifier& service) {
    dispatcher_->take(update);
    const bool isFileAtItsEnd = isFile() && update.state == ListenerState::WaitingForDevice;
    LiveUpdate shown = update;
    if (isFileAtItsEnd) shown.message = {};
    try {
      if (!outputIsClosed_) output.take(shown);
    } catch (const Error&) {
      if (!nobodyReadsOutput()) throw;
      outputIsClosed_ = true;
    }
    const EventDispatcher::News news = dispatcher_->drain();
    file_->setLimitSeconds(news.doneSeconds + kAheadSeconds);
    report(news);
    events_ += std::ranges::count_if(update.events, [](const Event& event) { return !event.open; });
    service.alive(update.state == ListenerState::Listening
                      ? "Listening; " + std::to_string(events_) + " events so far." +
                            (problem_.empty() ? "" : " " + problem_.english())
                      : update.message.english());
  }

  void report(const EventDispatcher::News& news) {
    bool isTold = news.problem.empty() || news.problem == problem_;
    for (const Message& loss : news.losses) {
      std::cerr << "earwitness-cli: " << loss.english() << std::endl;
      isTold = isTold || loss.english().ends_with(news.problem.english());
      isSoundLost_ = true;
    }
    if (!isTold) std::cerr << "earwitness-cli: " << news.problem.english() << std::endl;
    problem_ = news.problem;
  }

  void learnRoom(double seconds) {
    const fs::path settingsFile = settingsFileFor(options_);
    if (fs::exists(settingsFile)) requireWritable(settingsFile);
    openSource_ = sourceOpener();
    NoiseProfiler learner(model().features);
    const auto listener = startListener({}, nullptr);
    std::cerr << "Measuring room noise for " << durationText(seconds) << "; please keep quiet."
              << std::endl;
    file_->setLimitSeconds(seconds + kAheadSeconds);
    while (learner.secondsHeard() < seconds) {
      std::this_thread::sleep_for(kDrainInterval);
      const LiveUpdate update = listener->drain();
      if (!update.frames.values.empty()) learner.push(update.frames);
      if (interrupted())
        throw Error("Room noise was not measured, because the measurement was interrupted.");
      if (isFile() && update.state == ListenerState::WaitingForDevice &&
          update.frames.values.empty())
        throw Error("Room noise was not measured, because '%1' is shorter than %2.", options_.input,
                    durationText(seconds));
    }
    listener->stop();
    // What the command line says is for this run alone.
    MonitoringSettings kept = readMonitoringSettings(settingsFileFor(options_));
    kept.room = learner.profile();
    kept.useGate = true;
    writeMonitoringSettings(settingsFileFor(options_), kept);
    std::cout << "Room noise was measured and saved in "
              << inQuotes(settingsFileFor(options_).string()) << "." << std::endl;
  }

  const ListenOptions& options_;
  std::shared_ptr<Classifier> classifier_;
  MonitoringSettings settings_;
  Listener::OpenSource openSource_;
  std::string sourceName_;  ///< before the first is open
  HeardFile heardFile_;
  std::shared_ptr<AudioHistory> history_;
  std::shared_ptr<FileSourceState> file_ = std::make_shared<FileSourceState>(kAheadSeconds);
  std::unique_ptr<EventDispatcher> dispatcher_;
  steady_clock::time_point start_;
  Message problem_;
  int64_t events_ = 0;
  bool isSoundLost_ = false;
  bool outputIsClosed_ = false;
};

int runListen(const ListenOptions& options) {
  return Listening(options).run();
}

}  // namespace

void addDevicesCommand(CLI::App& program, Command& run) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command = program.add_subcommand("devices", "List the microphones");
  command->add_flag("--json", *json, "Print one JSON object");
  command->callback([json, &run] { run = [json] { return runDevices(*json); }; });
}

void addListenCommand(CLI::App& program, Command& run) {
  auto options = std::make_shared<ListenOptions>();
  CLI::App* command =
      program.add_subcommand("listen", "Detect sounds live; store, record and alert on events");
  addListenOptions(*command, *options);
  command->callback([options, &run] { run = [options] { return runListen(*options); }; });
}

}  // namespace earwitness
