// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/ffmpeg_library.h"

#include <dlfcn.h>

namespace earwitness {
namespace {

const std::string kFormat = std::to_string(LIBAVFORMAT_VERSION_MAJOR);
const std::string kCodec = std::to_string(LIBAVCODEC_VERSION_MAJOR);
const std::string kUtil = std::to_string(LIBAVUTIL_VERSION_MAJOR);

void* load(const std::string& name, const std::string& major) {
  const std::string file = "lib" + name + ".so." + major;
  // It stays: unloading libraries with threads and exit handlers of their own is not safe.
  void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr)
    throw FfmpegMissing(
        Message("it is read with FFmpeg's libraries, and %1 is missing. Install %2.", file,
                FfmpegLibrary::packages()));
  return library;
}

template <typename Function>
void take(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw FfmpegMissing(
        Message("it is read with FFmpeg's libraries, which lack %1. Install %2 again.", name,
                FfmpegLibrary::packages()));
}

}  // namespace

FfmpegLibrary::FfmpegLibrary() {
  void* util = load("avutil", kUtil);
  void* codec = load("avcodec", kCodec);
  void* format = load("avformat", kFormat);
#define EARWITNESS_TAKE(library, name) take(library, #name, name)
  EARWITNESS_TAKE(format, avformat_version);
  EARWITNESS_TAKE(codec, avcodec_version);
  EARWITNESS_TAKE(format, avformat_alloc_context);
  EARWITNESS_TAKE(format, avformat_open_input);
  EARWITNESS_TAKE(format, avformat_close_input);
  EARWITNESS_TAKE(format, avformat_find_stream_info);
  EARWITNESS_TAKE(format, av_find_input_format);
  EARWITNESS_TAKE(format, av_read_frame);
  EARWITNESS_TAKE(format, av_seek_frame);
  EARWITNESS_TAKE(format, avio_alloc_context);
  EARWITNESS_TAKE(format, avio_context_free);
  EARWITNESS_TAKE(codec, avcodec_find_decoder_by_name);
  EARWITNESS_TAKE(codec, avcodec_alloc_context3);
  EARWITNESS_TAKE(codec, avcodec_free_context);
  EARWITNESS_TAKE(codec, avcodec_parameters_to_context);
  EARWITNESS_TAKE(codec, avcodec_open2);
  EARWITNESS_TAKE(codec, avcodec_send_packet);
  EARWITNESS_TAKE(codec, avcodec_receive_frame);
  EARWITNESS_TAKE(codec, avcodec_flush_buffers);
  EARWITNESS_TAKE(codec, av_packet_alloc);
  EARWITNESS_TAKE(codec, av_packet_free);
  EARWITNESS_TAKE(codec, av_packet_unref);
  EARWITNESS_TAKE(codec, av_new_packet);
  EARWITNESS_TAKE(util, av_frame_alloc);
  EARWITNESS_TAKE(util, av_frame_free);
  EARWITNESS_TAKE(util, av_frame_unref);
  EARWITNESS_TAKE(util, av_malloc);
  EARWITNESS_TAKE(util, av_freep);
  EARWITNESS_TAKE(util, av_dict_set);
  EARWITNESS_TAKE(util, av_dict_free);
  EARWITNESS_TAKE(util, av_log_set_level);
  EARWITNESS_TAKE(util, av_get_bytes_per_sample);
#undef EARWITNESS_TAKE
  av_log_set_level(AV_LOG_QUIET);  // damage is reported by whoever reads the file
}

const FfmpegLibrary& FfmpegLibrary::get() {
  static const FfmpegLibrary library;
  return library;
}

std::string FfmpegLibrary::version() const {
  return "FFmpeg " + std::to_string(avformat_version()) + " " + std::to_string(avcodec_version());
}

std::string FfmpegLibrary::packages() {
  return "libavformat" + kFormat + ", libavcodec" + kCodec + " and libavutil" + kUtil;
}

}  // namespace earwitness
