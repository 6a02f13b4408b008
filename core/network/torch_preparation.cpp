// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/torch_preparation.h"

#include <torch/script.h>

#include "core/network/torch_threads.h"

namespace earwitness {

void prepareLibTorch() {
  useThreads(1);
  const c10::InferenceMode inference;
  const torch::Tensor image = torch::ones({1, 1, 16, 16});
  const torch::Tensor features = torch::conv2d(image, torch::ones({4, 1, 3, 3})).flatten(1);
  torch::softmax(torch::linear(features, torch::ones({8, features.size(1)})), 1);
  torch::randn({1});  // its generator is seeded from /dev/urandom
}

}  // namespace earwitness
