// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/checkpoint_import.h"

#include <utility>

#include "core/inference/confined_task.h"

namespace earwitness {
namespace {

ConfinedResult confined(const CheckpointImport& import, nlohmann::json request) {
  ConfinedTask task;
  task.confinement = import.confinement;
  task.file = import.checkpoint;
  task.request = std::move(request);
  task.limits = limitsFor(import.checkpoint);
  task.onStep = import.onStep;
  task.cancelled = import.cancelled;
  try {
    return runConfined(task);
  } catch (const SandboxError& error) {
    throw SandboxError(withUnconfinedHint(error.message()));
  }
}

}  // namespace

ImportedCheckpoint importCheckpoint(const CheckpointImport& import) {
  nlohmann::json request = {{"task", "import_checkpoint"},
                            {"name", import.origin.name},
                            {"licence", import.origin.licence},
                            {"source", import.origin.source}};
  if (!import.sample.empty()) request["sample"] = std::filesystem::absolute(import.sample).string();
  ConfinedResult done = confined(import, std::move(request));
  return {std::move(done.payload), std::move(done.result)};
}

nlohmann::json probeCheckpoint(const CheckpointImport& import) {
  return confined(import, {{"task", "probe_checkpoint"}}).result;
}

}  // namespace earwitness
