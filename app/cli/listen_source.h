#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "core/audio/capture.h"

namespace earwitness {

/// The microphone of that name; the default one for an empty name. Throws Error where there is
/// none.
DeviceId deviceByName(const std::string& name);

/// A file in a microphone's place, for a paced listener: it gives sound up to the position
/// `limitSeconds`, so that nobody behind the listener is overrun. Throws Error where it cannot be
/// read.
std::unique_ptr<AudioSource> openFileSource(
    const std::filesystem::path& file, std::shared_ptr<const std::atomic<double>> limitSeconds);

}  // namespace earwitness
