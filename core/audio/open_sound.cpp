// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/open_sound.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/audio/audio_file.h"
#include "core/audio/container.h"
#include "core/audio/ffmpeg_decoder.h"
#include "core/audio/ffmpeg_library.h"
#include "core/audio/flac_links.h"
#include "core/audio/framed_decoder.h"
#include "core/audio/joined_decoder.h"
#include "core/audio/ogg_links.h"
#include "core/audio/sndfile_decoder.h"
#include "core/audio/sound_errors.h"
#include "core/audio/sound_layout.h"

namespace earwitness {
namespace {

using File = std::shared_ptr<const OpenFile>;
using Decoder = std::unique_ptr<SoundDecoder>;

/// Tries one reader after another, and keeps what the user should know when none can read the file.
class Attempts {
 public:
  /// True when `open` gave a decoder.
  template <typename Open>
  bool add(Open&& open) {
    if (decoder_) return true;
    try {
      decoder_ = open();
    } catch (const FfmpegMissing& error) {  // another reader may do
      if (missing_.empty()) missing_ = error.message();
    }
    return decoder_ != nullptr;
  }
  Decoder take() { return std::move(decoder_); }
  const Message& missing() const { return missing_; }

 private:
  Decoder decoder_;
  Message missing_;
};

Decoder openLayout(const SoundLayout& layout) {
  if (layout.isMpeg) {
    Attempts attempts;
    attempts.add([&] { return openFramed(layout.data); });
    attempts.add([&] { return openWithSndfile(layout.bytes); });
    return attempts.take();
  }
  return openWithSndfile(layout.bytes, layout.expectedBytes, layout.data.size());
}

Decoder openLayouts(const File& file, const std::vector<SoundLayout>& layouts) {
  if (layouts.front().data.size() == 0) {
    if (layouts.front().expectedBytes > 0)
      failToOpen(file->path(), Message("it is cut off: it contains a header but no audio."));
    failAsEmpty(file->path(), Message("it contains no audio."));
  }
  std::vector<OpenPart> parts;
  for (const SoundLayout& layout : layouts)
    if (layout.data.size() > 0) parts.push_back([layout] { return openLayout(layout); });
  return openJoined(std::move(parts));
}

Decoder openOggLink(const OggLink& link) {
  Attempts attempts;
  if (link.isPlain)
    attempts.add([&] {
      Decoder decoder = openWithSndfile(link.bytes);
      return decoder && decoder->info().frames > 0 ? std::move(decoder) : nullptr;
    });
  attempts.add([&] { return openWithFfmpeg(link.bytes, containerOf(link.bytes)); });
  return attempts.take();
}

/// Marks a sound as cut.
class CutDecoder : public SoundDecoder {
 public:
  explicit CutDecoder(Decoder decoder) : decoder_(std::move(decoder)), info_(decoder_->info()) {
    info_.isCut = true;
  }
  const Info& info() const override { return info_; }
  size_t read(float* interleaved, size_t count) override {
    return decoder_->read(interleaved, count);
  }
  bool seek(long frame) override { return decoder_->seek(frame); }
  Message trouble() const override { return decoder_->trouble(); }

 private:
  Decoder decoder_;
  Info info_;
};

Decoder openOgg(const File& file, const OggLinks& ogg) {
  std::vector<OpenPart> parts;
  for (const OggLink& link : ogg.links) parts.push_back([link] { return openOggLink(link); });
  Decoder decoder = openJoined(std::move(parts));
  if (!decoder && ogg.isCut)
    failToOpen(file->path(), Message("it is cut off: it contains a header but no audio."));
  if (decoder && ogg.isCut) return std::make_unique<CutDecoder>(std::move(decoder));
  return decoder;
}

uint64_t bytesOf(const std::vector<SoundBytes>& links) {
  uint64_t sum = 0;
  for (const SoundBytes& link : links) sum += link.size();
  return sum;
}

OpenPart flacPart(const SoundBytes& bytes) {
  return [bytes] {
    Attempts attempts;
    attempts.add([&] { return openWithSndfile(bytes); });
    attempts.add([&] { return openWithFfmpeg(bytes, {.demuxer = "flac"}); });
    return attempts.take();
  };
}

/// Streams that were joined are found by reading the whole file: at once in a short one, whose
/// length is then known, at the end of the first stream in a long one.
Decoder openFlac(const File& file) {
  constexpr uint64_t kShortBytes = uint64_t(8) << 20;
  static constexpr uint64_t kReadAhead = uint64_t(1) << 20;  // more than libsndfile reads ahead
  const FindParts find = [file](uint64_t offset) {
    std::vector<OpenPart> parts;
    for (const SoundBytes& link : flacLinksAfter(file, offset - std::min(offset, kReadAhead)))
      parts.push_back(flacPart(link));
    return parts;
  };
  std::vector<OpenPart> parts{flacPart(SoundBytes(file))};
  if (file->size() > kShortBytes) return openJoined(std::move(parts), find);
  const std::vector<SoundBytes> more = flacLinksAfter(file, 0);
  if (more.empty()) return openJoined(std::move(parts));
  parts = {flacPart(SoundBytes(file, 0, file->size() - bytesOf(more)))};
  for (const SoundBytes& link : more) parts.push_back(flacPart(link));
  return openJoined(std::move(parts));
}

/// Not what is in containers that only FFmpeg reads: libsndfile may take parts of it for MP3.
bool isForSndfile(std::string_view kind) {
  constexpr std::string_view kKinds[]{"", "wav", "w64", "aiff", "au", "caf", "ogg", "flac"};
  return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}

[[noreturn]] void fail(const File& file, const Container& container, const Message& missing) {
  if (!missing.empty()) failToOpen(file->path(), missing);
  if (container.lacksIndex)
    failToOpen(
        file->path(),
        Message(
            "its table of contents is missing, so it was cut off or its recording never ended."));
  failToOpen(file->path(),
             Message("the file is damaged or not supported (supported: %1).", audioKinds()));
}

}  // namespace

std::unique_ptr<SoundDecoder> openSound(const File& file) {
  const SoundBytes bytes(file);
  const Container container = containerOf(bytes);
  const std::string_view kind = container.demuxer == nullptr ? "" : container.demuxer;
  Attempts attempts;
  if (const auto layouts = layoutsOf(file); !layouts.empty())
    attempts.add([&] { return openLayouts(file, layouts); });
  else if (kind == "ogg")
    attempts.add([&] { return openOgg(file, oggLinksOf(file)); });
  else if (kind == "flac")
    attempts.add([&] { return openFlac(file); });
  else if (kind.empty() && !isPlainMp3(bytes))
    attempts.add([&] { return openFramed(bytes); });
  if (isForSndfile(kind)) attempts.add([&] { return openWithSndfile(bytes); });
  attempts.add([&] { return openWithFfmpeg(bytes, container); });
  Decoder decoder = attempts.take();
  if (!decoder) fail(file, container, attempts.missing());
  const SoundDecoder::Info& info = decoder->info();
  if (info.sampleRate < kLowestRate || info.sampleRate > kHighestRate || info.channels < 1 ||
      info.channels > kMostChannels)
    failToOpen(file->path(), Message("its header is damaged (%1 Hz, %2 channels).", info.sampleRate,
                                     info.channels));
  if (info.frames <= 0) failAsEmpty(file->path(), Message("it contains no audio."));
  return decoder;
}

}  // namespace earwitness
