// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/playback_host.h"

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {
constexpr int kLookMs = 30;
}

PlaybackHost::PlaybackHost(Backend backend, QObject* parent)
    : QObject(parent), backend_(std::move(backend)) {
  timer_.setInterval(kLookMs);
  connect(&timer_, &QTimer::timeout, this, &PlaybackHost::look);
}

PlaybackHost::~PlaybackHost() {
  stop();
}

void PlaybackHost::playStretch(std::vector<float> samples, double sampleRate, double startSeconds) {
  stop();
  if (backend_.playSamples)
    start(backend_.playSamples(std::move(samples), sampleRate, startSeconds), true);
}

void PlaybackHost::playFile(const std::filesystem::path& file, double fromSeconds,
                            double toSeconds) {
  stop();
  if (backend_.playFile) start(backend_.playFile(file, fromSeconds, toSeconds), false);
}

void PlaybackHost::start(std::unique_ptr<Playback> playback, bool stretch) {
  playback_ = std::move(playback);
  stretch_ = stretch;
  timer_.start();
}

void PlaybackHost::stop() {
  timer_.stop();
  if (!playback_) return;
  // Closing a device may take a moment.
  std::shared_ptr<Playback> last(std::move(playback_));
  inBackground(nullptr, [last]() mutable { last.reset(); });
  emit finished();
}

void PlaybackHost::look() {
  if (!playback_) return;
  if (stretch_ && !playback_->finished()) emit position(playback_->positionSeconds());
  const Message error = playback_->error();
  if (!error.empty()) emit failed(coreText(error));
  if (playback_->finished()) stop();
}

}  // namespace earwitness::gui
