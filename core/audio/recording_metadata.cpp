// SPDX-License-Identifier: GPL-3.0-or-later
// Starts of recordings in the chunks of WAV files.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/audio/recording_start.h"
#include "core/base/descriptor.h"

namespace earwitness {

namespace {

constexpr int kFirstYear = 1990;  // clocks that were never set begin at 1970 or 1980
constexpr int kLastYear = 2099;
constexpr size_t kMaxChunkBytes = 1 << 16;
constexpr uint64_t kTailBytes = 1 << 16;
constexpr int kMaxChunks = 1000;
constexpr uint64_t kWrapBytes = uint64_t(1) << 32;
constexpr double kSameSeconds = 1.0;

bool isPlausible(const CivilTime& time) {
  const int year = fieldsOf(time.localMs).year;
  return year >= kFirstYear && year <= kLastYear;
}

std::optional<CivilTime> plausibleTimeIn(std::string_view text) {
  const auto time = civilTimeIn(text);
  return time && isPlausible(*time) ? time : std::nullopt;
}

std::string_view untilZero(std::string_view text) {
  return text.substr(0, text.find('\0'));
}

/// The line "Timestamp: 2024-03-31T02:30:00+01:00" of a GUANO text.
std::optional<CivilTime> guanoTime(std::string_view text) {
  constexpr std::string_view kKey = "Timestamp:";
  text = untilZero(text);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with(kKey)) return plausibleTimeIn(line.substr(kKey.size()));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return std::nullopt;
}

/// "Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 24A04F085FDF2787 at ...": day before month
/// in all versions of its firmware. Without a zone in the oldest.
std::optional<CivilTime> audioMothTime(std::string_view text) {
  constexpr std::string_view kBegin = "Recorded at ";
  const size_t begin = text.find(kBegin);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string sentence(text.substr(begin, 200));
  std::array<char, 16> zone{};
  std::array<char, 16> clock{};
  int day = 0, month = 0, year = 0, length = 0;
  if (std::sscanf(sentence.c_str(), "Recorded at %15[0-9:.] %2d/%2d/%4d%n", clock.data(), &day,
                  &month, &year, &length) != 4 ||
      day < 1 || month < 1 || year < kFirstYear)
    return std::nullopt;
  const std::string_view rest = std::string_view(sentence).substr(size_t(length));
  if (rest.substr(0, 60).find(" by AudioMoth") == std::string_view::npos) return std::nullopt;
  std::array<char, 64> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02dT%s", year, month, day, clock.data());
  auto time = plausibleTimeIn(iso.data());
  if (time && std::sscanf(rest.data(), " (%15[^)])", zone.data()) == 1) {
    time->utcOffsetMinutes = utcOffsetIn(zone.data());
    if (!time->utcOffsetMinutes) return std::nullopt;
  }
  return time;
}

uint32_t number32(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | uint8_t(bytes[at + i]);
  return value;
}

/// "2024-03-31" and "02:30:00", whatever stands between the numbers: EBU Tech 3285 allows several.
std::optional<CivilTime> broadcastTime(std::string_view chunk, uint32_t sampleRate) {
  constexpr size_t kDate = 320;  // ten bytes of it, then eight of the time of day
  constexpr size_t kReference = 338;
  if (chunk.size() < kReference + 8) return std::nullopt;
  std::string text(chunk.substr(kDate, 18));
  for (const size_t mark : {4U, 7U, 12U, 15U}) {
    if (text[mark] >= '0' && text[mark] <= '9') return std::nullopt;
    text[mark] = mark < 10 ? '-' : ':';
  }
  text.insert(10, "T");
  auto time = plausibleTimeIn(text);
  if (!time || sampleRate == 0) return time;
  // Samples since midnight tell the milliseconds, unless they count from something else.
  const double seconds = (double(number32(chunk, kReference)) +
                          double(number32(chunk, kReference + 4)) * 4294967296.0) /
                         sampleRate;
  const int64_t midnight = floorDivided(time->localMs, 86'400'000) * 86'400'000;
  if (std::abs(seconds - double(time->localMs - midnight) / 1000.0) < kSameSeconds)
    time->localMs = midnight + std::llround(seconds * 1000.0);
  return time;
}

/// Entries of a number (2 bytes), a size (4) and contents; 5 is "2024-03-31 02:30:00+01:00".
std::optional<CivilTime> wildlifeTime(std::string_view chunk) {
  constexpr unsigned kTimestamp = 5;
  while (chunk.size() >= 6) {
    const unsigned id = uint8_t(chunk[0]) | unsigned(uint8_t(chunk[1])) << 8;
    const uint32_t size = number32(chunk, 2);
    chunk.remove_prefix(6);
    if (size > chunk.size()) return std::nullopt;
    if (id == kTimestamp) return plausibleTimeIn(untilZero(chunk.substr(0, size)));
    chunk.remove_prefix(size);
  }
  return std::nullopt;
}

/// The comment (ICMT) in a LIST chunk of the type INFO.
std::optional<CivilTime> commentTime(std::string_view chunk) {
  if (!chunk.starts_with("INFO")) return std::nullopt;
  chunk.remove_prefix(4);
  while (chunk.size() >= 8) {
    const std::string_view id = chunk.substr(0, 4);
    const size_t size = std::min<size_t>(number32(chunk, 4), chunk.size() - 8);
    if (id == "ICMT") return audioMothTime(untilZero(chunk.substr(8, size)));
    chunk.remove_prefix(std::min(chunk.size(), 8 + size + (size & 1)));
  }
  return std::nullopt;
}

class MetadataReader {
 public:
  explicit MetadataReader(const std::filesystem::path& path)
      : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (file_ && ::fstat(file_.get(), &status) == 0 && S_ISREG(status.st_mode))
      bytes_ = uint64_t(status.st_size);
  }

  std::vector<RecordingStart> read() {
    const std::string head = bytesAt(0, 12);
    if (head.size() < 12 || head.substr(8) != "WAVE") return {};
    const std::string kind = head.substr(0, 4);
    if (kind != "RIFF" && kind != "RF64" && kind != "BW64") return {};
    walk();
    if (!isWalkedToItsEnd_) searchTail();
    add(broadcastTime(broadcast_, sampleRate_), StartSource::BroadcastWave);
    std::ranges::sort(found_, {}, &RecordingStart::source);
    return std::move(found_);
  }

 private:
  std::string bytesAt(uint64_t position, size_t count) const {
    if (position >= bytes_) return {};
    std::string bytes(size_t(std::min<uint64_t>(count, bytes_ - position)), '\0');
    size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t read =
          ::pread(file_.get(), bytes.data() + done, bytes.size() - done, off_t(position + done));
      if (read <= 0) break;
      done += size_t(read);
    }
    bytes.resize(done);
    return bytes;
  }

  void add(const std::optional<CivilTime>& time, StartSource source) {
    const bool known = std::ranges::any_of(
        found_, [source](const RecordingStart& start) { return start.source == source; });
    if (time && !known) found_.push_back({*time, source});
  }

  void walk() {
    uint64_t position = 12;
    uint64_t longDataBytes = 0;
    for (int chunk = 0; chunk < kMaxChunks && position + 8 <= bytes_; ++chunk) {
      const std::string header = bytesAt(position, 8);
      if (header.size() < 8) return;
      const std::string id = header.substr(0, 4);
      uint64_t size = number32(header, 4);
      position += 8;
      if (id == "ds64") {
        const std::string sizes = bytesAt(position, 16);
        if (sizes.size() == 16)
          longDataBytes = number32(sizes, 8) | uint64_t(number32(sizes, 12)) << 32;
      } else if (id == "data") {
        if (size == 0xffffffffU && longDataBytes > 0) size = longDataBytes;
        const auto next = afterData(position, size);
        if (!next) return;
        position = *next;
        continue;
      } else {
        take(id, bytesAt(position, size_t(std::min<uint64_t>(size, kMaxChunkBytes))));
      }
      if (size > bytes_) return;
      position += size + (size & 1);
    }
    isWalkedToItsEnd_ = true;
  }

  /// Where the chunk after the samples begins. Sizes may have lost multiples of 4 GiB, or be 0 or
  /// anything where the recorder did not come to write them.
  std::optional<uint64_t> afterData(uint64_t position, uint64_t size) const {
    if (size == 0 || size > bytes_) return std::nullopt;
    for (uint64_t next = position + size; next <= bytes_; next += kWrapBytes)
      for (const uint64_t padding : {size & 1, uint64_t(0)})
        if (next + padding == bytes_ || isChunk(next + padding)) return next + padding;
    return std::nullopt;
  }
  bool isChunk(uint64_t position) const {
    const std::string header = bytesAt(position, 8);
    if (header.size() < 8 || position + 8 + number32(header, 4) > bytes_ + 1) return false;
    return std::all_of(header.begin(), header.begin() + 4,
                       [](char c) { return c >= ' ' && c < 127; });
  }

  void take(const std::string& id, const std::string& chunk) {
    if (id == "fmt " && chunk.size() >= 8) sampleRate_ = number32(chunk, 4);
    if (id == "guan") add(guanoTime(chunk), StartSource::Guano);
    if (id == "LIST") add(commentTime(chunk), StartSource::AudioMoth);
    if (id == "wamd") add(wildlifeTime(chunk), StartSource::WildlifeAcoustics);
    if (id == "bext") broadcast_ = chunk;
  }

  /// What stands after samples whose size is not known is found by its text.
  void searchTail() {
    const uint64_t begin = bytes_ > kTailBytes ? bytes_ - kTailBytes : 0;
    const std::string tail = bytesAt(begin, kTailBytes);
    if (const size_t guano = tail.rfind("GUANO|Version:"); guano != std::string::npos)
      add(guanoTime(std::string_view(tail).substr(guano)), StartSource::Guano);
    if (const size_t comment = tail.rfind("Recorded at "); comment != std::string::npos)
      add(audioMothTime(std::string_view(tail).substr(comment)), StartSource::AudioMoth);
  }

  Descriptor file_;
  uint64_t bytes_ = 0;
  uint32_t sampleRate_ = 0;
  std::string broadcast_;  ///< the bext chunk, which often comes before the sample rate
  bool isWalkedToItsEnd_ = false;
  std::vector<RecordingStart> found_;
};

}  // namespace

std::vector<RecordingStart> startsInMetadata(const std::filesystem::path& file) {
  return MetadataReader(file).read();
}

}  // namespace earwitness
