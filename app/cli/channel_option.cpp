// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_option.h"

#include "core/base/error.h"

namespace earwitness {
namespace {

constexpr const char* kHelp =
    "Channel of multi-channel audio: mean (default), left, right, or its number from 1";

std::string problemOf(const std::string& text) {
  try {
    channelFromText(text);
    return {};
  } catch (const Error& error) {
    std::string sentence = error.what();
    sentence.pop_back();  // the full stop: more is said after it
    return sentence;
  }
}

}  // namespace

CLI::Option* addChannelOption(CLI::App& command, std::optional<std::string>& channel) {
  return command.add_option("--channel", channel, kHelp)
      ->check(CLI::Validator(problemOf, "CHANNEL"));
}

CLI::Option* addChannelOption(CLI::App& command, ChannelChoice& channel) {
  return command
      .add_option_function<std::string>(
          "--channel", [&channel](const std::string& text) { channel = channelFromText(text); },
          kHelp)
      ->check(CLI::Validator(problemOf, "CHANNEL"));
}

}  // namespace earwitness
