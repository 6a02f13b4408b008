// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/audio/channel_choice.h"
#include "core/base/message.h"

namespace earwitness {

/// What became of a file's audio while it was read to its end, for display next to the result.
struct AudioReport {
  double seconds = 0.0;          ///< how much was read
  double expectedSeconds = 0.0;  ///< length according to the file; 0 when the file does not say
  /// Audio is missing: the file is cut off or damaged. Some milliseconds do not count.
  bool incomplete = false;
  Message reason = {};         ///< why it is incomplete, a few words without a full stop: "cut off"
  ChannelChoice channel = {};  ///< what was analysed
  /// The mean was asked for, but the channels cancel each other out, so `channel` was taken.
  bool oppositePhase = false;
  long badSamples = 0;  ///< samples that were not numbers and were replaced by silence

  bool operator==(const AudioReport&) const = default;
};

/// Sentences for the user; none when there is nothing to say.
/// "Only 1.5 s of 3.0 s could be read: the file is cut off."
std::vector<Message> noteSentences(const AudioReport& report);
/// The same as one text.
Message noteMessage(const AudioReport& report);
std::string noteOf(const AudioReport& report);

}  // namespace earwitness
