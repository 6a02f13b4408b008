// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace earwitness {

/// "PortAudio V19.7.0-devel, revision unknown". Thread: any.
std::string portAudioVersion();

}  // namespace earwitness
