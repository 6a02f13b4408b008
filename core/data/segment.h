// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/message.h"

namespace earwitness {

/// What of a sound file a clip is: all of it, or from `begin` to `end` (seconds).
struct Segment {
  double begin = 0.0;
  double end = 0.0;

  bool isWhole() const { return end <= begin; }
  double seconds() const { return end - begin; }
  auto operator<=>(const Segment&) const = default;
};

/// To the microsecond, so that a segment is the same when its text is read back.
Segment roundedSegment(double begin, double end);

/// A file, or a segment of it.
struct ClipPlace {
  std::filesystem::path path;
  Segment segment = {};
};
/// The place as one text: the path, and of a segment a fragment as the W3C's Media Fragments have
/// it:
/// "/sounds/a.wav#t=1.5,2". Names clips in results, corrections and lists.
std::string addressOf(const std::filesystem::path& path, const Segment& segment);
/// The place of an address; a text without such a fragment is a path.
ClipPlace placeOf(const std::string& address);

/// The identity of a clip's content: the hash of the file's bytes, or for a segment one of that and
/// of its ends to the microsecond. 32 hex digits.
std::string contentHashOf(const std::string& fileHash, const Segment& segment);
/// "1.5 to 2 s"
Message spanOf(const Segment& segment);
std::string textOf(const Segment& segment);

}  // namespace earwitness
