// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/listening/model_description.h"

namespace earwitness {

/// Frames at the front of a log-mel window (nFrames, nMels) before its sound begins: their power is
/// more than kQuietDb below that of the loudest frame.
long quietLead(std::span<const float> window, const FeatureSettings& features);

/// Between the quiet of a room and a sound in it: of 8, 12, 16, 20 and 26 dB the one with which
/// sounds of ESC-50 in room noise were named best (tests/bench/bench_fitness).
inline constexpr double kQuietDb = 16.0;

/// What a network is given of a window. Where it takes shorter ones (`shortestSeconds`), the quiet
/// before the sound is left out, so that a sound that has just begun fills its window; the length
/// is a multiple of the shortest one. Everything else, waveforms too, is given as it is.
std::span<const float> trimLeadingQuiet(std::span<const float> window,
                                        const ModelDescription& model);

/// The lengths that trimLeadingQuiet() may have, frames, rising; the last one is that of a window.
std::vector<long> heardLengths(const ModelDescription& model);

/// Longest input that a network is given, for the embedding of a longer sound than a window.
inline constexpr double kLongestInputSeconds = 10.0;
/// In frames of the model's features.
long longestInputFrames(const ModelDescription& model);

/// Whether a network may be given so many values: a window or, of log-mel, more frames, up to
/// longestInputFrames(). Networks that do not pool over time fail on those.
bool takesInput(const ModelDescription& model, size_t nValues);

}  // namespace earwitness
