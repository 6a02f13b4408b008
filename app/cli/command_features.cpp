#include <bit>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/support.h"
#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
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

int runFeatures(const fs::path& file, const fs::path& model, const fs::path& output) {
  FeatureSettings settings;
  if (!model.empty()) settings = readModelDescription(model).features;
  const std::vector<float> samples = readAudio(file, settings.sampleRate);
  const LogMel features = logMel(samples, settings);
  writeFileAtomically(output, [&](const fs::path& temporary) {
    std::ofstream out(temporary, std::ios::binary);
    out << npyHeader(features.nFrames(), features.nMels);
    out.write(reinterpret_cast<const char*>(features.values.data()),
              std::streamsize(features.values.size() * sizeof(float)));
    out.close();
    if (!out)
      throw Error("The file '" + output.string() + "' cannot be written: is the disk full?");
  });
  std::cout << features.nFrames() << " frames, " << settings.summary() << std::endl;
  return EXIT_SUCCESS;
}

}  // namespace

void addFeaturesCommand(CLI::App& program, Command& run) {
  struct Arguments {
    fs::path file, model, output;
  };
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "features", "Write the log-mel spectrogram of a file as .npy (frames, bands)");
  command->add_option("file", arguments->file, "Audio file")->required();
  command->add_option("--output", arguments->output, "File to write, .npy")->required();
  command->add_option("--model", arguments->model,
                      "Take this model's settings instead of the report's");
  command->callback([arguments, &run] {
    run = [arguments] { return runFeatures(arguments->file, arguments->model, arguments->output); };
  });
}

}  // namespace earwitness
