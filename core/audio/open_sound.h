// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: which decoder reads which file.
#pragma once

#include <filesystem>
#include <memory>

#include "core/audio/sound_bytes.h"
#include "core/audio/sound_decoder.h"

namespace earwitness {

/// Finds out from a file's first bytes, never from its name, what kind it is. libsndfile reads what
/// it reads rightly, FFmpeg the rest. Throws Error with a message for the user, and EmptyAudio for
/// a file without a single sample.
std::unique_ptr<SoundDecoder> openSound(const std::shared_ptr<const OpenFile>& file);

}  // namespace earwitness
