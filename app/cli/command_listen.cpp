#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/listen_options.h"
#include "app/cli/listen_output.h"
#include "app/cli/listen_source.h"
#include "app/cli/service_notifier.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/desk/desk.h"
#include "core/inference/network_classifier.h"
#include "core/listening/listener.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kDrainInterval{50};
constexpr std::chrono::milliseconds kDrainFileInterval{2};
constexpr double kAheadSeconds = 60.0;  // of the desk; the history holds ten minutes

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
    std::cout << "No microphone was found." << std::endl;
  return EXIT_SUCCESS;
}

/// Nobody reads what is printed any more: a closed pipe, which is a way to end a program.
bool nobodyReads() {
  pollfd output{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

/// One run of the command: listener and desk, and what is printed of them.
class Listening {
 public:
  explicit Listening(const ListenOptions& options)
      : options_(options),
        classifier_(std::make_shared<NetworkClassifier>(options.model.empty() ? bundledModel()
                                                                              : options.model)),
        settings_(deskSettingsFor(options, model().labels)) {}

  void run() {
    if (options_.learnRoomSeconds) return learnRoom(*options_.learnRoomSeconds);
    openSource_ = sourceOpener();
    startDesk();
    const auto output = makeListenOutput(options_, model(), sourceName_);
    const auto listener =
        startListener(settings_.useGate ? settings_.room : RoomProfile{}, history_);
    ServiceNotifier service;
    service.ready();
    while (!isOver()) {
      std::this_thread::sleep_for(isFile() ? kDrainFileInterval : kDrainInterval);
      const LiveUpdate update = listener->drain();
      take(update, *output, service);
      if (isFile() && update.state == ListenerState::WaitingForDevice) break;
    }
    listener->stop();
    outputIsClosed_ = outputIsClosed_ || nobodyReads();
    take(listener->drain(), *output, service);
    desk_.reset();  // what waits is finished
    if (!outputIsClosed_) return output->finish();
    std::cout.clear();
  }

 private:
  const ModelDescription& model() const { return classifier_->description(); }
  bool isFile() const { return !options_.input.empty(); }

  void startDesk() {
    history_ = std::make_shared<SoundHistory>();
    Desk::Options options;
    options.settings = settings_;
    options.storeFile = storeFileFor(options_, settings_);
    options.history = history_;
    desk_ = std::make_unique<Desk>(std::move(options));
    desk_->beginStream(model(), sourceName_);
  }

  std::unique_ptr<Listener> startListener(const RoomProfile& room,
                                          const std::shared_ptr<SoundHistory>& history) {
    Listener::Settings settings;
    settings.features = model().features;
    settings.events = eventSettingsOf(model(), settings_);
    settings.room = room;
    settings.history = history;
    settings.paced = isFile();
    catchInterrupts();
    start_ = steady_clock::now();
    return std::make_unique<Listener>(openSource_, classifier_, settings);
  }

  /// Fails at once and in words where there is nothing to listen to, unless that is waited for.
  Listener::OpenSource sourceOpener() {
    if (isFile()) {
      sourceName_ = openFileSource(options_.input, limitSeconds_)->description();
      return [this, wasOpened = false]() mutable {
        if (std::exchange(wasOpened, true))
          throw Error(inQuotes(options_.input.string()) + " has been heard to its end.");
        return openFileSource(options_.input, limitSeconds_);
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

  bool isOver() const {
    if (interrupted() || outputIsClosed_ || nobodyReads()) return true;
    return options_.seconds > 0.0 &&
           steady_clock::now() - start_ > std::chrono::duration<double>(options_.seconds);
  }

  void take(const LiveUpdate& update, ListenOutput& output, ServiceNotifier& service) {
    desk_->take(update);
    const bool isFileAtItsEnd = isFile() && update.state == ListenerState::WaitingForDevice;
    LiveUpdate shown = update;
    if (isFileAtItsEnd) shown.message.clear();
    try {
      if (!outputIsClosed_) output.take(shown);
    } catch (const Error&) {
      if (!nobodyReads()) throw;
      outputIsClosed_ = true;
    }
    const Desk::News news = desk_->drain();
    *limitSeconds_ = news.doneSeconds + kAheadSeconds;
    if (news.problem != problem_ && !news.problem.empty())
      std::cerr << "earwitness-cli: " << news.problem << std::endl;
    problem_ = news.problem;
    events_ += std::ranges::count_if(update.events, [](const Event& event) { return !event.open; });
    service.alive(update.state == ListenerState::Listening
                      ? "Listening; " + std::to_string(events_) + " events so far." +
                            (problem_.empty() ? "" : " " + problem_)
                      : update.message);
  }

  void learnRoom(double seconds) {
    openSource_ = sourceOpener();
    RoomLearner learner(model().features);
    const auto listener = startListener({}, nullptr);
    std::cerr << "Learning the room for " << durationText(seconds) << "; please keep quiet."
              << std::endl;
    *limitSeconds_ = seconds + kAheadSeconds;
    while (learner.secondsHeard() < seconds) {
      std::this_thread::sleep_for(kDrainInterval);
      const LiveUpdate update = listener->drain();
      if (!update.frames.values.empty()) learner.push(update.frames);
      if (interrupted()) throw Error("The room was not learned, because it was interrupted.");
      if (isFile() && update.state == ListenerState::WaitingForDevice &&
          update.frames.values.empty())
        throw Error("The room was not learned, because " + inQuotes(options_.input.string()) +
                    " is shorter than " + durationText(seconds) + ".");
    }
    listener->stop();
    // What the command line says is for this run alone.
    DeskSettings kept = readDeskSettings(settingsFileFor(options_));
    kept.room = learner.profile();
    kept.useGate = true;
    writeDeskSettings(settingsFileFor(options_), kept);
    std::cout << "The room is learned and kept in " << inQuotes(settingsFileFor(options_).string())
              << "." << std::endl;
  }

  const ListenOptions& options_;
  std::shared_ptr<NetworkClassifier> classifier_;
  DeskSettings settings_;
  Listener::OpenSource openSource_;
  std::string sourceName_;
  std::shared_ptr<SoundHistory> history_;
  std::shared_ptr<std::atomic<double>> limitSeconds_ =
      std::make_shared<std::atomic<double>>(kAheadSeconds);
  std::unique_ptr<Desk> desk_;
  steady_clock::time_point start_;
  std::string problem_;
  int64_t events_ = 0;
  bool outputIsClosed_ = false;
};

int runListen(const ListenOptions& options) {
  Listening(options).run();
  return EXIT_SUCCESS;
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
  CLI::App* command = program.add_subcommand(
      "listen", "Name what the microphone hears, keep it, record it, and alert");
  addListenOptions(*command, *options);
  command->callback([options, &run] { run = [options] { return runListen(*options); }; });
}

}  // namespace earwitness
