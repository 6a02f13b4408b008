#include "core/listening/event_threshold.h"

namespace earwitness {
namespace {

constexpr float kOffPerOnThreshold = 0.7F;

}  // namespace

float eventThreshold(const ModelDescription& model, size_t label) {
  return model.labels[label] == kBackgroundLabel ? kNeverReached : model.thresholds[label];
}

ClassRule ruleOf(float threshold) {
  return {.onThreshold = threshold, .offThreshold = threshold * kOffPerOnThreshold};
}

}  // namespace earwitness
