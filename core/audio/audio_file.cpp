#include "core/audio/audio_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sndfile.h>
#include <unistd.h>

#include "core/audio/resampler.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

namespace fs = std::filesystem;

constexpr sf_count_t kBlockFrames = 4096;
constexpr float kLargestSample =
    1e6F;                          // float files may go beyond 1, but not to where squares overflow
constexpr int kLowestRate = 1000;  // Hz
constexpr int kHighestRate = 1'000'000;
constexpr uint64_t kStreamedBytes = 0x7ffff000;  // sizes from here on mean: not known when written

uint32_t littleEndian32(const unsigned char* bytes) {
  return uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8 | uint32_t(bytes[2]) << 16 |
         uint32_t(bytes[3]) << 24;
}

/// What a WAV file's header promises and what is there; libsndfile shortens such files silently.
struct WavData {
  uint64_t promisedBytes = 0;  ///< 0: no promise
  uint64_t presentBytes = 0;
  uint64_t blockBytes = 0;  ///< of one frame, or of one block of frames where it is compressed
};

WavData wavDataOf(int descriptor, uint64_t fileBytes) {
  std::array<unsigned char, 24> bytes{};
  if (::pread(descriptor, bytes.data(), 12, 0) != 12 || std::memcmp(bytes.data(), "RIFF", 4) != 0 ||
      std::memcmp(bytes.data() + 8, "WAVE", 4) != 0)
    return {};
  WavData data;
  uint64_t position = 12;
  for (int chunk = 0; chunk < 1000 && position + 8 <= fileBytes; ++chunk) {
    if (::pread(descriptor, bytes.data(), bytes.size(), off_t(position)) < 8) break;
    const uint64_t size = littleEndian32(bytes.data() + 4);
    position += 8;
    if (std::memcmp(bytes.data(), "fmt ", 4) == 0)
      data.blockBytes = uint64_t(bytes[20]) | uint64_t(bytes[21]) << 8;
    if (std::memcmp(bytes.data(), "data", 4) == 0) {
      data.presentBytes = fileBytes - position;
      if (size < kStreamedBytes) data.promisedBytes = size;
      return data;
    }
    position += size + (size & 1);  // chunks are padded to even sizes
  }
  return {};
}

/// Frames as the header says, from those that are there.
long promisedFramesOf(const WavData& data, long presentFrames) {
  if (data.blockBytes == 0 || data.promisedBytes <= data.presentBytes) return presentFrames;
  const uint64_t presentBlocks = data.presentBytes / data.blockBytes;
  if (presentBlocks == 0) return presentFrames;
  const long framesPerBlock = std::lround(double(presentFrames) / double(presentBlocks));
  return std::max(presentFrames, long(data.promisedBytes / data.blockBytes) * framesPerBlock);
}

/// What a file that cannot be opened should be told about in the user's words.
[[noreturn]] void failToOpen(const fs::path& path, const std::string& reason) {
  throw Error(inQuotes(path.string()) + " cannot be opened as sound: " + reason);
}

[[noreturn]] void failAsEmpty(const fs::path& path, const std::string& reason) {
  throw EmptyAudio(inQuotes(path.string()) + " cannot be opened as sound: " + reason);
}

}  // namespace

struct AudioFileReader::State {
  explicit State(const fs::path& path_) : path(path_) {}
  ~State() {
    if (file != nullptr) sf_close(file);
    if (descriptor >= 0) ::close(descriptor);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void open();
  void countFrames();
  size_t readBlock(std::span<float> mono);
  void requireNumbers(std::span<const float> samples) const;

  fs::path path;
  int descriptor = -1;
  SNDFILE* file = nullptr;
  SF_INFO info{};
  long promisedFrames = 0;  ///< as the header says
  long readFrames = 0;
  bool endIsPromised = true;  ///< false for formats whose header tells no length
  std::vector<float> interleaved;
};

void AudioFileReader::State::open() {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) failToOpen(path, "there is no such file.");
  if (error) failToOpen(path, error.message() + ".");
  if (fs::is_directory(status)) failToOpen(path, "it is a folder.");
  if (!fs::is_regular_file(status)) failToOpen(path, "it is not a regular file.");
  descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) failToOpen(path, std::generic_category().message(errno) + ".");
  const uintmax_t bytes = fs::file_size(path, error);
  if (error) failToOpen(path, error.message() + ".");
  if (bytes == 0) failAsEmpty(path, "the file is empty.");
  // A copy of its own: where it fails, libsndfile closes the descriptor even when told not to, and
  // by the time it is closed here its number may be another thread's file.
  file = sf_open_fd(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0), SFM_READ, &info, SF_TRUE);
  if (file == nullptr)
    failToOpen(path,
               "it is damaged, or of a kind that is not read here (WAV, FLAC, Ogg and MP3 are).");
  if (info.samplerate < kLowestRate || info.samplerate > kHighestRate || info.channels < 1)
    failToOpen(path, "its header is damaged (" + std::to_string(info.samplerate) + " Hz, " +
                         std::to_string(info.channels) + " channels).");
  const int format = info.format & SF_FORMAT_TYPEMASK;
  // Neither has a header that tells the length: libsndfile estimates it from what is there.
  endIsPromised = format != SF_FORMAT_OGG && format != SF_FORMAT_MPEG;
  interleaved.resize(size_t(kBlockFrames) * size_t(info.channels));
  if (info.frames < 0 || info.frames >= SF_COUNT_MAX / 2) countFrames();
  if (info.frames <= 0) failAsEmpty(path, "it holds no sound.");
  promisedFrames = promisedFramesOf(wavDataOf(descriptor, bytes), info.frames);
}

/// For files whose header leaves the length open.
void AudioFileReader::State::countFrames() {
  sf_count_t total = 0;
  while (const sf_count_t count = sf_readf_float(file, interleaved.data(), kBlockFrames))
    total += count;
  info.frames = total;
  if (sf_seek(file, 0, SEEK_SET) != 0) failToOpen(path, "its length is not known.");
}

AudioFileReader::AudioFileReader(const fs::path& path) : state_(std::make_unique<State>(path)) {
  state_->open();
}

AudioFileReader::~AudioFileReader() = default;
AudioFileReader::AudioFileReader(AudioFileReader&&) noexcept = default;

double AudioFileReader::sampleRate() const {
  return state_->info.samplerate;
}
int AudioFileReader::channels() const {
  return state_->info.channels;
}
long AudioFileReader::frames() const {
  return state_->promisedFrames;
}
double AudioFileReader::seconds() const {
  return double(frames()) / sampleRate();
}

void AudioFileReader::State::requireNumbers(std::span<const float> samples) const {
  // Without a way out of the loop, so that it is vectorised.
  int bad = 0;
  for (const float sample : samples) bad |= std::abs(sample) <= kLargestSample ? 0 : 1;
  if (bad == 0) return;
  const auto first = std::find_if_not(samples.begin(), samples.end(), [](float sample) {
    return std::abs(sample) <= kLargestSample;
  });
  const long frame = readFrames + (first - samples.begin()) / info.channels;
  throw Error(inQuotes(path.string()) + " is damaged: at " +
              std::to_string(double(frame) / info.samplerate) +
              " s it holds samples that are not numbers.");
}

/// Up to `mono.size()` frames, fewer at the end only.
size_t AudioFileReader::State::readBlock(std::span<float> mono) {
  const auto channels = size_t(info.channels);
  float* const target = channels == 1 ? mono.data() : interleaved.data();
  const sf_count_t read = sf_readf_float(file, target, sf_count_t(mono.size()));
  const auto count = size_t(std::max<sf_count_t>(0, read));
  requireNumbers({target, count * channels});
  if (channels > 1)
    for (size_t frame = 0; frame < count; ++frame) {
      double sum = 0.0;
      for (size_t channel = 0; channel < channels; ++channel)
        sum += interleaved[frame * channels + channel];
      mono[frame] = float(sum / double(channels));
    }
  readFrames += long(count);
  return count;
}

size_t AudioFileReader::read(std::span<float> mono) {
  State& state = *state_;
  size_t done = 0;
  while (done < mono.size()) {
    const size_t wanted = std::min<size_t>(kBlockFrames, mono.size() - done);
    const size_t count = state.readBlock(mono.subspan(done, wanted));
    if (count == 0) break;
    done += count;
  }
  if (done == 0 && !mono.empty() && state.endIsPromised && state.readFrames < state.promisedFrames)
    throw Error(inQuotes(state.path.string()) + " is cut off: it ends after " +
                std::to_string(double(state.readFrames) / sampleRate()) + " s of the " +
                std::to_string(seconds()) + " s that its header promises.");
  return done;
}

void AudioFileReader::seek(long frame) {
  State& state = *state_;
  const long target = std::clamp(frame, 0L, long(state.info.frames));
  if (sf_seek(state.file, target, SEEK_SET) != target)
    throw Error(inQuotes(state.path.string()) + " cannot be played from " +
                durationText(double(target) / sampleRate()) +
                " on: the file is damaged, or of a kind that is read from its start only.");
  state.readFrames = target;
}

std::vector<float> readAudio(const fs::path& path, double sampleRate) {
  AudioFileReader reader(path);
  Resampler resampler(reader.sampleRate(), sampleRate);
  std::vector<float> samples;
  std::vector<float> block(size_t(kBlockFrames) * 4);
  while (const size_t count = reader.read(block))
    resampler.push(std::span(block).first(count), samples);
  resampler.finish(samples);
  return samples;
}

bool looksLikeAudioFile(const fs::path& path) {
  constexpr std::array kEndings{".wav",  ".wave", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif",
                                ".aiff", ".aifc", ".au",   ".snd", ".w64", ".rf64", ".caf"};
  std::string ending = path.extension().string();
  for (char& letter : ending)
    if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

}  // namespace earwitness
