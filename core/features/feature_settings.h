// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"

namespace earwitness {

enum class LogScale { Decibel, NaturalLog };
/// Shape of the window; Povey is Kaldi's, a Hann window to the power 0.85.
enum class FrameWindow { Hann, Hamming, Povey };
/// What stands before the first and after the last sample, where frames are centred on samples.
/// None: the first frame's window begins with the first sample, and the last one's ends in time.
enum class FramePadding { Reflect, Zeros, None };
/// Where bands are equally wide. Htk: 2595 log10(1 + f / 700). Slaney: linear up to 1 kHz,
/// logarithmic above, as librosa has it. Kaldi: as HTK, but triangles are straight in mel instead
/// of Hz, and half the sample rate belongs to no band.
enum class MelScale { Htk, Slaney, Kaldi };

/// Everything that decides what a log-mel spectrogram looks like. It travels inside the model file;
/// two models with different settings see different pictures of the same sound.
/// The defaults are the report's: torchaudio's MelSpectrogram at 16 kHz, then
/// 10 log10(max(x, 1e-10)).
struct FeatureSettings {
  int sampleRate = 16000;    ///< Hz
  double preEmphasis = 0.0;  ///< a of x[t] - a x[t-1], which has no first sample; 0: none
  int nFft = 400;            ///< samples in the FFT; even
  int windowSamples = 0;     ///< samples in its window, in the middle of the FFT; 0: nFft
  FrameWindow window = FrameWindow::Hann;
  bool symmetricWindow = false;  ///< else periodic
  FramePadding padding = FramePadding::Reflect;
  /// Kaldi's order: the mean of each frame's window is subtracted, then pre-emphasis is applied
  /// inside the frame, whose first sample precedes itself.
  bool kaldiFrames = false;
  int hopSamples = 200;    ///< samples between the centres of two frames
  bool magnitude = false;  ///< bands sum magnitudes; else powers
  int nMels = 80;          ///< triangular bands
  double fMinHz = 0.0;     ///< lower edge of the first band
  double fMaxHz = 8000.0;  ///< upper edge of the last band, at most half the rate
  MelScale melScale = MelScale::Htk;
  bool areaNormalised = false;  ///< bands have the same area (Slaney's 2 / width); else peak 1
  LogScale scale = LogScale::Decibel;  ///< 10 log10(x) of the power (20 of a magnitude), or ln(x)
  double floorPower = 1e-10;           ///< bands below it are raised to it
  double offsetPower = 0.0;            ///< added to a band before the floor and the logarithm
  double mean = 0.0;                   ///< subtracted from the logarithm,
  double deviation = 1.0;              ///< which is then divided by it

  bool operator==(const FeatureSettings&) const = default;

  double frameSeconds() const { return double(hopSamples) / sampleRate; }
  int samplesOfWindow() const { return windowSamples == 0 ? nFft : windowSamples; }
  /// Samples that pre-emphasis takes from the start of a sound.
  int samplesLost() const { return preEmphasis != 0.0 && !kaldiFrames ? 1 : 0; }
  /// Frames over `nSamples` samples; at least one, as a short sound is extended with zeros.
  long framesOf(long nSamples) const;
  /// Value of a band in digital silence, in the settings' own logarithm (-100 dB by default).
  float silenceLevel() const;
  /// Throws Error with one sentence when a setting is out of range or two contradict each other.
  void validate() const;
  /// One line for people: "16 kHz, 80 mel bands 0-8000 Hz, FFT 400, hop 200, dB".
  Message summary() const;
};

/// Missing keys take the defaults; unknown keys and wrong types throw Error.
FeatureSettings featureSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const FeatureSettings& settings);

}  // namespace earwitness
