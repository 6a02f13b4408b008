// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: the links of an Ogg file.
#pragma once

#include <cstdint>
#include <vector>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// One of the sounds that follow each other in a chained Ogg file.
struct OggLink {
  SoundBytes bytes;
  bool isPlain = false;  ///< a single stream, Vorbis or Opus: what libsndfile reads
};

struct OggLinks {
  std::vector<OggLink> links;
  bool isCut = false;  ///< the file ends within a page
};

/// Walks from page to page without decoding. No links when the file is not Ogg.
OggLinks oggLinksOf(const std::shared_ptr<const OpenFile>& file);

}  // namespace earwitness
