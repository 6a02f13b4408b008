// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/ffmpeg_codec.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/audio/sound_decoder.h"

namespace earwitness {
namespace {

constexpr int kMostChannels = 64;           // FFmpeg's own limit for most codecs
constexpr int kMostFrameSamples = 1 << 22;  // of one packet, all channels together

/// FFmpeg's own decoders for sound. Those of other libraries and those of pictures are not used,
/// whatever a file asks for.
constexpr std::array<std::pair<AVCodecID, const char*>, 49> kDecoders{{
    {AV_CODEC_ID_AAC, "aac"},
    {AV_CODEC_ID_AAC_LATM, "aac_latm"},
    {AV_CODEC_ID_ALAC, "alac"},
    {AV_CODEC_ID_MP1, "mp1float"},
    {AV_CODEC_ID_MP2, "mp2float"},
    {AV_CODEC_ID_MP3, "mp3float"},
    {AV_CODEC_ID_OPUS, "opus"},
    {AV_CODEC_ID_VORBIS, "vorbis"},
    {AV_CODEC_ID_FLAC, "flac"},
    {AV_CODEC_ID_WMAV1, "wmav1"},
    {AV_CODEC_ID_WMAV2, "wmav2"},
    {AV_CODEC_ID_WMAPRO, "wmapro"},
    {AV_CODEC_ID_WMALOSSLESS, "wmalossless"},
    {AV_CODEC_ID_WMAVOICE, "wmavoice"},
    {AV_CODEC_ID_AMR_NB, "amrnb"},
    {AV_CODEC_ID_AMR_WB, "amrwb"},
    {AV_CODEC_ID_AC3, "ac3"},
    {AV_CODEC_ID_EAC3, "eac3"},
    {AV_CODEC_ID_DTS, "dca"},
    {AV_CODEC_ID_WAVPACK, "wavpack"},
    {AV_CODEC_ID_APE, "ape"},
    {AV_CODEC_ID_TTA, "tta"},
    {AV_CODEC_ID_MUSEPACK7, "mpc7"},
    {AV_CODEC_ID_MUSEPACK8, "mpc8"},
    {AV_CODEC_ID_QDM2, "qdm2"},
    {AV_CODEC_ID_SPEEX, "speex"},
    {AV_CODEC_ID_GSM, "gsm"},
    {AV_CODEC_ID_GSM_MS, "gsm_ms"},
    {AV_CODEC_ID_ADPCM_IMA_QT, "adpcm_ima_qt"},
    {AV_CODEC_ID_ADPCM_IMA_WAV, "adpcm_ima_wav"},
    {AV_CODEC_ID_ADPCM_MS, "adpcm_ms"},
    {AV_CODEC_ID_ADPCM_SWF, "adpcm_swf"},
    {AV_CODEC_ID_ADPCM_YAMAHA, "adpcm_yamaha"},
    {AV_CODEC_ID_ADPCM_G722, "g722"},
    {AV_CODEC_ID_ADPCM_G726, "g726"},
    {AV_CODEC_ID_PCM_ALAW, "pcm_alaw"},
    {AV_CODEC_ID_PCM_MULAW, "pcm_mulaw"},
    {AV_CODEC_ID_PCM_U8, "pcm_u8"},
    {AV_CODEC_ID_PCM_S8, "pcm_s8"},
    {AV_CODEC_ID_PCM_S16LE, "pcm_s16le"},
    {AV_CODEC_ID_PCM_S16BE, "pcm_s16be"},
    {AV_CODEC_ID_PCM_S24LE, "pcm_s24le"},
    {AV_CODEC_ID_PCM_S24BE, "pcm_s24be"},
    {AV_CODEC_ID_PCM_S32LE, "pcm_s32le"},
    {AV_CODEC_ID_PCM_S32BE, "pcm_s32be"},
    {AV_CODEC_ID_PCM_F32LE, "pcm_f32le"},
    {AV_CODEC_ID_PCM_F32BE, "pcm_f32be"},
    {AV_CODEC_ID_PCM_F64LE, "pcm_f64le"},
    {AV_CODEC_ID_PCM_F64BE, "pcm_f64be"},
}};

const char* decoderFor(AVCodecID id) {
  const auto found = std::find_if(kDecoders.begin(), kDecoders.end(),
                                  [id](const auto& decoder) { return decoder.first == id; });
  return found == kDecoders.end() ? nullptr : found->second;
}

/// Samples of type T in FFmpeg's order -> interleaved floats of +-1.
template <typename T>
void convert(const AVFrame& frame, int channels, bool isPlanar, float scale, float offset,
             std::vector<float>& to) {
  const auto count = size_t(frame.nb_samples);
  const auto width = size_t(channels);
  for (size_t channel = 0; channel < width; ++channel) {
    const T* from = reinterpret_cast<const T*>(frame.extended_data[isPlanar ? channel : 0]) +
                    (isPlanar ? 0 : channel);
    const size_t step = isPlanar ? 1 : width;
    for (size_t i = 0; i < count; ++i)
      to[i * width + channel] = (float(from[i * step]) - offset) * scale;
  }
}

/// False when the format is none of sound.
bool convertFrame(const AVFrame& frame, int channels, std::vector<float>& to) {
  switch (frame.format) {
    case AV_SAMPLE_FMT_U8:
    case AV_SAMPLE_FMT_U8P:
      convert<uint8_t>(frame, channels, frame.format == AV_SAMPLE_FMT_U8P, 1.0F / 128, 128.0F, to);
      return true;
    case AV_SAMPLE_FMT_S16:
    case AV_SAMPLE_FMT_S16P:
      convert<int16_t>(frame, channels, frame.format == AV_SAMPLE_FMT_S16P, 0x1p-15F, 0.0F, to);
      return true;
    case AV_SAMPLE_FMT_S32:
    case AV_SAMPLE_FMT_S32P:
      convert<int32_t>(frame, channels, frame.format == AV_SAMPLE_FMT_S32P, 0x1p-31F, 0.0F, to);
      return true;
    case AV_SAMPLE_FMT_FLT:
    case AV_SAMPLE_FMT_FLTP:
      convert<float>(frame, channels, frame.format == AV_SAMPLE_FMT_FLTP, 1.0F, 0.0F, to);
      return true;
    case AV_SAMPLE_FMT_DBL:
    case AV_SAMPLE_FMT_DBLP:
      convert<double>(frame, channels, frame.format == AV_SAMPLE_FMT_DBLP, 1.0F, 0.0F, to);
      return true;
    default:
      return false;
  }
}

}  // namespace

const char* FfmpegCodec::allowed() {
  static const std::string names = [] {
    std::string list;
    for (const auto& [id, name] : kDecoders) {
      if (!list.empty()) list += ',';
      list += name;
    }
    return list;
  }();
  return names.c_str();
}

bool FfmpegCodec::open(const AVCodecParameters& parameters, AVRational timeBase) {
  return open(parameters.codec_id, &parameters, timeBase);
}

bool FfmpegCodec::open(AVCodecID id) {
  return open(id, nullptr, {0, 1});
}

bool FfmpegCodec::open(AVCodecID id, const AVCodecParameters* parameters, AVRational timeBase) {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  const char* const name = decoderFor(id);
  const AVCodec* codec = name == nullptr ? nullptr : ffmpeg.avcodec_find_decoder_by_name(name);
  if (codec == nullptr) return false;
  codec_.reset(ffmpeg.avcodec_alloc_context3(codec));
  frame_.reset(ffmpeg.av_frame_alloc());
  if (!codec_ || !frame_) return false;
  if (parameters != nullptr && ffmpeg.avcodec_parameters_to_context(codec_.get(), parameters) < 0)
    return false;
  codec_->pkt_timebase = timeBase;
  codec_->thread_count = 1;
  // FFmpeg skips two frames of these, but not every encoder puts two in front: sound would be lost.
  isWma_ = id == AV_CODEC_ID_WMAV1 || id == AV_CODEC_ID_WMAV2;
  if (isWma_) codec_->flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL;
  return ffmpeg.avcodec_open2(codec_.get(), codec, nullptr) >= 0;
}

bool FfmpegCodec::send(const AVPacket* packet) {
  return FfmpegLibrary::get().avcodec_send_packet(codec_.get(), packet) >= 0;
}

bool FfmpegCodec::receive(Block& block) {
  const FfmpegLibrary& ffmpeg = FfmpegLibrary::get();
  if (ffmpeg.avcodec_receive_frame(codec_.get(), frame_.get()) < 0) return false;
  const AVFrame& frame = *frame_;
  block.channels = frame.ch_layout.nb_channels;
  block.sampleRate = frame.sample_rate;
  block.pts = frame.pts;
  block.samples.clear();
  if (block.channels > 0 && block.channels <= kMostChannels && frame.nb_samples > 0 &&
      frame.nb_samples <= kMostFrameSamples / block.channels) {
    block.samples.resize(size_t(frame.nb_samples) * size_t(block.channels));
    if (!convertFrame(frame, block.channels, block.samples)) block.samples.clear();
  }
  ffmpeg.av_frame_unref(frame_.get());
  return true;
}

void FfmpegCodec::flush() {
  FfmpegLibrary::get().avcodec_flush_buffers(codec_.get());
}

}  // namespace earwitness
