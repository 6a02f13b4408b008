#include <bit>
#include <iostream>
#include <memory>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/commands.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/features/log_mel.h"
#include "core/listening/model_description.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// NumPy's .npy, version 1.0: magic, header length, header padded to 64 bytes, data.
std::string npyHeader(long rows, long columns) {
  static_assert(std::endian::native == std::endian::little);
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                       std::to_string(rows) + ", " + std::to_string(columns) + "), }";
  constexpr size_t kPrefix = 10;
  header.append(63 - (kPrefix + header.size()) % 64, ' ');
  header += '\n';
  std::string prefix("\x93NUMPY\x01\x00", 8);
  prefix += char(header.size() & 0xff);
  prefix += char(header.size() >> 8);
  return prefix + header;
}

int runFeatures(const fs::path& file, const fs::path& model, const OutputFile& output,
                ChannelChoice channel) {
  output.requireWritable({file, model});
  FeatureSettings settings;
  if (!model.empty()) settings = readModelDescription(model).features;
  AudioReport report;
  const std::vector<float> samples = readAudio(file, settings.sampleRate, channel, &report);
  printNote(file, report);
  const LogMel features = logMel(samples, settings);
  std::string bytes = npyHeader(features.nFrames(), features.nMels);
  bytes.append(reinterpret_cast<const char*>(features.values.data()),
               features.values.size() * sizeof(float));
  output.write(bytes);
  // Beside the result where that is on standard output.
  std::ostream& remark = output.isStandardOutput() ? std::cerr : std::cout;
  remark << features.nFrames() << " frames, " << settings.summary() << std::endl;
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
                      "Take this model's settings instead of the report's");
  addChannelOption(*command, arguments->channel);
  command->callback([arguments, &run] {
    run = [arguments] {
      return runFeatures(arguments->file, arguments->model,
                         {arguments->output, OutputFile::Contents::Binary}, arguments->channel);
    };
  });
}

}  // namespace earwitness
