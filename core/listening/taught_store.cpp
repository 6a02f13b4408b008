// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_store.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/audio/audio_writer.h"
#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "core/base/text.h"
#include "core/base/user_folders.h"

namespace earwitness {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view kClipEnding = ".flac";
constexpr const char* kDamagedStem = "taught-damaged";
constexpr size_t kLongestText = 1000;                  // bytes
constexpr size_t kLargestEmbedding = size_t(1) << 16;  // values

/// The file is of a newer Earwitness: nothing is wrong with it.
class NewerFormat : public Error {
 public:
  using Error::Error;
};

[[noreturn]] void reject(const JsonProblem& problem, const std::string& source) {
  const Message where = problem.path.empty() ? Message("the file") : Message("'%1'", problem.path);
  throw Error("The taught classes in '%1' are damaged: %2.", source,
              problem.isMissing ? Message("%1 is missing", where)
                                : Message("%1 is not %2", where, problem.expected));
}

std::string textOf(const JsonFields& fields, const char* key, size_t mostBytes) {
  std::string text = fields.text(key);
  if (text.size() > mostBytes) fields.reject(key, Message("a text of at most %1 bytes", mostBytes));
  return text;
}

json toJson(const TaughtExample& example) {
  json embedding = json::array();
  for (const float value : example.embedding) embedding.push_back(withoutTail(value));
  return {{"id", example.id},
          {"counter_example", example.isCounterExample},
          {"clip", example.clip},
          {"origin", example.origin},
          {"utc_ms", example.utcMs},
          {"seconds", example.seconds},
          {"embedding", std::move(embedding)}};
}

TaughtExample exampleOf(const JsonFields& reader, size_t embeddingSize) {
  TaughtExample example;
  example.id = reader.text("id");
  if (!isExampleId(example.id)) reader.reject("id", Message("the id of an example"));
  example.isCounterExample = reader.flag("counter_example");
  example.clip = reader.text("clip");
  if (!example.clip.empty() && !isClipName(example.clip))
    reader.reject("clip", Message("the name of a clip"));
  example.origin = textOf(reader, "origin", TaughtExample::kLongestOrigin);
  example.utcMs = reader.whole("utc_ms", 0, TaughtExample::kMaxUtcMs);
  example.seconds = reader.number("seconds", 0.0, TaughtExample::kLongestSeconds);
  example.embedding = reader.numbers("embedding");
  if (example.embedding.size() != embeddingSize)
    reader.reject("embedding", Message("a list of %1 numbers", embeddingSize));
  return example;
}

void requireKnownVersion(const JsonFields& reader, const std::string& source) {
  const int64_t version = reader.whole("format_version", 1, INT32_MAX);
  if (version > TaughtStore::kFormatVersion)
    throw NewerFormat(
        Message("The taught classes in '%1' were saved by a newer Earwitness (format %2; this one "
                "reads up to %3). Update Earwitness, or move the file away to start without them.",
                source, version, TaughtStore::kFormatVersion));
}

json parsed(const std::string& text, const std::string& source) {
  json parsed = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded())
    throw Error("The taught classes in '%1' are damaged: %2.", source,
                Message("the file is not valid JSON"));
  return parsed;
}

}  // namespace

json toJson(const TaughtClasses& classes) {
  json list = json::array();
  for (const TaughtClass& taught : classes.classes()) {
    json examples = json::array();
    for (const TaughtExample& example : taught.examples) examples.push_back(toJson(example));
    list.push_back({{"name", taught.name},
                    {"threshold", withoutTail(taught.threshold)},
                    {"examples", std::move(examples)}});
  }
  return {
      {"format_version", TaughtStore::kFormatVersion},
      {"model",
       {{"fingerprint", classes.modelFingerprint()}, {"embedding_size", classes.embeddingSize()}}},
      {"classes", std::move(list)}};
}

TaughtClasses taughtClassesFromJson(const json& object, const std::string& source) {
  const JsonFields reader(object, source, reject);
  requireKnownVersion(reader, source);
  const JsonFields model = reader.object("model");
  const auto size = size_t(model.whole("embedding_size", 1, int64_t(kLargestEmbedding)));
  std::vector<TaughtClass> classes;
  std::set<std::string> names;
  std::set<std::string> ids;
  for (const JsonFields& each : reader.objects("classes", TaughtClasses::kMostClasses)) {
    TaughtClass taught;
    taught.name = textOf(each, "name", TaughtClasses::kLongestName);
    try {
      requireClassName(taught.name);
    } catch (const Error&) {
      each.reject("name", Message("the name of a class"));
    }
    if (!names.insert(taught.name).second) each.reject("name", Message("unique: it is used twice"));
    taught.threshold = float(each.number("threshold", 0.0, 1.0));
    for (const JsonFields& example : each.objects("examples", TaughtClasses::kMostExamples)) {
      taught.examples.push_back(exampleOf(example, size));
      if (!ids.insert(taught.examples.back().id).second)
        example.reject("id", Message("unique: it is used twice"));
    }
    classes.push_back(std::move(taught));
  }
  return {textOf(model, "fingerprint", kLongestText), size, std::move(classes)};
}

bool isClipName(const std::string& name) {
  return name.ends_with(kClipEnding) &&
         isExampleId(std::string_view(name).substr(0, name.size() - kClipEnding.size()));
}

fs::path TaughtStore::folderFor(const std::string& modelFingerprint) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (modelFingerprint.empty() || modelFingerprint.find_first_not_of(kDigits) != std::string::npos)
    throw Error(
        "The model's fingerprint '%1' is not valid, so it cannot have taught classes. Import the "
        "model again.",
        modelFingerprint);
  return dataFolder() / "taught" / modelFingerprint;
}

TaughtStore::TaughtStore(fs::path folder, std::string modelFingerprint, size_t embeddingSize)
    : folder_(std::move(folder)),
      modelFingerprint_(std::move(modelFingerprint)),
      embeddingSize_(embeddingSize),
      lock_(folder_) {}

TaughtLock::Hold TaughtStore::hold() {
  makeFolder();
  return lock_.hold();
}

TaughtClasses TaughtStore::load() {
  const TaughtLock::Hold held = lock_.hold();
  problem_ = {};
  knownHash_.clear();
  TaughtClasses none(modelFingerprint_, embeddingSize_);
  std::error_code unknown;  // readFile() says what is wrong then
  isUnreadable_ = fs::status(file(), unknown).type() != fs::file_type::not_found;
  if (!isUnreadable_) return none;
  const std::string text = readFile(file());
  const std::string source = file().string();
  try {
    TaughtClasses classes = taughtClassesFromJson(parsed(text, source), source);
    if (classes.modelFingerprint() != modelFingerprint_ ||
        classes.embeddingSize() != embeddingSize_)
      throw Error("The taught classes in '%1' belong to another model.", source);
    isUnreadable_ = false;
    knownHash_ = hashOfText(text);
    return classes;
  } catch (const NewerFormat&) {
    throw;
  } catch (const Error& error) {
    const fs::path kept = renameToFreeName(file(), kDamagedStem, ".json");
    problem_ = Message("%1 The file was renamed to '%2', and the model starts without them.",
                       error.message(), kept.filename());
  }
  isUnreadable_ = false;
  return none;
}

void TaughtStore::save(const TaughtClasses& classes) {
  if (isUnreadable_)
    throw Error(
        "The taught classes cannot be saved: '%1' is there but could not be read. Move it away "
        "first.",
        file());
  const TaughtLock::Hold held = hold();
  if (hasChanged())
    throw Error(
        "The taught classes cannot be saved: another program has changed '%1' meanwhile. Choose "
        "the model again to load it.",
        file());
  // Names of files need not be UTF-8.
  const std::string text =
      toJson(classes).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  writeFileAtomically(file(), text);
  knownHash_ = hashOfText(text);
}

bool TaughtStore::hasChanged() const {
  return currentHash() != knownHash_;
}

std::string TaughtStore::currentHash() const {
  std::error_code unknown;
  if (fs::status(file(), unknown).type() == fs::file_type::not_found) return {};
  return hashOfText(readFile(file()));
}

std::string TaughtStore::saveClip(const std::string& exampleId, std::span<const float> samples,
                                  int sampleRate) {
  std::string name = exampleId + std::string(kClipEnding);
  if (!isClipName(name)) throw Error("The id '%1' is not valid.", exampleId);
  const TaughtLock::Hold held = hold();
  writeAudioFile(folder_ / name, samples, sampleRate);
  return name;
}

void TaughtStore::importClip(const TaughtExample& example, std::string_view flac) {
  if (!isClipName(example.clip)) throw Error("The clip '%1' has no valid name.", example.clip);
  const TaughtLock::Hold held = hold();
  std::error_code unknown;
  if (!fs::exists(clipPath(example), unknown)) writeFileAtomically(clipPath(example), flac);
}

void TaughtStore::removeUnusedClips(const TaughtClasses& classes) {
  const TaughtLock::Hold held = lock_.hold();
  // Clips of classes that could not be read, that another process added, or that it can bring back,
  // are not unused.
  if (isUnreadable_ || hasChanged() || hasDamagedFile() || !lock_.isAlone()) return;
  const std::vector<std::string> used = classes.clipsInUse();
  std::error_code failure;  // what cannot be listed or deleted now is tried again next time
  for (fs::directory_iterator entry(folder_, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (!isClipName(name) || std::binary_search(used.begin(), used.end(), name)) continue;
    std::error_code notDeleted;
    fs::remove(entry->path(), notDeleted);
  }
}

/// True if a file of this store was put aside because it could not be read.
bool TaughtStore::hasDamagedFile() const {
  std::error_code failure;
  for (fs::directory_iterator entry(folder_, failure), end; !failure && entry != end;
       entry.increment(failure))
    if (entry->path().filename().string().starts_with(kDamagedStem)) return true;
  return false;
}

void TaughtStore::makeFolder() const {
  std::error_code failure;
  fs::create_directories(folder_, failure);
  if (failure)
    throw Error("The folder '%1' for taught classes cannot be created: %2.", folder_,
                failure.message());
}

}  // namespace earwitness
