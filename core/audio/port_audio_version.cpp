// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/port_audio_version.h"

#include <portaudio.h>

namespace earwitness {

std::string portAudioVersion() {
  return Pa_GetVersionInfo()->versionText;
}

}  // namespace earwitness
