// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/audio_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

#include "core/audio/channel_phase.h"
#include "core/audio/open_sound.h"
#include "core/audio/resampler.h"
#include "core/audio/sound_bytes.h"
#include "core/audio/sound_decoder.h"
#include "core/audio/sound_errors.h"
#include "core/base/text.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr char kNotOpened[] = CORE_TEXT("'%1' cannot be opened as audio: %2");

constexpr size_t kBlockFrames = 4096;
constexpr float kLargestSample =
    1e6F;  // float files may go beyond 1, but not to where squares overflow
constexpr double kStartSeconds = 0.5;           // that decide on the channel in most files
constexpr size_t kMostStartSamples = 1U << 20;  // of all channels together

// What may be missing without a word, in seconds and as a share of the length.
constexpr double kLeastMissing = 0.01;
constexpr double kMostMissing = 0.1;
constexpr double kMissingShare = 0.05;

bool isNumber(float sample) {
  return std::abs(sample) <= kLargestSample;
}

}  // namespace

struct AudioFileReader::State {
  State(const fs::path& path, ChannelChoice choice)
      : file(OpenFile::open(path)), decoder(openSound(file)), info(decoder->info()) {
    if (choice.number > info.channels)
      throw info.channels == 1
          ? Error(
                "'%1' has only 1 channel, so %2 cannot be analysed. Choose another channel "
                "(--channel).",
                path, nameOf(choice))
          : Error(
                "'%1' has only %2 channels, so %3 cannot be analysed. Choose another channel "
                "(--channel).",
                path, info.channels, nameOf(choice));
    interleaved.resize(kBlockFrames * size_t(info.channels));
    mono.reserve(kBlockFrames);
    taken = choice;
    isChosen = !choice.isMean() || info.channels == 1;
  }

  void chooseChannel();
  PhaseMeter phaseOf(SoundDecoder& sound, std::vector<float>& samples) const;
  bool fillBlock();
  void mixBlock(const float* from, size_t count);
  bool replaceBadSamples(std::span<float> samples);
  bool isMissing(double expectedSeconds) const;
  Message reasonOfEnd() const;
  double secondsAt(long frame) const { return double(frame) / info.sampleRate; }

  std::shared_ptr<const OpenFile> file;
  std::unique_ptr<SoundDecoder> decoder;
  SoundDecoder::Info info;  ///< as it was opened
  ChannelChoice taken;
  bool isChosen = false;  ///< `taken` is settled
  bool oppositePhase = false;

  std::vector<float> start;  ///< interleaved, decoded to choose the channel and not yet read
  size_t startRead = 0;      ///< samples of it
  std::vector<float> interleaved;
  std::vector<float> mono;  ///< decoded and not yet read, from monoRead on
  size_t monoRead = 0;
  long position = 0;  ///< frame after what is in `mono`
  long furthest = 0;  ///< frame up to which it was read
  bool isAtEnd = false;
  bool isDamaged = false;  ///< it ends in samples that are not numbers
  long badSamples = 0;
};

/// Decodes the first `samples` of a sound that is at its start.
PhaseMeter AudioFileReader::State::phaseOf(SoundDecoder& sound, std::vector<float>& samples) const {
  const auto width = size_t(info.channels);
  const auto wanted = std::min(size_t(kStartSeconds * info.sampleRate), kMostStartSamples / width);
  samples.resize(wanted * width);
  size_t count = 0;
  while (count < wanted) {
    const size_t read = sound.read(samples.data() + count * width, wanted - count);
    if (read == 0) break;
    count += read;
  }
  samples.resize(count * width);
  PhaseMeter meter(info.channels);
  meter.add(samples.data(), count);
  return meter;
}

/// Decided once, from what the file holds alone, so that whoever reads it how gets the same. In
/// most files its start decides, which is then read without decoding it again.
void AudioFileReader::State::chooseChannel() {
  isChosen = true;
  std::unique_ptr<SoundDecoder> other;
  std::vector<float> samples;
  if (position > 0) other = openSound(file);
  const PhaseMeter meter = phaseOf(other ? *other : *decoder, position > 0 ? samples : start);
  if (meter.meanIsSound()) return;
  other = openSound(file);
  if (const int channel = channelInsteadOfMean(*other, meter); channel > 0) {
    taken = {.number = channel};
    oppositePhase = true;
  }
}

/// The next samples into `mono`. False at the end.
bool AudioFileReader::State::fillBlock() {
  mono.clear();
  monoRead = 0;
  if (isAtEnd) return false;
  if (!isChosen) chooseChannel();
  const auto width = size_t(info.channels);
  size_t count = 0;
  if (startRead < start.size()) {
    count = std::min(kBlockFrames, (start.size() - startRead) / width);
    std::copy_n(start.begin() + long(startRead), count * width, interleaved.begin());
    startRead += count * width;
  } else {
    start = {};
    startRead = 0;
  }
  while (count < kBlockFrames) {
    const size_t read = decoder->read(interleaved.data() + count * width, kBlockFrames - count);
    if (read == 0) break;
    count += read;
  }
  if (count > 0 && !replaceBadSamples({interleaved.data(), count * width})) {
    if (position == 0)
      throw Error("'%1' is damaged: it contains samples that are not numbers.", file->path());
    isDamaged = true;
    count = 0;
  }
  isAtEnd = count == 0;
  if (isAtEnd && position == 0)
    throw EmptyAudio(
        Message("'%1' is cut off or damaged: none of its audio can be read.", file->path()));
  mixBlock(interleaved.data(), count);
  position += long(count);
  return count > 0;
}

void AudioFileReader::State::mixBlock(const float* from, size_t count) {
  const auto channels = size_t(info.channels);
  mono.resize(count);
  if (!taken.isMean()) {
    const auto channel = size_t(taken.number - 1);
    for (size_t frame = 0; frame < count; ++frame) mono[frame] = from[frame * channels + channel];
  } else if (channels == 1) {
    std::copy_n(from, count, mono.begin());
  } else {
    for (size_t frame = 0; frame < count; ++frame) {
      double sum = 0.0;
      for (size_t channel = 0; channel < channels; ++channel)
        sum += from[frame * channels + channel];
      mono[frame] = float(sum / double(channels));
    }
  }
}

/// False when most of them are bad: this is no sound.
bool AudioFileReader::State::replaceBadSamples(std::span<float> samples) {
  // Without a way out of the loop, so that it is vectorised.
  size_t bad = 0;
  for (const float sample : samples) bad += isNumber(sample) ? 0 : 1;
  if (bad == 0) return true;
  if (bad > samples.size() / 2) return false;
  badSamples += long(bad);
  std::replace_if(
      samples.begin(), samples.end(), [](float sample) { return !isNumber(sample); }, 0.0F);
  return true;
}

bool AudioFileReader::State::isMissing(double expectedSeconds) const {
  const double missing = expectedSeconds - secondsAt(furthest);
  return missing > std::clamp(kMissingShare * expectedSeconds, kLeastMissing, kMostMissing);
}

Message AudioFileReader::State::reasonOfEnd() const {
  if (const int number = file->readError(); number != 0)
    return Message("the file cannot be read further (%1)", std::generic_category().message(number));
  if (isDamaged) return Message("the samples after that are not numbers");
  if (Message trouble = decoder->trouble(); !trouble.empty()) return trouble;
  return decoder->info().isCut ? Message("the file is cut off")
                               : Message("the file is cut off or damaged");
}

AudioFileReader::AudioFileReader(const fs::path& path, ChannelChoice channel)
    : state_(std::make_unique<State>(path, channel)) {}

AudioFileReader::~AudioFileReader() = default;
AudioFileReader::AudioFileReader(AudioFileReader&&) noexcept = default;

double AudioFileReader::sampleRate() const {
  return state_->info.sampleRate;
}
int AudioFileReader::channels() const {
  return state_->info.channels;
}
long AudioFileReader::frames() const {
  return state_->decoder->info().frames;
}
double AudioFileReader::seconds() const {
  return double(frames()) / sampleRate();
}

size_t AudioFileReader::read(std::span<float> mono) {
  State& state = *state_;
  size_t done = 0;
  while (done < mono.size()) {
    if (state.monoRead == state.mono.size() && !state.fillBlock()) break;
    const size_t count = std::min(mono.size() - done, state.mono.size() - state.monoRead);
    std::copy_n(state.mono.begin() + long(state.monoRead), count, mono.begin() + long(done));
    state.monoRead += count;
    done += count;
  }
  const long read = state.position - long(state.mono.size() - state.monoRead);
  state.furthest = std::max(state.furthest, read);
  return done;
}

void AudioFileReader::seek(long frame) {
  State& state = *state_;
  const long target = std::max(0L, frame);
  state.start = {};
  state.startRead = 0;
  state.mono.clear();
  state.monoRead = 0;
  state.isAtEnd = false;
  if (!state.decoder->seek(target))
    throw Error(
        "'%1' cannot be played from %2 on: the file is damaged, or of a kind that is read from its "
        "start only.",
        state.file->path(), durationMessage(state.secondsAt(target)));
  state.position = target;
}

AudioReport AudioFileReader::report() const {
  const State& state = *state_;
  const SoundDecoder::Info& now = state.decoder->info();
  AudioReport report{.seconds = state.secondsAt(state.furthest),
                     .expectedSeconds = state.secondsAt(now.expectedFrames),
                     .channel = state.taken,
                     .oppositePhase = state.oppositePhase,
                     .badSamples = state.badSamples};
  const bool isOpenCut = now.isCut && now.expectedFrames == 0;
  report.incomplete =
      state.isAtEnd && (state.isMissing(report.expectedSeconds) || isOpenCut || state.isDamaged ||
                        state.file->readError() != 0 || !state.decoder->trouble().empty());
  if (report.incomplete) report.reason = state.reasonOfEnd();
  return report;
}

std::vector<float> readAudio(const fs::path& path, double sampleRate, ChannelChoice channel,
                             AudioReport* report) {
  AudioFileReader reader(path, channel);
  Resampler resampler(reader.sampleRate(), sampleRate);
  std::vector<float> samples;
  std::vector<float> block(kBlockFrames * 4);
  while (const size_t count = reader.read(block))
    resampler.push(std::span(block).first(count), samples);
  resampler.finish(samples);
  if (report != nullptr) *report = reader.report();
  return samples;
}

[[noreturn]] void failToOpen(const fs::path& path, const Message& reason) {
  throw Error(kNotOpened, path, reason);
}

[[noreturn]] void failAsEmpty(const fs::path& path, const Message& reason) {
  throw EmptyAudio(kNotOpened, path, reason);
}

std::optional<Message> whyNotOpened(const Message& problem) {
  if (problem.pattern() != kNotOpened || problem.arguments().size() != 2) return std::nullopt;
  return problem.arguments()[1];
}

}  // namespace earwitness
