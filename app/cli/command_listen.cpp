#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/listening/listener.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr std::chrono::milliseconds kDrainInterval{50};

DeviceId deviceByName(const std::string& name) {
  if (name.empty()) return {};
  for (const AudioDevice& device : inputDevices())
    if (device.id.name == name) return device.id;
  throw Error("There is no microphone called '" + name + "'; see earwitness-cli devices.");
}

int runDevices(bool json) {
  const std::vector<AudioDevice> devices = inputDevices();
  nlohmann::json list = nlohmann::json::array();
  for (const AudioDevice& device : devices) {
    list.push_back({{"name", device.id.name},
                    {"host_api", device.id.hostApi},
                    {"channels", device.maxInputChannels},
                    {"sample_rate", device.defaultSampleRate},
                    {"default", device.isDefault}});
    if (!json)
      std::cout << (device.isDefault ? "* " : "  ") << device.id.name << "  (" << device.id.hostApi
                << ", " << device.maxInputChannels << " channels, " << device.defaultSampleRate
                << " Hz)\n";
  }
  if (json)
    printJson({{"devices", list}});
  else if (devices.empty())
    std::cout << "No microphone was found." << std::endl;
  return EXIT_SUCCESS;
}

struct ListenArguments {
  double seconds = 0.0;
  std::string device;
  fs::path model;
  bool json = false;
};

/// What was heard, printed as it happens; kept for the one JSON object at the end.
class HeardPrinter {
 public:
  HeardPrinter(const ModelDescription& model, bool json) : model_(model), json_(json) {}

  void take(const LiveUpdate& update) {
    for (const Event& event : update.events) {
      const bool isNew = heard_.find(event.id) == heard_.end();
      heard_[event.id] = event;
      if (isNew && !json_)
        std::cout << timeText(event.onsetSeconds) << "  " << model_.labels[size_t(event.label)]
                  << "  " << percent(event.peakScore) << std::endl;
    }
    for (const ScoredWindow& window : update.windows) {
      ++windows_;
      latencies_.push_back(window.latencyMs);
      inferences_.push_back(window.inferenceMs);
      last_ = window;
    }
    if (update.message != message_ && !update.message.empty())
      std::cerr << "earwitness-cli: " << update.message << std::endl;
    message_ = update.message;
    health_ = update.health;
  }

  void finish() {
    if (!json_) return;
    nlohmann::json events = nlohmann::json::array();
    for (const auto& [id, event] : heard_)
      events.push_back({{"label", model_.labels[size_t(event.label)]},
                        {"onset", event.onsetSeconds},
                        {"offset", event.offsetSeconds},
                        {"peak_score", event.peakScore},
                        {"mean_score", event.meanScore},
                        {"open", event.open}});
    nlohmann::json json = {{"events", events},
                           {"windows", windows_},
                           {"seconds", health_.secondsHeard},
                           {"dropped_frames", health_.droppedFrames},
                           {"dropped_windows", health_.droppedWindows},
                           {"median_inference_ms", median(inferences_)},
                           {"median_latency_ms", median(latencies_)}};
    if (windows_ > 0) json["last_top"] = model_.labels[size_t(topLabels(last_.scores, 1).at(0))];
    printJson(json);
  }

 private:
  static std::string timeText(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%3d:%04.1f", int(seconds) / 60,
                  seconds - 60 * (int(seconds) / 60));
    return text;
  }
  static nlohmann::json median(std::vector<float> values) {
    if (values.empty()) return nullptr;
    std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
    return values[values.size() / 2];
  }

  const ModelDescription& model_;
  bool json_;
  std::map<int64_t, Event> heard_;
  std::vector<float> latencies_, inferences_;
  long windows_ = 0;
  ScoredWindow last_;
  std::string message_;
  Health health_;
};

int runListen(const ListenArguments& arguments) {
  const auto classifier = std::make_shared<NetworkClassifier>(
      arguments.model.empty() ? bundledModel() : arguments.model);
  const ModelDescription& model = classifier->description();
  const DeviceId device = deviceByName(arguments.device);
  openCapture(device);  // fails at once and in words where there is no microphone at all
  catchInterrupts();
  HeardPrinter printer(model, arguments.json);
  Listener::Settings settings;
  settings.features = model.features;
  settings.events = eventSettingsOf(model);
  Listener listener([device] { return openCapture(device); }, classifier, settings);
  const auto start = std::chrono::steady_clock::now();
  const auto over = [&] {
    return arguments.seconds > 0.0 && std::chrono::steady_clock::now() - start >
                                          std::chrono::duration<double>(arguments.seconds);
  };
  while (!interrupted() && !over()) {
    std::this_thread::sleep_for(kDrainInterval);
    printer.take(listener.drain());
  }
  listener.stop();
  printer.take(listener.drain());
  printer.finish();
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
  auto arguments = std::make_shared<ListenArguments>();
  CLI::App* command = program.add_subcommand("listen", "Name what the microphone hears");
  command->add_option("--seconds", arguments->seconds, "Stop after so many seconds (0: on Ctrl-C)")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--device", arguments->device,
                      "Microphone, by its name in the command devices");
  command->add_option("--model", arguments->model, "Model file (default: the bundled one)");
  command->add_flag("--json", arguments->json, "Print one JSON object at the end");
  command->callback([arguments, &run] { run = [arguments] { return runListen(*arguments); }; });
}

}  // namespace earwitness
