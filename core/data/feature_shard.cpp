// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/feature_shard.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

static_assert(std::endian::native == std::endian::little, "files of the cache stay on a machine");

constexpr size_t kHeaderBytes = 4096;  // a page
constexpr size_t kHashChars = 32;
constexpr size_t kMostTouchedBytes = size_t{128} << 20;
constexpr std::array<char, 8> kMagic{'E', 'W', 'S', 'H', 'A', 'R', 'D', '1'};

struct Header {
  std::array<char, 8> magic = kMagic;
  uint64_t windowFrames = 0;
  uint64_t nMels = 0;
  uint64_t nWindows = 0;
  uint64_t nEntries = 0;
  uint64_t tableBytes = 0;
  std::array<char, kHashChars> decoder{};  ///< which libraries could not read the broken clips
  std::array<char, kHashChars> tableHash{};
  std::array<char, kHashChars> ownHash{};  ///< of everything in front of it
};

struct TableEntry {
  std::array<char, kHashChars> contentHash{};
  uint64_t firstWindow = 0;
  uint32_t nWindows = 0;
  uint32_t problemBytes = 0;
};
static_assert(sizeof(TableEntry) == 48 && sizeof(Header) == 144, "no padding");

std::array<char, kHashChars> hashChars(const std::string& hex) {
  std::array<char, kHashChars> chars{};
  std::memcpy(chars.data(), hex.data(), std::min(hex.size(), chars.size()));
  return chars;
}

std::array<char, kHashChars> ownHashOf(const Header& header) {
  return hashChars(hashOfText({reinterpret_cast<const char*>(&header), offsetof(Header, ownHash)}));
}

std::array<char, kHashChars> decoderHash() {
  static const auto kHash = hashChars(hashOfText(audioReaderVersion()));
  return kHash;
}

/// Reads all of it, or says no.
bool readAt(int file, void* target, size_t bytes, uint64_t offset) {
  char* to = static_cast<char*>(target);
  while (bytes > 0) {
    const ssize_t count = ::pread(file, to, bytes, off_t(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    to += count;
    bytes -= size_t(count);
    offset += uint64_t(count);
  }
  return true;
}

bool hasExpectedSize(const Header& header, uint64_t fileBytes) {
  if (fileBytes < kHeaderBytes || header.tableBytes > fileBytes - kHeaderBytes) return false;
  const uint64_t room = fileBytes - kHeaderBytes - header.tableBytes;
  const uint64_t bytes = header.windowFrames * header.nMels * sizeof(float);  // of a shape of ours
  return room % bytes == 0 && room / bytes == header.nWindows;
}

/// Where nothing can be said of the file itself.
[[noreturn]] void failToRead(const fs::path& path, int errorNumber) {
  throw Error("The feature cache '%1' cannot be read: %2.", path,
              std::generic_category().message(errorNumber));
}

}  // namespace

std::unique_ptr<FeatureShard> FeatureShard::open(const fs::path& path, WindowShape shape) {
  std::unique_ptr<FeatureShard> shard(new FeatureShard);
  return shard->read(path, shape) ? std::move(shard) : nullptr;
}

FeatureShard::~FeatureShard() {
  if (mapping_ != nullptr) ::munmap(mapping_, bytes_);
}

bool FeatureShard::read(const fs::path& path, WindowShape shape) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file && errno != ENOENT) failToRead(path, errno);
  struct stat status {};
  Header header;
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      !readAt(file.get(), &header, sizeof header, 0))
    return false;
  if (header.magic != kMagic || header.ownHash != ownHashOf(header) ||
      header.windowFrames != shape.windowFrames || header.nMels != shape.nMels ||
      !hasExpectedSize(header, uint64_t(status.st_size)))
    return false;
  std::string table(header.tableBytes, '\0');
  if (!readAt(file.get(), table.data(), table.size(), uint64_t(status.st_size) - table.size()) ||
      hashChars(hashOfText(table)) != header.tableHash ||
      !readEntries(table, header.nEntries, header.nWindows, header.decoder))
    return false;
  bytes_ = size_t(status.st_size);
  void* address = ::mmap(nullptr, bytes_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (address == MAP_FAILED) failToRead(path, errno);
  mapping_ = static_cast<char*>(address);
  // Clips are read in drawn order: what lies around one is not what comes next.
  ::madvise(mapping_, bytes_, MADV_RANDOM);
  return true;
}

bool FeatureShard::readEntries(const std::string& table, uint64_t nEntries, uint64_t nWindows,
                               const std::array<char, 32>& decoder) {
  if (nEntries > table.size() / sizeof(TableEntry)) return false;
  size_t sentence = nEntries * sizeof(TableEntry);
  for (uint64_t i = 0; i < nEntries; ++i) {
    TableEntry entry;
    std::memcpy(&entry, table.data() + i * sizeof entry, sizeof entry);
    if (entry.problemBytes > table.size() - sentence || entry.firstWindow > nWindows ||
        entry.nWindows > nWindows - entry.firstWindow)
      return false;
    // Another decoder may be able to read what this one could not.
    if (entry.nWindows > 0 || decoder == decoderHash())
      entries_.push_back({std::string(entry.contentHash.data(), kHashChars), entry.firstWindow,
                          entry.nWindows, table.substr(sentence, entry.problemBytes)});
    sentence += entry.problemBytes;
  }
  return true;
}

const float* FeatureShard::windows() const {
  return reinterpret_cast<const float*>(mapping_ + kHeaderBytes);
}

void FeatureShard::dropPages() const {
  ::madvise(mapping_, bytes_, MADV_DONTNEED);
}

void ShardPages::touch(const float* first, size_t bytes) {
  static const auto kPage = uintptr_t(::sysconf(_SC_PAGESIZE));
  const size_t inPage = reinterpret_cast<uintptr_t>(first) % kPage;
  char* const page = reinterpret_cast<char*>(const_cast<float*>(first)) - inPage;
  // All of it in one go where it has to come from the disk.
  ::madvise(page, inPage + bytes, MADV_WILLNEED);
  const size_t before = touchedBytes_.fetch_add(bytes);
  if (before >= kMostTouchedBytes || before + bytes < kMostTouchedBytes) return;
  for (const auto& shard : shards) shard->dropPages();
  touchedBytes_ = 0;
}

FeatureShardWriter::FeatureShardWriter(const fs::path& folder, WindowShape shape)
    : FeatureShardWriter(
          shape) {  // so that the destructor cleans up after a constructor that fails
  folder_ = folder;
  makeTemporary();
  const std::array<char, kHeaderBytes> room{};
  write(room.data(), room.size());
}

FeatureShardWriter::~FeatureShardWriter() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void FeatureShardWriter::makeTemporary() {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary_ = folder_ / (".shard." + std::to_string(::getpid()) + "-" +
                            std::to_string(counter.fetch_add(1)) + ".tmp");
    file_ = Descriptor(::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file_ && errno == EEXIST) continue;
    if (!file_) {
      const int reason = errno;
      temporary_.clear();
      fail(reason);
    }
    // The lock says that its writer lives. Somebody who cleans up may have been faster.
    struct stat status {};
    if (::flock(file_.get(), LOCK_EX | LOCK_NB) == 0 && ::fstat(file_.get(), &status) == 0 &&
        status.st_nlink > 0)
      return;
    file_.close();
  }
  temporary_.clear();
  fail(EEXIST);
}

void FeatureShardWriter::fail(int errorNumber) const {
  if (errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG)
    throw WriteError("The feature cache cannot be written to '%1': is the disk full?", folder_);
  throw WriteError("The feature cache cannot be written to '%1': %2.", folder_,
                   std::generic_category().message(errorNumber));
}

void FeatureShardWriter::write(const void* data, size_t bytes) {
  const char* from = static_cast<const char*>(data);
  while (bytes > 0) {
    const ssize_t count = ::write(file_.get(), from, bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    from += count;
    bytes -= size_t(count);
  }
}

void FeatureShardWriter::append(std::span<const float> windows) {
  write(windows.data(), windows.size_bytes());
  writtenWindows_ += windows.size() / shape_.values();
}

void FeatureShardWriter::addClip(const std::string& contentHash, const std::string& note) {
  entries_.push_back({contentHash, ownedWindows_, uint32_t(writtenWindows_ - ownedWindows_), note});
  ownedWindows_ = writtenWindows_;
}

void FeatureShardWriter::addProblem(const std::string& contentHash, const std::string& problem) {
  entries_.push_back({contentHash, ownedWindows_, 0, problem});
}

std::string FeatureShardWriter::table() const {
  std::string table, sentences;
  for (const FeatureShard::Entry& entry : entries_) {
    const TableEntry fixed{hashChars(entry.contentHash), entry.firstWindow, entry.nWindows,
                           uint32_t(entry.problem.size())};
    table.append(reinterpret_cast<const char*>(&fixed), sizeof fixed);
    sentences += entry.problem;
  }
  return table + sentences;
}

fs::path FeatureShardWriter::commit() {
  const std::string text = table();
  write(text.data(), text.size());
  Header header;
  header.windowFrames = shape_.windowFrames;
  header.nMels = shape_.nMels;
  header.nWindows = writtenWindows_;
  header.nEntries = entries_.size();
  header.tableBytes = text.size();
  const bool hasBroken = std::any_of(entries_.begin(), entries_.end(),
                                     [](const auto& entry) { return entry.nWindows == 0; });
  if (hasBroken) header.decoder = decoderHash();
  header.tableHash = hashChars(hashOfText(text));
  header.ownHash = ownHashOf(header);
  if (::pwrite(file_.get(), &header, sizeof header, 0) != ssize_t(sizeof header)) fail(errno);
  if (::fsync(file_.get()) != 0) fail(errno);
  fs::path path = folder_ / (hashOfText(text).substr(0, 16) + ".features");
  if (::rename(temporary_.c_str(), path.c_str()) != 0) fail(errno);
  temporary_.clear();
  const Descriptor directory(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory) ::fsync(directory.get());
  return path;
}

void removeDeadTemporaries(const fs::path& folder) {
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(".shard.") || !name.ends_with(".tmp")) continue;
    const Descriptor file(::open(entry->path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(entry->path().c_str());
  }
}

}  // namespace earwitness
