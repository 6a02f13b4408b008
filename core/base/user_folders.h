// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace earwitness {

/// Where Earwitness keeps things of its user, by the XDG base directory specification and
/// xdg-user-dirs; the same for window and command line. Nothing is created here.
/// Throws Error where not even a home folder is known. Thread: any.
std::filesystem::path configFolder();  ///< $XDG_CONFIG_HOME/earwitness
std::filesystem::path stateFolder();   ///< $XDG_STATE_HOME/earwitness
std::filesystem::path dataFolder();    ///< $XDG_DATA_HOME/earwitness
std::filesystem::path cacheFolder();   ///< $XDG_CACHE_HOME/earwitness
std::filesystem::path musicFolder();   ///< the user's folder for music
/// $XDG_RUNTIME_DIR, where sockets of the user's services are; empty if it is not set.
std::filesystem::path runtimeFolder();

}  // namespace earwitness
