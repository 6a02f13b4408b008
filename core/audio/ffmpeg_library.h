// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: FFmpeg's libraries, loaded when a file needs them.
#pragma once

#include <memory>
#include <string>

// FFmpeg's headers are C.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

#include "core/base/error.h"

namespace earwitness {

/// FFmpeg's libraries are missing, or too old.
class FfmpegMissing : public Error {
 public:
  using Error::Error;
};

/// libavformat, libavcodec and libavutil, of the release whose headers this was compiled with. With
/// a hundred libraries behind them they cost more than all the rest of a start, and most users
/// never open a file that needs them. Members are called as in FFmpeg's documentation.
class FfmpegLibrary {
 public:
  /// Throws FfmpegMissing with a message for the user. Thread-safe.
  static const FfmpegLibrary& get();
  /// Of the loaded libraries: "FFmpeg 3873892 3877220".
  std::string version() const;
  /// "libavformat59, libavcodec59 and libavutil57": the Debian packages.
  static std::string packages();

  decltype(&::avformat_version) avformat_version = nullptr;
  decltype(&::avcodec_version) avcodec_version = nullptr;
  decltype(&::avformat_alloc_context) avformat_alloc_context = nullptr;
  decltype(&::avformat_open_input) avformat_open_input = nullptr;
  decltype(&::avformat_close_input) avformat_close_input = nullptr;
  decltype(&::avformat_find_stream_info) avformat_find_stream_info = nullptr;
  decltype(&::av_find_input_format) av_find_input_format = nullptr;
  decltype(&::av_read_frame) av_read_frame = nullptr;
  decltype(&::av_seek_frame) av_seek_frame = nullptr;
  decltype(&::avio_alloc_context) avio_alloc_context = nullptr;
  decltype(&::avio_context_free) avio_context_free = nullptr;
  decltype(&::avcodec_find_decoder_by_name) avcodec_find_decoder_by_name = nullptr;
  decltype(&::avcodec_alloc_context3) avcodec_alloc_context3 = nullptr;
  decltype(&::avcodec_free_context) avcodec_free_context = nullptr;
  decltype(&::avcodec_parameters_to_context) avcodec_parameters_to_context = nullptr;
  decltype(&::avcodec_open2) avcodec_open2 = nullptr;
  decltype(&::avcodec_send_packet) avcodec_send_packet = nullptr;
  decltype(&::avcodec_receive_frame) avcodec_receive_frame = nullptr;
  decltype(&::avcodec_flush_buffers) avcodec_flush_buffers = nullptr;
  decltype(&::av_packet_alloc) av_packet_alloc = nullptr;
  decltype(&::av_packet_free) av_packet_free = nullptr;
  decltype(&::av_packet_unref) av_packet_unref = nullptr;
  decltype(&::av_new_packet) av_new_packet = nullptr;
  decltype(&::av_frame_alloc) av_frame_alloc = nullptr;
  decltype(&::av_frame_free) av_frame_free = nullptr;
  decltype(&::av_frame_unref) av_frame_unref = nullptr;
  decltype(&::av_malloc) av_malloc = nullptr;
  decltype(&::av_freep) av_freep = nullptr;
  decltype(&::av_dict_set) av_dict_set = nullptr;
  decltype(&::av_dict_free) av_dict_free = nullptr;
  decltype(&::av_log_set_level) av_log_set_level = nullptr;
  decltype(&::av_get_bytes_per_sample) av_get_bytes_per_sample = nullptr;

 private:
  FfmpegLibrary();
};

/// Frees an object of the library: std::unique_ptr<AVPacket, FreedBy<&...::av_packet_free>>.
template <auto release>
struct FreedBy {
  template <typename Object>
  void operator()(Object* object) const {
    (FfmpegLibrary::get().*release)(&object);
  }
};

using OwnedPacket = std::unique_ptr<AVPacket, FreedBy<&FfmpegLibrary::av_packet_free>>;
using OwnedFrame = std::unique_ptr<AVFrame, FreedBy<&FfmpegLibrary::av_frame_free>>;
using OwnedCodec = std::unique_ptr<AVCodecContext, FreedBy<&FfmpegLibrary::avcodec_free_context>>;

}  // namespace earwitness
