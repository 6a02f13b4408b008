// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_setup.h"

#include <algorithm>
#include <thread>

#include "core/inference/confined_model.h"
#include "core/listening/model_description.h"
#include "core/network/script_module.h"
#include "core/network/transfer.h"

namespace earwitness {

int threadsOf(const TrainSettings& settings) {
  return settings.threads > 0 ? settings.threads
                              : int(std::max(1U, std::thread::hardware_concurrency()));
}

BatchSource::Settings batchSettings(const TrainSettings& settings) {
  return {.augmentation = settings.augmentation,
          .batchSize = settings.batchSize,
          .seed = settings.seed,
          .balanced = settings.classBalance == "sampling",
          .threads = threadsOf(settings),
          .multiLabel = settings.isMultiLabel(),
          .answerShare = settings.distillation.share};
}

StartNetwork startNetwork(const TrainSettings& settings, const std::vector<std::string>& labels) {
  return {.network = buildNetwork(settings.architecture, settings.architectureSettings,
                                  settings.features.nMels, int(labels.size())),
          .unfrozen = {}};
}

void takeInitialWeights(StartNetwork& start, const TrainSettings& settings,
                        const std::vector<std::string>& labels, const Confinement& confinement) {
  if (settings.initModel.empty()) return;
  const ModelDescription description = readModelDescription(settings.initModel);
  const TransferReport report = transferWeights(weightsOf(settings.initModel, confinement),
                                                description.labels, start.network, labels);
  start.taken = {{"init", description.fingerprint},
                 {"taken", report.taken},
                 {"labels_taken", report.labelsTaken},
                 {"skipped", report.skipped}};
  start.unfrozen = headParameterNames();
  start.unfrozen.insert(start.unfrozen.end(), report.skipped.begin(), report.skipped.end());
}

double stepOn(TrainingState& state, Batch& batch, int nMels, int nClasses, double learningRate,
              torch::Tensor& logits) {
  const long n = long(batch.size);
  const auto logMel = torch::from_blob(batch.logMel.data(), {n, batch.nFrames, nMels});
  const auto targets = torch::from_blob(batch.targets.data(), {n, nClasses});
  if (batch.answers.empty()) return state.step(logMel, targets, learningRate, logits);
  const TeacherTargets teacher{
      .answers = torch::from_blob(batch.answers.data(), {n, nClasses}),
      .answerWeights = torch::from_blob(batch.answerWeights.data(), {n, nClasses}),
      .targetWeights = torch::from_blob(batch.targetWeights.data(), {n, nClasses})};
  return state.step(logMel, targets, learningRate, logits, &teacher);
}

}  // namespace earwitness
