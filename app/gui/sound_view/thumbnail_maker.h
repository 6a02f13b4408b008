// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>
#include <filesystem>
#include <span>
#include <vector>

#include "app/gui/widgets/colour_map.h"
#include "core/features/feature_settings.h"

namespace earwitness::gui {

/// How a sound is drawn.
struct ThumbnailLook {
  FeatureSettings features = {};
  ColourMap::Name map = ColourMap::Name::Inferno;
  double seconds = 5.0;  ///< of a file, from its beginning
  bool operator==(const ThumbnailLook&) const = default;
};

/// The log-mel spectrogram of a sound (mono, +-1) as a small picture. Null where there is no sound.
/// Thread: any.
QImage spectrogramThumbnail(std::span<const float> samples, double sampleRate,
                            const ThumbnailLook& look = {});

/// Makes thumbnails of files in the background as they are asked for, those asked for last first,
/// and keeps some hundreds. Thread: GUI; never waits.
class ThumbnailMaker : public QObject {
  Q_OBJECT
 public:
  explicit ThumbnailMaker(QObject* parent = nullptr);

  /// Another than before forgets what there is.
  void setLook(const ThumbnailLook& look);
  /// `file` is an address (core/data/segment.h). Null while it is not made yet, and where the file
  /// cannot be read.
  QImage thumbnailOf(const std::filesystem::path& file);
  /// Whether it was tried and there is none.
  bool hasFailed(const std::filesystem::path& file) const;

 signals:
  /// One that was asked for can be had.
  void made();

 private:
  void startNext();

  ThumbnailLook look_;
  int lookNumber_ = 0;
  QCache<QString, QImage> made_;  ///< null images: those that failed
  std::vector<std::filesystem::path> wanted_;
  bool working_ = false;
};

}  // namespace earwitness::gui
