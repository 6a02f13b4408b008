// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_writer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sndfile.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/audio/pcm16.h"
#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnfinished = ".part";
/// Encrypted folders (eCryptfs) take names of 143 bytes; one is for the file that recovery makes.
constexpr size_t kLongestTemporaryName = 142;
constexpr size_t kHashDigits = 16;
/// A writer that is killed before there is sound leaves no more than a header.
constexpr uintmax_t kMostBytesWithoutSound = 16384;

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

/// A file behind a descriptor, for libsndfile. It never gets the descriptor itself: it closes one
/// that it cannot open even when told not to, and by the time the owner closes it again its number
/// may be another thread's file.
struct DescriptorFile {
  Descriptor descriptor;
  int errorNumber = 0;  ///< of the first write that failed

  static DescriptorFile& of(void* user) { return *static_cast<DescriptorFile*>(user); }
  static sf_count_t seek(sf_count_t offset, int whence, void* user) {
    return ::lseek(of(user).descriptor.get(), offset, whence);
  }
  static sf_count_t tell(void* user) { return seek(0, SEEK_CUR, user); }
  static sf_count_t length(void* user) {
    const sf_count_t here = tell(user);
    const sf_count_t end = seek(0, SEEK_END, user);
    seek(here, SEEK_SET, user);
    return end;
  }
  static sf_count_t read(void* target, sf_count_t count, void* user) {
    return std::max<sf_count_t>(0, ::read(of(user).descriptor.get(), target, size_t(count)));
  }
  static sf_count_t write(const void* source, sf_count_t count, void* user) {
    DescriptorFile& file = of(user);
    sf_count_t written = 0;
    while (written < count) {
      const ssize_t now = ::write(file.descriptor.get(), static_cast<const char*>(source) + written,
                                  size_t(count - written));
      if (now < 0 && errno == EINTR) continue;
      if (now < 0) {
        if (file.errorNumber == 0) file.errorNumber = errno;
        break;
      }
      written += now;
    }
    return written;
  }
  SNDFILE* openSound(int mode, SF_INFO& info) {
    SF_VIRTUAL_IO calls{&DescriptorFile::length, &DescriptorFile::seek, &DescriptorFile::read,
                        &DescriptorFile::write, &DescriptorFile::tell};
    return sf_open_virtual(&calls, mode, &info, this);
  }
};

struct SoundCloser {
  void operator()(SNDFILE* file) const { sf_close(file); }
};
using Sound = std::unique_ptr<SNDFILE, SoundCloser>;

[[noreturn]] void failToWrite(const fs::path& path, const Message& reason) {
  throw Error("'%1' cannot be written as audio: %2", path, reason);
}

int formatOf(const fs::path& path) {
  const std::string ending = lowerAscii(path.extension().string());
  if (ending == ".wav") return SF_FORMAT_WAV | SF_FORMAT_PCM_16;
  if (ending == ".flac") return SF_FORMAT_FLAC | SF_FORMAT_PCM_16;
  if (ending == ".ogg") return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
  failToWrite(path, Message("its name ends neither in .wav nor in .flac or .ogg."));
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
    failToWrite(path, Message("this kind of file does not go with %1 Hz.", sampleRate));
  sf_command(file, SFC_SET_CLIPPING, nullptr, SF_TRUE);
  const bool written = sf_writef_float(file, samples.data(), sf_count_t(samples.size())) ==
                       sf_count_t(samples.size());
  const bool closed = sf_close(file) == 0;
  if (!written || !closed) failToWrite(path, Message("the encoder failed."));
  return std::move(memory.bytes);
}

}  // namespace

void writeAudioFile(const fs::path& path, std::span<const float> samples, int sampleRate) {
  if (!std::all_of(samples.begin(), samples.end(), [](float x) { return std::isfinite(x); }))
    failToWrite(path, Message("it contains samples that are not numbers."));
  writeFileAtomically(path, encode(path, samples, sampleRate));
}

// ---- Streaming
// ---------------------------------------------------------------------------------

struct AudioFileWriter::State {
  fs::path path;
  fs::path temporary;
  DescriptorFile io;
  Sound sound;  ///< after `io`, which it uses to its end
  int64_t samples = 0;
  std::vector<int16_t> block;

  [[noreturn]] void fail(int number) const {
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
      failToWrite(path, Message("the disk is full. Free some space."));
    failToWrite(path, number == 0 ? Message("the encoder failed.")
                                  : Message("%1.", std::generic_category().message(number)));
  }
  void requireGood(bool good) const {
    // libsndfile tells of a full disk only in part.
    if (!good || io.errorNumber != 0) fail(io.errorNumber);
  }
  static std::unique_ptr<State> opened(const fs::path& path, const fs::path& temporary,
                                       int sampleRate, const AudioTags& tags);
  void openFile(int sampleRate, const AudioTags& tags);
  void setTag(int tag, const std::string& text) const {
    if (!text.empty()) sf_set_string(sound.get(), tag, text.c_str());
  }
};

std::unique_ptr<AudioFileWriter::State> AudioFileWriter::State::opened(const fs::path& path,
                                                                       const fs::path& temporary,
                                                                       int sampleRate,
                                                                       const AudioTags& tags) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->temporary = temporary;
  state->openFile(sampleRate, tags);
  return state;
}

void AudioFileWriter::State::openFile(int sampleRate, const AudioTags& tags) {
  SF_INFO info{};
  info.samplerate = sampleRate;
  info.channels = 1;
  info.format = formatOf(path);
  if ((info.format & SF_FORMAT_SUBMASK) != SF_FORMAT_PCM_16)
    failToWrite(path, Message("only .wav and .flac can be written while sound comes in."));
  io.descriptor =
      Descriptor(::open(temporary.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!io.descriptor) fail(errno);
  if (::flock(io.descriptor.get(), LOCK_EX | LOCK_NB) != 0)
    failToWrite(path, Message("another program is writing it."));
  if (::ftruncate(io.descriptor.get(), 0) != 0) fail(errno);
  sound.reset(io.openSound(SFM_WRITE, info));
  if (!sound) {
    ::unlink(temporary.c_str());
    requireGood(io.errorNumber == 0);
    failToWrite(path, Message("this kind of file does not go with %1 Hz.", sampleRate));
  }
  setTag(SF_STR_TITLE, tags.title);
  setTag(SF_STR_DATE, tags.date);
  setTag(SF_STR_COMMENT, tags.comment);
  setTag(SF_STR_SOFTWARE, "Earwitness");
}

AudioFileWriter::AudioFileWriter(const fs::path& path, int sampleRate, const AudioTags& tags)
    : state_(State::opened(path, temporaryFor(path), sampleRate, tags)) {}

AudioFileWriter::AudioFileWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}

AudioFileWriter::~AudioFileWriter() = default;

void AudioFileWriter::write(std::span<const float> samples) {
  constexpr size_t kBlockSamples = 1 << 16;
  while (!samples.empty()) {
    const std::span<const float> piece = samples.first(std::min(samples.size(), kBlockSamples));
    samples = samples.subspan(piece.size());
    state_->block.resize(piece.size());
    std::transform(piece.begin(), piece.end(), state_->block.begin(), toPcm16);
    const auto count = sf_count_t(piece.size());
    SNDFILE* const sound = state_->sound.get();
    state_->requireGood(sf_writef_short(sound, state_->block.data(), count) == count);
    state_->samples += count;
  }
}

void AudioFileWriter::flush() {
  sf_command(state_->sound.get(), SFC_UPDATE_HEADER_NOW, nullptr, 0);
  state_->requireGood(true);
}

void AudioFileWriter::finish() {
  const bool closed = sf_close(state_->sound.release()) == 0;
  state_->requireGood(closed);
  if (::fsync(state_->io.descriptor.get()) != 0) state_->fail(errno);
  const fs::path& wanted = state_->path;
  state_->path =
      renameToFreeName(state_->temporary, wanted.stem().string(), wanted.extension().string());
}

void AudioFileWriter::discard() {
  ::unlink(state_->temporary.c_str());
}

const fs::path& AudioFileWriter::path() const {
  return state_->path;
}

int64_t AudioFileWriter::samples() const {
  return state_->samples;
}

int64_t AudioFileWriter::bytes() const {
  return DescriptorFile::length(&state_->io);
}

fs::path AudioFileWriter::temporaryFor(const fs::path& path) {
  std::string name = path.filename().string();
  constexpr size_t kMostBytes = kLongestTemporaryName - kUnfinished.size() - 1;
  if (name.size() > kMostBytes) {
    std::string ending("~");
    ending.append(hashOfText(name), 0, kHashDigits).append(path.extension().string());
    name = fittingName(path.stem().string(), ending, kMostBytes);
  }
  std::string temporary(".");
  temporary.append(name).append(kUnfinished);
  return path.parent_path() / temporary;
}

std::optional<fs::path> AudioFileWriter::targetOf(const fs::path& temporary) {
  const std::string name = temporary.filename().string();
  if (!name.starts_with('.') || !name.ends_with(kUnfinished) ||
      name.size() <= kUnfinished.size() + 1)
    return std::nullopt;
  return temporary.parent_path() / name.substr(1, name.size() - kUnfinished.size() - 1);
}

// ---- Recovery
// ----------------------------------------------------------------------------------

namespace {

/// A file that a writer left, locked; nothing where a writer still has it.
class Leftover {
 public:
  explicit Leftover(const fs::path& path) {
    io_.descriptor = Descriptor(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!io_.descriptor) return;
    locked_ = ::flock(io_.descriptor.get(), LOCK_EX | LOCK_NB) == 0;
    if (locked_) sound_.reset(io_.openSound(SFM_READ, info_));
  }

  bool locked() const { return locked_; }
  bool isSound() const { return sound_ != nullptr; }
  int sampleRate() const { return info_.samplerate; }
  uintmax_t bytes() { return uintmax_t(DescriptorFile::length(&io_)); }
  AudioTags tags() const {
    const auto tag = [this](int which) {
      const char* text = sf_get_string(sound_.get(), which);
      return std::string(text == nullptr ? "" : text);
    };
    return {tag(SF_STR_TITLE), tag(SF_STR_DATE), tag(SF_STR_COMMENT)};
  }
  /// Mono samples; 0 at the end.
  size_t read(std::span<float> samples) {
    if (!sound_ || info_.channels != 1) return 0;
    const auto count = sf_count_t(samples.size());
    return size_t(std::max<sf_count_t>(0, sf_readf_float(sound_.get(), samples.data(), count)));
  }

 private:
  DescriptorFile io_;
  bool locked_ = false;
  SF_INFO info_{};
  Sound sound_;
};

}  // namespace

std::optional<fs::path> recoverAudioFile(const fs::path& temporary) {
  const std::optional<fs::path> target = AudioFileWriter::targetOf(temporary);
  if (!target) failToWrite(temporary, Message("it is not the name of an unfinished recording."));
  Leftover leftover(temporary);
  if (!leftover.locked()) return std::nullopt;
  std::array<float, 1 << 14> block{};
  size_t count = leftover.read(block);
  std::optional<fs::path> recovered;
  if (count > 0) {
    // What a kill leaves of this is written over the next time.
    fs::path again = temporary;
    AudioFileWriter writer(AudioFileWriter::State::opened(*target, again += "2",
                                                          leftover.sampleRate(), leftover.tags()));
    try {
      for (; count > 0; count = leftover.read(block)) writer.write(std::span(block).first(count));
      writer.finish();
    } catch (const Error&) {
      writer.discard();
      throw;
    }
    recovered = writer.path();
  } else if (leftover.bytes() > kMostBytesWithoutSound) {
    throw Error("The unfinished recording '%1' is damaged. Nothing of it was removed.", temporary);
  }
  std::error_code ignored;
  fs::remove(temporary, ignored);
  return recovered;
}

}  // namespace earwitness
