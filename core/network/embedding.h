#pragma once
// Internal to the learn library: includes Torch.

#include <torch/script.h>

namespace earwitness {

/// Lets a frozen network answer with (values per label, embedding) instead of the values alone. The
/// embedding is what its last linear layer is given: one row of numbers for a window, in which
/// similar sounds are near each other. The values stay the same bits. Call it before the network
/// first runs.
///
/// Returns how many numbers the embedding has; 0 where the network does not end with a linear
/// layer, and is left as it was.
int64_t exposeEmbedding(torch::jit::Module& frozen);

}  // namespace earwitness
