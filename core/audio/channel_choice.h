// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/message.h"

namespace earwitness {

/// Which channel of a file with several is analysed: their mean, or one of them.
struct ChannelChoice {
  int number = 0;  ///< 0: the mean of all channels; 1: the first (left), 2: the second (right), ...

  bool isMean() const { return number == 0; }
  bool operator==(const ChannelChoice&) const = default;
};

/// Highest channel number that can be chosen.
inline constexpr int kMostChannels = 1024;

/// "mean", "left", "right", or the channel's number from 1. Throws Error with a message for the
/// user on any other text.
ChannelChoice channelFromText(const std::string& text);
/// The text that channelFromText() reads: "mean", "left", "right", "3".
std::string textOf(ChannelChoice channel);
/// In a sentence: "the mean of all channels", "the left channel", "channel 3".
Message nameOf(ChannelChoice channel);

}  // namespace earwitness
