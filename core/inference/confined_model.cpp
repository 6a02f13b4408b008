// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/confined_model.h"

#include <utility>

#include "core/base/error.h"
#include "core/inference/confined_task.h"
#include "core/inference/model_cost.h"
#include "core/network/model_file.h"
#include "core/network/tensor_bytes.h"

namespace earwitness {
namespace {

ConfinedResult confined(const std::filesystem::path& modelFile, nlohmann::json request,
                        const Confinement& confinement) {
  ConfinedTask task;
  task.confinement = confinement;
  task.file = modelFile;
  task.request = std::move(request);
  task.limits = limitsFor(modelFile);
  try {
    return runConfined(task);
  } catch (const SandboxError& error) {
    throw SandboxError(withUnconfinedHint(error.message()));
  }
}

}  // namespace

NamedTensors weightsOf(const std::filesystem::path& modelFile, const Confinement& confinement) {
  const ModelSource source = openModel(modelFile);
  if (source.bundled) return tensorsOf(loadNetwork(*source.archive, source.description.name));
  ConfinedResult read = confined(modelFile, {{"task", "weights"}}, confinement);
  return tensorsFrom({std::move(read.result), std::move(read.payload)});
}

NetworkCost modelCost(const std::filesystem::path& modelFile, bool measureLatency,
                      const Confinement& confinement) {
  const ModelSource source = openModel(modelFile);
  if (source.bundled) return networkCost(*source.archive, source.description, measureLatency);
  const nlohmann::json cost =
      confined(modelFile, {{"task", "cost"}, {"measure_latency", measureLatency}}, confinement)
          .result;
  try {
    return {.parameters = cost.at("parameters").get<long>(),
            .multiplyAdds = cost.at("multiply_adds").get<long>(),
            .latencyMs = cost.at("latency_ms").get<double>()};
  } catch (const nlohmann::json::exception&) {
    throw Error("The cost of the model '%1' could not be measured.", source.description.name);
  }
}

}  // namespace earwitness
