#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

enum class LogScale { Decibel, NaturalLog };

/// Everything that decides what a log-mel spectrogram looks like. It travels inside the model file;
/// two models with different settings see different pictures of the same sound.
/// The defaults are the report's: torchaudio's MelSpectrogram at 16 kHz, then
/// 10 log10(max(x, 1e-10)).
struct FeatureSettings {
  int sampleRate = 16000;  ///< Hz
  int nFft = 400;          ///< samples in the FFT and in its periodic Hann window; even
  int hopSamples = 200;    ///< samples between the centres of two frames
  int nMels = 80;          ///< HTK mel bands, triangular, peak 1 (no area normalisation)
  double fMinHz = 0.0;     ///< lower edge of the first band
  double fMaxHz = 8000.0;  ///< upper edge of the last band, at most half the rate
  LogScale scale = LogScale::Decibel;  ///< 10 log10(x) or ln(x) of the power
  double floorPower = 1e-10;           ///< powers below it are raised to it
  double offsetPower = 0.0;            ///< added to the power before the floor and the logarithm

  bool operator==(const FeatureSettings&) const = default;

  double frameSeconds() const { return double(hopSamples) / sampleRate; }
  /// Frames of a centred spectrogram over `nSamples` samples: 1 + nSamples / hop.
  long framesOf(long nSamples) const { return 1 + nSamples / hopSamples; }
  /// Value of a band in digital silence, in the settings' own logarithm (-100 dB by default).
  float silenceLevel() const;
  /// Throws Error with one sentence when a setting is out of range or two contradict each other.
  void validate() const;
  /// One line for people: "16 kHz, 80 mel bands 0-8000 Hz, FFT 400, hop 200, dB".
  std::string summary() const;
};

/// Missing keys take the defaults; unknown keys and wrong types throw Error.
FeatureSettings featureSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const FeatureSettings& settings);

}  // namespace earwitness
