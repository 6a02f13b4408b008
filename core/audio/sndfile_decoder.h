// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: what libsndfile reads.
#pragma once

#include <memory>

#include "core/audio/sound_bytes.h"
#include "core/audio/sound_decoder.h"

namespace earwitness {

/// Null when libsndfile cannot open it, or finds impossible numbers in its header.
/// `expectedBytes` and `presentBytes` of samples: when the first is larger, the file is cut, and
/// expectedFrames follows from their ratio.
std::unique_ptr<SoundDecoder> openWithSndfile(SoundBytes bytes, uint64_t expectedBytes = 0,
                                              uint64_t presentBytes = 0);

}  // namespace earwitness
