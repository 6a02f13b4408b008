// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: FLAC files that were joined end to end.
#pragma once

#include <vector>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// The streams after the first one in a FLAC file. FLAC does not say where a stream ends, so the
/// file is searched for the beginning of another one, from `offset` on.
std::vector<SoundBytes> flacLinksAfter(const std::shared_ptr<const OpenFile>& file,
                                       uint64_t offset);

}  // namespace earwitness
