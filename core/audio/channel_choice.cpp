// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/channel_choice.h"

#include <charconv>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

ChannelChoice channelFromText(const std::string& text) {
  if (text == "mean") return {};
  if (text == "left") return {.number = 1};
  if (text == "right") return {.number = 2};
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end || number < 1 || number > kMostChannels)
    throw Error(
        "Unknown channel '%1'. Choose mean, left, right, or a channel's number from 1 to %2.", text,
        kMostChannels);
  return {.number = number};
}

std::string textOf(ChannelChoice channel) {
  switch (channel.number) {
    case 0:
      return "mean";
    case 1:
      return "left";
    case 2:
      return "right";
    default:
      return std::to_string(channel.number);
  }
}

Message nameOf(ChannelChoice channel) {
  switch (channel.number) {
    case 0:
      return Message("the mean of all channels");
    case 1:
      return Message("the left channel");
    case 2:
      return Message("the right channel");
    default:
      return Message("channel %1", channel.number);
  }
}

}  // namespace earwitness
