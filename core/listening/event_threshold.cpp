// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/event_threshold.h"

namespace earwitness {
namespace {

constexpr float kOffPerOnThreshold = 0.7F;
constexpr const char* kSilenceId = "/m/028v0c";  // AudioSet's

bool isNothing(const ModelDescription& model, size_t label) {
  if (model.labels[label] == kBackgroundLabel) return true;
  const auto ids = model.card.find("label_ids");
  return ids != model.card.end() && ids->is_array() && ids->size() == model.labels.size() &&
         (*ids)[label] == kSilenceId;
}

}  // namespace

float eventThreshold(const ModelDescription& model, size_t label) {
  return isNothing(model, label) ? kNeverReached : model.thresholds[label];
}

ClassRule ruleOf(float threshold) {
  return {.onThreshold = threshold, .offThreshold = threshold * kOffPerOnThreshold};
}

}  // namespace earwitness
