// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: sounds that were joined end to end in one file.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/audio/sound_decoder.h"

namespace earwitness {

/// Opens one part; null when that fails.
using OpenPart = std::function<std::unique_ptr<SoundDecoder>()>;

/// What follows the first part, when that is looked for late: the parts after `offset` of the file.
using FindParts = std::function<std::vector<OpenPart>(uint64_t offset)>;

/// The parts as one sound. All are opened once to add up their lengths, one at a time stays open.
/// Parts with other channels are fitted to the first one's; the sound ends before a part with
/// another sample rate, and says so. Null when the first part cannot be opened.
/// `findMore` is called once, at the end of the parts or for a place after it.
std::unique_ptr<SoundDecoder> openJoined(std::vector<OpenPart> parts, FindParts findMore = {});

/// `channels` of `from` in each frame -> `channels` of `to`: a missing one repeats the last.
void copyChannels(const float* from, int fromChannels, float* to, int toChannels, size_t frames);

}  // namespace earwitness
