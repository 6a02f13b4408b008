// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clip_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.h"

namespace earwitness {

double clipSecondsOf(double fileSeconds, const Segment& segment) {
  if (segment.isWhole() || fileSeconds < 0.0) return fileSeconds;
  return std::max(0.0, std::min(segment.end, fileSeconds) - segment.begin);
}

std::optional<ClipProblem> outsideProblem(const Clip& clip, double fileSeconds) {
  if (clip.segment.isWhole() || fileSeconds < 0.0 ||
      clip.segment.end <= fileSeconds + kBeyondEndSeconds)
    return std::nullopt;
  return ClipProblem{.path = clip.path,
                     .what = Message("%1 (%2) is not inside the file, which is %3 s long", clip.row,
                                     spanOf(clip.segment), fixedPoint(fileSeconds, 2)),
                     .kind = DataProblemKind::Outside,
                     .segment = clip.segment,
                     .leavesOut = clipSecondsOf(fileSeconds, clip.segment) <= 0.0};
}

ClipReader::ClipReader(const std::filesystem::path& path, const Segment& segment,
                       ChannelChoice channel)
    : reader_(path, channel), segment_(segment) {
  if (segment.isWhole()) return;
  if (clipSecondsOf(reader_.seconds(), segment) <= 0.0)
    throw SegmentOutside(Message("'%1' is %2 s long, so nothing of it is from %3.", path,
                                 fixedPoint(reader_.seconds(), 2), spanOf(segment)),
                         reader_.seconds());
  const long first = std::lround(segment.begin * reader_.sampleRate());
  left_ = std::max(1L, std::lround(segment.end * reader_.sampleRate()) - first);
  skipTo(first);
}

/// Reads up to there where the file's kind cannot seek.
void ClipReader::skipTo(long frame) {
  if (frame == 0) return;
  try {
    reader_.seek(frame);
    return;
  } catch (const Error&) {
    // read below
  }
  std::array<float, 4096> block;
  while (frame > 0) {
    const size_t wanted = size_t(std::min<long>(frame, long(block.size())));
    const size_t count = reader_.read(std::span(block).first(wanted));
    if (count == 0) return;
    frame -= long(count);
  }
}

double ClipReader::seconds() const {
  return clipSecondsOf(reader_.seconds(), segment_);
}

size_t ClipReader::read(std::span<float> mono) {
  if (left_ < 0) return reader_.read(mono);
  const size_t count = reader_.read(mono.first(std::min(mono.size(), size_t(left_))));
  left_ -= long(count);
  return count;
}

}  // namespace earwitness
