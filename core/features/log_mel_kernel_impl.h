// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the log_mel_kernel_*.cpp only, which compile it for different instruction sets. Whatever is
// not a template over the lanes must be inlined or live elsewhere, or the linker might give an
// older processor a copy that it cannot run; tests/lint.sh looks at the object files.

#include <algorithm>
#include <complex>
#include <vector>

#include <kissfft/kissfft.hh>

#include "core/features/frame_lanes.h"
#include "core/features/log_mel_kernel.h"

extern template class std::vector<std::size_t>;  // kissfft<> keeps two

namespace earwitness {

template <int kLanes>
class LogMelKernelOf final : public LogMelKernel {
 public:
  explicit LogMelKernelOf(const LogMelTables& tables)
      : half_(size_t(tables.settings.nFft / 2)),
        hop_(size_t(tables.settings.hopSamples)),
        nMels_(size_t(tables.settings.nMels)),
        window_(tables.window.data()),
        twiddles_(tables.twiddles.data()),
        bands_(tables.filters.bands().data()),
        weights_(tables.filters.weights().data()),
        windowBegin_(tables.windowBegin),
        windowSamples_(size_t(tables.settings.samplesOfWindow())),
        preEmphasis_(tables.settings.preEmphasis),
        kaldiFrames_(tables.settings.kaldiFrames),
        magnitude_(tables.settings.magnitude),
        logScale_(tables.logScale),
        fft_(half_, false),
        input_(half_),
        spectrum_(half_),
        power_(half_ + 1),
        levels_(nMels_),
        windowed_(kaldiFrames_ ? 2 * half_ : 0) {
    // kissfft<> sizes the scratch memory of uncommon radices in its first transform.
    fft_.transform(input_.data(), spectrum_.data());
  }

  void compute(const float* samples, size_t nFrames, float* out) override {
    size_t frame = 0;
    for (; frame + kLanes <= nFrames; frame += kLanes)
      computeLanes(samples + frame * hop_, hop_, kLanes, out + frame * nMels_);
    // What is left goes through one by one in all lanes.
    for (; frame < nFrames; ++frame)
      computeLanes(samples + frame * hop_, 0, 1, out + frame * nMels_);
  }

 private:
  using Lanes = FrameLanes<kLanes>;
  using Complex = std::complex<Lanes>;
  struct Levels {
    float lanes[kLanes];
  };

  void computeLanes(const float* samples, size_t stride, int nFrames, float* out) {
    kaldiFrames_ ? transformKaldi(samples, stride) : transform(samples, stride);
    computePower();
    if (magnitude_)
      for (Lanes& bin : power_) bin = bin.squareRoot();
    computeBands();
    for (int lane = 0; lane < nFrames; ++lane)
      for (size_t mel = 0; mel < nMels_; ++mel)
        out[size_t(lane) * nMels_ + mel] = levels_[mel].lanes[lane];
  }

  /// A real transform of nFft samples as a complex one of half the length.
  void transform(const float* samples, size_t stride) {
    size_t n = 0;
    for (; n + 2 <= half_; n += 2) {
      Lanes four[4];
      Lanes::gatherFour(samples + 2 * n, stride, four);
      input_[n] = Complex(four[0] * window_[2 * n], four[1] * window_[2 * n + 1]);
      input_[n + 1] = Complex(four[2] * window_[2 * n + 2], four[3] * window_[2 * n + 3]);
    }
    for (; n < half_; ++n) {
      input_[n] = Complex(Lanes::gather(samples + 2 * n, stride) * window_[2 * n],
                          Lanes::gather(samples + 2 * n + 1, stride) * window_[2 * n + 1]);
    }
    fft_.transform(input_.data(), spectrum_.data());
  }

  /// The same after the mean is subtracted and pre-emphasis applied, frame by frame.
  void transformKaldi(const float* samples, size_t stride) {
    Lanes sum;
    for (size_t n = 0; n < windowSamples_; ++n)
      sum += Lanes::gather(samples + windowBegin_ + n, stride);
    const Lanes mean = sum * (1.0 / double(windowSamples_));
    Lanes before = Lanes::gather(samples + windowBegin_, stride) - mean;
    for (size_t n = 0; n < windowSamples_; ++n) {
      const Lanes sample = Lanes::gather(samples + windowBegin_ + n, stride) - mean;
      windowed_[windowBegin_ + n] = (sample - before * preEmphasis_) * window_[windowBegin_ + n];
      before = sample;
    }
    for (size_t n = 0; n < half_; ++n) input_[n] = Complex(windowed_[2 * n], windowed_[2 * n + 1]);
    fft_.transform(input_.data(), spectrum_.data());
  }

  /// Four times the power, because E and O come out doubled: X[k] = E + w O and X[half - k] =
  /// conj(E - w O), with E and O the spectra of even and odd samples.
  void computePower() {
    const Lanes sum = spectrum_[0].real() + spectrum_[0].imag();
    const Lanes difference = spectrum_[0].real() - spectrum_[0].imag();
    power_[0] = sum * sum * 4.0;
    power_[half_] = difference * difference * 4.0;
    for (size_t k = 1; 2 * k <= half_; ++k) {
      const Complex a = spectrum_[k];
      const Complex b = spectrum_[half_ - k];
      const Lanes evenRe = a.real() + b.real();
      const Lanes evenIm = a.imag() - b.imag();
      const Lanes oddRe = a.real() - b.real();
      const Lanes oddIm = a.imag() + b.imag();
      const Lanes wRe(twiddles_[k].real());
      const Lanes wIm(twiddles_[k].imag());
      const Lanes joinedRe = oddRe * wRe - oddIm * wIm;
      const Lanes joinedIm = oddRe * wIm + oddIm * wRe;
      power_[k] = squaredMagnitude(evenRe + joinedRe, evenIm + joinedIm);
      power_[half_ - k] = squaredMagnitude(evenRe - joinedRe, evenIm - joinedIm);
    }
  }

  void computeBands() {
    const double* weight = weights_;
    for (size_t mel = 0; mel < nMels_; ++mel) {
      const MelFilterBank::Band& band = bands_[mel];
      const Lanes* bin = power_.data() + band.firstBin;
      Lanes sum;
      for (int i = 0; i < band.nBins; ++i) sum += bin[i] * *weight++;
      (sum * (magnitude_ ? 0.5 : 0.25)).storeTo(levels_[mel].lanes);
    }
    toLogScale(levels_[0].lanes, nMels_ * kLanes, logScale_);
  }

  static Lanes squaredMagnitude(const Lanes& re, const Lanes& im) { return re * re + im * im; }

  size_t half_;  ///< nFft / 2
  size_t hop_;
  size_t nMels_;
  const double* window_;  ///< the tables outlive the kernel
  const std::complex<double>* twiddles_;
  const MelFilterBank::Band* bands_;
  const double* weights_;
  size_t windowBegin_;
  size_t windowSamples_;
  double preEmphasis_;  ///< inside a frame, of Kaldi's
  bool kaldiFrames_;
  bool magnitude_;
  LogScaleParameters logScale_;
  kissfft<Lanes> fft_;
  std::vector<Complex> input_;     ///< (nFft / 2) even samples + i odd samples, windowed
  std::vector<Complex> spectrum_;  ///< (nFft / 2) of the input
  std::vector<Lanes> power_;       ///< (nFft / 2 + 1), times four; magnitudes: times two
  std::vector<Levels> levels_;     ///< (nMels)
  std::vector<Lanes> windowed_;    ///< (nFft) of Kaldi's frames, zero outside the window
};

}  // namespace earwitness
