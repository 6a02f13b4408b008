// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/audio/playback.h"

namespace earwitness::gui {

/// Plays a file, and tells where it is. Thread: GUI.
class FilePlayer : public QObject {
  Q_OBJECT
 public:
  /// From one position of a file to another, in seconds; to its end where that is 0.
  using PlayFile = std::function<std::unique_ptr<Playback>(const std::filesystem::path& path,
                                                           double fromSeconds, double toSeconds)>;

  FilePlayer(PlayFile playFile, QObject* parent);
  ~FilePlayer() override;

  /// False where there is nothing to play with.
  bool canPlay() const { return bool(playFile_); }
  void play(const std::filesystem::path& path, double fromSeconds, double toSeconds = 0.0);
  void setPaused(bool paused);
  void seek(double seconds);
  void stop();
  /// Something plays or is paused.
  bool isActive() const { return playback_ != nullptr; }
  bool isPlaying() const { return playback_ != nullptr && !playback_->paused(); }

 signals:
  void positionChanged(double seconds);
  void stateChanged();
  /// One sentence.
  void failed(const QString& sentence);

 private:
  void look();
  void release();

  PlayFile playFile_;
  std::unique_ptr<Playback> playback_;
  QTimer clock_;
};

}  // namespace earwitness::gui
