// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/listening/model_description.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

void checkDescription(const ModelDescription& model) {
  require(!model.labels.empty() && model.thresholds.size() == model.labels.size(),
          "a model has labels, and a threshold for each");
  require(model.windowFrames() >= 1 && model.hopSeconds > 0.0, "a model has a window and a hop");
  const nlohmann::json json = toJson(model);
  require(toJson(modelDescriptionFromJson(json, "its own words")) == json,
          "a description survives being written and read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // As a whole file, and as the text inside one: few changed archives keep their check sums.
  refusedInWordsOrDone([&] { checkDescription(readModelDescription(fileWith({data, size}))); });
  const auto json = nlohmann::json::parse(data, data + size, nullptr, false);
  if (!json.is_discarded())
    refusedInWordsOrDone([&] { checkDescription(modelDescriptionFromJson(json, "the input")); });
  return 0;
}
