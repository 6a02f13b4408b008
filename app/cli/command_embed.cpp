// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

#include "app/cli/audio_notes.h"
#include "app/cli/channel_option.h"
#include "app/cli/classify_files.h"
#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/cli/npy.h"
#include "app/cli/output_file.h"
#include "app/cli/support.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/decode_ahead.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

struct EmbedArguments {
  std::vector<fs::path> files;
  fs::path model, output;
  double hopSeconds = 1.0;
  ChannelChoice channel;
  Confinement confinement;
};

/// One window of one file.
struct EmbeddingRow {
  int32_t file = 0;  ///< in the order of the files
  double start = 0.0;
  double end = 0.0;
  std::vector<float> embedding;
};

class Embedding {
 public:
  Embedding(const EmbedArguments& arguments, Classifier& classifier)
      : arguments_(arguments),
        classifier_(classifier),
        scores_(classifier.description().labels.size()) {}

  void add(int32_t index, const fs::path& file) {
    const ModelDescription& model = classifier_.description();
    DecodeAhead decoder(file, model.features, WindowPlan::of(model, arguments_.hopSeconds), false,
                        arguments_.channel);
    while (auto block = decoder.next())
      for (const Window& window : block->windows) {
        if (interrupted()) return;
        EmbeddingRow row{.file = index,
                         .start = std::max(0.0, window.startSeconds),
                         .end = window.endSeconds,
                         .embedding = std::vector<float>(size_t(classifier_.embeddingSize()))};
        classifier_.classifyAndEmbed(window.input(), scores_, row.embedding);
        rows_.push_back(std::move(row));
      }
    printNote(file, decoder.report());
  }

  size_t size() const { return rows_.size(); }

  /// Rows of the fields file, start, end (seconds) and embedding.
  std::string npy() const {
    const std::string type =
        "[('file', '<i4'), ('start', '<f8'), ('end', '<f8'), ('embedding', "
        "'<f4', (" +
        std::to_string(classifier_.embeddingSize()) + ",))]";
    std::string bytes = npyHeader(type, "(" + std::to_string(rows_.size()) + ",)");
    const auto append = [&bytes](const void* data, size_t size) {
      bytes.append(static_cast<const char*>(data), size);
    };
    for (const EmbeddingRow& row : rows_) {
      append(&row.file, sizeof row.file);
      append(&row.start, sizeof row.start);
      append(&row.end, sizeof row.end);
      append(row.embedding.data(), row.embedding.size() * sizeof(float));
    }
    return bytes;
  }

  std::string csv(const std::vector<fs::path>& files) const {
    std::string text = "file,start,end";
    for (int i = 0; i < classifier_.embeddingSize(); ++i) text += ",e" + std::to_string(i);
    text += "\n";
    for (const EmbeddingRow& row : rows_) {
      text += csvField(files[size_t(row.file)].string()) + "," + fixedPoint(row.start, 3) + "," +
              fixedPoint(row.end, 3);
      for (const float value : row.embedding) text += "," + fixedPoint(value, 6);
      text += "\n";
    }
    return text;
  }

 private:
  const EmbedArguments& arguments_;
  Classifier& classifier_;
  std::vector<float> scores_;
  std::vector<EmbeddingRow> rows_;
};

int runEmbed(const EmbedArguments& arguments) {
  catchInterrupts();
  const bool isTable = arguments.output.extension() == ".csv";
  const OutputFile output(arguments.output,
                          isTable ? OutputFile::Contents::Text : OutputFile::Contents::Binary);
  std::vector<fs::path> inputs = arguments.files;
  inputs.push_back(arguments.model);
  output.requireWritable(inputs);
  const FilesToClassify found = filesToClassify(arguments.files);
  for (const std::string& note : found.notes) std::cerr << note << std::endl;
  const auto classifier = openClassifier(arguments.model.empty() ? bundledModel() : arguments.model,
                                         arguments.confinement);
  if (classifier->embeddingSize() == 0)
    throw Error(
        "The model '%1' has no embedding: its network does not end with a linear layer. Choose "
        "another one (--model).",
        classifier->description().name);
  size_t failures = found.problems.size();
  for (const FilesToClassify::Problem& problem : found.problems)
    std::cerr << "earwitness-cli: " << problem.error << std::endl;
  Embedding embedding(arguments, *classifier);
  for (size_t i = 0; i < found.files.size() && !interrupted(); ++i) try {
      embedding.add(int32_t(i), found.files[i]);
    } catch (const Error& error) {
      std::cerr << "earwitness-cli: " << error.what() << std::endl;
      ++failures;
    }
  if (interrupted()) return 130;
  output.write(isTable ? embedding.csv(found.files) : embedding.npy());
  // Beside the result where that is on standard output.
  std::ostream& remark = output.isStandardOutput() ? std::cerr : std::cout;
  remark << embedding.size() << " windows of " << found.files.size() << " files, "
         << classifier->embeddingSize() << " numbers each" << std::endl;
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

void addEmbedCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<EmbedArguments>();
  CLI::App* command = program.add_subcommand(
      "embed", "Save the model's embedding of each window of audio files, with times");
  command->add_option("files", arguments->files, "Audio files, or folders of them")->required();
  command
      ->add_option("--output", arguments->output,
                   "File to write: .npy (rows of file, start, end, embedding) or .csv; - is "
                   "standard output, as .npy")
      ->required();
  command->add_option("--model", arguments->model, "Model file (default: the bundled one)");
  command
      ->add_option("--hop-seconds", arguments->hopSeconds, "Time between the starts of two windows")
      ->check(CLI::Range(0.01, 3600.0))
      ->capture_default_str();
  addChannelOption(*command, arguments->channel);
  addUnconfinedOption(*command, arguments->confinement);
  command->callback([arguments, &run] { run = [arguments] { return runEmbed(*arguments); }; });
}

}  // namespace earwitness
