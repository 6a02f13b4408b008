// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/inference/open_model.h"
#include "core/listening/taught_classes.h"

namespace earwitness {

struct TaughtModelRequest {
  std::filesystem::path modelFile;  ///< of the model that was taught
  TaughtClasses classes = {};
  std::string name = {};  ///< display name; empty: of the model and its classes
  Confinement confinement = {};
  std::function<void(const std::string& step)> onStep = {};
  const std::atomic<bool>* cancelled = nullptr;
};

struct TaughtModel {
  std::string archive;     ///< bytes of the self-describing model file
  nlohmann::json summary;  ///< an ImportTrial, and "name" and "labels"
};

/// Makes one model of a model and its taught classes, which scores as TaughtClassifier does without
/// a room. Its card says whose licence it has and what it was taught from. A model that is not
/// bundled is opened by a confined child. Throws Error with a message for the user: no class has an
/// example, the classes are of another model, the model has no embedding; SandboxError where the
/// system cannot confine it; Stopped where it was cancelled. Thread: main.
TaughtModel makeTaughtModel(const TaughtModelRequest& request);

}  // namespace earwitness
