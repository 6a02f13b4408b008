#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/data/synthetic_set.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// Progress that overwrites itself, on a terminal only.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what) : what_(std::move(what)) {}
  ~ProgressLine() {
    if (shown_) std::cerr << "\r\033[K" << std::flush;
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(size_t done, size_t total) {
    if (!showsProgress()) return;
    shown_ = true;
    std::cerr << "\r\033[K" << what_ << ": " << done << " of " << total << std::flush;
  }

 private:
  std::string what_;
  bool shown_ = false;
};

int runSynth(SyntheticSetRequest request) {
  catchInterrupts();
  request.stop = &interrupted();
  try {
    ProgressLine progress("Making sounds");
    request.onProgress = [&](int done, int all) { progress.show(size_t(done), size_t(all)); };
    const int total = writeSyntheticSet(request);
    std::cout << total << " clips in " << request.folder.string() << std::endl;
    return EXIT_SUCCESS;
  } catch (const Stopped&) {
    return 130;
  }
}

void addSynthCommand(CLI::App& data, Command& run) {
  auto request = std::make_shared<SyntheticSetRequest>();
  CLI::App* command = data.add_subcommand(
      "synth",
      "Make a small data set for trying out training: siren, engine, vacuum cleaner, "
      "beeps, chirps, clicks and silence");
  command->add_option("folder", request->folder, "Folder to write to")->required();
  command->add_option("--clips-per-class", request->clipsPerClass, "Clips in each class")
      ->capture_default_str();
  command->add_option("--seconds", request->seconds, "Length of a clip")->capture_default_str();
  command->add_option("--rate", request->sampleRate, "Sample rate in Hz")->capture_default_str();
  command->add_option("--seed", request->seed, "Another seed gives other sounds")
      ->capture_default_str();
  command->add_flag("--force", request->force, "Write into a folder that is not empty");
  command->callback([request, &run] { run = [request] { return runSynth(*request); }; });
}

}  // namespace

void addDataCommand(CLI::App& program, Command& run) {
  CLI::App* data = program.add_subcommand("data", "Check or make data sets");
  data->require_subcommand(1);
  addSynthCommand(*data, run);
}

}  // namespace earwitness
