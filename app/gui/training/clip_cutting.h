// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace earwitness::gui {

/// Samples [begin, end) of a recording.
struct ClipSpan {
  size_t begin = 0;
  size_t end = 0;
  bool operator==(const ClipSpan&) const = default;
};

struct CutOptions {
  double clipSeconds = 2.0;
  bool keepSilence = false;  ///< of a quiet room: every piece is a clip
};

/// Cuts a recording (mono, +-1) into clips of one length. A clip begins shortly before something is
/// heard, so that a bark is not cut in two; what lies between is left out. Where the sound goes on
/// without a pause, clips follow each other. The last clip may be shorter, down to half the length;
/// a recording that gives no longer one gives its only clip from 0.1 s on. In time order, none
/// overlaps another. Empty where nothing is louder than -60 dBFS. Thread: any.
std::vector<ClipSpan> cutIntoClips(std::span<const float> samples, double sampleRate,
                                   const CutOptions& options = {});

}  // namespace earwitness::gui
