// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/sndfile_decoder.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include <sndfile.h>

namespace earwitness {
namespace {

constexpr sf_count_t kSkippedFrames = 4096;  // at a time
constexpr double kWarmUpSeconds = 1.5;       // of MP3, Vorbis and Opus

/// How many frames so many bytes are, from how many `frames` the `presentBytes` are. The last of
/// these may be less than a frame; compressed frames need not be whole bytes.
long framesIn(uint64_t bytes, long frames, uint64_t presentBytes) {
  const uint64_t frameBytes = presentBytes / uint64_t(frames);
  const bool isPlain = frameBytes > 0 && presentBytes - frameBytes * uint64_t(frames) < frameBytes;
  return isPlain ? long(bytes / frameBytes)
                 : std::lround(double(frames) * (double(bytes) / double(presentBytes)));
}

class SndfileDecoder : public SoundDecoder {
 public:
  explicit SndfileDecoder(SoundBytes bytes) : bytes_(std::move(bytes)) {}
  ~SndfileDecoder() override {
    if (file_ != nullptr) sf_close(file_);
  }
  SndfileDecoder(const SndfileDecoder&) = delete;
  SndfileDecoder& operator=(const SndfileDecoder&) = delete;

  bool open(uint64_t expectedBytes, uint64_t presentBytes);
  const Info& info() const override { return info_; }
  size_t read(float* interleaved, size_t count) override {
    const sf_count_t read = sf_readf_float(file_, interleaved, sf_count_t(count));
    return size_t(std::max<sf_count_t>(0, read));
  }
  bool seek(long frame) override;
  uint64_t bytesRead() const override { return uint64_t(furthest_); }

 private:
  static sf_count_t lengthOf(void* self) {
    return sf_count_t(static_cast<SndfileDecoder*>(self)->bytes_.size());
  }
  static sf_count_t tell(void* self) { return static_cast<SndfileDecoder*>(self)->position_; }
  static sf_count_t move(sf_count_t offset, int from, void* self) {
    auto& decoder = *static_cast<SndfileDecoder*>(self);
    const sf_count_t base = from == SEEK_SET   ? 0
                            : from == SEEK_CUR ? decoder.position_
                                               : lengthOf(self);
    if (base + offset < 0) return -1;
    return decoder.position_ = base + offset;
  }
  static sf_count_t readBytes(void* to, sf_count_t count, void* self) {
    auto& decoder = *static_cast<SndfileDecoder*>(self);
    const std::span<char> wanted(static_cast<char*>(to), size_t(std::max<sf_count_t>(0, count)));
    const size_t read = decoder.bytes_.readAt(uint64_t(decoder.position_), wanted);
    decoder.position_ += sf_count_t(read);
    decoder.furthest_ = std::max(decoder.furthest_, decoder.position_);
    return sf_count_t(read);
  }
  static sf_count_t writeBytes(const void*, sf_count_t, void*) { return 0; }

  bool countFrames();

  SoundBytes bytes_;
  sf_count_t position_ = 0;
  sf_count_t furthest_ = 0;
  double warmUpSeconds_ = 0.0;  ///< decoded before a place that was jumped to
  SNDFILE* file_ = nullptr;
  Info info_;
};

bool SndfileDecoder::open(uint64_t expectedBytes, uint64_t presentBytes) {
  SF_VIRTUAL_IO calls{lengthOf, move, readBytes, writeBytes, tell};
  SF_INFO found{};
  file_ = sf_open_virtual(&calls, SFM_READ, &found, this);
  if (file_ == nullptr) return false;
  info_.sampleRate = found.samplerate;
  info_.channels = found.channels;
  if (found.samplerate < kLowestRate || found.samplerate > kHighestRate || found.channels < 1)
    return true;  // told by the caller
  info_.frames = long(found.frames);
  const int format = found.format & SF_FORMAT_TYPEMASK;
  if ((found.frames < 0 || found.frames >= SF_COUNT_MAX / 2) && !countFrames()) return false;
  // After a jump the first samples of these are not exact: each frame needs those before it.
  if (format == SF_FORMAT_MPEG || format == SF_FORMAT_OGG) warmUpSeconds_ = kWarmUpSeconds;
  // What libsndfile says of these follows from what is there, of the others from their headers.
  if (format == SF_FORMAT_FLAC) info_.expectedFrames = info_.frames;
  if (expectedBytes > presentBytes && info_.frames > 0)
    info_.expectedFrames = framesIn(expectedBytes, info_.frames, presentBytes);
  info_.isCut = expectedBytes > presentBytes;
  return true;
}

bool SndfileDecoder::seek(long frame) {
  const sf_count_t target = std::clamp<sf_count_t>(frame, 0, info_.frames);
  const auto warmUp = sf_count_t(warmUpSeconds_ * info_.sampleRate);
  const sf_count_t begin = std::max<sf_count_t>(0, target - warmUp);
  if (sf_seek(file_, begin, SEEK_SET) != begin) return false;
  if (begin == target) return true;
  std::vector<float> block(size_t(kSkippedFrames) * size_t(info_.channels));
  for (sf_count_t left = target - begin; left > 0;) {
    const sf_count_t count =
        sf_readf_float(file_, block.data(), std::min<sf_count_t>(left, kSkippedFrames));
    if (count <= 0) return false;
    left -= count;
  }
  return true;
}

/// For files whose header leaves the length open.
bool SndfileDecoder::countFrames() {
  std::vector<float> block(size_t(kSkippedFrames) * size_t(info_.channels));
  info_.frames = 0;
  while (const sf_count_t count = sf_readf_float(file_, block.data(), kSkippedFrames))
    info_.frames += long(count);
  return sf_seek(file_, 0, SEEK_SET) == 0;
}

}  // namespace

std::unique_ptr<SoundDecoder> openWithSndfile(SoundBytes bytes, uint64_t expectedBytes,
                                              uint64_t presentBytes) {
  auto decoder = std::make_unique<SndfileDecoder>(std::move(bytes));
  if (!decoder->open(expectedBytes, presentBytes)) return nullptr;
  return decoder;
}

}  // namespace earwitness
