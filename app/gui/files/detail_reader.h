// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "app/gui/services/file_picture.h"
#include "core/audio/channel_choice.h"

namespace earwitness::gui {

/// Reads a stretch of a file once more, in the background, for a picture that is sharper than the
/// whole file's. Thread: GUI.
class DetailReader : public QObject {
  Q_OBJECT
 public:
  explicit DetailReader(QObject* parent = nullptr);
  ~DetailReader() override;

  /// Begins after a short pause, in which another stretch may be asked for; a stretch that is being
  /// read is broken off. Nothing happens where the stretch is there already.
  void want(const std::filesystem::path& path, ChannelChoice channel,
            const FeatureSettings& features, double fromSeconds, double toSeconds);
  void forget();
  /// What there is of the stretch that was asked for last; null for nothing.
  const std::shared_ptr<const TimePicture>& picture() const { return picture_; }

 signals:
  void changed();

 private:
  struct Stretch;
  void begin();
  void look();
  bool covers(const std::filesystem::path& path, ChannelChoice channel, double from,
              double to) const;

  std::shared_ptr<Stretch> wanted_;   ///< not begun yet
  std::shared_ptr<Stretch> reading_;  ///< or read
  std::shared_ptr<const TimePicture> picture_;
  QTimer pause_;
  QTimer clock_;
};

}  // namespace earwitness::gui
