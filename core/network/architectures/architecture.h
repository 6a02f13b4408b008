// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Internal to the learn library: includes Torch.

#include "core/network/architectures.h"
#include "core/network/script_module.h"

namespace earwitness {

/// What a file in this folder gives: its description and its builder. To add an architecture, write
/// such a file and name it in architectures.cpp.
struct Architecture {
  ArchitectureInfo info;
  torch::jit::Module (*build)(const nlohmann::json& settings, int nMels, int nClasses);
};

Architecture resnetTransformer();
Architecture cnn1d();
Architecture cnn2d();
Architecture crnn();
Architecture patchTransformer();
Architecture invertedResidual();
Architecture mobileNetV3();

}  // namespace earwitness
