// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/taught_model_work.h"

#include <memory>
#include <utility>

#include <nlohmann/json.hpp>
#include <torch/script.h>
#include <torch/version.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/import_trial.h"
#include "core/inference/network_classifier.h"
#include "core/listening/reference_sounds.h"
#include "core/listening/taught_classifier.h"
#include "core/network/model_file.h"
#include "core/network/taught_network.h"
#include "core/runs/journal.h"

namespace earwitness {
namespace {

using nlohmann::json;

/// How the classes are scored, which the model's embeddings of the reference sounds decide as well.
TaughtScorer scorerOf(std::istream& archive, const ModelDescription& base,
                      const TaughtClasses& classes) {
  NetworkClassifier model(archive, base);
  if (model.embeddingSize() == 0)
    throw Error("The model '%1' has no embedding, so it has no taught classes.", base.name);
  return {classes, std::make_shared<EmbeddingSpace>(embeddingSpaceOf(model))};
}

/// The card of the model that was taught, without figures that are not those of the new one.
json cardOf(json card, const ModelDescription& base, const TaughtClasses& classes) {
  for (const char* key :
       {"figures", "cross_validation", "confusions", "noise_check", "warnings", "warnings_message"})
    card.erase(key);
  json list = json::array();
  for (const TaughtClass& taught : classes.classes())
    list.push_back({{"name", taught.name},
                    {"examples", taught.exampleCount()},
                    {"counter_examples", taught.counterExampleCount()}});
  card["taught"] = {{"model", base.name}, {"fingerprint", base.fingerprint}, {"classes", list}};
  card["libtorch"] = TORCH_VERSION;
  card["made"] = utcNow();
  return card;
}

}  // namespace

TaughtModel modelOfTaughtClasses(std::istream& archive, const ModelDescription& base,
                                 const TaughtClasses& classes, const std::string& name,
                                 const std::function<void(const std::string& step)>& onStep) {
  onStep(CORE_TEXT("it was given reference sounds"));
  const TaughtScorer scorer = scorerOf(archive, base, classes);
  archive.clear();
  archive.seekg(0);
  onStep(CORE_TEXT("the taught classes were being added"));
  TaughtLabels taught(base, classes);
  ModelDescription& model = taught.description;
  const torch::jit::Module network = withTaughtClasses(loadNetwork(archive, base.name), base.output,
                                                       scorer, taught.labels, model.labels.size());
  model.name = name;
  model.output = ModelOutput::MultiLabelLogits;
  model.fingerprint.clear();
  model.card = cardOf(std::move(model.card), base, classes);
  const size_t nLabels = model.labels.size();
  ImportedModel made = tryAndWrite(network, std::move(model), {}, onStep);
  TaughtModel result{.archive = std::move(made.archive), .summary = toJson(made.trial)};
  result.summary["name"] = name;
  result.summary["labels"] = nLabels;
  return result;
}

}  // namespace earwitness
