// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audio: what a user reads when a file cannot be opened.
#pragma once

#include <filesystem>

#include "core/base/message.h"

namespace earwitness {

/// Throw Error and EmptyAudio: "'path' cannot be opened as sound: reason".
[[noreturn]] void failToOpen(const std::filesystem::path& path, const Message& reason);
[[noreturn]] void failAsEmpty(const std::filesystem::path& path, const Message& reason);

}  // namespace earwitness
