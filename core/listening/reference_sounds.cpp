// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/reference_sounds.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <utility>

#include "core/listening/pipeline.h"

namespace earwitness {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

/// Makes the sounds one after the other. All have the same length; times are in seconds.
class Generator {
 public:
  Generator(int sampleRate, double seconds)
      : rate_(sampleRate), count_(size_t(std::max(1L, std::lround(seconds * sampleRate)))) {}

  void addNoises() {
    const auto white = [this] { return uniform(); };
    double slow = 0.0;
    double brown = 0.0;
    const auto pink = [&] {  // white and brown together fall by about 3 dB per octave
      const double value = uniform();
      slow += 0.02 * (value - slow);
      return slow * 4.0 + value * 0.2;
    };
    const auto deep = [&] { return brown = 0.998 * brown + 0.02 * uniform(); };
    for (const double level : {0.5, 0.03, 0.003}) {
      add(level, [&](double) { return white(); });
      add(level, [&](double) { return pink(); });
      add(level, [&](double) { return deep(); });
    }
    for (const auto& [low, high] :
         {std::pair(100.0, 500.0), {500.0, 2000.0}, {2000.0, 6000.0}, {5000.0, 12000.0}}) {
      const double centre = std::sqrt(low * high);
      const double pulses = 2.0 + 6.0 * (uniform() + 1.0) / 2.0;
      for (const int shape : {0, 1, 2}) {
        BandPass band(centre, centre / (high - low), rate_);
        add(0.3, [&, shape](double t) {
          const double value = band(uniform());
          if (shape == 0) return value;
          if (shape == 1) return std::sin(kTurn * pulses * t) > 0.0 ? value : 0.0;
          return value * fading(t + 0.3, 8.0);
        });
      }
    }
  }

  void addTones() {
    for (const double hertz : {110.0, 440.0, 1000.0, 3000.0}) {
      const auto tone = [hertz](double t) { return std::sin(kTurn * hertz * t); };
      add(0.3, tone);
      add(0.3, [&](double t) { return std::sin(kTurn * 3.0 * t) > 0.0 ? tone(t) : 0.0; });
      add(0.4, [&](double t) { return harmonics(hertz, t); });
      add(0.3, [&](double t) {  // vibrato of 3 % at 5 Hz
        return std::sin(kTurn * hertz * t + 0.03 * hertz / 5.0 * std::sin(kTurn * 5.0 * t));
      });
      add(0.5, [&](double t) { return tone(t) * fading(t + 0.5, 6.0); });
    }
    for (const auto& [from, to] : {std::pair(300.0, 1500.0), {3000.0, 500.0}, {2000.0, 7000.0}})
      add(0.3, [from = from, to = to](double t) {
        const double since = std::fmod(t, 0.5);
        return std::sin(kTurn * (from * since + (to - from) * since * since));
      });
    for (const double hertz : {100.0, 180.0})
      add(0.3, [&](double t) { return std::sin(kTurn * 3.0 * t) > -0.3 ? vowel(hertz, t) : 0.0; });
    add(0.05, [&](double t) { return harmonics(50.0, t); });
    add(0.0, [](double) { return 0.0; });
  }

  void addStrokes() {
    for (const double perSecond : {2.0, 7.0, 20.0}) {
      const auto since = [perSecond](double t) { return std::fmod(t, 1.0 / perSecond); };
      const double sample = 1.0 / rate_;
      add(0.9, [&](double t) { return since(t) < sample ? 1.0 : 0.0; });
      add(0.9, [&](double t) {
        return std::sin(kTurn * 250.0 * since(t)) * std::exp(-160.0 * since(t));
      });
    }
  }

  std::vector<std::vector<float>> take() { return std::move(sounds_); }

 private:
  /// A resonance (RBJ's band-pass of constant peak gain).
  class BandPass {
   public:
    BandPass(double hertz, double quality, double rate) {
      const double angle = kTurn * std::min(hertz, 0.45 * rate) / rate;
      const double alpha = std::sin(angle) / (2.0 * quality);
      gain_ = alpha / (1.0 + alpha);
      first_ = 2.0 * std::cos(angle) / (1.0 + alpha);
      second_ = -(1.0 - alpha) / (1.0 + alpha);
    }
    double operator()(double input) {
      const double output = gain_ * (input - in2_) + first_ * out1_ + second_ * out2_;
      in2_ = std::exchange(in1_, input);
      out2_ = std::exchange(out1_, output);
      return output;
    }

   private:
    double gain_ = 0.0, first_ = 0.0, second_ = 0.0;
    double in1_ = 0.0, in2_ = 0.0, out1_ = 0.0, out2_ = 0.0;
  };

  /// -1 to 1. The standard distributions differ between libraries.
  double uniform() { return double(random_() >> 11) / double(uint64_t(1) << 52) - 1.0; }
  /// Strokes once a second, each fading by exp(-rate t).
  static double fading(double t, double perSecond) {
    return std::exp(-perSecond * std::fmod(t, 1.0));
  }
  double harmonics(double hertz, double t) const {
    double sum = 0.0;
    for (int k = 1; k <= 8 && hertz * k < 0.45 * rate_; ++k)
      sum += std::sin(kTurn * hertz * k * t) / k;
    return sum;
  }
  /// Harmonics with the formants of an "a".
  double vowel(double hertz, double t) const {
    double sum = 0.0;
    for (int k = 1; k < 30 && hertz * k < 0.45 * rate_; ++k) {
      const double first = (hertz * k - 700.0) / 300.0;
      const double second = (hertz * k - 1200.0) / 300.0;
      sum += (std::exp(-first * first) + 0.5 * std::exp(-second * second)) *
             std::sin(kTurn * hertz * k * t);
    }
    return sum;
  }

  /// Scaled to a peak of `peak`.
  template <typename Wave>
  void add(double peak, Wave&& wave) {
    std::vector<double> values(count_);
    double most = 0.0;
    for (size_t i = 0; i < count_; ++i) {
      values[i] = wave(double(i) / rate_);
      most = std::max(most, std::abs(values[i]));
    }
    std::vector<float>& sound = sounds_.emplace_back(count_);
    for (size_t i = 0; i < count_; ++i)
      sound[i] = most > 0.0 ? float(values[i] * peak / most) : 0.0F;
  }

  double rate_;
  size_t count_;
  std::mt19937_64 random_{20'260'101};
  std::vector<std::vector<float>> sounds_;
};

}  // namespace

std::vector<std::vector<float>> referenceSounds(int sampleRate, double seconds) {
  Generator generator(sampleRate, seconds);
  generator.addNoises();
  generator.addTones();
  generator.addStrokes();
  return generator.take();
}

std::vector<std::vector<float>> referenceInputs(const ModelDescription& model) {
  const int rate = model.features.sampleRate;
  const WindowPlan plan = WindowPlan::of(model, model.windowSeconds);
  std::vector<std::vector<float>> inputs;
  for (const std::vector<float>& sound : referenceSounds(rate, model.windowSeconds)) {
    Pipeline pipeline(rate, model.features, plan, Pipeline::Mode::Clip);
    std::vector<float> input;
    const auto onWindow = [&input](Window&& window) {
      if (input.empty()) input = window.input();
    };
    pipeline.push(sound, {}, onWindow);
    pipeline.finish({}, onWindow);
    if (!input.empty()) inputs.push_back(std::move(input));
  }
  return inputs;
}

EmbeddingSpace embeddingSpaceOf(Classifier& model) {
  const auto size = size_t(model.embeddingSize());
  std::vector<std::vector<float>> embeddings;
  std::vector<float> scores(model.description().labels.size());
  for (const std::vector<float>& input : referenceInputs(model.description()))
    model.classifyAndEmbed(input, scores, embeddings.emplace_back(size));
  return {size, embeddings};
}

}  // namespace earwitness
