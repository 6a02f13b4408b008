// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/framed_decoder.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "core/audio/ffmpeg_codec.h"
#include "core/audio/frame_walk.h"
#include "core/audio/joined_decoder.h"

namespace earwitness {
namespace {

constexpr long kMarked = 64;  // every so many frames, one's place in the file is kept
constexpr long kWarmUp = 12;  // frames that a decoder needs before its output is exact
constexpr int kProbedFrames = 16;
constexpr uint64_t kTagBytes = 128;  // of the oldest kind of tag at the end

/// Frames from one tag to the next: what was one file before files were joined.
struct Piece {
  long firstFrame = 0;
  long frames = 0;
  StreamTag tag;
  long firstSample = 0;  ///< in the output
  long samples = 0;      ///< in the output
  long skipAtStart = 0;
};

AVCodecID codecOf(const FrameKind& kind) {
  switch (kind.family) {
    case FrameKind::Family::Adts:
      return AV_CODEC_ID_AAC;
    case FrameKind::Family::Amr:
      return kind.isWide ? AV_CODEC_ID_AMR_WB : AV_CODEC_ID_AMR_NB;
    case FrameKind::Family::Mpeg:
      break;
  }
  return kind.layer == 1 ? AV_CODEC_ID_MP1 : kind.layer == 2 ? AV_CODEC_ID_MP2 : AV_CODEC_ID_MP3;
}

class FramedDecoder : public SoundDecoder {
 public:
  FramedDecoder(const SoundBytes& bytes, FrameWalk walk)
      : bytes_(bytes), walk_(std::move(walk)), packet_(FfmpegLibrary::get().av_packet_alloc()) {}

  bool open() {
    if (!packet_ || !codec_.open(codecOf(walk_.kind()))) return false;
    count();
    if (!probe()) return false;
    placePieces();
    return seek(0);
  }

  const Info& info() const override { return info_; }
  Message trouble() const override {
    if (walk_.otherRate() == 0) return {};
    return Message("what was joined to its end has another sample rate (%1 Hz instead of %2 Hz)",
                   walk_.otherRate(), walk_.kind().sampleRate);
  }

  size_t read(float* interleaved, size_t count) override {
    size_t done = 0;
    const auto width = size_t(info_.channels);
    while (done < count) {
      if (next_ == block_.size() && !decodeNext()) break;
      const size_t frames = std::min(count - done, (block_.size() - next_) / width);
      std::copy_n(block_.begin() + long(next_), frames * width, interleaved + done * width);
      next_ += frames * width;
      done += frames;
    }
    return done;
  }

  bool seek(long frame) override;

 private:
  void count();
  bool probe();
  void placePieces();
  void goTo(long streamFrame);
  bool decodeFrame(const StreamFrame& frame, FfmpegCodec::Block& block);
  bool decodeNext();

  SoundBytes bytes_;
  FrameWalk walk_;
  FfmpegCodec codec_;
  OwnedPacket packet_;
  Info info_;
  long frameSamples_ = 0;        ///< per channel
  std::vector<uint64_t> marks_;  ///< place of every kMarked-th frame with sound
  std::vector<Piece> pieces_;

  size_t piece_ = 0;          ///< that is decoded next
  long streamFrame_ = 0;      ///< that is decoded next
  uint64_t offset_ = 0;       ///< where it is looked for
  long skip_ = 0;             ///< samples that are not put out
  std::vector<float> block_;  ///< interleaved
  size_t next_ = 0;           ///< in block_
  std::vector<float> fitted_;
};

void FramedDecoder::count() {
  long total = 0;
  uint64_t offset = walk_.start();
  while (const auto frame = walk_.frameFrom(offset)) {
    offset = frame->begin + frame->bytes;
    if (frame->tag || pieces_.empty()) pieces_.emplace_back().firstFrame = total;
    if (frame->tag) {
      pieces_.back().tag = *frame->tag;
      continue;
    }
    if (total % kMarked == 0) marks_.push_back(frame->begin);
    ++pieces_.back().frames;
    ++total;
  }
  std::erase_if(pieces_, [](const Piece& piece) { return piece.frames == 0; });
}

/// What comes out of the first frames.
bool FramedDecoder::probe() {
  uint64_t offset = walk_.start();
  FfmpegCodec::Block block;
  for (int i = 0; i < kProbedFrames && !pieces_.empty(); ++i) {
    const auto frame = walk_.frameFrom(offset);
    if (!frame) break;
    offset = frame->begin + frame->bytes;
    if (frame->tag || !decodeFrame(*frame, block)) continue;
    info_.sampleRate = block.sampleRate;
    info_.channels = block.channels;
    frameSamples_ = long(block.frames());
    codec_.flush();
    return true;
  }
  return false;
}

void FramedDecoder::placePieces() {
  long total = 0;
  for (Piece& piece : pieces_) {
    const long raw = piece.frames * frameSamples_;
    const StreamTag& tag = piece.tag;
    piece.skipAtStart = tag.hasPadding ? std::min(tag.skipAtStart, raw) : 0;
    const bool isWhole = tag.frames == piece.frames;
    const long left = raw - piece.skipAtStart;
    piece.samples = left - (isWhole && tag.hasPadding ? std::min(tag.skipAtEnd, left) : 0);
    piece.firstSample = total;
    total += piece.samples;
    const long expected = tag.frames * frameSamples_ - piece.skipAtStart - tag.skipAtEnd;
    info_.expectedFrames += std::max(piece.samples, tag.frames > piece.frames ? expected : 0);
  }
  info_.frames = total;
  info_.isCut = info_.expectedFrames > total;
}

bool FramedDecoder::seek(long frame) {
  frame = std::clamp(frame, 0L, info_.frames);
  piece_ = 0;
  while (piece_ + 1 < pieces_.size() && frame >= pieces_[piece_ + 1].firstSample) ++piece_;
  const Piece& piece = pieces_[piece_];
  const long raw = frame - piece.firstSample + piece.skipAtStart;
  const long inPiece = std::max(0L, raw / frameSamples_ - kWarmUp);
  goTo(piece.firstFrame + inPiece);
  skip_ = raw - inPiece * frameSamples_;
  codec_.flush();
  block_.clear();
  next_ = 0;
  return true;
}

void FramedDecoder::goTo(long streamFrame) {
  const size_t mark = std::min(size_t(streamFrame / kMarked), marks_.size() - 1);
  offset_ = marks_[mark];
  streamFrame_ = long(mark) * kMarked;
  while (streamFrame_ < streamFrame) {
    const auto frame = walk_.frameFrom(offset_);
    if (!frame) return;
    offset_ = frame->begin + frame->bytes;
    if (!frame->tag) ++streamFrame_;
  }
}

/// False when the frame is damaged.
bool FramedDecoder::decodeFrame(const StreamFrame& frame, FfmpegCodec::Block& block) {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  if (ffmpeg.av_new_packet(packet_.get(), int(frame.bytes)) < 0) return false;
  const std::span<char> bytes(reinterpret_cast<char*>(packet_->data), frame.bytes);
  const bool isRead = bytes_.readAt(frame.begin, bytes) == frame.bytes;
  const bool isDecoded =
      isRead && codec_.send(packet_.get()) && codec_.receive(block) && block.frames() > 0;
  ffmpeg.av_packet_unref(packet_.get());
  return isDecoded;
}

/// The samples of the next frame, silence for one that is damaged: time goes on. False at the end.
bool FramedDecoder::decodeNext() {
  const auto width = size_t(info_.channels);
  FfmpegCodec::Block decoded;
  while (piece_ < pieces_.size()) {
    const Piece& piece = pieces_[piece_];
    const long inPiece = streamFrame_ - piece.firstFrame;
    if (inPiece == piece.frames) {
      ++piece_;
      if (piece_ < pieces_.size()) skip_ = pieces_[piece_].skipAtStart;
      codec_.flush();
      continue;
    }
    const auto frame = walk_.frameFrom(offset_);
    if (!frame) return false;  // it was there before
    offset_ = frame->begin + frame->bytes;
    if (frame->tag) continue;
    ++streamFrame_;
    block_.assign(size_t(frameSamples_) * width, 0.0F);
    if (decodeFrame(*frame, decoded))
      copyChannels(decoded.samples.data(), decoded.channels, block_.data(), info_.channels,
                   std::min(decoded.frames(), size_t(frameSamples_)));
    // Where the output of this piece begins and ends within the frame.
    const long begin = std::min(skip_, frameSamples_);
    skip_ -= begin;
    const long last = piece.skipAtStart + piece.samples - inPiece * frameSamples_;
    const long end = std::clamp(last, 0L, frameSamples_);
    if (begin >= end) continue;
    block_.resize(size_t(end) * width);
    next_ = size_t(begin) * width;
    return true;
  }
  block_.clear();
  next_ = 0;
  return false;
}

}  // namespace

bool isPlainMp3(const SoundBytes& bytes) {
  auto walk = FrameWalk::begin(bytes);
  if (!walk || walk->kind().family != FrameKind::Family::Mpeg || !walk->startsAtOnce())
    return false;
  const auto first = walk->frameFrom(walk->start());
  if (!first || !first->tag || first->tag->frames == 0 || first->tag->bytes == 0) return false;
  const uint64_t end = walk->start() + first->tag->bytes;
  const uint64_t slack = 2 * first->bytes + kTagBytes;  // some do not count the tag's own frame
  // Tags may follow, another stream may not.
  return end <= bytes.size() + slack && (end + slack >= bytes.size() || !walk->frameFrom(end));
}

std::unique_ptr<SoundDecoder> openFramed(const SoundBytes& bytes) {
  auto walk = FrameWalk::begin(bytes);
  if (!walk) return nullptr;
  auto decoder = std::make_unique<FramedDecoder>(bytes, std::move(*walk));
  if (!decoder->open()) return nullptr;
  return decoder;
}

}  // namespace earwitness
