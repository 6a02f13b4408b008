// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "core/audio/channel_choice.h"

namespace earwitness {

/// --channel: mean, left, right, or a channel's number from 1. Another text is refused while the
/// command line is read.
CLI::Option* addChannelOption(CLI::App& command, std::optional<std::string>& channel);
CLI::Option* addChannelOption(CLI::App& command, ChannelChoice& channel);

}  // namespace earwitness
