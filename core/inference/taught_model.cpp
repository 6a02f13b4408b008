// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/taught_model.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/confined_task.h"
#include "core/inference/taught_model_work.h"
#include "core/listening/taught_classifier.h"
#include "core/listening/taught_store.h"

namespace earwitness {

using nlohmann::json;

namespace {

constexpr size_t kMostNames = 3;

/// "Report's network with kettle, door and 2 more".
std::string nameOf(const ModelDescription& model, const TaughtClasses& classes) {
  std::string name = model.name + " with ";
  const size_t count = classes.classes().size();
  for (size_t i = 0; i < std::min(count, kMostNames); ++i)
    name += (i == 0 ? "" : ", ") + classes.classes()[i].name;
  if (count > kMostNames) name += " and " + std::to_string(count - kMostNames) + " more";
  return name;
}

void requireUsable(const TaughtModelRequest& request, const ModelDescription& model) {
  const auto hasExample = [](const TaughtClass& taught) { return taught.exampleCount() > 0; };
  const std::vector<TaughtClass>& classes = request.classes.classes();
  if (std::none_of(classes.begin(), classes.end(), hasExample))
    throw Error(
        "No model can be created: '%1' has no taught classes with examples. Teach it a class "
        "first.",
        model.name);
  if (request.classes.modelFingerprint() != model.fingerprint)
    throw Error("No model can be created: the taught classes belong to another model than '%1'.",
                request.modelFile);
}

}  // namespace

TaughtModel makeTaughtModel(const TaughtModelRequest& request) {
  ModelSource source = openModel(request.modelFile);
  requireUsable(request, source.description);
  const std::string name =
      request.name.empty() ? nameOf(source.description, request.classes) : request.name;
  if (source.bundled) {
    const auto onStep = [&request](const std::string& step) {
      if (request.onStep) request.onStep(step);
    };
    return modelOfTaughtClasses(*source.archive, source.description, request.classes, name, onStep);
  }
  ConfinedTask task;
  task.confinement = request.confinement;
  task.file = request.modelFile;
  task.request = {{"task", "taught_model"}, {"classes", toJson(request.classes)}, {"name", name}};
  task.limits = limitsFor(request.modelFile);
  task.onStep = request.onStep;
  task.cancelled = request.cancelled;
  try {
    ConfinedResult done = runConfined(task);
    const size_t nLabels =
        TaughtLabels(source.description, request.classes).description.labels.size();
    TaughtModel made{std::move(done.payload), {{"name", name}, {"labels", nLabels}}};
    for (const char* key : {"window_ms", "fires_on_noise"})
      if (done.result.is_object() && done.result.value(key, json()).is_number())
        made.summary[key] = done.result[key];
    return made;
  } catch (const SandboxError& error) {
    throw SandboxError(withUnconfinedHint(error.message()));
  }
}

}  // namespace earwitness
