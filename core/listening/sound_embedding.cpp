// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/sound_embedding.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/listening/embedding_space.h"
#include "core/listening/pipeline.h"
#include "core/listening/trim_leading_quiet.h"

namespace earwitness {
namespace {

constexpr float kSilentDb = -120.0F;

float levelDb(std::span<const float> samples) {
  double energy = 0.0;
  for (const float sample : samples) energy += double(sample) * double(sample);
  if (energy <= 0.0) return kSilentDb;
  return float(10.0 * std::log10(energy / double(samples.size())));
}

/// Parts of a sound, each with its embedding and its level.
class Parts {
 public:
  Parts(Classifier& model, std::span<const float> samples, double sampleRate)
      : model_(model), samples_(samples), sampleRate_(sampleRate) {}

  void add(std::span<const float> input, double startSeconds, double endSeconds) {
    std::vector<float> scores(model_.description().labels.size());
    std::vector<float> embedding(size_t(model_.embeddingSize()));
    model_.classifyAndEmbed(input, scores, embedding);
    embeddings_.push_back(std::move(embedding));
    const auto begin = std::min(size_t(std::max(0.0, startSeconds) * sampleRate_), samples_.size());
    const auto end = std::clamp(size_t(endSeconds * sampleRate_), begin, samples_.size());
    levelsDb_.push_back(levelDb(samples_.subspan(begin, end - begin)));
  }
  bool empty() const { return embeddings_.empty(); }
  std::vector<float> mean() const { return exampleEmbedding(embeddings_, levelsDb_); }

 private:
  Classifier& model_;
  std::span<const float> samples_;
  double sampleRate_;
  std::vector<std::vector<float>> embeddings_;
  std::vector<float> levelsDb_;
};

/// Frames from where to where, as few and as alike as possible, each longer than a window. None
/// where the sound is no longer than that.
std::vector<std::pair<long, long>> piecesOf(long nFrames, const ModelDescription& model) {
  const long longest = longestInputFrames(model);
  if (model.input == ModelInput::Waveform || nFrames <= model.windowFrames() ||
      longest < 2 * model.windowFrames())
    return {};
  const long count = (nFrames + longest - 1) / longest;
  std::vector<std::pair<long, long>> pieces;
  for (long i = 0; i < count; ++i)
    pieces.emplace_back(nFrames * i / count, nFrames * (i + 1) / count);
  return pieces;
}

}  // namespace

std::vector<float> soundEmbedding(Classifier& model, std::span<const float> samples,
                                  double sampleRate) {
  const ModelDescription& description = model.description();
  Parts windows(model, samples, sampleRate);
  LogMel frames{.nMels = description.features.nMels, .values = {}};
  const auto onFrames = [&frames](const LogMel& fresh, long) {
    frames.values.insert(frames.values.end(), fresh.values.begin(), fresh.values.end());
  };
  const auto onWindow = [&windows](Window&& window) {
    windows.add(window.input(), window.startSeconds, window.endSeconds);
  };
  Pipeline pipeline(sampleRate, description.features,
                    WindowPlan::of(description, hopSecondsOf(description)), Pipeline::Mode::Clip);
  pipeline.push(samples, onFrames, onWindow);
  pipeline.finish(onFrames, onWindow);
  std::vector<float> mean = windows.mean();

  Parts pieces(model, samples, sampleRate);
  const double frameSeconds = description.features.frameSeconds();
  const auto nMels = size_t(frames.nMels);
  try {
    for (const auto& [from, to] : piecesOf(frames.nFrames(), description))
      pieces.add(std::span(frames.values).subspan(size_t(from) * nMels, size_t(to - from) * nMels),
                 double(from) * frameSeconds, double(to) * frameSeconds);
  } catch (const Error&) {  // the network takes nothing but windows
    return mean;
  }
  if (pieces.empty()) return mean;
  const std::vector<float> meanOfPieces = pieces.mean();
  for (size_t i = 0; i < mean.size(); ++i) mean[i] = (mean[i] + meanOfPieces[i]) / 2.0F;
  return mean;
}

}  // namespace earwitness
