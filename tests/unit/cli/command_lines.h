// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/cli/cli_process.h"
#include "tests/unit/training/small_run.h"

namespace earwitness {

/// A command line as a list: @ stands for `root`, MODEL and DATA for a good model and data set.
inline QStringList filled(const QString& arguments, const std::filesystem::path& root) {
  QStringList list = arguments.split(' ', Qt::SkipEmptyParts);
  for (QString& argument : list) {
    if (argument == "MODEL") argument = textOf(SmallRun::get().folder().bestModel());
    if (argument == "DATA") argument = textOf(SmallRun::get().data());
    if (argument.startsWith('@')) argument.replace(0, 1, textOf(root));
  }
  return list;
}

/// A sound system with a card that is not there. PortAudio 19.6 cannot stand one that names no
/// device: https://github.com/PortAudio/portaudio/issues/294
inline void withoutSound(CliProcess& cli, const std::filesystem::path& root) {
  writeText(root / "alsa.conf", "pcm.front { type hw\n card 99 }\n");
  cli.set("ALSA_CONFIG_PATH", textOf(root / "alsa.conf"));
  cli.set("PULSE_SERVER", "unix:/nowhere");
}

}  // namespace earwitness
