#include "core/features/log_mel.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <complex>
#include <numbers>

#include <kissfft/kissfft.hh>

#include "core/features/frame_lanes.h"
#include "core/features/log_scale.h"
#include "core/features/mel_filter_bank.h"

namespace earwitness {
namespace {

using Complex = std::complex<FrameLanes>;

/// Periodic Hann window: 0.5 - 0.5 cos(2 pi n / N).
std::vector<double> hannWindow(int nFft) {
  std::vector<double> window(static_cast<size_t>(nFft));
  for (int n = 0; n < nFft; ++n)
    window[size_t(n)] = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * n / nFft);
  return window;
}

/// -i exp(-2 pi i k / nFft), which joins the spectra of the even and the odd samples.
std::vector<std::complex<double>> joiningTwiddles(int nFft) {
  std::vector<std::complex<double>> twiddles(size_t(nFft / 4 + 1));
  for (size_t k = 0; k < twiddles.size(); ++k)
    twiddles[k] = std::polar(1.0, -std::numbers::pi * (2.0 * double(k) / nFft + 0.5));
  return twiddles;
}

FrameLanes squaredMagnitude(const FrameLanes& re, const FrameLanes& im) {
  return re * re + im * im;
}

}  // namespace

struct LogMelFrame::Plan {
  explicit Plan(const FeatureSettings& wanted)
      : settings((wanted.validate(), wanted)),
        half(size_t(settings.nFft / 2)),
        window(hannWindow(settings.nFft)),
        twiddles(joiningTwiddles(settings.nFft)),
        filters(settings),
        logScale(settings),
        fft(half, false),
        input(half),
        spectrum(half),
        power(half + 1) {
    // kissfft<> sizes the scratch memory of uncommon radices in its first transform.
    fft.transform(input.data(), spectrum.data());
  }

  void transform(const float* first, const float* second);
  void computePower();
  void computeBands(float* first, float* second) const;

  FeatureSettings settings;
  size_t half;                                 ///< nFft / 2
  std::vector<double> window;                  ///< (nFft)
  std::vector<std::complex<double>> twiddles;  ///< (nFft / 4 + 1)
  MelFilterBank filters;
  LogScaleParameters logScale;
  kissfft<FrameLanes> fft;
  std::vector<Complex> input;     ///< (nFft / 2) even samples + i odd samples, windowed
  std::vector<Complex> spectrum;  ///< (nFft / 2) of the input
  std::vector<FrameLanes> power;  ///< (nFft / 2 + 1)
};

/// A real transform of nFft samples as a complex one of half the length.
void LogMelFrame::Plan::transform(const float* first, const float* second) {
  for (size_t n = 0; n < half; ++n) {
    const double even = window[2 * n];
    const double odd = window[2 * n + 1];
    input[n] = Complex(FrameLanes(double(first[2 * n]), double(second[2 * n])) * even,
                       FrameLanes(double(first[2 * n + 1]), double(second[2 * n + 1])) * odd);
  }
  fft.transform(input.data(), spectrum.data());
}

void LogMelFrame::Plan::computePower() {
  const Complex zero = spectrum[0];
  const FrameLanes sum = zero.real() + zero.imag();
  const FrameLanes difference = zero.real() - zero.imag();
  power[0] = sum * sum;
  power[half] = difference * difference;
  // X[k] = E + w O and X[half - k] = conj(E - w O), with E and O the spectra of even and odd
  // samples.
  for (size_t k = 1; 2 * k <= half; ++k) {
    const Complex a = spectrum[k];
    const Complex b = spectrum[half - k];
    const FrameLanes evenRe = a.real() + b.real();
    const FrameLanes evenIm = a.imag() - b.imag();
    const FrameLanes oddRe = a.real() - b.real();
    const FrameLanes oddIm = a.imag() + b.imag();
    const FrameLanes wRe = twiddles[k].real();
    const FrameLanes wIm = twiddles[k].imag();
    const FrameLanes joinedRe = oddRe * wRe - oddIm * wIm;
    const FrameLanes joinedIm = oddRe * wIm + oddIm * wRe;
    // E and O are twice what the formula says; a quarter of the power mends it.
    power[k] = squaredMagnitude(evenRe + joinedRe, evenIm + joinedIm) * 0.25;
    power[half - k] = squaredMagnitude(evenRe - joinedRe, evenIm - joinedIm) * 0.25;
  }
}

void LogMelFrame::Plan::computeBands(float* first, float* second) const {
  const double* weight = filters.weights().data();
  size_t mel = 0;
  for (const MelFilterBank::Band& band : filters.bands()) {
    const FrameLanes* bin = power.data() + band.firstBin;
    FrameLanes sum;
    for (int i = 0; i < band.nBins; ++i) sum += bin[i] * *weight++;
    first[mel] = float(sum[0]);
    second[mel] = float(sum[1]);
    ++mel;
  }
  toLogScale({first, mel}, logScale);
  if (second != first) toLogScale({second, mel}, logScale);
}

LogMelFrame::LogMelFrame(const FeatureSettings& settings)
    : plan_(std::make_unique<Plan>(settings)) {}
LogMelFrame::~LogMelFrame() = default;
LogMelFrame::LogMelFrame(LogMelFrame&&) noexcept = default;
LogMelFrame& LogMelFrame::operator=(LogMelFrame&&) noexcept = default;

const FeatureSettings& LogMelFrame::settings() const {
  return plan_->settings;
}

void LogMelFrame::compute(std::span<const float> samples, std::span<float> out) {
  assert(samples.size() == size_t(settings().nFft));
  computeMany(samples, out);
}

void LogMelFrame::computeMany(std::span<const float> samples, std::span<float> out) {
  const auto hop = size_t(settings().hopSamples);
  const auto nMels = size_t(settings().nMels);
  assert(out.size() % nMels == 0);
  const size_t nFrames = out.size() / nMels;
  assert(nFrames == 0 || samples.size() >= (nFrames - 1) * hop + size_t(settings().nFft));
  for (size_t frame = 0; frame < nFrames; frame += FrameLanes::kCount) {
    // The last one of an odd number goes through both lanes, into the same place.
    const size_t other = std::min(frame + 1, nFrames - 1);
    plan_->transform(samples.data() + frame * hop, samples.data() + other * hop);
    plan_->computePower();
    plan_->computeBands(out.data() + frame * nMels, out.data() + other * nMels);
  }
}

StreamingLogMel::StreamingLogMel(const FeatureSettings& settings) : frame_(settings) {}

void StreamingLogMel::push(std::span<const float> samples, LogMel& frames) {
  frames.nMels = settings().nMels;
  pending_.insert(pending_.end(), samples.begin(), samples.end());
  nSamples_ += long(samples.size());
  if (!startPadded_) {
    if (nSamples_ < settings().nFft / 2 + 1) return;
    padStart();
  }
  emitReadyFrames(frames);
}

void StreamingLogMel::finish(LogMel& frames) {
  const auto padding = size_t(settings().nFft / 2);
  if (!startPadded_) push(std::vector<float>(padding + 1 - pending_.size()), frames);
  // Sample n + i mirrors sample n - 2 - i.
  const size_t end = pending_.size();
  pending_.reserve(end + padding);
  for (size_t i = 0; i < padding; ++i) pending_.push_back(pending_[end - 2 - i]);
  emitReadyFrames(frames);
  reset();
}

void StreamingLogMel::reset() {
  pending_.clear();
  begin_ = 0;
  nSamples_ = 0;
  startPadded_ = false;
}

/// Sample -i mirrors sample i.
void StreamingLogMel::padStart() {
  const auto padding = size_t(settings().nFft / 2);
  const std::vector<float> mirrored(pending_.rend() - long(padding) - 1, pending_.rend() - 1);
  pending_.insert(pending_.begin(), mirrored.begin(), mirrored.end());
  startPadded_ = true;
}

void StreamingLogMel::emitReadyFrames(LogMel& frames) {
  const auto nFft = size_t(settings().nFft);
  const auto hop = size_t(settings().hopSamples);
  if (pending_.size() >= begin_ + nFft) {
    const size_t ready = 1 + (pending_.size() - begin_ - nFft) / hop;
    const size_t old = frames.values.size();
    frames.values.resize(old + ready * size_t(settings().nMels));
    frame_.computeMany(std::span(pending_).subspan(begin_), std::span(frames.values).subspan(old));
    begin_ += ready * hop;
  }
  // The end's padding mirrors the last nFft / 2 + 1 samples, even those that no frame needs any
  // more.
  const size_t kept = std::min(pending_.size(), nFft / 2 + 1);
  const size_t done = std::min(begin_, pending_.size() - kept);
  pending_.erase(pending_.begin(), pending_.begin() + long(done));
  begin_ -= done;
}

LogMel logMel(std::span<const float> samples, const FeatureSettings& settings) {
  StreamingLogMel stream(settings);
  LogMel frames;
  frames.values.reserve(size_t(settings.framesOf(long(samples.size())) * settings.nMels));
  stream.push(samples, frames);
  stream.finish(frames);
  return frames;
}

}  // namespace earwitness
