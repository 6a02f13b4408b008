// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/ffmpeg_input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "core/audio/ffmpeg_codec.h"

namespace earwitness {
namespace {

constexpr int kBufferBytes = 32768;
constexpr const char* kProbeBytes = "2000000";  // that find_stream_info() may read
constexpr const char* kProbeTime = "5000000";   // microseconds, the same
constexpr int kOpusRate = 48000;                // Hz
constexpr const char* kMostStreams = "64";

/// A container may name other files and addresses; none of them is opened.
int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
  return AVERROR(EACCES);
}

}  // namespace

FfmpegInput::~FfmpegInput() {
  close();
}

void FfmpegInput::close() {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  if (format_ != nullptr) ffmpeg.avformat_close_input(&format_);
  if (io_ != nullptr) {
    ffmpeg.av_freep(&io_->buffer);  // it may have been replaced
    ffmpeg.avio_context_free(&io_);
  }
}

int FfmpegInput::readBytes(void* self, uint8_t* to, int count) {
  auto& input = *static_cast<FfmpegInput*>(self);
  const size_t read =
      input.bytes_.readAt(uint64_t(input.position_), {reinterpret_cast<char*>(to), size_t(count)});
  input.position_ += int64_t(read);
  return read == 0 ? AVERROR_EOF : int(read);
}

int64_t FfmpegInput::moveTo(void* self, int64_t offset, int from) {
  auto& input = *static_cast<FfmpegInput*>(self);
  const auto size = int64_t(input.bytes_.size());
  if ((from & AVSEEK_SIZE) != 0) return size;
  switch (from & ~AVSEEK_FORCE) {
    case SEEK_SET:
      break;
    case SEEK_CUR:
      offset += input.position_;
      break;
    case SEEK_END:
      offset += size;
      break;
    default:
      return AVERROR(EINVAL);
  }
  if (offset < 0) return AVERROR(EINVAL);
  return input.position_ = offset;
}

bool FfmpegInput::open(const char* demuxer) {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  const AVInputFormat* kind = ffmpeg.av_find_input_format(demuxer);
  auto* buffer = static_cast<unsigned char*>(ffmpeg.av_malloc(kBufferBytes));
  if (kind == nullptr || buffer == nullptr) return false;
  io_ = ffmpeg.avio_alloc_context(buffer, kBufferBytes, 0, this, readBytes, nullptr, moveTo);
  format_ = ffmpeg.avformat_alloc_context();
  packet_.reset(ffmpeg.av_packet_alloc());
  if (io_ == nullptr || format_ == nullptr || !packet_) return false;
  format_->pb = io_;
  format_->flags |= AVFMT_FLAG_CUSTOM_IO;
  format_->io_open = refuseToOpen;
  AVDictionary* options = nullptr;
  ffmpeg.av_dict_set(&options, "format_whitelist", demuxer, 0);
  ffmpeg.av_dict_set(&options, "protocol_whitelist", "none", 0);
  ffmpeg.av_dict_set(&options, "codec_whitelist", FfmpegCodec::allowed(), 0);
  ffmpeg.av_dict_set(&options, "probesize", kProbeBytes, 0);
  ffmpeg.av_dict_set(&options, "analyzeduration", kProbeTime, 0);
  ffmpeg.av_dict_set(&options, "max_streams", kMostStreams, 0);
  const int result = ffmpeg.avformat_open_input(&format_, nullptr, kind, &options);
  ffmpeg.av_dict_free(&options);
  if (result < 0) return false;  // and format_ is null
  if (chooseStream() && isDescribed()) return true;
  // Some containers show what is in them by their first packets only.
  return ffmpeg.avformat_find_stream_info(format_, nullptr) >= 0 && chooseStream();
}

bool FfmpegInput::isDescribed() const {
  const AVCodecParameters& its = *stream().codecpar;
  // Opus is always put out at one rate; some headers have that of what was put in, and lengths in
  // samples would be taken to be of that.
  if (its.codec_id == AV_CODEC_ID_OPUS) return its.sample_rate == kOpusRate;
  return its.codec_id != AV_CODEC_ID_NONE;
}

/// The first sound track; all others are skipped without being looked at.
bool FfmpegInput::chooseStream() {
  bool found = false;
  for (unsigned i = 0; i < format_->nb_streams; ++i) {
    const bool isSound = format_->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
    if (isSound && !found) stream_ = i;
    format_->streams[i]->discard = isSound && !found ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    found |= isSound;
  }
  return found;
}

std::optional<double> FfmpegInput::seconds() const {
  const AVStream& its = stream();
  if (its.duration != AV_NOPTS_VALUE && its.duration > 0)
    return double(its.duration) * its.time_base.num / its.time_base.den;
  if (format_->duration != AV_NOPTS_VALUE && format_->duration > 0)
    return double(format_->duration) / AV_TIME_BASE;
  return std::nullopt;
}

const AVPacket* FfmpegInput::next() {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  while (true) {
    ffmpeg.av_packet_unref(packet_.get());
    if (ffmpeg.av_read_frame(format_, packet_.get()) < 0) return nullptr;
    if (packet_->stream_index == int(stream_)) return packet_.get();
  }
}

bool FfmpegInput::seek(int64_t time) {
  return FfmpegLibrary::get().av_seek_frame(format_, int(stream_), time, AVSEEK_FLAG_BACKWARD) >= 0;
}

}  // namespace earwitness
