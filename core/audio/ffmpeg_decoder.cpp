// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/ffmpeg_decoder.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/audio/ffmpeg_codec.h"
#include "core/audio/ffmpeg_input.h"
#include "core/audio/joined_decoder.h"

namespace earwitness {
namespace {

constexpr double kWarmUpSeconds = 1.0;  // decoded before the place that was jumped to
constexpr double kNearSeconds = 10.0;   // so far ahead it decodes instead of jumping
constexpr double kGapSeconds = 0.03;    // in the timestamps; from here on filled with silence
constexpr double kLongestGap = 3600.0;  // seconds, where the container states no length
constexpr long kEncoderTail = 4096;     // frames that an encoder may add at the end
constexpr int kProbedBlocks = 3;

/// True for containers whose timestamps are right after a jump; in others they are reckoned from
/// the place in the file.
bool hasExactTimes(const Container& container) {
  constexpr std::string_view kExact[]{"mov", "matroska", "asf", "avi", "mpegts",
                                      "wv",  "tta",      "caf", "wav"};
  return std::find(std::begin(kExact), std::end(kExact), container.demuxer) != std::end(kExact);
}

class FfmpegDecoder : public SoundDecoder {
 public:
  FfmpegDecoder(const SoundBytes& bytes, const Container& container)
      : bytes_(bytes), container_(container) {}

  bool open();
  const Info& info() const override { return info_; }
  Message trouble() const override { return trouble_; }
  size_t read(float* interleaved, size_t count) override;
  bool seek(long frame) override;

 private:
  bool restart();
  bool jump(long target);
  void skipTo(long target);
  void findLength();
  double scanSeconds() const;
  double secondsPerTick() const;
  long now() const;
  long placeOf(int64_t pts) const;
  long placeAfterJump(int64_t pts) const;
  bool nextBlock();
  bool decodeBlock();
  void takeBlock();
  void withholdTail(size_t begin);

  SoundBytes bytes_;
  Container container_;
  std::unique_ptr<FfmpegInput> input_;
  FfmpegCodec codec_;
  FfmpegCodec::Block block_;
  Info info_;
  Message trouble_;
  int64_t startPts_ = AV_NOPTS_VALUE;      ///< of the first sample
  long firstBlock_ = 0, otherBlocks_ = 0;  ///< frames; the second 0: they vary
  long statedFrames_ = 0;                  ///< by the container; 0: it does not say
  bool tailIsStated_ = false;  ///< statedFrames_ is exact, and the encoder's tail lies behind it

  bool isDrained_ = false;       ///< the decoder has been told that the stream is over
  int priming_ = 0;              ///< blocks that are not put out
  bool isFirstBlock_ = true;     ///< since the start or a jump
  long place_ = 0;               ///< frame that follows what is in pending_
  long silence_ = 0;             ///< frames of a gap that are put out before pending_
  std::vector<float> pending_;   ///< interleaved
  size_t next_ = 0;              ///< in pending_
  std::vector<float> withheld_;  ///< beyond the stated end
};

bool FfmpegDecoder::open() {
  if (!restart()) return false;
  // The first blocks say what a container's header may have wrong.
  std::vector<long> sizes;
  while (int(sizes.size()) < kProbedBlocks && decodeBlock()) {
    if (block_.frames() == 0) continue;
    if (sizes.empty()) {
      info_.sampleRate = block_.sampleRate;
      info_.channels = block_.channels;
      startPts_ = block_.pts;
    }
    sizes.push_back(long(block_.frames()));
  }
  if (sizes.empty() || info_.channels < 1) return false;
  firstBlock_ = sizes.front();
  if (sizes.size() == kProbedBlocks && sizes[1] == sizes[2] && sizes[0] <= sizes[1])
    otherBlocks_ = sizes[1];
  findLength();
  return restart();
}

bool FfmpegDecoder::restart() {
  input_ = std::make_unique<FfmpegInput>(bytes_);
  if (!input_->open(container_.demuxer)) return false;
  const AVStream& stream = input_->stream();
  if (!codec_.open(*stream.codecpar, stream.time_base)) return false;
  isDrained_ = false;
  isFirstBlock_ = true;
  priming_ = codec_.primingBlocks();
  place_ = silence_ = 0;
  pending_.clear();
  withheld_.clear();
  next_ = 0;
  trouble_ = {};
  return true;
}

void FfmpegDecoder::findLength() {
  const bool isMov = std::string_view(container_.demuxer) == "mov";
  const double rate = info_.sampleRate;
  // The pieces of a fragmented file are known only when they have been read.
  const auto stated = container_.isFragmented ? std::nullopt : input_->seconds();
  constexpr double kMostFrames = 1e15;
  if (stated && *stated * rate < kMostFrames) statedFrames_ = std::lround(*stated * rate);
  tailIsStated_ = isMov && statedFrames_ > 0 && secondsPerTick() * rate <= 1.0;
  info_.frames = statedFrames_ > 0 ? statedFrames_ : std::lround(scanSeconds() * rate);
  info_.isCut = container_.isCut;
  // In other containers the length is that of the longest stream, such as a film's pictures.
  if (isMov || input_->isOnlyStream() || container_.isCut) info_.expectedFrames = statedFrames_;
}

/// From packet to packet, without decoding.
double FfmpegDecoder::scanSeconds() const {
  FfmpegInput input(bytes_);
  if (!input.open(container_.demuxer)) return 0.0;
  int64_t first = AV_NOPTS_VALUE, last = 0, end = 0;
  while (const AVPacket* packet = input.next()) {
    if (packet->pts == AV_NOPTS_VALUE) continue;
    if (first == AV_NOPTS_VALUE) first = last = packet->pts;
    const int64_t duration = packet->duration > 0 ? packet->duration : packet->pts - last;
    last = packet->pts;
    end = std::max(end, packet->pts + duration);
  }
  return first == AV_NOPTS_VALUE ? 0.0 : double(end - first) * secondsPerTick();
}

double FfmpegDecoder::secondsPerTick() const {
  const AVRational base = input_->stream().time_base;
  return base.den > 0 ? double(base.num) / base.den : 0.0;
}

/// The frame that is put out next.
long FfmpegDecoder::now() const {
  const size_t samples = pending_.size() - next_ + withheld_.size();
  return place_ - silence_ - long(samples / size_t(info_.channels));
}

/// The frame that a timestamp stands for.
long FfmpegDecoder::placeOf(int64_t pts) const {
  const double seconds = (double(pts) - double(startPts_)) * secondsPerTick();
  constexpr double kFar = 1e15;
  return std::lround(std::clamp(seconds * info_.sampleRate, -kFar, kFar));
}

/// The same, exactly; below 0 where timestamps are too coarse for that.
long FfmpegDecoder::placeAfterJump(int64_t pts) const {
  if (pts == AV_NOPTS_VALUE || startPts_ == AV_NOPTS_VALUE) return -1;
  const long rough = placeOf(pts);
  const double tick = secondsPerTick() * info_.sampleRate;  // in frames
  if (tick <= 1.0) return rough;
  if (otherBlocks_ == 0) return -1;
  const long blocks = std::lround(double(rough - firstBlock_) / double(otherBlocks_));
  const long place = firstBlock_ + blocks * otherBlocks_;
  return std::abs(place - rough) <= tick + 1.0 && 2.0 * tick < double(otherBlocks_) ? place : -1;
}

bool FfmpegDecoder::seek(long frame) {
  const auto near = long(kNearSeconds * info_.sampleRate);
  const bool isAhead = frame >= now() && frame - now() <= near;
  if (!isAhead && (frame <= near || !jump(frame)) && !restart()) return false;
  skipTo(frame);
  return true;
}

/// False when it does not arrive at a known place before `target`.
bool FfmpegDecoder::jump(long target) {
  const double tick = secondsPerTick();
  if (!hasExactTimes(container_) || startPts_ == AV_NOPTS_VALUE || tick <= 0.0) return false;
  const double seconds = double(target) / info_.sampleRate - kWarmUpSeconds;
  if (!input_->seek(startPts_ + int64_t(std::floor(seconds / tick)))) return false;
  codec_.flush();
  priming_ = 0;
  isDrained_ = false;
  pending_.clear();
  withheld_.clear();
  next_ = 0;
  silence_ = 0;
  do {
    if (!decodeBlock()) return false;
  } while (block_.frames() == 0);
  place_ = placeAfterJump(block_.pts);
  if (place_ < 0 || place_ > target) return false;
  isFirstBlock_ = true;  // it lies where it was just placed
  takeBlock();
  return true;
}

void FfmpegDecoder::skipTo(long target) {
  const auto width = size_t(info_.channels);
  while (true) {
    const long left = target - now();
    if (left <= 0) return;
    const long silent = std::min(left, silence_);
    silence_ -= silent;
    next_ += std::min(size_t(left - silent) * width, pending_.size() - next_);
    if (next_ == pending_.size() && silence_ == 0 && !nextBlock()) return;
  }
}

size_t FfmpegDecoder::read(float* interleaved, size_t count) {
  const auto width = size_t(info_.channels);
  size_t done = 0;
  while (done < count) {
    if (silence_ == 0 && next_ == pending_.size() && !nextBlock()) break;
    const auto silent = size_t(std::min(long(count - done), silence_));
    std::fill_n(interleaved + done * width, silent * width, 0.0F);
    silence_ -= long(silent);
    done += silent;
    const size_t frames = std::min(count - done, (pending_.size() - next_) / width);
    std::copy_n(pending_.begin() + long(next_), frames * width, interleaved + done * width);
    next_ += frames * width;
    done += frames;
  }
  return done;
}

/// Fills pending_ or silence_. False at the end.
bool FfmpegDecoder::nextBlock() {
  pending_.clear();
  next_ = 0;
  while (pending_.empty() && silence_ == 0) {
    if (!decodeBlock()) return false;
    if (block_.frames() > 0) takeBlock();
  }
  return true;
}

/// What the decoder puts out next, into block_. False at the end.
bool FfmpegDecoder::decodeBlock() {
  if (!trouble_.empty()) return false;
  while (true) {
    if (codec_.receive(block_)) {
      if (priming_ == 0) return true;
      --priming_;
      continue;
    }
    if (isDrained_) return false;
    const AVPacket* packet = input_->next();
    isDrained_ = packet == nullptr;
    codec_.send(packet);  // a damaged packet leaves a gap
  }
}

/// Appends block_ to pending_, at its place in time.
void FfmpegDecoder::takeBlock() {
  if (block_.sampleRate != info_.sampleRate) {
    trouble_ = Message("its sample rate changes to %1 Hz", block_.sampleRate);
    return;
  }
  if (!isFirstBlock_ && block_.pts != AV_NOPTS_VALUE && startPts_ != AV_NOPTS_VALUE) {
    const long gap = placeOf(block_.pts) - place_;
    const double longest =
        statedFrames_ > 0 ? double(statedFrames_ - place_) : kLongestGap * info_.sampleRate;
    if (double(gap) > kGapSeconds * info_.sampleRate && double(gap) <= longest) {
      silence_ += gap;
      place_ += gap;
    }
  }
  isFirstBlock_ = false;
  const size_t frames = block_.frames();
  const size_t begin = pending_.size();
  pending_.resize(begin + frames * size_t(info_.channels));
  copyChannels(block_.samples.data(), block_.channels, pending_.data() + begin, info_.channels,
               frames);
  place_ += long(frames);
  if (tailIsStated_ && place_ > statedFrames_) withholdTail(begin);
}

/// Keeps back what lies beyond the stated end: what an encoder added, unless much more follows.
void FfmpegDecoder::withholdTail(size_t begin) {
  const auto width = size_t(info_.channels);
  const long beyond = place_ - statedFrames_;
  if (beyond > kEncoderTail) {
    pending_.insert(pending_.begin() + long(begin), withheld_.begin(), withheld_.end());
    withheld_.clear();
    tailIsStated_ = false;
    return;
  }
  const size_t samples =
      std::min(size_t(beyond) * width - withheld_.size(), pending_.size() - begin);
  withheld_.insert(withheld_.end(), pending_.end() - long(samples), pending_.end());
  pending_.resize(pending_.size() - samples);
}

}  // namespace

std::unique_ptr<SoundDecoder> openWithFfmpeg(const SoundBytes& bytes, const Container& container) {
  if (container.demuxer == nullptr) return nullptr;
  auto decoder = std::make_unique<FfmpegDecoder>(bytes, container);
  if (!decoder->open()) return nullptr;
  return decoder;
}

}  // namespace earwitness
