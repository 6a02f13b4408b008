// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_player.h"

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {
constexpr int kLookMs = 25;
}

FilePlayer::FilePlayer(PlayFile playFile, QObject* parent)
    : QObject(parent), playFile_(std::move(playFile)) {
  clock_.setInterval(kLookMs);
  connect(&clock_, &QTimer::timeout, this, &FilePlayer::look);
}

FilePlayer::~FilePlayer() = default;

void FilePlayer::play(const std::filesystem::path& path, double fromSeconds, double toSeconds) {
  if (!playFile_) return;
  release();
  try {
    playback_ = playFile_(path, fromSeconds, toSeconds);
    clock_.start();
  } catch (const std::exception&) {
    emit failed(shownProblem());
  }
  emit stateChanged();
}

void FilePlayer::setPaused(bool paused) {
  if (!playback_ || playback_->paused() == paused) return;
  playback_->setPaused(paused);
  emit stateChanged();
}

void FilePlayer::seek(double seconds) {
  if (playback_) playback_->seek(seconds);
}

void FilePlayer::stop() {
  if (!playback_) return;
  release();
  emit stateChanged();
}

/// The end of a playback waits for its thread.
void FilePlayer::release() {
  clock_.stop();
  if (!playback_) return;
  std::shared_ptr<Playback> last = std::move(playback_);
  inBackground(nullptr, [last]() mutable { last.reset(); });
}

void FilePlayer::look() {
  emit positionChanged(playback_->positionSeconds());
  if (!playback_->finished()) return;
  const QString error = coreText(playback_->error());
  stop();
  if (!error.isEmpty()) emit failed(error);
}

}  // namespace earwitness::gui
