// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: streams of frames without a container: MP3, AAC (ADTS) and AMR.
#pragma once

#include <memory>

#include "core/audio/sound_bytes.h"
#include "core/audio/sound_decoder.h"

namespace earwitness {

/// True for MP3 that begins with its first frame and whose tag states its length rightly:
/// libsndfile reads it as it is.
bool isPlainMp3(const SoundBytes& bytes);

/// Counts the frames, which reads the whole file once without decoding, and decodes them with
/// FFmpeg. Also for several streams that were joined, of which each loses what its encoder added.
/// Null when this is no such stream. Throws FfmpegMissing.
std::unique_ptr<SoundDecoder> openFramed(const SoundBytes& bytes);

}  // namespace earwitness
