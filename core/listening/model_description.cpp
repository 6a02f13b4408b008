// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/model_description.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <set>
#include <string_view>
#include <system_error>

#include <zip.h>

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/output_target.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr uint64_t kMaxDescriptionBytes = uint64_t(16) << 20;
constexpr zip_uint16_t kFirstDosDate = (1 << 5) | 1;  // 1 January 1980
constexpr double kMinShortestSeconds = 0.1;
constexpr double kMaxWindowSeconds = 600.0;

constexpr std::array<std::pair<ModelInput, const char*>, 2> kInputNames{
    {{ModelInput::LogMel, "log_mel"}, {ModelInput::Waveform, "waveform"}}};
constexpr std::array<std::pair<ModelOutput, const char*>, 3> kOutputNames{
    {{ModelOutput::SingleLabelLogits, "single_label_logits"},
     {ModelOutput::MultiLabelLogits, "multi_label_logits"},
     {ModelOutput::Probabilities, "probabilities"}}};

template <typename Names, typename Value>
std::string nameIn(const Names& names, Value value) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [value](const auto& pair) { return pair.first == value; });
  return found->second;
}

/// Throws Error saying what `what` may be.
template <typename Names>
auto valueIn(const Names& names, const std::string& name, const Message& what) {
  std::string all;
  for (const auto& [value, known] : names) {
    if (name == known) return value;
    all += (all.empty() ? "" : ", ") + std::string(known);
  }
  throw Error("%1 is '%2', which is unknown. Use one of: %3. A newer Earwitness may know more.",
              what, name, all);
}

[[noreturn]] void reject(const JsonProblem& problem, const std::string& source) {
  if (problem.path.empty())
    throw Error("The model description in '%1' is damaged: it is not a JSON object.", source);
  if (problem.isMissing)
    throw Error("The model description in '%1' is incomplete: '%2' is missing.", source,
                problem.path);
  throw Error("The model description in '%1' is damaged: '%2' must be %3.", source, problem.path,
              problem.expected);
}

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// True for `<root>/extra/earwitness.json`, where TorchScript keeps its extra files.
bool isDescription(std::string_view entry) {
  const size_t slash = entry.find('/');
  return slash != std::string_view::npos && slash > 0 &&
         entry.substr(slash) == std::string("/extra/") + ModelDescription::kFileName;
}

std::string readEntry(zip_t* archive, zip_uint64_t index, uint64_t size,
                      const std::string& source) {
  const std::unique_ptr<zip_file_t, ZipCloser> file(zip_fopen_index(archive, index, 0));
  std::string text(size, '\0');
  zip_int64_t count = file ? zip_fread(file.get(), text.data(), size) : -1;
  // The check sum is compared when the end is reached, so the end is read too.
  char beyond = 0;
  if (count == zip_int64_t(size)) count += zip_fread(file.get(), &beyond, 1);
  if (count != zip_int64_t(size))
    throw Error("The model file '%1' is damaged: its description cannot be unpacked.", source);
  return text;
}

using Archive = std::unique_ptr<zip_t, ZipCloser>;

Archive openArchive(const fs::path& modelFile, int flags, const std::string& source) {
  Archive archive(zip_open(modelFile.c_str(), flags, nullptr));
  if (!archive)
    throw Error("'%1' is not a model file: a TorchScript archive (.pt) is expected.", source);
  return archive;
}

/// Index of the description in the archive.
zip_uint64_t findDescription(zip_t* archive, const std::string& source) {
  const zip_int64_t nEntries = zip_get_num_entries(archive, 0);
  for (zip_int64_t index = 0; index < nEntries; ++index) {
    const char* name = zip_get_name(archive, zip_uint64_t(index), 0);
    if (name != nullptr && isDescription(name)) return zip_uint64_t(index);
  }
  throw Error(
      "The model file '%1' has no description (earwitness.json), so its labels and feature "
      "settings are not known.",
      source);
}

std::string readDescriptionText(const fs::path& modelFile, const std::string& source) {
  const Archive archive = openArchive(modelFile, ZIP_RDONLY, source);
  const zip_uint64_t index = findDescription(archive.get(), source);
  zip_stat_t info;
  zip_stat_init(&info);
  if (zip_stat_index(archive.get(), index, 0, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0 ||
      info.size > kMaxDescriptionBytes)
    throw Error("The model file '%1' is damaged: its description has no sensible size.", source);
  return readEntry(archive.get(), index, info.size, source);
}

void requireReadable(const fs::path& modelFile, const std::string& source) {
  std::error_code error;
  const fs::file_status status = fs::status(modelFile, error);
  if (status.type() == fs::file_type::not_found)
    throw Error("The model file '%1' does not exist.", source);
  if (error) throw Error("The model file '%1' cannot be read: %2.", source, error.message());
  if (!fs::is_regular_file(status))
    throw Error("'%1' is not a model file: it is a folder or a device.", source);
}

}  // namespace

std::string nameOf(ModelInput input) {
  return nameIn(kInputNames, input);
}

std::string nameOf(ModelOutput output) {
  return nameIn(kOutputNames, output);
}

ModelOutput modelOutputNamed(const std::string& name) {
  return valueIn(kOutputNames, name, Message("The kind of output"));
}

FeatureSettings pictureFeatures(int sampleRate) {
  FeatureSettings features;
  features.sampleRate = sampleRate;
  features.hopSamples = std::max(8, sampleRate / 80);
  features.nFft = 2 * features.hopSamples;
  features.fMaxHz = sampleRate / 2.0;
  return features;
}

int ModelDescription::formatVersion() const {
  return input == ModelInput::LogMel && output == ModelOutput::SingleLabelLogits ? 1 : 2;
}

long ModelDescription::windowSamples() const {
  return std::lround(windowSeconds * features.sampleRate);
}

long ModelDescription::windowFrames() const {
  return features.framesOf(windowSamples());
}

std::vector<long> ModelDescription::inputShape() const {
  if (input == ModelInput::Waveform) return {windowSamples()};
  return {windowFrames(), features.nMels};
}

size_t ModelDescription::inputSize() const {
  const std::vector<long> shape = inputShape();
  return size_t(std::accumulate(shape.begin(), shape.end(), 1L, std::multiplies<>()));
}

std::vector<float> ModelDescription::silentInput() const {
  return std::vector<float>(inputSize(),
                            input == ModelInput::Waveform ? 0.0F : features.silenceLevel());
}

void ModelDescription::validate() const {
  const auto fail = [this](const Message& what) {
    throw Error("The model '%1' cannot be used: %2.", name, what);
  };
  features.validate();
  if (labels.empty()) fail(Message("it names no labels"));
  std::set<std::string_view> seen;
  for (const std::string& label : labels) {
    if (label.empty()) fail(Message("one of its labels is empty"));
    if (!seen.insert(label).second) fail(Message("it names the label '%1' twice", label));
  }
  if (!(windowSeconds > 0.0) || windowSeconds > kMaxWindowSeconds)
    fail(Message("its window of %1 s is out of range", std::to_string(windowSeconds)));
  // A window's last frame must not be there before its last sample is.
  if (input == ModelInput::Waveform && 2 * features.hopSamples > features.nFft)
    fail(Message("the hop of its spectrogram is more than half an FFT"));
  if (!(hopSeconds >= features.frameSeconds()) || hopSeconds > windowSeconds)
    fail(Message("its hop of %1 s does not fit its window of %2 s", std::to_string(hopSeconds),
                 std::to_string(windowSeconds)));
  if (shortestSeconds != 0.0) {
    if (!(shortestSeconds >= kMinShortestSeconds) || shortestSeconds > windowSeconds)
      fail(Message("its shortest window of %1 s is out of range", std::to_string(shortestSeconds)));
    if (input == ModelInput::Waveform)
      fail(Message("models with waveform input accept whole windows only"));
  }
  if (thresholds.size() != labels.size())
    fail(Message("it has %1 labels but %2 thresholds", labels.size(), thresholds.size()));
  for (const float threshold : thresholds)
    if (!(threshold >= 0.0F && threshold <= 1.0F))
      fail(Message("a threshold is not between 0 and 1"));
}

json toJson(const ModelDescription& description) {
  json object = {{"format_version", description.formatVersion()},
                 {"name", description.name},
                 {"labels", description.labels},
                 {"features", toJson(description.features)},
                 {"window_seconds", description.windowSeconds},
                 {"hop_seconds", description.hopSeconds},
                 {"input", nameOf(description.input)},
                 {"input_shape", description.inputShape()},
                 {"output", nameOf(description.output)},
                 {"thresholds", description.thresholds},
                 {"card", description.card}};
  if (description.shortestSeconds > 0.0)
    object["shortest_window_seconds"] = description.shortestSeconds;
  return object;
}

ModelDescription modelDescriptionFromJson(const json& object, const std::string& source) {
  const JsonFields fields(object, source, reject);
  ModelDescription description;
  const int64_t version = fields.whole("format_version");
  if (version > ModelDescription::kFormatVersion)
    throw Error(
        "The model in '%1' was made by a newer Earwitness (format %2; this one reads up to %3): "
        "update Earwitness to use it.",
        source, version, ModelDescription::kFormatVersion);
  if (version < 1)
    throw Error("The model description in '%1' is damaged: its format version is %2.", source,
                version);
  description.name = fields.text("name");
  description.labels = fields.texts("labels");
  description.windowSeconds = fields.number("window_seconds");
  description.hopSeconds = fields.number("hop_seconds");
  if (fields.has("shortest_window_seconds"))
    description.shortestSeconds = fields.number("shortest_window_seconds");
  description.thresholds = fields.numbers("thresholds");
  // Files of before said null where there is no card.
  if (fields.find("card")) description.card = fields.object("card").raw();
  const json& features = fields.at("features");
  const auto optionalText = [&](const char* key, const std::string& without) {
    return fields.has(key) ? fields.text(key) : without;
  };
  try {
    description.input = valueIn(kInputNames, optionalText("input", nameOf(description.input)),
                                Message("Its kind of input"));
    description.output = valueIn(kOutputNames, optionalText("output", nameOf(description.output)),
                                 Message("Its kind of output"));
    description.features = featureSettingsFromJson(features);
    description.validate();
  } catch (const Error& error) {
    throw Error("The model in '%1' is refused. %2", source, error.message());
  }
  // Written for readers in other languages; here it only has to agree.
  if (fields.has("input_shape") && fields.at("input_shape") != json(description.inputShape()))
    throw Error(
        "The model description in '%1' contradicts itself: 'input_shape' does not fit its window "
        "and features.",
        source);
  return description;
}

ModelDescription readModelDescription(const fs::path& modelFile) {
  const std::string source = modelFile.string();
  requireReadable(modelFile, source);
  const std::string text = readDescriptionText(modelFile, source);
  const json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (object.is_discarded())
    throw Error("The model file '%1' is damaged: its description is not valid JSON.", source);
  ModelDescription description = modelDescriptionFromJson(object, source);
  description.fingerprint = hashOfFile(modelFile);
  return description;
}

void replaceModelDescription(const fs::path& modelFile, const ModelDescription& description,
                             const fs::path& to) {
  description.validate();
  const std::string source = modelFile.string();
  requireReadable(modelFile, source);
  const std::string text = toJson(description).dump(2, ' ', false, json::error_handler_t::replace);
  writeFileAtomically(to, [&](const fs::path& temporary) {
    std::error_code error;
    fs::copy_file(modelFile, temporary, fs::copy_options::overwrite_existing, error);
    if (error == std::errc::file_too_large || error == std::errc::no_space_on_device ||
        error.value() == EDQUOT)
      failToWrite(to, error.value());
    if (error) throw Error("The model file '%1' cannot be copied: %2.", source, error.message());
    Archive archive = openArchive(temporary, 0, source);
    const zip_uint64_t index = findDescription(archive.get(), source);
    zip_source_t* contents = zip_source_buffer(archive.get(), text.data(), text.size(), 0);
    // As TorchScript has them: not compressed, and without a time.
    const bool replaced = contents != nullptr &&
                          zip_file_replace(archive.get(), index, contents, 0) == 0 &&
                          zip_set_file_compression(archive.get(), index, ZIP_CM_STORE, 0) == 0 &&
                          zip_file_set_dostime(archive.get(), index, 0, kFirstDosDate, 0) == 0;
    if (!replaced || zip_close(archive.get()) != 0)
      throw Error("The description in the model file '%1' cannot be replaced: is the disk full?",
                  source);
    static_cast<void>(archive.release());  // closing it has freed it
  });
}

}  // namespace earwitness
