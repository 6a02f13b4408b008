// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/listening/classifier.h"

namespace earwitness {

/// One embedding (embeddingSize) for a sound that is taught: mono samples, +-1, at `sampleRate` Hz.
/// The mean of two: over windows, as they will be listened to, and over pieces of up to
/// kLongestInputSeconds, of which networks that pool over time know more; where the network takes
/// nothing but windows, over those alone. Quiet parts do not count (exampleEmbedding()). Of the
/// clips of ESC-50's fold 4, with one example a class from the other folds, 71.8 % had their class
/// as the most similar one; 67.5 % by windows alone, 71.5 % by pieces alone (mn04, windows of 2 s).
/// Throws Error where the sound is empty or the model does not answer. Blocks meanwhile.
std::vector<float> soundEmbedding(Classifier& model, std::span<const float> samples,
                                  double sampleRate);

}  // namespace earwitness
