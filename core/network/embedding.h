// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <torch/script.h>

namespace earwitness {

/// Which linear layer of a network is given its embedding.
enum class EmbeddingLayer {
  Output,  ///< the one that the network answers with
  Last     ///< the last one there is: of networks with taught classes
};

/// Lets a frozen network answer with (values per label, embedding) instead of the values alone. The
/// embedding is what a linear layer is given: one row of numbers for a window, in which similar
/// sounds are near each other. The values stay the same bits. Call it before the network first
/// runs.
///
/// Returns how many numbers the embedding has; 0 where the network has no such layer, and is left
/// as it was.
int64_t exposeEmbedding(torch::jit::Module& frozen, EmbeddingLayer layer = EmbeddingLayer::Output);

/// That layer in the graph of a forward(), frozen or not; null where there is none.
torch::jit::Node* embeddingLayer(torch::jit::Graph& graph, EmbeddingLayer layer);

}  // namespace earwitness
