// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/gui/services/backend.h"

namespace earwitness::gui {

/// Plays one thing at a time out of what was heard. Thread: GUI.
class PlaybackHost : public QObject {
  Q_OBJECT
 public:
  explicit PlaybackHost(Backend backend, QObject* parent = nullptr);
  ~PlaybackHost() override;

  /// A stretch of the live stream; position() is in the stream's seconds.
  void playStretch(std::vector<float> samples, double sampleRate, double startSeconds);
  void playFile(const std::filesystem::path& file, double fromSeconds = 0.0,
                double toSeconds = 0.0);
  void stop();
  bool playing() const { return playback_ != nullptr; }

 signals:
  /// Some times a second while a stretch of the stream is played.
  void position(double streamSeconds);
  void finished();
  /// One sentence.
  void failed(const QString& sentence);

 private:
  void start(std::unique_ptr<Playback> playback, bool stretch);
  void look();

  Backend backend_;
  std::unique_ptr<Playback> playback_;
  bool stretch_ = false;
  QTimer timer_;
};

}  // namespace earwitness::gui
