#include "core/audio/audio_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include <sndfile.h>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

/// A file in memory, for libsndfile. It tells of a full disk only in part (FLAC not at all), so it
/// never writes to one.
struct MemoryFile {
  std::string bytes;
  size_t position = 0;

  static MemoryFile& of(void* user) { return *static_cast<MemoryFile*>(user); }
  static sf_count_t length(void* user) { return sf_count_t(of(user).bytes.size()); }
  static sf_count_t tell(void* user) { return sf_count_t(of(user).position); }
  static sf_count_t seek(sf_count_t offset, int whence, void* user) {
    const sf_count_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tell(user) : length(user);
    of(user).position = size_t(std::max<sf_count_t>(0, base + offset));
    return tell(user);
  }
  static sf_count_t read(void* target, sf_count_t count, void* user) {
    MemoryFile& file = of(user);
    if (file.position >= file.bytes.size()) return 0;
    const size_t n = std::min(size_t(count), file.bytes.size() - file.position);
    std::memcpy(target, file.bytes.data() + file.position, n);
    file.position += n;
    return sf_count_t(n);
  }
  static sf_count_t write(const void* source, sf_count_t count, void* user) {
    MemoryFile& file = of(user);
    file.bytes.resize(std::max(file.bytes.size(), file.position + size_t(count)));
    std::memcpy(file.bytes.data() + file.position, source, size_t(count));
    file.position += size_t(count);
    return count;
  }
};

[[noreturn]] void failToWrite(const fs::path& path, const std::string& reason) {
  throw Error(inQuotes(path.string()) + " cannot be written as sound: " + reason);
}

int formatOf(const fs::path& path) {
  std::string ending = path.extension().string();
  for (char& letter : ending)
    if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
  if (ending == ".wav") return SF_FORMAT_WAV | SF_FORMAT_PCM_16;
  if (ending == ".flac") return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
  if (ending == ".ogg") return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
  failToWrite(path, "its name ends neither in .wav nor in .flac or .ogg.");
}

std::string encode(const fs::path& path, std::span<const float> samples, int sampleRate) {
  SF_INFO info{};
  info.samplerate = sampleRate;
  info.channels = 1;
  info.format = formatOf(path);
  MemoryFile memory;
  SF_VIRTUAL_IO calls{&MemoryFile::length, &MemoryFile::seek, &MemoryFile::read, &MemoryFile::write,
                      &MemoryFile::tell};
  SNDFILE* file =
      sf_format_check(&info) ? sf_open_virtual(&calls, SFM_WRITE, &info, &memory) : nullptr;
  if (file == nullptr)
    failToWrite(path, "this kind of file does not go with " + std::to_string(sampleRate) + " Hz.");
  sf_command(file, SFC_SET_CLIPPING, nullptr, SF_TRUE);
  const bool written = sf_writef_float(file, samples.data(), sf_count_t(samples.size())) ==
                       sf_count_t(samples.size());
  const bool closed = sf_close(file) == 0;
  if (!written || !closed) failToWrite(path, "the encoder failed.");
  return std::move(memory.bytes);
}

}  // namespace

void writeAudioFile(const fs::path& path, std::span<const float> samples, int sampleRate) {
  if (!std::all_of(samples.begin(), samples.end(), [](float x) { return std::isfinite(x); }))
    failToWrite(path, "it holds samples that are not numbers.");
  writeFileAtomically(path, encode(path, samples, sampleRate));
}

}  // namespace earwitness
