// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <cstddef>
#include <vector>

#include <torch/script.h>

#include "core/listening/model_description.h"
#include "core/listening/taught_scorer.h"

namespace earwitness {

/// A network with taught classes in it: it answers with a logit per label, whose logistic functions
/// are the scores of TaughtClassifier without a room. Parameters and buffers of the network keep
/// their names, and its embedding stays, so it can be taught further and trained on top of.
///
/// `network` is not frozen, has not run yet, and is changed: it gets buffers, and its forward()
/// goes on with what TaughtScorer computes. `output` is what it answered with before. `labels`: of
/// each class of the scorer, less than `nLabels`, of which the first are the network's own. Throws
/// Error where the network has no embedding.
torch::jit::Module withTaughtClasses(torch::jit::Module network, ModelOutput output,
                                     const TaughtScorer& scorer, const std::vector<size_t>& labels,
                                     size_t nLabels);

/// True for a network that withTaughtClasses() made.
bool isTaughtNetwork(const torch::jit::Module& network);

}  // namespace earwitness
