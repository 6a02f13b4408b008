// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/open_model.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/bundled_model.h"
#include "core/inference/network_classifier.h"
#include "core/listening/child_classifier.h"
#include "core/listening/teacher.h"

namespace earwitness {

// Nobody watches the command line, and a busy machine is slow.
constexpr std::chrono::minutes kAnswerTimeout{2};
constexpr std::chrono::minutes kStartTimeout{5};

ModelSource openModel(const std::filesystem::path& modelFile) {
  ModelSource source{.description = readModelDescription(modelFile), .archive = {}};
  if (auto bytes = bundledModelBytes(modelFile)) {
    source.bundled = true;
    source.archive = std::make_unique<std::istringstream>(std::move(*bytes));
    return source;
  }
  source.archive = std::make_unique<std::ifstream>(modelFile, std::ios::binary);
  if (!*source.archive) throw Error("The model file '%1' cannot be read.", modelFile);
  return source;
}

SandboxLimits limitsFor(const std::filesystem::path& modelFile) {
  constexpr uintmax_t kBytesAMib = uintmax_t(1) << 20;
  constexpr long kCopies = 4;  // what LibTorch reads, its tensors, and what is made of them
  SandboxLimits limits;
  std::error_code none;
  const uintmax_t size = std::filesystem::file_size(modelFile, none);
  if (!none) limits.memoryMib += kCopies * long(size / kBytesAMib);
  return limits;
}

std::unique_ptr<Classifier> openClassifier(const std::filesystem::path& modelFile,
                                           const Confinement& confinement) {
  ModelSource source = openModel(modelFile);
  if (source.bundled) {
    auto network =
        std::make_unique<NetworkClassifier>(*source.archive, std::move(source.description));
    network->warmUp();
    return network;
  }
  auto child = std::make_unique<ChildClassifier>(
      ChildClassifier::Options{.program = confinement.program,
                               .modelFile = modelFile,
                               .answerTimeout = kAnswerTimeout,
                               .startTimeout = kStartTimeout,
                               .unconfined = confinement.unconfined});
  try {
    child->warmUp();
  } catch (const Error& error) {
    if (child->state() != ChildClassifier::State::Unconfinable) throw;
    throw SandboxError(withUnconfinedHint(error.message()));
  }
  return child;
}

std::shared_ptr<Classifier> openTaughtClassifier(
    const std::filesystem::path& modelFile, const Confinement& confinement,
    const std::function<void(const Message& problem)>& onProblem) {
  std::shared_ptr<Classifier> model = openClassifier(modelFile, confinement);
  if (!isTaught(model->description())) return model;
  try {
    const Teacher teacher(model);
    if (!teacher.problem().empty()) onProblem(teacher.problem());
    return teacher.classifier();
  } catch (const Error& error) {
    onProblem(error.message());
    return model;
  }
}

Message withUnconfinedHint(const Message& problem) {
  return Message(
      "%1 Without a sandbox, a third-party model can read, change and delete your files. If you "
      "trust this one, add --unconfined.",
      problem);
}

}  // namespace earwitness
