// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <span>

#include "app/gui/services/spectrogram_overview.h"
#include "app/gui/services/waveform_overview.h"

namespace earwitness::gui {

/// Waveform and spectrogram of a file or of a stretch of it.
struct TimePicture {
  SpectrogramOverview spectrogram;
  WaveformOverview waveform;
  double startSeconds = 0.0;  ///< of the stretch in its file

  /// One past what the spectrogram has so far.
  double endSeconds() const {
    return startSeconds + double(spectrogram.frames()) * spectrogram.features().frameSeconds();
  }
};

/// A picture that a worker makes while the window shows it. A megabyte or two, however long the
/// file. Thread: any.
class FilePicture {
 public:
  explicit FilePicture(const FeatureSettings& features, double startSeconds = 0.0);

  void append(const LogMel& frames);
  void append(std::span<const float> mono, double sampleRate);
  /// A copy of what is there.
  std::shared_ptr<const TimePicture> snapshot() const;

 private:
  mutable std::mutex mutex_;
  TimePicture picture_;
  double sampleRate_ = 0.0;
};

}  // namespace earwitness::gui
