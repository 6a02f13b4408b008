// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <string>

#include "core/base/message.h"
#include "core/inference/sandbox.h"
#include "core/listening/classifier.h"

namespace earwitness {

/// How models that did not come with the program are run.
struct Confinement {
  std::filesystem::path program = "/proc/self/exe";  ///< earwitness-cli
  /// Without the sandbox, because the user asked for it or the system has none.
  bool unconfined = false;
};

/// A model file that is open. Nothing in it has run, and LibTorch has not seen it.
struct ModelSource {
  ModelDescription description;
  std::unique_ptr<std::istream> archive;
  bool bundled = false;  ///< its content is that of a model that came with the program
};
/// Throws Error with one sentence: not a model file, no description.
ModelSource openModel(const std::filesystem::path& modelFile);

/// The usual limits, with memory for a model of this size.
SandboxLimits limitsFor(const std::filesystem::path& modelFile);

/// The model, ready: a bundled one runs in this process, every other one in a confined child.
/// Scores are the same bits either way. Throws Error with one sentence if it cannot be used, and
/// SandboxError if it cannot be confined and `confinement` does not allow it to run without that.
std::unique_ptr<Classifier> openClassifier(const std::filesystem::path& modelFile,
                                           const Confinement& confinement);

/// openClassifier(), with the classes that the user taught this model. What is wrong with them is
/// reported to `onProblem` in a sentence, and the model is used without them. Throws as there.
std::shared_ptr<Classifier> openTaughtClassifier(
    const std::filesystem::path& modelFile, const Confinement& confinement,
    const std::function<void(const Message& problem)>& onProblem);

/// The sentence of a SandboxError with what the user can do about it on the command line.
Message withUnconfinedHint(const Message& problem);

}  // namespace earwitness
