// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_file.h"

#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/output_target.h"
#include "core/base/text.h"
#include "core/listening/taught_store.h"

namespace earwitness {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// A list of values without content takes about twenty times its text in memory.
constexpr size_t kMostListBytes = size_t(64) << 20;
constexpr std::string_view kFlacBeginning = "fLaC";
constexpr zip_uint16_t kFirstDosDate = (1 << 5) | 1;  // 1 January 1980

struct EntryCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// The classes with clips that are there, and the model's name.
std::string listOf(const TaughtClasses& classes, const std::string& modelName,
                   const fs::path& clips, std::vector<fs::path>& found) {
  std::vector<TaughtClass> list = classes.classes();
  for (TaughtClass& taught : list)
    for (TaughtExample& example : taught.examples) {
      std::error_code missing;
      if (example.clip.empty()) continue;
      if (fs::is_regular_file(clips / example.clip, missing))
        found.push_back(clips / example.clip);
      else
        example.clip.clear();
    }
  json object =
      toJson(TaughtClasses(classes.modelFingerprint(), classes.embeddingSize(), std::move(list)));
  object["model"]["name"] = modelName;
  // Names of files need not be UTF-8.
  return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// Adds an entry; the source belongs to the archive then.
bool add(zip_t* archive, const std::string& name, zip_source_t* source, int compression) {
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_set_file_compression(archive, zip_uint64_t(index), compression, 0) == 0 &&
         zip_file_set_dostime(archive, zip_uint64_t(index), 0, kFirstDosDate, 0) == 0;
}

/// The samples of a sound file that is in memory.
std::vector<float> decoded(const std::string& bytes, int sampleRate) {
  const Descriptor file(::memfd_create("clip", MFD_CLOEXEC));
  if (!file || ::pwrite(file.get(), bytes.data(), bytes.size(), 0) != ssize_t(bytes.size()))
    throw Error("There is not enough memory to read the clip of an example.");
  const fs::path path = "/proc/self/fd/" + std::to_string(file.get());
  if (AudioFileReader(path).seconds() > TaughtFile::kLongestClipSeconds)
    throw Error("it is longer than %1", durationMessage(TaughtFile::kLongestClipSeconds));
  return readAudio(path, sampleRate);
}

}  // namespace

void TaughtFile::Closer::operator()(zip* archive) const {
  zip_discard(archive);
}

void TaughtFile::rejectAsDamaged(const Message& what) const {
  throw Error("The file '%1' is damaged: %2. Export or copy it again.", source_, what);
}

TaughtFile::TaughtFile(const fs::path& file) : source_(file.string()) {
  std::error_code failure;
  if (!fs::is_regular_file(file, failure))
    throw Error("The file '%1' does not exist, or is not a file.", source_);
  bytes_ = size_t(fs::file_size(file, failure));
  archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, nullptr));
  if (!archive_ || zip_name_locate(archive_.get(), TaughtStore::kFileName, 0) < 0)
    throw Error(
        "The file '%1' does not contain taught classes. Choose a file that was exported from the "
        "taught sounds (.earwitness-taught).",
        source_);
  const json list = json::parse(entry(TaughtStore::kFileName, kMostListBytes), nullptr, false);
  if (!list.is_object()) rejectAsDamaged(Message("its list of classes is not valid JSON"));
  const auto version = list.find("format_version");
  if (version != list.end() && version->is_number_integer() &&
      *version > TaughtStore::kFormatVersion)
    throw Error("The file '%1' was exported by a newer Earwitness. Update Earwitness to import it.",
                source_);
  classes_ = taughtClassesFromJson(list, source_);
  if (const auto name = list.at("model").find("name");
      name != list.at("model").end() && name->is_string())
    modelName_ = name->get<std::string>();
  requireClips();
}

/// Names of clips become names of files, so each has to be that of its example. All of them
/// together are no larger than the file, so none unpacks to more than was sent.
void TaughtFile::requireClips() const {
  size_t total = 0;
  for (const TaughtClass& taught : classes_.classes())
    for (const TaughtExample& example : taught.examples) {
      if (example.clip.empty()) continue;
      zip_stat_t info;
      zip_stat_init(&info);
      if (example.clip != example.id + ".flac" ||
          zip_stat(archive_.get(), example.clip.c_str(), 0, &info) != 0 ||
          (info.valid & ZIP_STAT_SIZE) == 0 || info.size > bytes_ - total)
        rejectAsDamaged(Message("the clip of an example is missing"));
      total += size_t(info.size);
    }
}

std::string TaughtFile::entry(const std::string& name, size_t mostBytes) const {
  zip_stat_t info;
  zip_stat_init(&info);
  if (zip_stat(archive_.get(), name.c_str(), 0, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0 ||
      info.size > mostBytes)
    rejectAsDamaged(Message("'%1' has no sensible size", name));
  const std::unique_ptr<zip_file_t, EntryCloser> file(zip_fopen(archive_.get(), name.c_str(), 0));
  std::string contents(size_t(info.size), '\0');
  zip_int64_t count = file ? zip_fread(file.get(), contents.data(), contents.size()) : -1;
  // The check sum is compared when the end is reached, so the end is read too.
  char beyond = 0;
  if (count == zip_int64_t(contents.size())) count += zip_fread(file.get(), &beyond, 1);
  if (count != zip_int64_t(contents.size()))
    rejectAsDamaged(Message("'%1' cannot be unpacked", name));
  return contents;
}

std::string TaughtFile::clipOf(const TaughtExample& example) const {
  std::string clip = entry(example.clip, bytes_);
  if (!clip.starts_with(kFlacBeginning))
    rejectAsDamaged(Message("the clip of an example is not FLAC"));
  return clip;
}

std::vector<float> TaughtFile::samplesOf(const TaughtExample& example, int sampleRate) const {
  const std::string clip = clipOf(example);
  try {
    return decoded(clip, sampleRate);
  } catch (const Error&) {
    rejectAsDamaged(Message("the clip of an example cannot be decoded, or is too long"));
  }
}

void TaughtFile::write(const fs::path& file, const TaughtClasses& classes,
                       const std::string& modelName, const fs::path& clips) {
  std::vector<fs::path> found;
  const std::string list = listOf(classes, modelName, clips, found);
  if (list.size() > kMostListBytes)
    throw Error(
        "The taught classes cannot be exported: they have too many examples for one file. Train a "
        "model with their clips instead.");
  writeFileAtomically(file, [&](const fs::path& temporary) {
    std::unique_ptr<zip, Closer> archive(
        zip_open(temporary.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    bool isComplete = archive && add(archive.get(), TaughtStore::kFileName,
                                     zip_source_buffer(archive.get(), list.data(), list.size(), 0),
                                     ZIP_CM_DEFLATE);
    for (const fs::path& clip : found)
      isComplete =
          isComplete && add(archive.get(), clip.filename().string(),
                            zip_source_file(archive.get(), clip.c_str(), 0, -1), ZIP_CM_STORE);
    if (isComplete && zip_close(archive.get()) == 0) {
      static_cast<void>(archive.release());  // closing it has freed it
      return;
    }
    zip_error_t* const error = archive ? zip_get_error(archive.get()) : nullptr;
    if (error != nullptr && zip_error_system_type(error) == ZIP_ET_SYS)
      failToWrite(file, zip_error_code_system(error));
    throw Error("The taught classes cannot be exported to '%1': is the disk full?", file);
  });
}

}  // namespace earwitness
