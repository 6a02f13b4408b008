// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: what FFmpeg reads.
#pragma once

#include <memory>

#include "core/audio/container.h"
#include "core/audio/sound_bytes.h"
#include "core/audio/sound_decoder.h"

namespace earwitness {

/// The first sound track of a container. Nothing but `bytes` is ever opened, whatever the file
/// refers to. Null when it has no sound that can be decoded. Throws FfmpegMissing.
std::unique_ptr<SoundDecoder> openWithFfmpeg(const SoundBytes& bytes, const Container& container);

}  // namespace earwitness
