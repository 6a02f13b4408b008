// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/joined_decoder.h"

#include <algorithm>
#include <utility>

namespace earwitness {
namespace {

class JoinedDecoder : public SoundDecoder {
 public:
  JoinedDecoder(std::vector<OpenPart> parts, FindParts findMore) : findMore_(std::move(findMore)) {
    addAll(std::move(parts));
    openPart(0);
  }

  bool isOpen() const { return decoder_ != nullptr; }
  const Info& info() const override { return info_; }
  Message trouble() const override { return trouble_; }

  size_t read(float* interleaved, size_t count) override {
    while (decoder_ != nullptr) {
      if (const size_t read = readPart(interleaved, count)) return read;
      if (current_ + 1 == parts_.size()) extend(decoder_->bytesRead());
      if (current_ + 1 == parts_.size()) break;
      openPart(current_ + 1);
    }
    return 0;
  }

  bool seek(long frame) override {
    if (frame > info_.frames) extend(0);
    size_t part = 0;
    while (part + 1 < parts_.size() && frame >= parts_[part].frames) frame -= parts_[part++].frames;
    if (part != current_ || decoder_ == nullptr) openPart(part);
    return decoder_ != nullptr && decoder_->seek(frame);
  }

 private:
  struct Part {
    OpenPart open;
    long frames = 0;
  };

  void addAll(std::vector<OpenPart> parts) {
    for (OpenPart& open : parts)
      if (!add(std::move(open))) return;
  }

  void extend(uint64_t offset) {
    if (const FindParts find = std::exchange(findMore_, {})) addAll(find(offset));
  }

  /// False when nothing after this part can be read.
  bool add(OpenPart open) {
    const std::unique_ptr<SoundDecoder> decoder = open();
    if (!decoder) {
      trouble_ = Message("what was joined to its end is damaged");
      return false;
    }
    const Info& its = decoder->info();
    if (parts_.empty()) info_ = {.sampleRate = its.sampleRate, .channels = its.channels};
    if (its.sampleRate != info_.sampleRate) {
      trouble_ =
          Message("what was joined to its end has another sample rate (%1 Hz instead of %2 Hz)",
                  its.sampleRate, info_.sampleRate);
      return false;
    }
    info_.frames += its.frames;
    info_.expectedFrames += std::max(its.frames, its.expectedFrames);
    info_.isCut |= its.isCut;
    parts_.push_back({std::move(open), its.frames});
    return true;
  }

  void openPart(size_t part) {
    current_ = part;
    decoder_ = part < parts_.size() ? parts_[part].open() : nullptr;
  }

  size_t readPart(float* interleaved, size_t count) {
    const int channels = decoder_->info().channels;
    if (channels == info_.channels) return decoder_->read(interleaved, count);
    buffer_.resize(count * size_t(channels));
    const size_t read = decoder_->read(buffer_.data(), count);
    copyChannels(buffer_.data(), channels, interleaved, info_.channels, read);
    return read;
  }

  FindParts findMore_;
  std::vector<Part> parts_;
  size_t current_ = 0;
  std::unique_ptr<SoundDecoder> decoder_;
  std::vector<float> buffer_;
  Message trouble_;
  Info info_;
};

}  // namespace

std::unique_ptr<SoundDecoder> openJoined(std::vector<OpenPart> parts, FindParts findMore) {
  if (parts.size() == 1 && !findMore) return parts.front()();
  auto decoder = std::make_unique<JoinedDecoder>(std::move(parts), std::move(findMore));
  if (!decoder->isOpen()) return nullptr;
  return decoder;
}

void copyChannels(const float* from, int fromChannels, float* to, int toChannels, size_t frames) {
  for (size_t frame = 0; frame < frames; ++frame)
    for (int channel = 0; channel < toChannels; ++channel)
      to[frame * size_t(toChannels) + size_t(channel)] =
          from[frame * size_t(fromChannels) + size_t(std::min(channel, fromChannels - 1))];
}

}  // namespace earwitness
