// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/listening/classifier.h"
#include "core/listening/embedding_space.h"
#include "core/listening/model_description.h"

namespace earwitness {

/// Generated sounds that nobody teaches: noise of several colours, bands and levels, tones, beeps,
/// chirps, clicks, knocks, vowels, hum, silence. An EmbeddingSpace learns from a network's
/// embeddings of them what sounds have in common that are nothing in particular. Mono, within +-1,
/// `seconds` long; the same on every machine up to rounding. Pure.
std::vector<std::vector<float>> referenceSounds(int sampleRate, double seconds);

/// One window of each, as the classifier is given it (ModelDescription::inputShape()). Takes some
/// tenths of a second. Thread: not the GUI's.
std::vector<std::vector<float>> referenceInputs(const ModelDescription& model);

/// The space in which embeddings of this model are compared, by those of the reference sounds.
/// Waits for the model. Throws Error where it does not answer.
EmbeddingSpace embeddingSpaceOf(Classifier& model);

}  // namespace earwitness
