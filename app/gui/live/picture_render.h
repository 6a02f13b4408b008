// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QPalette>

#include "app/gui/sound_view/event_track.h"
#include "app/gui/sound_view/picture_settings.h"
#include "app/gui/widgets/spectrogram_history.h"

namespace earwitness::gui {

/// A stretch of a history as it is to be saved. The references must live until it is drawn.
struct PictureToRender {
  const SpectrogramHistory& history;
  PictureSettings settings;
  DecibelRange range;
  double endPosition = 0.0;  ///< column at the right edge
  double spanColumns = 1.0;
  const EventTrack& events;
  double newestSeconds = 0.0;  ///< to which open events reach
  QString title;
  QFont font;
  QPalette palette;
};

/// Draws it with axes, events, title and a scale of its decibels.
QImage renderPicture(const PictureToRender& picture, const QSize& size);

}  // namespace earwitness::gui
