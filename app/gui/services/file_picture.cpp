// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/file_picture.h"

namespace earwitness::gui {

FilePicture::FilePicture(const FeatureSettings& features, double startSeconds) {
  picture_.spectrogram.reset(features);
  picture_.startSeconds = startSeconds;
}

void FilePicture::append(const LogMel& frames) {
  const std::lock_guard lock(mutex_);
  picture_.spectrogram.append(frames);
}

void FilePicture::append(std::span<const float> mono, double sampleRate) {
  const std::lock_guard lock(mutex_);
  if (sampleRate != sampleRate_) picture_.waveform.reset(sampleRate);
  sampleRate_ = sampleRate;
  picture_.waveform.append(mono);
}

std::shared_ptr<const TimePicture> FilePicture::snapshot() const {
  const std::lock_guard lock(mutex_);
  return std::make_shared<const TimePicture>(picture_);
}

}  // namespace earwitness::gui
