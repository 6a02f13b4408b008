// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: chunks of RIFF and AIFF files.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/audio/sound_bytes.h"

namespace earwitness {

/// What the header claims about the samples, and what the file holds.
struct ClaimedData {
  uint64_t begin = 0;      ///< of the samples in the file
  uint64_t size = 0;       ///< claimed
  bool isUnknown = false;  ///< the header leaves the size open
};

/// Where the samples really end, and whether the header was right.
struct DataExtent {
  uint64_t end = 0;
  uint64_t expectedBytes = 0;  ///< 0: not known
  bool headerIsRight = true;
  uint64_t next = 0;  ///< where another file begins that was joined to this one; 0: none
};

/// True for the sizes that programs write which do not know the size yet.
bool isPlaceholder(uint64_t size);

/// Compares a claim with the file. Chunks after the samples (LIST, bext, ID3, ...) are not samples.
DataExtent extentOf(ByteWindow& bytes, const ClaimedData& claim, bool isBigEndian);

std::string_view idAt(ByteWindow& bytes, uint64_t offset);  ///< four characters; empty at the end

}  // namespace earwitness
