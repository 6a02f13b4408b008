// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace earwitness::gui {

enum class Glyph {
  Microphone,
  Stop,
  Pause,
  Play,
  Folder,
  Record,
  Check,
  Cross,
  Tag,
  History,
  Settings,
  Train,
  Clear,
  More,
  Warning
};

/// Line icons drawn from paths in the palette's text colour, sharp at any size and in any theme.
QIcon icon(Glyph glyph);

}  // namespace earwitness::gui
