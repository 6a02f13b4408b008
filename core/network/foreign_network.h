// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include <filesystem>
#include <string>
#include <vector>

#include <torch/script.h>

#include "core/network/foreign_archive.h"
#include "core/network/foreign_model.h"

namespace earwitness {

/// Somebody else's TorchScript file, in evaluation mode. Runs code of the file: confine the process
/// first. Throws Error with a sentence that says what the file is instead, where that can be told:
/// weights without a network, saved by a newer LibTorch, operators that are not here, damaged.
torch::jit::Module loadForeignNetwork(ForeignFile& file);

/// The inputs that forward() asks for besides itself. Throws Error where there is no forward().
std::vector<std::string> forwardInputs(const torch::jit::Module& network);

/// One of the tensors that a network answers with.
struct ForeignOutput {
  std::string element;  ///< as in ForeignAnswers; empty where there is one only
  torch::Tensor tensor;
};
/// All tensors in what forward() gave: one, or those of a tuple, list or dictionary. Others are
/// left out.
std::vector<ForeignOutput> outputsOf(const torch::IValue& answer);

/// Sizes of a window in this shape.
std::vector<int64_t> sizesOf(ForeignShape shape, long nFramesOrSamples, long nMels);

/// The network in a module that takes and gives what the project's own do: a window (1, ...) as the
/// description's inputShape() -> (1, nLabels). Runs it once for the shape of its answer: several
/// frames are averaged. Throws Error with one sentence where input or answer do not fit.
torch::jit::Module wrapForeignNetwork(const torch::jit::Module& foreign,
                                      const ForeignAnswers& answers);
/// True for a network that was wrapped so.
bool isForeignNetwork(const torch::jit::Module& network);

}  // namespace earwitness
