// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/commands.h"
#include "app/cli/npy.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/features/log_mel.h"
#include "core/listening/model_description.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

int runFeatures(const fs::path& file, const fs::path& model, const OutputFile& output,
                ChannelChoice channel) {
  output.requireWritable({file, model});
  FeatureSettings settings;
  if (!model.empty()) settings = readModelDescription(model).features;
  AudioReport report;
  const std::vector<float> samples = readAudio(file, settings.sampleRate, channel, &report);
  printNote(file, report);
  const LogMel features = logMel(samples, settings);
  std::string bytes = npyHeader("'<f4'", "(" + std::to_string(features.nFrames()) + ", " +
                                             std::to_string(features.nMels) + ")");
  bytes.append(reinterpret_cast<const char*>(features.values.data()),
               features.values.size() * sizeof(float));
  output.write(bytes);
  // Beside the result where that is on standard output.
  std::ostream& remark = output.isStandardOutput() ? std::cerr : std::cout;
  remark << features.nFrames() << " frames, " << settings.summary().english() << std::endl;
  return EXIT_SUCCESS;
}

}  // namespace

void addFeaturesCommand(CLI::App& program, Command& run) {
  struct Arguments {
    fs::path file, model, output;
    ChannelChoice channel;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "features", "Write the log-mel spectrogram of a file as .npy (frames, bands)");
  command->add_option("file", arguments->file, "Audio file")->required();
  command->add_option("--output", arguments->output, "File to write, .npy; - is standard output")
      ->required();
  command->add_option("--model", arguments->model,
                      "Use this model's settings instead of the baseline's");
  addChannelOption(*command, arguments->channel);
  command->callback([arguments, &run] {
    run = [arguments] {
      return runFeatures(arguments->file, arguments->model,
                         {arguments->output, OutputFile::Contents::Binary}, arguments->channel);
    };
  });
}

}  // namespace earwitness
