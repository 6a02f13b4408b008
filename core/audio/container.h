// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: containers that FFmpeg reads.
#pragma once

#include <string>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// What the first bytes of a file say about its container.
struct Container {
  const char* demuxer = nullptr;  ///< FFmpeg's name; null: none that is known here
  bool isCut = false;             ///< the file ends before the container's own sizes say
  bool isFragmented = false;      ///< MP4 that was written piece by piece: its head has no length
  bool lacksIndex = false;        ///< MP4 without its table of contents: nothing can be read
};

Container containerOf(const SoundBytes& bytes);

}  // namespace earwitness
