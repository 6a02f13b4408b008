// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: where the samples of WAV, W64, AIFF, AU and CAF files are.
#pragma once

#include <cstdint>
#include <vector>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// The samples of a file whose header states their size in bytes. The size in the header is a
/// claim: recorders that crash leave 0 or an old one, 32 bits wrap after 4 GiB, programs that write
/// into a pipe put in a placeholder, and files are cut.
struct SoundLayout {
  SoundBytes bytes;            ///< for libsndfile: the file, or its samples with a correct header
  SoundBytes data;             ///< the samples alone
  uint64_t expectedBytes = 0;  ///< size of the samples according to the header; 0 when it does not
                               ///< say. Larger than `data` when the file is cut.
  bool isMpeg = false;         ///< `data` is an MP3 or MP2 stream
};

/// The parts of a file that follow each other: one, or several when files were joined end to end.
/// Empty when the file is of another kind, or when its header is left to libsndfile to judge.
std::vector<SoundLayout> layoutsOf(const std::shared_ptr<const OpenFile>& file);

}  // namespace earwitness
